#include "conformance/checks/collected.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace ketenproef::conformance {
namespace {

using testing::HasSubstr;
using Soort = CollectedItem::Soort;

constexpr int kPatience = 50;

CollectedItem Confirmed() {
  return {.text = "rapport", .is_listed = true, .is_confirmed = true, .downloads = 1, .whole_downloads = 1};
}
CollectedItem Damaged(int times) {
  return {.text = "kapot", .is_listed = true, .downloads = times, .damaged_downloads = times};
}

// What is said to be wrong; empty: nothing.
std::string Wrong(const Collected& collected, const v1::ExpectCollected& expected = {}) {
  const Values values("wet");
  v1::CaseResult result;
  Findings findings(values, &result);
  CheckCollected(collected, expected, &findings);
  std::string wrong;
  for (const v1::Finding& finding : result.findings()) wrong += finding.regel() + " " + finding.got() + "\n";
  return wrong;
}

TEST(Collected, CSV05_DoneWhenAllIsConfirmedOrSeen) {
  Collected collected{.items = {Confirmed(), {.soort = Soort::kDoorlevering}, {.soort = Soort::kBericht}}};
  EXPECT_EQ(ProgressOf(collected, {}), Progress::kUnderWay);
  collected.items[1].is_confirmed = true;
  EXPECT_EQ(ProgressOf(collected, {}), Progress::kUnderWay);
  collected.items[2].is_listed = true;
  EXPECT_EQ(ProgressOf(collected, {}), Progress::kDone);
  EXPECT_EQ(ProgressOf({}, {}), Progress::kDone);
}

TEST(Collected, SIG04_WhatIsForAnotherGemeenteIsNotMissed) {
  EXPECT_EQ(ProgressOf({.items = {Confirmed(), {.is_own = false}}}, {}), Progress::kDone);
}

TEST(Collected, CSV05_LeftLyingAfterSoManyRounds) {
  Collected collected{.items = {Confirmed(), {.text = "ander", .is_listed = true, .rounds = kPatience - 1}}};
  EXPECT_EQ(ProgressOf(collected, {}), Progress::kUnderWay);
  collected.items[1].rounds = kPatience;
  EXPECT_EQ(ProgressOf(collected, {}), Progress::kWrong);
  EXPECT_THAT(Wrong(collected), HasSubstr("CSV-05 na 50 keer de lijst te hebben opgevraagd niet opgehaald"));
  // Somebody who is busy is not done yet.
  collected.calls_under_way = 1;
  EXPECT_EQ(ProgressOf(collected, {}), Progress::kUnderWay);
  v1::ExpectCollected patient;
  patient.set_rounds(kPatience + 1);
  collected.calls_under_way = 0;
  EXPECT_EQ(ProgressOf(collected, patient), Progress::kUnderWay);
}

TEST(Collected, TellsHowFarItCame) {
  const auto left = [](CollectedItem item) {
    item.rounds = kPatience;
    return Wrong({.items = {item}});
  };
  EXPECT_THAT(left({}), HasSubstr("CSV-05 na 50 keer de lijst te hebben opgevraagd nog niet gezien"));
  EXPECT_THAT(left({.is_listed = true, .downloads = 1, .whole_downloads = 1}), HasSubstr("niet bevestigd"));
  EXPECT_THAT(left(Damaged(1)), HasSubstr("niet opnieuw opgehaald"));
  EXPECT_THAT(left({.soort = Soort::kDoorlevering, .is_listed = true}), HasSubstr("DL-04"));
  EXPECT_THAT(left({.soort = Soort::kBericht}), HasSubstr("SIG-07"));
}

TEST(Collected, CSV05_AlwaysDamagedStaysUnconfirmedAndIsTriedAgain) {
  v1::ExpectCollected one;
  one.set_unconfirmed(1);
  EXPECT_EQ(ProgressOf({.items = {Damaged(2), Confirmed()}}, one), Progress::kDone);
  EXPECT_EQ(ProgressOf({.items = {Damaged(1), Confirmed()}}, one), Progress::kUnderWay) << "not tried again";
  EXPECT_EQ(ProgressOf({.items = {Damaged(2), Damaged(2)}}, one), Progress::kUnderWay) << "one, not two";
  EXPECT_EQ(ProgressOf({.items = {Damaged(2)}}, {}), Progress::kUnderWay) << "nobody said that it may";
  CollectedItem other = Confirmed();
  other.is_confirmed = false;
  other.rounds = kPatience;
  EXPECT_EQ(ProgressOf({.items = {Damaged(9), other}}, one), Progress::kWrong)
      << "it stands in the way of others";
}

TEST(Collected, CSV05_DownloadsAreCountedInQuietRoundsToo) {
  v1::ExpectCollected once;
  once.set_downloads(1);
  Collected collected{.items = {Confirmed()}};
  collected.items[0].rounds = 2;
  EXPECT_EQ(ProgressOf(collected, once), Progress::kUnderWay) << "it could still do it";
  collected.items[0].rounds = 3;
  EXPECT_EQ(ProgressOf(collected, once), Progress::kDone);
  collected.items[0].downloads = 2;
  EXPECT_EQ(ProgressOf(collected, once), Progress::kWrong);
  EXPECT_THAT(Wrong(collected, once), HasSubstr("2 keer"));
}

TEST(Collected, WhatItMustNotDoIsWrongAtOnce) {
  const Collected collected{.items = {Confirmed()}, .wrong = {{"SIG-04", "niet van een ander", "", "wel"}}};
  EXPECT_EQ(ProgressOf(collected, {}), Progress::kWrong);
  EXPECT_EQ(Wrong(collected), "SIG-04 wel\n");
}

}  // namespace
}  // namespace ketenproef::conformance
