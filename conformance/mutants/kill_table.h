// What a run of mutants says about the suite: killed / total per rule, and rules that nobody tried to break.
//
// Pure functions; safe from any thread.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_KILL_TABLE_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_KILL_TABLE_H_

#include <string>
#include <vector>

#include "conformance/mutants/mutant_run.h"

namespace ketenproef::conformance {

// As `--rol` has it.
std::string KindName(v1::SystemKind kind);

// Rules of level MUST that lack something, in the order of the catalogue.
struct Gaps {
  // A kind of system and a rule, as `uwv ZM-04`: cases for this kind name it, so it can be broken there, and
  // no mutant does.
  std::vector<std::string> without_mutant;
  // Rules that no case names, of whatever kind.
  std::vector<std::string> without_case;

  bool empty() const { return without_mutant.empty() && without_case.empty(); }
};
Gaps FindGaps(const std::vector<const Mutant*>& mutants, const std::vector<PlannedCase>& plan);

// A line per rule with killed / total, one per mutant with what killed it; survivors last.
std::string MutantTable(const std::vector<MutantResult>& results);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_KILL_TABLE_H_
