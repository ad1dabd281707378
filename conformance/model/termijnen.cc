#include "conformance/model/termijnen.h"

#include <algorithm>

namespace ketenproef::conformance {
namespace {

Oordeel Judge(absl::string_view soort, Dag ontvangen_op, Dag uiterste_dag) {
  Oordeel oordeel;
  oordeel.soort = soort;
  oordeel.ontvangen_op = ontvangen_op;
  oordeel.uiterste_dag = uiterste_dag;
  oordeel.dagen_te_laat = std::max(0, static_cast<int>((ontvangen_op - uiterste_dag).count()));
  oordeel.boete_eur = BoeteEur(oordeel.dagen_te_laat);
  return oordeel;
}

// BOE-02: late, but not fined up to the first working day after E.
std::optional<Oordeel> JudgeZiekDueOnEinde(const Maatstaf& maatstaf, Dag einde, Dag ontvangen_op) {
  Oordeel oordeel = Judge("ZIEK", ontvangen_op, einde);
  if (oordeel.tijdig()) return oordeel;
  const std::optional<Dag> eerste_werkdag = maatstaf.feestdagen->Werkdag(einde + Dagen(1));
  if (!eerste_werkdag) return std::nullopt;
  if (ontvangen_op <= *eerste_werkdag) oordeel.boete_eur = 0;
  return oordeel;
}

}  // namespace

int BoeteEur(int dagen_te_laat) {
  if (dagen_te_laat < 1) return 0;
  if (dagen_te_laat < 7) return 70;
  if (dagen_te_laat < 28) return 230;
  return 455;
}

std::optional<Oordeel> JudgeZiek(const Maatstaf& maatstaf, Dag ao, std::optional<Dag> einde,
                                 Dag ontvangen_op) {
  const Dag termijn = ao + Dagen(maatstaf.ziekmelding_termijn_dagen);
  // ZM-05: E on the last day of the six weeks, or earlier.
  if (maatstaf.einde_vervroegt && einde && *einde < termijn) {
    return JudgeZiekDueOnEinde(maatstaf, *einde, ontvangen_op);
  }
  const std::optional<Dag> uiterste_dag = maatstaf.UitersteDag(termijn);
  if (!uiterste_dag) return std::nullopt;
  return Judge("ZIEK", ontvangen_op, *uiterste_dag);
}

std::optional<Oordeel> JudgeHerstel(const Maatstaf& maatstaf, const Herstel& herstel) {
  // HM-07: no longer employed, so nothing is owed.
  if (herstel.einde && herstel.hersteld_per > *herstel.einde) {
    Oordeel oordeel;
    oordeel.soort = "HERSTEL";
    oordeel.ontvangen_op = herstel.ontvangen_op;
    return oordeel;
  }
  std::optional<Dag> uiterste_dag =
      maatstaf.UitersteDag(herstel.hersteld_per + Dagen(maatstaf.herstelmelding_termijn_dagen));
  if (!uiterste_dag) return std::nullopt;
  if (maatstaf.herstel_niet_voor_ziek) uiterste_dag = std::max(*uiterste_dag, herstel.niet_voor);
  return Judge("HERSTEL", herstel.ontvangen_op, *uiterste_dag);
}

}  // namespace ketenproef::conformance
