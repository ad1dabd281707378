// When things happen to one worker: one to three cases of illness, what UWV decides, the end of the
// dienstverband. Planned so that they lie at the edges of the rules: a term's last day and the days beside
// it, E beside AO and H, 27 or 28 days between two cases, news that comes just after the signal went out.

#ifndef CONFORMANCE_EXPLORE_PLAN_H_
#define CONFORMANCE_EXPLORE_PLAN_H_

#include <optional>
#include <vector>

#include "conformance/calendar/dag.h"
#include "conformance/model/maatstaf.h"
#include "fixtures/population/random.h"

namespace ketenproef::conformance {

struct GevalPlan {
  Dag ao = {};
  Dag ontvangen_op = {};
  std::optional<Dag> hersteld_per = {};
  Dag herstel_ontvangen_op = {};
  bool is_een_bericht = false;  // ziek and herstel in one
  std::optional<Dag> verlengd_op = {};
  std::optional<Dag> besloten_op = {};
  std::optional<Dag> ingetrokken_op = {};
};

struct Plan {
  Dag begin = {};                           // the registrations, before everything else
  std::vector<GevalPlan> gevallen;          // at least one, each after the one before
  std::optional<Dag> einde = {};            // E
  std::optional<Dag> einde_bekend_op = {};  // nullopt: with the dienstverband itself
  Dag signaal_op = {};  // the exchange in which a first signal of the last case can go out
};

// Something happens on or beside `anker`.
Plan MakePlan(Random& random, const Maatstaf& maatstaf, Dag anker);

// The day, or the day before or after it.
Dag Beside(Random& random, Dag dag);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_PLAN_H_
