// The daily exchange: forwarding of meldingen (DL), signals and what follows them (SIG), reports (CSV, NOT).
// Every case is looked at anew in every exchange, as the rules say it. Not thread-safe.

#ifndef CONFORMANCE_MODEL_UITWISSELING_H_
#define CONFORMANCE_MODEL_UITWISSELING_H_

#include "conformance/calendar/dag.h"
#include "conformance/model/keten.h"
#include "conformance/model/maatstaf.h"
#include "conformance/model/uitvoer.h"

namespace ketenproef::conformance {

// Runs the exchange of day X over all that was accepted before it; what could not be delivered replaces what
// the exchange before could not.
void RunUitwisseling(Keten& keten, const Maatstaf& maatstaf, Dag x, Uitvoer& uitvoer);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_UITWISSELING_H_
