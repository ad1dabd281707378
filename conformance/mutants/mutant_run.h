// Tries the suite on broken systems: each must fail a case that names the rule it breaks.
//
//   const std::vector<MutantResult> results = RunMutants(AllMutants(), plan, *reference, {});
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
  // The first that failed it and that the good system passes; empty: it survived.
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

// In the order of the mutants. `good` gives the system of a kind; each mutant has one of its own.
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

// A line per rule with killed / total, one per mutant with what killed it; survivors and gaps last.
std::string MutantTable(const std::vector<MutantResult>& results, const Gaps& gaps);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_MUTANT_RUN_H_
