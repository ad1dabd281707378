#include "conformance/runner/wall_clock.h"

#include "absl/time/clock.h"

namespace ketenproef::conformance {

absl::Time WallClockNow() {
  return absl::Now();
}

}  // namespace ketenproef::conformance
