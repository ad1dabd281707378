// Tries the suite on broken systems: each must fail a case that names the rule it breaks.
//
//   const MutantRun run = RunMutants(mutants, plan, *reference, {});
//   for (const MutantResult& result : run.results) if (!result.is_killed()) Blame(result.mutant->id);
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
  // Long: a mutant is not judged by how busy the machine is, and one that hangs is no use as a mutant.
  absl::Duration timeout_per_case = absl::Minutes(1);
  // Told of every mutant as it is judged; one call at a time.
  std::function<void(const MutantResult& result, int done, int total)> mutant_done = {};
};

struct MutantRun {
  // In the order of the mutants.
  std::vector<MutantResult> results;
  // Cases that would have killed, but that a good system behind a proxy without hooks does not pass either;
  // they count for nothing.
  std::vector<std::string> unfit;
};

// `good` gives the system of a kind; each mutant has one of its own. Every case that killed is tried on a
// good system as well, and who was killed by one that proves nothing is tried again without it.
MutantRun RunMutants(const std::vector<const Mutant*>& mutants, const std::vector<PlannedCase>& plan,
                     SystemSource& good, const MutantRunOptions& options);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_MUTANT_RUN_H_
