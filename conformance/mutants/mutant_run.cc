#include "conformance/mutants/mutant_run.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <thread>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "conformance/mutants/case_order.h"
#include "conformance/mutants/mutant_system.h"
#include "conformance/runner/run.h"

namespace ketenproef::conformance {
namespace {

// The same case in the other profile is another; so is one of the same name for another kind of system.
using CaseKey = std::tuple<v1::SystemKind, std::string, std::string>;

CaseKey KeyOf(const PlannedCase& item) {
  return {item.suite->kind(), item.id, item.profiel};
}

CaseKey KillerOf(const MutantResult& result) {
  return {result.mutant->kind, result.killed_by, result.profiel};
}

MutantResult Try(const Mutant& mutant, const std::vector<PlannedCase>& plan, SystemSource& good,
                 const MutantRunOptions& options) {
  MutantResult result;
  result.mutant = &mutant;
  const std::vector<PlannedCase> cases = CasesInOrder(mutant, plan);
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

class MutantRunner {
 public:
  MutantRunner(const std::vector<const Mutant*>& mutants, const std::vector<PlannedCase>& plan,
               SystemSource& good, const MutantRunOptions& options)
      : mutants_(mutants), plan_(plan), good_(good), options_(options), results_(mutants.size()) {}

  MutantRun Run() {
    std::vector<std::size_t> places(mutants_.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
    while (!places.empty()) {
      TryAll(places);
      const std::set<CaseKey> wrong = WrongKillers();
      std::erase_if(plan_, [&](const PlannedCase& item) { return wrong.contains(KeyOf(item)); });
      places.clear();
      for (std::size_t i = 0; i < results_.size(); ++i) {
        if (results_[i].is_killed() && wrong.contains(KillerOf(results_[i]))) places.push_back(i);
      }
    }
    return {std::move(results_), std::move(unfit_)};
  }

 private:
  void TryAll(const std::vector<std::size_t>& places) {
    std::atomic<std::size_t> next = 0;
    absl::Mutex mutex;
    int done = 0;
    const auto work = [&] {
      for (std::size_t i = next.fetch_add(1); i < places.size(); i = next.fetch_add(1)) {
        MutantResult result = Try(*mutants_[places[i]], plan_, good_, options_);
        absl::MutexLock lock(&mutex);
        ++done;
        if (options_.mutant_done) options_.mutant_done(result, done, static_cast<int>(places.size()));
        results_[places[i]] = std::move(result);
      }
    };
    std::vector<std::thread> workers;
    for (int i = 0; i < std::max(options_.parallel, 1); ++i) workers.emplace_back(work);
    for (std::thread& worker : workers) worker.join();
  }

  // Of the cases that killed and were not looked at before, those that the good system does not pass either.
  std::set<CaseKey> WrongKillers() {
    std::map<v1::SystemKind, std::vector<PlannedCase>> killers;
    std::set<CaseKey> killed;
    for (const MutantResult& result : results_) {
      if (result.is_killed()) killed.insert(KillerOf(result));
    }
    for (const PlannedCase& item : plan_) {
      if (killed.contains(KeyOf(item)) && judged_.insert(KeyOf(item)).second) {
        killers[item.suite->kind()].push_back(item);
      }
    }
    std::set<CaseKey> wrong;
    const auto unbroken = MakeBrokenSource(&good_, "ongebroken", [](Hooks*) {});
    for (const auto& [kind, cases] : killers) {
      RunOptions run;
      run.kind = kind;
      run.parallel = options_.parallel;
      run.timeout_per_case = options_.timeout_per_case;
      const v1::RunResult results = RunCases(cases, *unbroken, run);
      for (const v1::CaseResult& result : results.cases()) {
        if (result.verdict() == v1::VERDICT_PASS) continue;
        wrong.insert({kind, result.id(), result.profiel()});
        unfit_.push_back(absl::StrCat(result.id(), " (", result.profiel(), ")"));
      }
    }
    return wrong;
  }

  const std::vector<const Mutant*>& mutants_;
  std::vector<PlannedCase> plan_;
  SystemSource& good_;
  const MutantRunOptions& options_;
  std::vector<MutantResult> results_;
  std::vector<std::string> unfit_;
  std::set<CaseKey> judged_;
};

}  // namespace

MutantRun RunMutants(const std::vector<const Mutant*>& mutants, const std::vector<PlannedCase>& plan,
                     SystemSource& good, const MutantRunOptions& options) {
  return MutantRunner(mutants, plan, good, options).Run();
}

}  // namespace ketenproef::conformance
