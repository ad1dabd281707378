#include "conformance/model/persoon.h"

#include <algorithm>

namespace ketenproef::conformance {

bool Persoon::IsInDoelgroepregisterOp(Dag dag) const {
  return std::any_of(doelgroepregister.begin(), doelgroepregister.end(),
                     [dag](const Periode& periode) { return periode.Holds(dag); });
}

std::string Persoon::WoonplaatsOp(Dag dag) const {
  const Woonplaats* latest = nullptr;
  for (const Woonplaats& woonplaats : woonplaatsen) {
    if (woonplaats.van <= dag && (latest == nullptr || woonplaats.van >= latest->van)) latest = &woonplaats;
  }
  return latest == nullptr ? "" : latest->gemeentecode;
}

const Dienstverband* Persoon::DienstverbandOp(const std::string& loonheffingennummer, Dag dag) const {
  for (const Dienstverband& dienstverband : dienstverbanden) {
    if (dienstverband.loonheffingennummer == loonheffingennummer && dienstverband.periode.Holds(dag)) {
      return &dienstverband;
    }
  }
  return nullptr;
}

bool Persoon::HasDienstverbandOp(Dag dag) const {
  return std::any_of(dienstverbanden.begin(), dienstverbanden.end(),
                     [dag](const Dienstverband& dienstverband) { return dienstverband.periode.Holds(dag); });
}

const LksPeriode* Persoon::LksOp(Dag dag) const {
  for (const LksPeriode& lks : lks_perioden) {
    if (lks.periode.Holds(dag)) return &lks;
  }
  return nullptr;
}

bool Persoon::HasLksIn(const Periode& periode) const {
  return std::any_of(lks_perioden.begin(), lks_perioden.end(),
                     [&periode](const LksPeriode& lks) { return lks.periode.Overlaps(periode); });
}

}  // namespace ketenproef::conformance
