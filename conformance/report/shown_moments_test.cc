#include "conformance/report/shown_moments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace ketenproef::conformance {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::SizeIs;

// Numbers of what is shown of so many moments.
std::vector<int> Shown(int size, const std::set<int>& wrong = {}) {
  v1::CaseResult result;
  for (int number = 1; number <= size; ++number) result.add_timeline()->set_is_wrong(wrong.count(number) > 0);
  std::vector<int> numbers;
  for (const NumberedMoment& shown : ShownMoments(result.timeline())) {
    EXPECT_EQ(shown.moment, &result.timeline(shown.number - 1));
    numbers.push_back(shown.number);
  }
  return numbers;
}

TEST(ShownMoments, AreAllWhereThereAreFew) {
  EXPECT_THAT(Shown(0), IsEmpty());
  EXPECT_THAT(Shown(3), ElementsAre(1, 2, 3));
  EXPECT_THAT(Shown(kMaxMoments), SizeIs(kMaxMoments));
}

TEST(ShownMoments, AreTheWrongOnesAndWhatStoodAroundThem) {
  const std::vector<int> shown = Shown(1000, {500});
  EXPECT_THAT(shown, SizeIs(kMaxMoments));
  EXPECT_THAT(shown, IsSupersetOf({1, 2, 497, 498, 499, 500, 501, 502, 503, 1000}));
  EXPECT_TRUE(std::is_sorted(shown.begin(), shown.end()));
}

TEST(ShownMoments, AreNeverTooManyHoweverManyAreWrong) {
  std::set<int> wrong;
  for (int number = 100; number < 300; ++number) wrong.insert(number);
  const std::vector<int> shown = Shown(1000, wrong);
  EXPECT_THAT(shown, SizeIs(kMaxMoments));
  EXPECT_EQ(shown.front(), 1);
  EXPECT_EQ(shown[1], 100);
  EXPECT_EQ(shown.back(), 1000);
}

}  // namespace
}  // namespace ketenproef::conformance
