#include "conformance/runner/known_failures.h"

#include <algorithm>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "conformance/runner/plan.h"

namespace ketenproef::conformance {
namespace {

// What was said of a case, in one text: the reason of the verdict and every finding.
std::string Said(const v1::CaseResult& result) {
  std::string said = result.reason();
  for (const v1::Finding& finding : result.findings()) {
    absl::StrAppend(&said, "\n", finding.regel(), ": ", finding.expected(), "\n", finding.got());
  }
  return said;
}

void AddProblem(const v1::KnownFailure& entry, absl::string_view problem, v1::RunResult* run) {
  v1::KnownFailureProblem& added = *run->add_known_failure_problems();
  added.set_id(entry.id());
  added.set_problem(std::string(problem));
}

void Apply(const v1::KnownFailure& entry, Dag today, v1::RunResult* run) {
  int matches = 0;
  std::set<std::string> problems;
  for (v1::CaseResult& result : *run->mutable_cases()) {
    const bool is_meant = MatchesGlob(entry.id(), result.id()) &&
                          (entry.profiel().empty() || entry.profiel() == result.profiel());
    if (!is_meant) continue;
    ++matches;
    if (result.verdict() == v1::VERDICT_PASS) {
      problems.insert(absl::StrCat(result.id(), " (", result.profiel(), ") slaagt: haal de regel weg"));
    } else if (result.verdict() == v1::VERDICT_FAIL && !absl::StrContains(Said(result), entry.reason())) {
      problems.insert(absl::StrCat(result.id(), " (", result.profiel(), ") faalt om een andere reden"));
    } else if (result.verdict() == v1::VERDICT_FAIL) {
      result.set_known_failure(
          absl::StrCat(entry.id(), " (", entry.owner(), ", tot en met ", entry.expires(), ")"));
    }
  }
  if (matches == 0) AddProblem(entry, "past bij geen enkel geval van deze run", run);
  for (const std::string& problem : problems) AddProblem(entry, problem, run);
  if (ParseDag(entry.expires()) < today) {
    AddProblem(entry, absl::StrCat("is verlopen op ", entry.expires()), run);
  }
}

}  // namespace

absl::Status CheckKnownFailures(const v1::KnownFailures& known) {
  for (const v1::KnownFailure& entry : known.known_failure()) {
    const auto wrong = [&](absl::string_view why) {
      return absl::InvalidArgumentError(absl::StrCat("known failure \"", entry.id(), "\" ", why));
    };
    if (entry.id().empty()) return wrong("needs an id");
    if (entry.reason().empty()) return wrong("needs a reason: a text that stands in what the failure says");
    if (entry.owner().empty()) return wrong("needs an owner");
    if (!ParseDag(entry.expires()).has_value()) return wrong("needs a last day in expires, as JJJJ-MM-DD");
  }
  return absl::OkStatus();
}

void ApplyKnownFailures(const v1::KnownFailures& known, Dag today, v1::RunResult* run) {
  for (const v1::KnownFailure& entry : known.known_failure()) Apply(entry, today, run);
}

int ExitCodeOf(const v1::RunResult& run) {
  const auto count = [&](auto is_meant) {
    return std::count_if(run.cases().begin(), run.cases().end(), is_meant);
  };
  const auto failed = count([](const v1::CaseResult& result) {
    return result.verdict() == v1::VERDICT_FAIL && result.known_failure().empty();
  });
  const auto passed =
      count([](const v1::CaseResult& result) { return result.verdict() == v1::VERDICT_PASS; });
  const auto unjudged = count([](const v1::CaseResult& result) {
    return result.verdict() != v1::VERDICT_PASS && result.verdict() != v1::VERDICT_FAIL &&
           result.verdict() != v1::VERDICT_SKIPPED;
  });
  if (failed > 0 || !run.known_failure_problems().empty()) return 1;
  return unjudged > 0 || passed == 0 ? 2 : 0;
}

}  // namespace ketenproef::conformance
