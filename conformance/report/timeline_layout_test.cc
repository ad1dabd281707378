#include "conformance/report/timeline_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "conformance/report/plain_text.h"
#include "conformance/report/proefrun.h"

namespace ketenproef::conformance {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr double kWidth = 250;
// What a letter of 11 pixels takes in fonts that are usual.
constexpr double kLetterWidth = 7;

std::vector<std::string> TextsOf(const std::vector<Label>& labels) {
  std::vector<std::string> texts;
  for (const Label& label : labels) texts.push_back(label.text);
  return texts;
}

std::vector<std::string> NumbersOf(const Lane& lane) {
  std::vector<std::string> texts;
  for (const NumberLabel& number : lane.numbers) texts.push_back(number.label.text);
  return texts;
}

// Moments so many hours after a Monday at noon.
v1::CaseResult CaseAt(const std::vector<int>& hours, v1::MomentKind kind) {
  v1::CaseResult result;
  for (const int hour : hours) {
    v1::Moment* moment = result.add_timeline();
    moment->mutable_tijdstip()->set_seconds(1736161200 + hour * 3600);
    moment->set_kind(kind);
  }
  return result;
}

TEST(TimelineLayout, GivesEachDayAColumnAndCountsTheDaysBetween) {
  const TimelineLayout layout = LayOut(ShownMoments(RunOfADayLate().cases(0).timeline()), kWidth);
  EXPECT_THAT(TextsOf(layout.day_labels), ElementsAre("6 jan", "17 feb", "18 feb"));
  EXPECT_THAT(TextsOf(layout.year_labels), ElementsAre("2025"));
  EXPECT_THAT(TextsOf(layout.gap_labels), ElementsAre("+42 d"));
  ASSERT_THAT(layout.days, SizeIs(3));
  EXPECT_GT(layout.days[1].x, layout.days[0].x + layout.days[0].width);
  EXPECT_NEAR(layout.days[2].x, layout.days[1].x + layout.days[1].width, 1e-9);
  EXPECT_NEAR(layout.days[2].x + layout.days[2].width, 100, 1e-9);
}

TEST(TimelineLayout, TellsATickBeforeMidnightFromMidnight) {
  const TimelineLayout layout = LayOut(ShownMoments(RunOfADayLate().cases(0).timeline()), kWidth);
  ASSERT_THAT(layout.lanes, SizeIs(3));
  EXPECT_EQ(layout.lanes[0].kind, v1::MOMENT_KIND_SENT);
  EXPECT_THAT(NumbersOf(layout.lanes[0]), ElementsAre("1", "3"));
  EXPECT_THAT(NumbersOf(layout.lanes[1]), ElementsAre("2"));
  EXPECT_THAT(NumbersOf(layout.lanes[2]), ElementsAre("4"));
  EXPECT_GT(layout.lanes[2].marks[0].x, layout.lanes[1].marks[0].x + 10);
  EXPECT_TRUE(layout.lanes[2].marks[0].is_wrong);
  EXPECT_TRUE(layout.lanes[2].numbers[0].is_wrong);
}

TEST(TimelineLayout, NumbersNeighboursTogether) {
  EXPECT_THAT(
      NumbersOf(LayOut(ShownMoments(CaseAt({0, 0}, v1::MOMENT_KIND_SENT).timeline()), kWidth).lanes[0]),
      ElementsAre("1–2"));
  EXPECT_THAT(
      NumbersOf(LayOut(ShownMoments(CaseAt({0, 0, 0, 0}, v1::MOMENT_KIND_SENT).timeline()), kWidth).lanes[0]),
      ElementsAre("1–4"));
  v1::CaseResult mixed = CaseAt({0, 0, 0, 0, 0}, v1::MOMENT_KIND_SENT);
  mixed.mutable_timeline(1)->set_kind(v1::MOMENT_KIND_CAME);
  EXPECT_THAT(NumbersOf(LayOut(ShownMoments(mixed.timeline()), kWidth).lanes[0]), ElementsAre("1…5"));
  mixed.mutable_timeline(3)->set_kind(v1::MOMENT_KIND_CAME);
  mixed.mutable_timeline(4)->set_kind(v1::MOMENT_KIND_CAME);
  EXPECT_THAT(NumbersOf(LayOut(ShownMoments(mixed.timeline()), kWidth).lanes[0]), ElementsAre("1, 3"));
}

TEST(TimelineLayout, ShowsThatNothingCame) {
  const v1::CaseResult due = CaseAt({0, 24}, v1::MOMENT_KIND_DUE);
  const TimelineLayout layout = LayOut(ShownMoments(due.timeline()), kWidth);
  ASSERT_THAT(layout.lanes, SizeIs(2));
  EXPECT_EQ(layout.lanes[1].kind, v1::MOMENT_KIND_CAME);
  EXPECT_THAT(layout.lanes[1].marks, IsEmpty());
  const v1::CaseResult sent = CaseAt({0, 24}, v1::MOMENT_KIND_SENT);
  EXPECT_THAT(LayOut(ShownMoments(sent.timeline()), kWidth).lanes, SizeIs(1));
}

TEST(TimelineLayout, DrawsNoMomentWithoutAKind) {
  EXPECT_THAT(LayOut(ShownMoments(CaseAt({0, 1}, v1::MOMENT_KIND_UNSPECIFIED).timeline()), kWidth).lanes,
              IsEmpty());
  EXPECT_THAT(LayOut({}, kWidth).days, IsEmpty());
}

// In pixels, in a drawing of so many.
struct Box {
  double left;
  double right;
};

Box BoxOf(const Label& label, double drawn_width) {
  const double width = static_cast<double>(WidthOf(label.text)) * kLetterWidth;
  const double x = label.x / 100 * drawn_width;
  switch (label.anchor) {
    case Anchor::kStart:
      return {x, x + width};
    case Anchor::kMiddle:
      return {x - width / 2, x + width / 2};
    case Anchor::kEnd:
      return {x - width, x};
  }
  return {};
}

void ExpectApart(const std::vector<Label>& labels, double drawn_width) {
  double right = 0;
  for (const Label& label : labels) {
    const Box box = BoxOf(label, drawn_width);
    EXPECT_GE(box.left, right) << label.text << " at " << drawn_width;
    EXPECT_LE(box.right, drawn_width) << label.text << " at " << drawn_width;
    right = box.right;
  }
}

void ExpectLegible(const v1::CaseResult& result) {
  const TimelineLayout layout = LayOut(ShownMoments(result.timeline()), kWidth);
  for (const double drawn_width : {kWidth, 2 * kWidth, 4 * kWidth}) {
    ExpectApart(layout.day_labels, drawn_width);
    ExpectApart(layout.year_labels, drawn_width);
    ExpectApart(layout.gap_labels, drawn_width);
    for (const Lane& lane : layout.lanes) {
      std::vector<Label> numbers;
      for (const NumberLabel& number : lane.numbers) numbers.push_back(number.label);
      ExpectApart(numbers, drawn_width);
    }
  }
}

TEST(TimelineLayout, LetsNoLabelTouchAnother) {
  const v1::RunResult run = RunOfEverything();
  for (const v1::CaseResult& result : run.cases()) ExpectLegible(result);
}

TEST(TimelineLayout, LetsNoLabelTouchAnotherWhateverHappens) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    std::mt19937 random(seed);
    std::vector<int> hours(1 + random() % 30);
    int hour = 0;
    for (int& each : hours) {
      hour += static_cast<int>(random() % 4 == 0 ? random() % 9000 : random() % 30);
      each = hour;
    }
    v1::CaseResult result = CaseAt(hours, v1::MOMENT_KIND_SENT);
    for (v1::Moment& moment : *result.mutable_timeline()) {
      moment.set_kind(static_cast<v1::MomentKind>(1 + random() % 3));
    }
    ExpectLegible(result);
    const TimelineLayout layout = LayOut(ShownMoments(result.timeline()), kWidth);
    std::size_t marks = 0;
    for (const Lane& lane : layout.lanes) marks += lane.marks.size();
    EXPECT_EQ(marks, hours.size());
  }
}

}  // namespace
}  // namespace ketenproef::conformance
