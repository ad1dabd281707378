#include "server/rules/registratie.h"

#include <algorithm>

namespace ketenproef {
namespace {

constexpr absl::string_view kEndBeforeStart =
    "datum_tot lies before datum_van; give a last day on or after the first";
constexpr int kForfaitaireLoonwaarde = 50;
constexpr int kForfaitaireMaanden = 6;
constexpr int kLaagsteLoonwaarde = 30;
constexpr int kHoogsteLoonwaarde = 80;

bool EndsBeforeStart(Dag van, OptionalDag tot) {
  return tot.has_value() && tot.value() < van;
}

// LKS-03.
bool IsAllowedForfaitair(const LksPeriode& periode) {
  return periode.loonwaarde.number() == kForfaitaireLoonwaarde && periode.tot.has_value() &&
         periode.tot.value() < periode.van.MonthsAfter(kForfaitaireMaanden);
}

}  // namespace

std::optional<std::size_t> OpenDoelgroepregistratie(const Persoon& persoon) {
  for (std::size_t i = 0; i < persoon.doelgroepregistraties.size(); ++i) {
    if (!persoon.doelgroepregistraties[i].tot.has_value()) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> OpenDienstverband(const Persoon& persoon, Loonheffingennummer nummer) {
  for (std::size_t i = 0; i < persoon.dienstverbanden.size(); ++i) {
    const Dienstverband& dienstverband = persoon.dienstverbanden[i];
    if (dienstverband.loonheffingennummer == nummer && !dienstverband.tot.has_value()) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> OpenLksPeriode(const Persoon& persoon) {
  for (std::size_t i = 0; i < persoon.lks_perioden.size(); ++i) {
    if (!persoon.lks_perioden[i].tot.has_value()) return i;
  }
  return std::nullopt;
}

// REG-01.
Besluit<DoelgroepregistratieRegistered> Decide(const Persoon* persoon,
                                               const RegisterDoelgroepregistratie& opdracht) {
  const Doelgroepregistratie& nieuw = opdracht.registratie;
  if (EndsBeforeStart(nieuw.van, nieuw.tot)) return WeigerVeld(Regel::kReg01, "datum_tot", kEndBeforeStart);
  if (persoon != nullptr) {
    for (const Doelgroepregistratie& bestaand : persoon->doelgroepregistraties) {
      if (Overlaps(bestaand.van, bestaand.tot, nieuw.van, nieuw.tot)) {
        return WeigerToestand(Regel::kReg01,
                              "overlaps a registration in the doelgroepregister that is already there");
      }
    }
  }
  return DoelgroepregistratieRegistered{opdracht};
}

// REG-01.
Besluit<DoelgroepregistratieEnded> Decide(const Persoon* persoon, const EndDoelgroepregistratie& opdracht) {
  const auto open = persoon == nullptr ? std::nullopt : OpenDoelgroepregistratie(*persoon);
  if (!open.has_value()) {
    return WeigerToestand(Regel::kReg01, "no open registration in the doelgroepregister to end");
  }
  if (opdracht.tot < persoon->doelgroepregistraties[*open].van) {
    return WeigerToestand(Regel::kReg01, "the last day lies before the first day of the registration");
  }
  return DoelgroepregistratieEnded{opdracht};
}

// REG-02.
Besluit<WoonplaatsRegistered> Decide(const Regelkader& kader, const RegisterWoonplaats& opdracht) {
  const auto& code = opdracht.woonplaats.gemeentecode;
  if (code.has_value() && !kader.gemeenten.IsKnown(*code)) {
    return WeigerVeld(Regel::kReg02, "gemeentecode", "no gemeente has or had this code");
  }
  return WoonplaatsRegistered{opdracht};
}

// REG-04.
Besluit<DienstverbandRegistered> Decide(const Persoon* persoon, const RegisterDienstverband& opdracht) {
  const Dienstverband& nieuw = opdracht.dienstverband;
  if (EndsBeforeStart(nieuw.van, nieuw.tot)) return WeigerVeld(Regel::kReg04, "datum_tot", kEndBeforeStart);
  if (persoon != nullptr) {
    for (const Dienstverband& bestaand : persoon->dienstverbanden) {
      if (bestaand.loonheffingennummer == nieuw.loonheffingennummer &&
          Overlaps(bestaand.van, bestaand.tot, nieuw.van, nieuw.tot)) {
        return WeigerToestand(Regel::kReg04,
                              "overlaps a dienstverband of the same person and loonheffingennummer");
      }
    }
  }
  return DienstverbandRegistered{opdracht};
}

// REG-04.
Besluit<DienstverbandEnded> Decide(const Persoon* persoon, const EndDienstverband& opdracht) {
  const auto open =
      persoon == nullptr ? std::nullopt : OpenDienstverband(*persoon, opdracht.loonheffingennummer);
  if (!open.has_value()) {
    return WeigerToestand(Regel::kReg04,
                          "no open dienstverband of this person and loonheffingennummer to end");
  }
  if (opdracht.tot < persoon->dienstverbanden[*open].van) {
    return WeigerToestand(Regel::kReg04, "the last day lies before the first day of the dienstverband");
  }
  return DienstverbandEnded{opdracht};
}

Besluit<LksPeriodeRegistered> Decide(const Regelkader& kader, const Persoon* persoon,
                                     const RegisterLksPeriode& opdracht) {
  const LksPeriode& nieuw = opdracht.periode;
  // LKS-01; the range of the loonwaarde is in its type.
  if (!kader.gemeenten.IsKnown(nieuw.gemeentecode)) {
    return WeigerVeld(Regel::kLks01, "gemeentecode", "no gemeente has or had this code");
  }
  if (EndsBeforeStart(nieuw.van, nieuw.tot)) return WeigerVeld(Regel::kLks01, "datum_tot", kEndBeforeStart);
  if (nieuw.forfaitair && !IsAllowedForfaitair(nieuw)) {
    return WeigerVeld(Regel::kLks03, "forfaitair",
                      "a forfaitaire loonwaarde is exactly 50 and ends within six months of its first day");
  }
  // LKS-04.
  if (persoon == nullptr || !InDoelgroepregister(*persoon, nieuw.van)) {
    return WeigerToestand(Regel::kLks04, "not in the doelgroepregister on the first day of the period");
  }
  // LKS-05: of whichever employer.
  const bool employed =
      std::any_of(persoon->dienstverbanden.begin(), persoon->dienstverbanden.end(),
                  [&nieuw](const Dienstverband& d) { return Holds(d.van, d.tot, nieuw.van); });
  if (!employed) return WeigerToestand(Regel::kLks05, "no dienstverband on the first day of the period");
  // LKS-06.
  for (const LksPeriode& bestaand : persoon->lks_perioden) {
    if (Overlaps(bestaand.van, bestaand.tot, nieuw.van, nieuw.tot)) {
      return WeigerToestand(Regel::kLks06, "overlaps an LKS period that is already there");
    }
  }
  // LKS-02.
  const bool buiten_bandbreedte =
      nieuw.loonwaarde.number() < kLaagsteLoonwaarde || nieuw.loonwaarde.number() > kHoogsteLoonwaarde;
  return LksPeriodeRegistered{opdracht, buiten_bandbreedte};
}

// LKS-07.
Besluit<LksPeriodeEnded> Decide(const Persoon* persoon, const EndLksPeriode& opdracht) {
  const auto open = persoon == nullptr ? std::nullopt : OpenLksPeriode(*persoon);
  if (!open.has_value()) return WeigerToestand(Regel::kLks07, "no open LKS period to end");
  if (opdracht.tot < persoon->lks_perioden[*open].van) {
    return WeigerToestand(Regel::kLks07, "the last day lies before the first day of the LKS period");
  }
  return LksPeriodeEnded{opdracht};
}

}  // namespace ketenproef
