// Tries the suite on broken systems: each must fail a case that names the rule it breaks.
//
//   std::vector<std::string> unfit;
//   const auto fit = FitCases(mutants, plan, *reference, {}, &unfit);
//   const std::vector<MutantResult> results = RunMutants(mutants, fit, *reference, {});
//   for (const MutantResult& result : results) if (!result.is_killed()) Blame(result.mutant->id);
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_MUTANT_RUN_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_MUTANT_RUN_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "conformance/mutants/mutant.h"
#include "conformance/runner/plan.h"
#include "conformance/runner/system.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

struct MutantResult {
  const Mutant* mutant = nullptr;
  // How many cases name its rule, in the profile that it breaks.
  int cases = 0;
  // The first that failed it; empty: it survived.
  std::string killed_by = {};
  std::string profiel = {};
  // Cases that could not judge it. They kill nothing.
  int inconclusive = 0;

  bool is_killed() const { return !killed_by.empty(); }
};

struct MutantRunOptions {
  // How many mutants are tried side by side.
  int parallel = 2;
  absl::Duration timeout_per_case = absl::Seconds(20);
  // Told of every mutant as it is judged; one call at a time.
  std::function<void(const MutantResult& result, int done, int total)> mutant_done = {};
};

// The cases that prove something: those that a good system behind a proxy without hooks passes. The ids of
// the others, which fail there or cannot be judged, are added to `unfit`.
std::vector<PlannedCase> FitCases(const std::vector<const Mutant*>& mutants,
                                  const std::vector<PlannedCase>& plan, SystemSource& good,
                                  const MutantRunOptions& options, std::vector<std::string>* unfit);

// In the order of the mutants. `good` gives the system of a kind; each mutant has one of its own. Every case
// of the plan must be fit.
std::vector<MutantResult> RunMutants(const std::vector<const Mutant*>& mutants,
                                     const std::vector<PlannedCase>& plan, SystemSource& good,
                                     const MutantRunOptions& options);

// Rules of level MUST, of those the selection asks for, that no mutant breaks, or that no case names.
struct Gaps {
  std::vector<std::string> without_mutant;
  std::vector<std::string> without_case;

  bool empty() const { return without_mutant.empty() && without_case.empty(); }
};
Gaps FindGaps(const std::vector<const Mutant*>& mutants, const std::vector<PlannedCase>& plan);

// A line per rule with killed / total, one per mutant with what killed it; survivors last.
std::string MutantTable(const std::vector<MutantResult>& results);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_MUTANT_RUN_H_
