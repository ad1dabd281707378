// Terms and what being late costs: ZM-04 to ZM-06, HM-03 to HM-07, BOE. A verdict that cannot be given
// because a term ends in a year without holidays in the table is nullopt (KAL-03).
//
// Pure functions: safe from any thread.

#ifndef CONFORMANCE_MODEL_TERMIJNEN_H_
#define CONFORMANCE_MODEL_TERMIJNEN_H_

#include <optional>

#include "conformance/calendar/dag.h"
#include "conformance/model/keten.h"
#include "conformance/model/maatstaf.h"

namespace ketenproef::conformance {

// BOE-01.
int BoeteEur(int dagen_te_laat);

// The verdict on a ziekmelding. `einde` is E as known when it was received.
std::optional<Oordeel> JudgeZiek(const Maatstaf& maatstaf, Dag ao, std::optional<Dag> einde,
                                 Dag ontvangen_op);

struct Herstel {
  Dag hersteld_per;
  std::optional<Dag> einde;  // E as known when it was received
  Dag ontvangen_op;
  // HM-05, HM-06: not due before this day; the uiterste dag of the ziek part of the same message, or the
  // ontvangstdag of a ziekmelding that came before.
  Dag niet_voor;
};
std::optional<Oordeel> JudgeHerstel(const Maatstaf& maatstaf, const Herstel& herstel);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_TERMIJNEN_H_
