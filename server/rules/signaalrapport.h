// The report that a gemeente gets of one exchange (CSV) and the notification of it (NOT).
#ifndef KETENPROEF_SERVER_RULES_SIGNAALRAPPORT_H_
#define KETENPROEF_SERVER_RULES_SIGNAALRAPPORT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "server/rules/bsn.h"
#include "server/rules/dag.h"
#include "server/rules/nummers.h"
#include "server/rules/tijdstip.h"
#include "server/rules/ziektegeval.h"

namespace ketenproef {

// NOT-01.
inline constexpr absl::string_view kOnderwerpNotificatie =
    "er staat een 'Re-integratie_signaalrapport' voor u klaar";

// CSV-02: what an environment may set. Stand in journals: append only.
enum class Datumvorm : std::uint8_t { kJjjjmmdd, kJjjjMmDd };
struct Rapportvorm {
  char scheidingsteken = ';';  // one of ; , | and tab: never in a field, so no field needs quotes
  Datumvorm datumvorm = Datumvorm::kJjjjmmdd;
  friend bool operator==(const Rapportvorm&, const Rapportvorm&) = default;
};

// One row and what orders it.
struct Rapportrij {
  Signaalsoort soort;
  Tijdstip toegekend;  // of the toekenning
  Bsn bsn;
  Gevalnummer geval;
  Meldingnummer herstelmelding;  // of a follow-up
  Dag eerste_ao_dag;
  Dag einde_arbeidsverhouding;
  OptionalDag einde_uitkeringsverhouding;
};

// CSV-03: first signals by toekenning, then BSN, then acceptance of the case; follow-ups after them by
// acceptance of the herstelmelding.
bool ComesBefore(const Rapportrij& a, const Rapportrij& b);

// CSV-01, CSV-02: the bytes of the report, header line included. The rows are in the order of CSV-03.
std::string RenderSignaalrapport(const std::vector<Rapportrij>& rijen, const Rapportvorm& vorm);

// CSV-04.
std::string Bestandsnaam(Gemeentecode gemeentecode, Dag uitwisseling);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_SIGNAALRAPPORT_H_
