// What goes wrong between people and systems: lines that come twice, come again with other content, name the
// wrong thing, are a day off, malformed, out of order or missing. Most of what a rule can refuse comes from
// here.

#ifndef CONFORMANCE_EXPLORE_RUIS_H_
#define CONFORMANCE_EXPLORE_RUIS_H_

#include "conformance/model/draaiboek.h"
#include "fixtures/population/random.h"

namespace ketenproef::conformance {

// Makes one thing go wrong with the lines, which are in order of time and stay so; at least one remains.
void AddRuis(Random& random, Draaiboek& draaiboek);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_RUIS_H_
