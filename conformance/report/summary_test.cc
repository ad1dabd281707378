#include "conformance/report/summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/report/proefrun.h"

namespace ketenproef::conformance {
namespace {

using ::testing::ElementsAre;

TEST(Summary, CountsEveryCaseOnce) {
  const VerdictCounts counts = Summarize(RunOfEverything()).counts;
  EXPECT_EQ(counts.pass, 270);
  EXPECT_EQ(counts.fail, 10);
  EXPECT_EQ(counts.known, 1);
  EXPECT_EQ(counts.inconclusive, 8);
  EXPECT_EQ(counts.skipped, 11);
  EXPECT_EQ(counts.Total(), 300);
}

TEST(Summary, CountsACaseWithTheRulesItChecksAndThoseItsFindingsName) {
  const Summary summary =
      Summarize(RunOf("cases { regels: 'ZM-04' regels: 'KAL-01' verdict: VERDICT_PASS } "
                      "cases { regels: 'ZM-04' verdict: VERDICT_FAIL findings { regel: 'BOE-01' } findings { "
                      "regel: 'ZM-04' } } "
                      "cases { regels: 'EIGEN-01' verdict: VERDICT_SKIPPED }"));
  ASSERT_EQ(summary.regels.size(), 4U);
  EXPECT_EQ(summary.regels[0].regel.id, "KAL-01");
  EXPECT_EQ(summary.regels[0].counts.pass, 1);
  EXPECT_EQ(summary.regels[1].regel.id, "ZM-04");
  EXPECT_EQ(summary.regels[1].counts.pass, 1);
  EXPECT_EQ(summary.regels[1].counts.fail, 1);
  EXPECT_EQ(summary.regels[2].regel.id, "BOE-01");
  EXPECT_EQ(summary.regels[2].counts.fail, 1);
  EXPECT_EQ(summary.regels[3].regel.id, "EIGEN-01");
  EXPECT_EQ(summary.regels[3].regel.titel, "");
  EXPECT_EQ(summary.regels[3].counts.skipped, 1);
  EXPECT_EQ(summary.untested.size(), Regels().size() - 3);
}

struct ToldOfARun {
  const char* run;
  Outcome outcome;
};

class OutcomeOfARun : public testing::TestWithParam<ToldOfARun> {};

TEST_P(OutcomeOfARun, IsTold) {
  EXPECT_EQ(Summarize(RunOf(GetParam().run)).outcome, GetParam().outcome) << GetParam().run;
}

INSTANTIATE_TEST_SUITE_P(
    All, OutcomeOfARun,
    testing::Values(
        ToldOfARun{"cases { verdict: VERDICT_PASS }", Outcome::kPassed},
        ToldOfARun{"cases { verdict: VERDICT_PASS } cases { verdict: VERDICT_SKIPPED }", Outcome::kPassed},
        ToldOfARun{"cases { verdict: VERDICT_SKIPPED }", Outcome::kNothingTested},
        ToldOfARun{"", Outcome::kNothingTested},
        ToldOfARun{"cases { verdict: VERDICT_PASS } cases { verdict: VERDICT_FAIL known_failure: 'x' }",
                   Outcome::kPassedWithRemarks},
        ToldOfARun{"cases { verdict: VERDICT_FAIL known_failure: 'x' }", Outcome::kPassedWithRemarks},
        ToldOfARun{"cases { verdict: VERDICT_PASS } cases { verdict: VERDICT_FAIL level: LEVEL_SHOULD }",
                   Outcome::kPassedWithRemarks},
        ToldOfARun{"cases { verdict: VERDICT_PASS } cases { verdict: VERDICT_INCONCLUSIVE }",
                   Outcome::kPassedWithRemarks},
        ToldOfARun{"cases { verdict: VERDICT_PASS } cases {}", Outcome::kPassedWithRemarks},
        ToldOfARun{"cases { verdict: VERDICT_PASS } exit_code: 1", Outcome::kFailed},
        ToldOfARun{"cases { verdict: VERDICT_PASS } exit_code: 2", Outcome::kInconclusive},
        ToldOfARun{"exit_code: 2", Outcome::kNothingTested},
        ToldOfARun{"cases {} exit_code: 2", Outcome::kInconclusive},
        ToldOfARun{"cases { verdict: VERDICT_PASS } exit_code: 70", Outcome::kBroken}));

TEST(SuiteOf, IsTheIdUpToTheRule) {
  const auto suite_of = [](const char* id) {
    v1::CaseResult result;
    result.set_id(id);
    return SuiteOf(result);
  };
  EXPECT_EQ(suite_of("uwv/ziekmelding/ZM-04/laatste-dag/vrijdag"), "uwv/ziekmelding");
  EXPECT_EQ(suite_of("gemeente/ontvangst/overig"), "gemeente/ontvangst");
  EXPECT_EQ(suite_of("los"), "los");
}

TEST(RegelsOf, AreEachNamedOnce) {
  const v1::RunResult run =
      RunOf("cases { regels: 'ZM-04' findings { regel: 'ZM-04' } findings { regel: 'BO-01' } }");
  EXPECT_THAT(RegelsOf(run.cases(0)), ElementsAre("ZM-04", "BO-01"));
}

}  // namespace
}  // namespace ketenproef::conformance
