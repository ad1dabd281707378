#include "conformance/report/console_timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "conformance/report/plain_text.h"
#include "conformance/report/proefrun.h"

namespace ketenproef::conformance {
namespace {

using ::testing::HasSubstr;

TEST(ConsoleTimeline, NeedsNoBarForOneDay) {
  const v1::RunResult run = RunOf(
      "cases { timeline { tijdstip { seconds: 1736150400 } kind: MOMENT_KIND_SENT text: 'zm-1' } "
      "timeline { tijdstip { seconds: 1736154000 } kind: MOMENT_KIND_CAME text: 'geweigerd' is_wrong: true } "
      "}");
  EXPECT_EQ(DrawTimeline(run.cases(0).timeline(), 60),
            "        +0  ma 2025-01-06 09:00  sent  zm-1\n"
            "  ✗     +0  ma 2025-01-06 10:00  came  geweigerd\n");
}

TEST(ConsoleTimeline, IsNothingWithoutMoments) {
  EXPECT_EQ(DrawTimeline({}, 80), "");
}

TEST(ConsoleTimeline, StaysWithinTheWidth) {
  const v1::RunResult run = RunOfEverything();
  const std::string drawn = DrawTimeline(run.cases(62).timeline(), 80);
  EXPECT_THAT(drawn, HasSubstr("\n            (1 more)\n"));
  const std::vector<std::string> lines = absl::StrSplit(drawn, '\n');
  EXPECT_GT(lines.size(), 45U);
  for (const std::string& line : lines) EXPECT_LE(WidthOf(line), 80U) << line;
}

}  // namespace
}  // namespace ketenproef::conformance
