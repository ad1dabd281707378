#include "server/rules/termijn.h"

namespace ketenproef {

std::optional<Dag> UitersteDag(const Regelkader& kader, Dag van, Dagen lengte) {
  const Dag einde = van + lengte;
  if (!kader.profiel.verschuift_termijnen) return einde;
  // KAL-03 speaks of the year in which the term ends, before any shift.
  if (!kader.feestdagen.Covers(einde)) return std::nullopt;
  return kader.feestdagen.FirstWorkday(einde);
}

Weigering WeigerTermijnBuitenTabel() {
  return WeigerToestand(
      Regel::kKal03,
      "the term ends in a year for which no holidays are known; add the year to the holiday "
      "table or use dates within it");
}

// BOE-01.
Meldingoordeel OordeelOver(Dag ontvangen_op, Dag uiterste_dag) {
  const int te_laat = (ontvangen_op - uiterste_dag).aantal();
  if (te_laat <= 0) return {uiterste_dag, 0, 0};
  const int boete = te_laat < 7 ? 70 : te_laat < 28 ? 230 : 455;
  return {uiterste_dag, te_laat, boete};
}

}  // namespace ketenproef
