#include "conformance/report/html_verdict.h"

#include <gtest/gtest.h>

#include "conformance/report/proefrun.h"

namespace ketenproef::conformance {
namespace {

VerdictText Told(const std::string& text) {
  const v1::RunResult run = RunOf(text);
  return TextOfVerdict(run, Summarize(run));
}

constexpr char kPass[] = "cases { verdict: VERDICT_PASS } ";
constexpr char kFail[] = "cases { verdict: VERDICT_FAIL } ";
constexpr char kKnown[] = "cases { verdict: VERDICT_FAIL known_failure: 'x' } ";
constexpr char kSkipped[] = "cases { verdict: VERDICT_SKIPPED } ";
constexpr char kInconclusive[] = "cases { verdict: VERDICT_INCONCLUSIVE } ";

TEST(HtmlVerdict, IsGreenOnlyWhereAllThatWasTestedPassed) {
  EXPECT_EQ(Told(kPass).tone, Column::kPass);
  EXPECT_EQ(Told(std::string(kPass) + kSkipped).tone, Column::kPass);
  for (const std::string& run :
       {std::string(), std::string("exit_code: 2"), std::string(kSkipped), std::string(kKnown),
        std::string(kPass) + kKnown, std::string(kPass) + kInconclusive, std::string(kPass) + kFail,
        std::string(kPass) + "exit_code: 1", std::string(kPass) + "exit_code: 2",
        std::string(kPass) + "exit_code: 70"}) {
    EXPECT_NE(Told(run).tone, Column::kPass) << run;
  }
}

TEST(HtmlVerdict, CountsInSentences) {
  EXPECT_EQ(Told(kPass).explanation, "Het enige getoetste geval is geslaagd.");
  EXPECT_EQ(Told(std::string(kPass) + kPass).explanation, "Alle 2 getoetste gevallen zijn geslaagd.");
  const VerdictText failed = Told(std::string(kPass) + kFail + kSkipped + "exit_code: 1");
  EXPECT_EQ(failed.verdict, "Niet geslaagd");
  EXPECT_EQ(failed.explanation, "Van 2 gevallen is er 1 gefaald.");
  EXPECT_EQ(Told(std::string(kPass) + "exit_code: 1 known_failure_problems { id: 'x' }").explanation,
            "De lijst van bekende fouten klopt niet.");
  EXPECT_EQ(Told(std::string(kPass) + kKnown).explanation,
            "Niets laat de proef mislukken, maar van 2 gevallen is er 1 geslaagd.");
}

TEST(HtmlVerdict, SaysWhatTheExitCodeMeans) {
  EXPECT_EQ(Told(kPass).exit_code, "alles goed");
  EXPECT_EQ(Told(std::string(kFail) + "exit_code: 1").exit_code, "gefaald");
  EXPECT_EQ(Told(std::string(kInconclusive) + "exit_code: 2").exit_code, "onbeslist");
  EXPECT_EQ(Told("exit_code: 70").exit_code, "geen oordeel");
}

}  // namespace
}  // namespace ketenproef::conformance
