#include "conformance/model/registraties.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "conformance/model/velden.h"

namespace ketenproef::conformance {
namespace {

constexpr int kForfaitairMaanden = 6;
constexpr int kForfaitaireLoonwaarde = 50;
constexpr int kLowestUsualLoonwaarde = 30;
constexpr int kHighestUsualLoonwaarde = 80;

// Whether the line has a first day, and no last day before it.
bool HasPeriode(const Draaiboekregel& regel) {
  return regel.datum_van && (!regel.datum_tot || *regel.datum_van <= *regel.datum_tot);
}

Periode PeriodeOf(const Draaiboekregel& regel) {
  return {*regel.datum_van, regel.datum_tot};
}

Antwoord PlayDoelgroepregister(Persoon& persoon, const Draaiboekregel& regel) {
  if (!HasPeriode(regel)) return Geweigerd("REG-01");
  const Periode periode = PeriodeOf(regel);
  for (const Periode& other : persoon.doelgroepregister) {
    if (other.Overlaps(periode)) return Geweigerd("REG-01");
  }
  persoon.doelgroepregister.push_back(periode);
  return {};
}

Antwoord PlayWoonplaats(Persoon& persoon, const Gemeenten& gemeenten, const Draaiboekregel& regel) {
  if (!regel.datum_van) return Geweigerd("REG-02");
  if (!regel.gemeentecode.empty() && !gemeenten.IsKnown(regel.gemeentecode)) return Geweigerd("REG-02");
  persoon.woonplaatsen.push_back({regel.gemeentecode, *regel.datum_van});
  return {};
}

Antwoord PlayDienstverband(Persoon& persoon, const Draaiboekregel& regel) {
  if (!IsLoonheffingennummer(regel.loonheffingennummer) || !HasPeriode(regel)) return Geweigerd("REG-04");
  const Periode periode = PeriodeOf(regel);
  for (const Dienstverband& other : persoon.dienstverbanden) {
    if (other.loonheffingennummer == regel.loonheffingennummer && other.periode.Overlaps(periode)) {
      return Geweigerd("REG-04");
    }
  }
  persoon.dienstverbanden.push_back({regel.loonheffingennummer, periode});
  return {};
}

// E is reported once, for the open dienstverband of the pair.
Antwoord PlayEindeDienstverband(Persoon& persoon, const Draaiboekregel& regel) {
  if (!IsLoonheffingennummer(regel.loonheffingennummer) || !regel.datum_tot) return Geweigerd("REG-04");
  for (Dienstverband& dienstverband : persoon.dienstverbanden) {
    if (dienstverband.loonheffingennummer != regel.loonheffingennummer || dienstverband.einde()) continue;
    if (*regel.datum_tot < dienstverband.periode.van) return Geweigerd("REG-04");
    dienstverband.periode.tot = regel.datum_tot;
    return {};
  }
  return Geweigerd("REG-04");
}

// LKS-03: exactly 50, and less than six calendar months.
bool IsForfaitair(const Draaiboekregel& regel, int loonwaarde) {
  return loonwaarde == kForfaitaireLoonwaarde && regel.datum_tot &&
         *regel.datum_tot < MaandenVooruit(*regel.datum_van, kForfaitairMaanden);
}

Antwoord PlayLks(Persoon& persoon, const Gemeenten& gemeenten, const Draaiboekregel& regel) {
  int loonwaarde = 0;
  if (!gemeenten.IsKnown(regel.gemeentecode) || !HasPeriode(regel) || !IsLoonwaarde(regel.loonwaarde) ||
      !absl::SimpleAtoi(regel.loonwaarde, &loonwaarde) ||
      (regel.forfaitair != "J" && regel.forfaitair != "N")) {
    return Geweigerd("LKS-01");
  }
  if (regel.forfaitair == "J" && !IsForfaitair(regel, loonwaarde)) return Geweigerd("LKS-03");
  const Periode periode = PeriodeOf(regel);
  if (!persoon.IsInDoelgroepregisterOp(periode.van)) return Geweigerd("LKS-04");
  if (!persoon.HasDienstverbandOp(periode.van)) return Geweigerd("LKS-05");
  if (persoon.HasLksIn(periode)) return Geweigerd("LKS-06");
  persoon.lks_perioden.push_back({regel.gemeentecode, periode});
  Antwoord antwoord;
  if (loonwaarde < kLowestUsualLoonwaarde || loonwaarde > kHighestUsualLoonwaarde) {
    antwoord.waarschuwing = "LKS-02";
  }
  return antwoord;
}

Antwoord PlayEindeLks(Persoon& persoon, const Draaiboekregel& regel) {
  const auto open = std::find_if(persoon.lks_perioden.begin(), persoon.lks_perioden.end(),
                                 [](const LksPeriode& lks) { return !lks.periode.tot; });
  if (!regel.datum_tot || open == persoon.lks_perioden.end() || *regel.datum_tot < open->periode.van) {
    return Geweigerd("LKS-07");
  }
  open->periode.tot = regel.datum_tot;
  return {};
}

}  // namespace

Antwoord PlayRegistratie(Keten& keten, const Gemeenten& gemeenten, const Draaiboekregel& regel) {
  if (const auto refused = CheckBsn(regel.bsn)) return Geweigerd(*refused);
  Persoon& persoon = keten.personen[regel.bsn];
  switch (regel.soort) {
    case Soort::kDoelgroepregister:
      return PlayDoelgroepregister(persoon, regel);
    case Soort::kWoonplaats:
      return PlayWoonplaats(persoon, gemeenten, regel);
    case Soort::kDienstverband:
      return PlayDienstverband(persoon, regel);
    case Soort::kEindeDienstverband:
      return PlayEindeDienstverband(persoon, regel);
    case Soort::kLks:
      return PlayLks(persoon, gemeenten, regel);
    default:
      return PlayEindeLks(persoon, regel);
  }
}

}  // namespace ketenproef::conformance
