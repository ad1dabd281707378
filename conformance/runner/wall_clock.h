// The wall clock of a run: how long a case may wait for answers, how long it took, and which day it is for
// the list of known failures. No verdict is made of it but "could not be judged".
#ifndef CONFORMANCE_RUNNER_WALL_CLOCK_H_
#define CONFORMANCE_RUNNER_WALL_CLOCK_H_

#include "absl/time/time.h"

namespace ketenproef::conformance {

absl::Time WallClockNow();

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_WALL_CLOCK_H_
