#include "server/rules/persoon.h"

#include <algorithm>

namespace ketenproef {

bool InDoelgroepregister(const Persoon& persoon, Dag dag) {
  return std::any_of(persoon.doelgroepregistraties.begin(), persoon.doelgroepregistraties.end(),
                     [dag](const Doelgroepregistratie& r) { return Holds(r.van, r.tot, dag); });
}

std::optional<Gemeentecode> WoonplaatsOn(const Persoon& persoon, Dag dag) {
  const Woonplaats* latest = nullptr;
  for (const Woonplaats& woonplaats : persoon.woonplaatsen) {
    // Not before: of entries with the same start the one accepted last counts.
    if (woonplaats.van <= dag && (latest == nullptr || latest->van <= woonplaats.van)) latest = &woonplaats;
  }
  return latest == nullptr ? std::nullopt : latest->gemeentecode;
}

std::optional<std::size_t> DienstverbandOn(const Persoon& persoon, Loonheffingennummer nummer, Dag dag) {
  for (std::size_t i = 0; i < persoon.dienstverbanden.size(); ++i) {
    const Dienstverband& dienstverband = persoon.dienstverbanden[i];
    if (dienstverband.loonheffingennummer == nummer && Holds(dienstverband.van, dienstverband.tot, dag)) {
      return i;
    }
  }
  return std::nullopt;
}

const LksPeriode* LksPeriodeOn(const Persoon& persoon, Dag dag) {
  for (const LksPeriode& periode : persoon.lks_perioden) {
    if (Holds(periode.van, periode.tot, dag)) return &periode;
  }
  return nullptr;
}

}  // namespace ketenproef
