// In which order a mutant meets the cases that name its rule, so that it fails one soon. The order decides
// how long a run takes and never what comes of it.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_CASE_ORDER_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_CASE_ORDER_H_

#include <vector>

#include "conformance/mutants/mutant.h"
#include "conformance/runner/plan.h"

namespace ketenproef::conformance {

// One choice of every case, then a second of every case, and so on: of a case with many choices only some lie
// where a system is broken, and the others say nothing new. In each round those come first that are about
// this rule before any other, and of these the ones that speak of the same things as the mutant does. The
// same in every run.
std::vector<PlannedCase> CasesInOrder(const Mutant& mutant, const std::vector<PlannedCase>& plan);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_CASE_ORDER_H_
