// Broken gemeenten: those that serve, a file for what they answer and one for what they take in, and those
// that collect.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_GEMEENTE_MUTANTEN_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_GEMEENTE_MUTANTEN_H_

#include "conformance/mutants/mutant.h"

namespace ketenproef::conformance::gemeente {

Mutants DkdMutants();          // SIG-02, SIG-09, KAL-04, BSN
Mutants OntvangstMutants();    // DL-04: bericht-ids and what is kept
Mutants InhoudMutants();       // CSV, SIG, DL-01: what is taken in and what is refused
Mutants OphalenMutants();      // collecting: what is found and fetched
Mutants BevestigingMutants();  // collecting: what is confirmed

}  // namespace ketenproef::conformance::gemeente

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_GEMEENTE_MUTANTEN_H_
