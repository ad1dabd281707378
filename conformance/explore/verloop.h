// The lines about one worker: registrations, cases, decisions, as a plan has them. Most keep the rules, so
// that something comes of them; what breaks rules is for ruis.h.

#ifndef CONFORMANCE_EXPLORE_VERLOOP_H_
#define CONFORMANCE_EXPLORE_VERLOOP_H_

#include <string>

#include "conformance/calendar/dag.h"
#include "conformance/explore/plan.h"
#include "conformance/explore/randdagen.h"
#include "conformance/model/draaiboek.h"
#include "fixtures/population/random.h"

namespace ketenproef::conformance {

struct Werknemer {
  int nummer = 1;  // tells the kenmerken of two apart
  std::string bsn;
  std::string loonheffingennummer;
};

// The lines, not in order of time; of those at one instant the first comes first.
Draaiboek MakeVerloop(Random& random, const Randdagen& randdagen, const Werknemer& werknemer,
                      const Plan& plan);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_VERLOOP_H_
