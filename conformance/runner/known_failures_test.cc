#include "conformance/runner/known_failures.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace ketenproef::conformance {
namespace {

const Dag kToday = *ParseDag("2026-11-22");

v1::RunResult RunOf(v1::Verdict verdict) {
  v1::RunResult run;
  v1::CaseResult& failed = *run.add_cases();
  failed.set_id("uwv/ZM-04/a");
  failed.set_profiel("wet");
  failed.set_verdict(verdict);
  if (verdict == v1::VERDICT_FAIL) failed.set_reason("ZM-04: verwacht x, kreeg een dag te laat");
  v1::CaseResult& passed = *run.add_cases();
  passed.set_id("uwv/ZM-06/b");
  passed.set_profiel("wet");
  passed.set_verdict(v1::VERDICT_PASS);
  return run;
}

v1::KnownFailures List(const std::string& id = "uwv/ZM-04/*", const std::string& reason = "een dag te laat",
                       const std::string& expires = "2026-11-22") {
  v1::KnownFailures known;
  v1::KnownFailure& entry = *known.add_known_failure();
  entry.set_id(id);
  entry.set_reason(reason);
  entry.set_owner("team keten");
  entry.set_expires(expires);
  return known;
}

// The exit code and the problems of a run with this list.
std::string Outcome(v1::RunResult run, const v1::KnownFailures& known) {
  ApplyKnownFailures(known, kToday, &run);
  std::string text = absl::StrCat(ExitCodeOf(run));
  for (const auto& problem : run.known_failure_problems()) absl::StrAppend(&text, " ", problem.problem());
  return text;
}

TEST(KnownFailures, AKnownFailureDoesNotFailTheRun) {
  EXPECT_EQ(Outcome(RunOf(v1::VERDICT_FAIL), {}), "1");
  EXPECT_EQ(Outcome(RunOf(v1::VERDICT_FAIL), List()), "0");
}

TEST(KnownFailures, AnEntryMustReallyFail) {
  EXPECT_EQ(Outcome(RunOf(v1::VERDICT_PASS), List()), "1 uwv/ZM-04/a (wet) slaagt: haal de regel weg");
  EXPECT_EQ(Outcome(RunOf(v1::VERDICT_FAIL), List("uwv/HM-03/*")),
            "1 past bij geen enkel geval van deze run");
  EXPECT_EQ(Outcome(RunOf(v1::VERDICT_FAIL), List("uwv/ZM-04/*", "een dag te vroeg")),
            "1 uwv/ZM-04/a (wet) faalt om een andere reden");
  EXPECT_EQ(Outcome(RunOf(v1::VERDICT_FAIL), List("uwv/ZM-04/*", "een dag te laat", "2026-11-21")),
            "1 is verlopen op 2026-11-21");
}

TEST(KnownFailures, AnEntryOfAnotherProfileIsNotMeant) {
  v1::KnownFailures known = List();
  known.mutable_known_failure(0)->set_profiel("handleiding");
  EXPECT_EQ(Outcome(RunOf(v1::VERDICT_FAIL), known), "1 past bij geen enkel geval van deze run");
}

TEST(KnownFailures, EveryFieldIsObliged) {
  EXPECT_TRUE(CheckKnownFailures(List()).ok());
  EXPECT_FALSE(CheckKnownFailures(List("")).ok());
  EXPECT_FALSE(CheckKnownFailures(List("a", "")).ok());
  EXPECT_FALSE(CheckKnownFailures(List("a", "b", "22-11-2026")).ok());
  v1::KnownFailures nobody = List();
  nobody.mutable_known_failure(0)->clear_owner();
  EXPECT_FALSE(CheckKnownFailures(nobody).ok());
}

TEST(ExitCode, NothingTestedIsNeverGreen) {
  EXPECT_EQ(ExitCodeOf(RunOf(v1::VERDICT_PASS)), 0);
  EXPECT_EQ(ExitCodeOf(RunOf(v1::VERDICT_SKIPPED)), 0);
  EXPECT_EQ(ExitCodeOf(RunOf(v1::VERDICT_INCONCLUSIVE)), 2);
  EXPECT_EQ(ExitCodeOf(RunOf(v1::VERDICT_UNSPECIFIED)), 2);
  EXPECT_EQ(ExitCodeOf(v1::RunResult()), 2);
  v1::RunResult skipped;
  skipped.add_cases()->set_verdict(v1::VERDICT_SKIPPED);
  EXPECT_EQ(ExitCodeOf(skipped), 2);
  // A failure counts for more than what could not be judged.
  v1::RunResult both = RunOf(v1::VERDICT_FAIL);
  both.add_cases()->set_verdict(v1::VERDICT_INCONCLUSIVE);
  EXPECT_EQ(ExitCodeOf(both), 1);
}

}  // namespace
}  // namespace ketenproef::conformance
