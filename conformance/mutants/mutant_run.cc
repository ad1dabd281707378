#include "conformance/mutants/mutant_run.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <set>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/synchronization/mutex.h"
#include "conformance/catalogue/regels.h"
#include "conformance/mutants/mutant_system.h"
#include "conformance/runner/run.h"

namespace ketenproef::conformance {
namespace {

std::vector<PlannedCase> CasesFor(const Mutant& mutant, const std::vector<PlannedCase>& plan) {
  Selection selection;
  selection.kind = mutant.kind;
  selection.regels = {mutant.regel()};
  if (!mutant.profiel.empty()) selection.profielen = {mutant.profiel};
  return Select(plan, selection);
}

// Runs cases on a system until one fails; that one, or nothing.
std::optional<v1::CaseResult> FirstFailure(const std::vector<PlannedCase>& cases, SystemSource& source,
                                           v1::SystemKind kind, const MutantRunOptions& options,
                                           int* inconclusive) {
  std::optional<v1::CaseResult> failure;
  RunOptions run;
  run.kind = kind;
  run.parallel = 1;
  run.timeout_per_case = options.timeout_per_case;
  run.stops_at_failure = true;
  run.case_done = [&](const CaseRun& done, int, int) {
    if (done.result.verdict() == v1::VERDICT_INCONCLUSIVE) ++*inconclusive;
    if (done.result.verdict() == v1::VERDICT_FAIL) failure = done.result;
  };
  RunCases(cases, source, run);
  return failure;
}

// Where the case stands in the list; a case is there once in each profile.
std::size_t IndexOf(const std::vector<PlannedCase>& cases, const v1::CaseResult& result) {
  const auto found = std::find_if(cases.begin(), cases.end(), [&](const PlannedCase& item) {
    return item.id == result.id() && item.profiel == result.profiel();
  });
  return static_cast<std::size_t>(found - cases.begin());
}

MutantResult Try(const Mutant& mutant, const std::vector<PlannedCase>& plan, SystemSource& good,
                 const MutantRunOptions& options) {
  MutantResult result;
  result.mutant = &mutant;
  std::vector<PlannedCase> cases = CasesFor(mutant, plan);
  result.cases = static_cast<int>(cases.size());
  const auto broken = MakeBrokenSource(&good, mutant.id, mutant.breuk);
  while (!cases.empty()) {
    const auto failure = FirstFailure(cases, *broken, mutant.kind, options, &result.inconclusive);
    if (!failure.has_value()) break;
    const std::size_t index = IndexOf(cases, *failure);
    int unjudged = 0;
    const bool is_unfit = FirstFailure({cases[index]}, good, mutant.kind, options, &unjudged).has_value();
    if (!is_unfit && unjudged == 0) {
      result.killed_by = failure->id();
      result.profiel = failure->profiel();
      break;
    }
    // The good system fails it too: it says nothing about this one.
    cases.erase(cases.begin(), cases.begin() + static_cast<std::ptrdiff_t>(index) + 1);
  }
  return result;
}

std::string KindName(v1::SystemKind kind) {
  switch (kind) {
    case v1::SYSTEM_KIND_UWV:
      return "uwv";
    case v1::SYSTEM_KIND_INLICHTINGENBUREAU:
      return "inlichtingenbureau";
    case v1::SYSTEM_KIND_GEMEENTE:
      return "gemeente";
    case v1::SYSTEM_KIND_GEMEENTE_OPHALER:
      return "gemeente-ophaler";
    default:
      return "?";
  }
}

// In the order of the catalogue.
template <typename Use>
void ForEachMust(Use use) {
  for (const Regel& regel : Regels()) {
    if (regel.niveau == "MUST") use(regel.id);
  }
}

}  // namespace

std::vector<MutantResult> RunMutants(const std::vector<const Mutant*>& mutants,
                                     const std::vector<PlannedCase>& plan, SystemSource& good,
                                     const MutantRunOptions& options) {
  std::vector<MutantResult> results(mutants.size());
  std::atomic<std::size_t> next = 0;
  absl::Mutex mutex;
  int done = 0;
  const auto work = [&] {
    for (std::size_t index = next.fetch_add(1); index < mutants.size(); index = next.fetch_add(1)) {
      MutantResult result = Try(*mutants[index], plan, good, options);
      absl::MutexLock lock(&mutex);
      ++done;
      if (options.mutant_done) options.mutant_done(result, done, static_cast<int>(mutants.size()));
      results[index] = std::move(result);
    }
  };
  std::vector<std::thread> workers;
  for (int i = 0; i < std::max(options.parallel, 1); ++i) workers.emplace_back(work);
  for (std::thread& worker : workers) worker.join();
  return results;
}

Gaps FindGaps(const std::vector<const Mutant*>& mutants, const std::vector<PlannedCase>& plan) {
  std::set<std::string> broken;
  for (const Mutant* mutant : mutants) broken.insert(mutant->regel());
  std::set<std::string> named;
  for (const PlannedCase& item : plan) named.insert(item.item->regels().begin(), item.item->regels().end());
  Gaps gaps;
  ForEachMust([&](const std::string& regel) {
    if (!broken.contains(regel)) gaps.without_mutant.push_back(regel);
    if (!named.contains(regel)) gaps.without_case.push_back(regel);
  });
  return gaps;
}

std::string MutantTable(const std::vector<MutantResult>& results, const Gaps& gaps) {
  std::map<std::string, std::vector<const MutantResult*>> by_rule;
  int killed = 0;
  for (const MutantResult& result : results) {
    by_rule[result.mutant->regel()].push_back(&result);
    if (result.is_killed()) ++killed;
  }
  std::string text;
  for (const Regel& regel : Regels()) {
    const auto found = by_rule.find(regel.id);
    if (found == by_rule.end()) continue;
    const auto dead = std::count_if(found->second.begin(), found->second.end(),
                                    [](const MutantResult* result) { return result->is_killed(); });
    absl::StrAppendFormat(&text, "%s  %d / %d  %s\n", regel.id, dead, found->second.size(), regel.titel);
    for (const MutantResult* result : found->second) {
      const std::string by = result->is_killed() ? absl::StrCat(result->killed_by, " (", result->profiel, ")")
                                                 : absl::StrCat("OVERLEEFT ", result->cases, " gevallen");
      absl::StrAppendFormat(&text, "  %-18s %-45s %s\n", KindName(result->mutant->kind), result->mutant->id,
                            by);
    }
  }
  for (const MutantResult& result : results) {
    if (result.is_killed()) continue;
    absl::StrAppend(&text, "overleeft: ", KindName(result.mutant->kind), " ", result.mutant->id, ": ",
                    result.mutant->uitleg, result.inconclusive > 0 ? " (niet alles te beoordelen)" : "",
                    "\n");
  }
  if (!gaps.without_mutant.empty()) {
    absl::StrAppend(&text, "zonder mutant: ", absl::StrJoin(gaps.without_mutant, ", "), "\n");
  }
  if (!gaps.without_case.empty()) {
    absl::StrAppend(&text, "zonder geval: ", absl::StrJoin(gaps.without_case, ", "), "\n");
  }
  absl::StrAppendFormat(&text, "%d / %d mutanten gedood\n", killed, results.size());
  return text;
}

}  // namespace ketenproef::conformance
