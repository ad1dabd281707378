#include "conformance/mutants/mutant_run.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <thread>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/synchronization/mutex.h"
#include "conformance/catalogue/regels.h"
#include "conformance/mutants/mutant_system.h"
#include "conformance/runner/run.h"

namespace ketenproef::conformance {
namespace {

// A number that only the text decides, so that every run has the same order (FNV-1a).
std::uint64_t NumberOf(const std::string& text) {
  std::uint64_t number = 14'695'981'039'346'656'037U;
  for (const char c : text) number = (number ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  return number;
}

// Those that name the rule, in the order in which they are most likely to fail soon: cases about this rule
// first, and of large families not one choice after the other, as only some of them lie where the system is
// broken.
std::vector<PlannedCase> CasesFor(const Mutant& mutant, const std::vector<PlannedCase>& plan) {
  Selection selection;
  selection.kind = mutant.kind;
  selection.regels = {mutant.regel()};
  if (!mutant.profiel.empty()) selection.profielen = {mutant.profiel};
  std::vector<PlannedCase> cases = Select(plan, selection);
  const auto key = [&](const PlannedCase& item) {
    return std::make_tuple(item.item->regels(0) != mutant.regel(), NumberOf(item.id), item.profiel);
  };
  std::sort(cases.begin(), cases.end(),
            [&](const PlannedCase& a, const PlannedCase& b) { return key(a) < key(b); });
  return cases;
}

MutantResult Try(const Mutant& mutant, const std::vector<PlannedCase>& plan, SystemSource& good,
                 const MutantRunOptions& options) {
  MutantResult result;
  result.mutant = &mutant;
  const std::vector<PlannedCase> cases = CasesFor(mutant, plan);
  result.cases = static_cast<int>(cases.size());
  const auto broken = MakeBrokenSource(&good, mutant.id, mutant.breuk);
  RunOptions run;
  run.kind = mutant.kind;
  run.parallel = 1;
  run.timeout_per_case = options.timeout_per_case;
  run.stops_at_failure = true;
  run.case_done = [&result](const CaseRun& done, int, int) {
    if (done.result.verdict() == v1::VERDICT_INCONCLUSIVE) ++result.inconclusive;
    if (done.result.verdict() != v1::VERDICT_FAIL || result.is_killed()) return;
    result.killed_by = done.result.id();
    result.profiel = done.result.profiel();
  };
  if (!cases.empty()) RunCases(cases, *broken, run);
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

std::vector<PlannedCase> FitCases(const std::vector<const Mutant*>& mutants,
                                  const std::vector<PlannedCase>& plan, SystemSource& good,
                                  const MutantRunOptions& options, std::vector<std::string>* unfit) {
  std::map<v1::SystemKind, std::set<std::string>> rules;
  for (const Mutant* mutant : mutants) rules[mutant->kind].insert(mutant->regel());
  std::vector<PlannedCase> fit;
  for (const auto& [kind, names] : rules) {
    Selection selection;
    selection.kind = kind;
    selection.regels.assign(names.begin(), names.end());
    const std::vector<PlannedCase> cases = Select(plan, selection);
    const auto unbroken = MakeBrokenSource(&good, "ongebroken", [](Hooks*) {});
    RunOptions run;
    run.kind = kind;
    run.parallel = options.parallel;
    run.timeout_per_case = options.timeout_per_case;
    const v1::RunResult results = RunCases(cases, *unbroken, run);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const v1::CaseResult& result = results.cases(static_cast<int>(i));
      if (result.verdict() == v1::VERDICT_PASS) {
        fit.push_back(cases[i]);
      } else {
        unfit->push_back(absl::StrCat(result.id(), " (", result.profiel(), ")"));
      }
    }
  }
  return fit;
}

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

std::string MutantTable(const std::vector<MutantResult>& results) {
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
  absl::StrAppendFormat(&text, "%d / %d mutanten gedood\n", killed, results.size());
  return text;
}

}  // namespace ketenproef::conformance
