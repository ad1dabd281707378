// A case of a gemeente that serves GemeenteService: questions, deliveries, kills.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_GEMEENTE_CASE_H_
#define KETENPROEF_CONFORMANCE_RUNNER_GEMEENTE_CASE_H_

#include <string>

#include "absl/time/time.h"
#include "conformance/runner/case_run.h"
#include "conformance/runner/plan.h"
#include "conformance/runner/system.h"

namespace ketenproef::conformance {

struct GemeenteCaseOptions {
  // For all calls of the case together.
  absl::Duration timeout = absl::Seconds(20);
  // The omgeving of its SystemConfig, which goes with every call.
  std::string omgeving = {};
  // The administration of its SystemConfig.
  v1::Administration administration = {};
  // What no other run has: a gemeente keeps what it was sent, and knows bericht-ids of earlier runs.
  std::string run = {};
};

// Safe from any thread, with a system of its own. It ends at the first step that is not as it should be: what
// follows would only repeat it. Nothing in it depends on how long an answer took, except that one that does
// not come within the time-out leaves the case INCONCLUSIVE.
CaseRun RunGemeenteCase(const PlannedCase& planned, System& system, const GemeenteCaseOptions& options);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_GEMEENTE_CASE_H_
