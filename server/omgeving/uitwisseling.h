// The daily exchange (uitwisseling) of day X: forwards, signals, berichten and the reports that hold them.
//
// Decides from the state as it is, event by event: each event is emitted, and applied by the caller, before
// the next is decided. Looks only at what changed since the last exchange, falls due on X, or waits; a day on
// which there is none of these emits nothing.
#ifndef KETENPROEF_SERVER_OMGEVING_UITWISSELING_H_
#define KETENPROEF_SERVER_OMGEVING_UITWISSELING_H_

#include "absl/functional/function_ref.h"
#include "server/omgeving/toestand.h"
#include "server/rules/gebeurtenis.h"
#include "server/rules/signaal.h"
#include "server/rules/termijn.h"

namespace ketenproef {

// Asks DKD for the LKS periods of one person.
using DkdVraag = absl::FunctionRef<DkdAntwoord(const Persoon&)>;

Uitwisselingtelling RunUitwisseling(const Regelkader& kader, const Toestand& toestand, DkdVraag dkd,
                                    Dag uitwisseling, absl::FunctionRef<void(const Gebeurtenis&)> emit);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_UITWISSELING_H_
