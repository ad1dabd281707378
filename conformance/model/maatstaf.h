// What the model measures by: the parameters of a profile, the holidays, the gemeenten. All that differs
// between profiles is here; the rest of rules.md is the code of this folder.
//
// Values that point to immutable tables: safe from any thread.

#ifndef CONFORMANCE_MODEL_MAATSTAF_H_
#define CONFORMANCE_MODEL_MAATSTAF_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "conformance/calendar/dag.h"
#include "conformance/calendar/feestdagen.h"
#include "conformance/model/gemeenten.h"

namespace ketenproef::conformance {

struct Maatstaf {
  std::string profiel = "handleiding";
  int ziekmelding_termijn_dagen = 42;        // ZM-04
  int herstelmelding_termijn_dagen = 2;      // HM-03
  int beoordeling_termijn_dagen = 42;        // BO-01
  int beoordeling_verlenging_dagen = 28;     // BO-02
  int terugkijk_jaren = 2;                   // SIG-02
  bool verschuift_termijnen = false;         // KAL-03
  bool einde_vervroegt = false;              // ZM-05, BOE-02
  int samengesteld_onder_dagen = 0;          // ZM-09; 0: every period stands alone
  bool herstel_niet_voor_ziek = false;       // HM-05, HM-06
  std::optional<Dag> doorlevering_tot = {};  // DL-02: received before this day
  const Feestdagen* feestdagen = &EmbeddedFeestdagentabel();
  const Gemeenten* gemeenten = &EmbeddedGemeentetabel();

  // KAL-03: where a term that ends on this day really ends; nullopt: it cannot be judged.
  std::optional<Dag> UitersteDag(Dag einde) const;
};

// The profile of that name; nullopt: there is none.
std::optional<Maatstaf> FindMaatstaf(absl::string_view profiel);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_MAATSTAF_H_
