// Terms (KAL) and what it costs to miss one (BOE).
#ifndef KETENPROEF_SERVER_RULES_TERMIJN_H_
#define KETENPROEF_SERVER_RULES_TERMIJN_H_

#include <cstdint>
#include <optional>

#include "server/rules/dag.h"
#include "server/rules/feestdagen.h"
#include "server/rules/gemeenten.h"
#include "server/rules/profiel.h"
#include "server/rules/weigering.h"

namespace ketenproef {

// What every rule may consult besides its own arguments: parameters and reference data, never state.
struct Regelkader {
  const Profiel& profiel;
  const Feestdagen& feestdagen;
  const Gemeenten& gemeenten;
};

// KAL-02, KAL-03, KAL-05: the last day of a term of `lengte` from `van`, `van` itself not counted, shifted
// once where the profile shifts. Nothing where the holidays of that year are not known.
std::optional<Dag> UitersteDag(const Regelkader& kader, Dag van, Dagen lengte);

// KAL-03: the refusal of a message whose term cannot be judged.
Weigering WeigerTermijnBuitenTabel();

// The verdict on the timeliness of a report.
struct Meldingoordeel {
  OptionalDag uiterste_dag;        // unknown where nothing is owed (HM-07)
  std::int32_t dagen_te_laat = 0;  // 0: on time
  std::int32_t boete_eur = 0;      // whole euros (BOE-01)

  bool tijdig() const { return dagen_te_laat == 0; }
  friend bool operator==(const Meldingoordeel&, const Meldingoordeel&) = default;
};

// BOE-01: received on `ontvangen_op` what was due on `uiterste_dag`.
Meldingoordeel OordeelOver(Dag ontvangen_op, Dag uiterste_dag);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_TERMIJN_H_
