// The assessment by UWV: extension and decision (BO). Not thread-safe.

#ifndef CONFORMANCE_MODEL_BEOORDELINGEN_H_
#define CONFORMANCE_MODEL_BEOORDELINGEN_H_

#include "absl/strings/string_view.h"
#include "conformance/model/draaiboek.h"
#include "conformance/model/keten.h"
#include "conformance/model/maatstaf.h"

namespace ketenproef::conformance {

// Plays a VERLENGING, TOEKENNING or AFWIJZING. What is refused changes nothing.
Antwoord PlayBeoordeling(Keten& keten, const Maatstaf& maatstaf, const Draaiboekregel& regel);

// How an assessment stands at the end of that day (BO-05, BO-06): TIJDIG, TERMIJN_OVERSCHREDEN,
// TERMIJN_VERSTREKEN or OPEN.
absl::string_view StatusOp(const Beoordeling& beoordeling, Dag dag);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_BEOORDELINGEN_H_
