// The daily exchange (uitwisseling) of day X: forwards, signals, berichten and the reports that hold them.
//
// Decides from the state as it is, event by event: each event is emitted, and applied by the caller, before
// the next is decided. Looks only at what changed since the last exchange, falls due on X, or waits; a day on
// which there is none of these emits nothing.
#ifndef KETENPROEF_SERVER_OMGEVING_UITWISSELING_H_
#define KETENPROEF_SERVER_OMGEVING_UITWISSELING_H_

#include <vector>

#include "absl/functional/function_ref.h"
#include "server/omgeving/toestand.h"
#include "server/rules/gebeurtenis.h"
#include "server/rules/signaal.h"
#include "server/rules/termijn.h"

namespace ketenproef {

// Which LKS a person had from `van` to `tot`, both ends included, is what DKD has to tell.
struct DkdVraag {
  Persoonnummer persoon;
  Dag van;
  Dag tot;
  friend auto operator<=>(const DkdVraag&, const DkdVraag&) = default;
};

// Gives the answer to a question; it may hold periods outside the days asked about.
using Dkd = absl::FunctionRef<DkdAntwoord(const DkdVraag&)>;

// The questions that the exchange will ask as the state is now; each once, in order.
std::vector<DkdVraag> CollectDkdVragen(const Regelkader& kader, const Toestand& toestand, Dag uitwisseling);

Uitwisselingtelling RunUitwisseling(const Regelkader& kader, const Toestand& toestand, Dkd dkd,
                                    Dag uitwisseling, absl::FunctionRef<void(const Gebeurtenis&)> emit);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_UITWISSELING_H_
