// The suite's own model of the chain: what must come of a playbook, written from rules.md and
// acceptance/README.md alone. It plays naively, every case in every exchange, and shares no code with
// server/: what it disagrees on with a system is a difference worth a look.
//
// Pure: safe from any thread. Cost grows with lines, days and cases; a playbook of 25 lines over a year takes
// about a millisecond.
//
//   const Uitvoer expected = PlayModel(*FindMaatstaf("wet"), draaiboek, *ParseDag("2025-12-31"));

#ifndef CONFORMANCE_MODEL_MODEL_H_
#define CONFORMANCE_MODEL_MODEL_H_

#include "conformance/calendar/dag.h"
#include "conformance/model/draaiboek.h"
#include "conformance/model/maatstaf.h"
#include "conformance/model/uitvoer.h"

namespace ketenproef::conformance {

// Plays the lines up to the end of the until day. Their instants must not go back.
Uitvoer PlayModel(const Maatstaf& maatstaf, const Draaiboek& draaiboek, Dag until);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_MODEL_H_
