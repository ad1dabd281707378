// A case of a gemeente that collects: what the runner's Inlichtingenbureau offers it, how that fails, and
// what came of it.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_OPHALER_CASE_H_
#define KETENPROEF_CONFORMANCE_RUNNER_OPHALER_CASE_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "conformance/runner/case_run.h"
#include "conformance/runner/inlichtingenbureau_peer.h"
#include "conformance/runner/plan.h"
#include "conformance/runner/system.h"

namespace ketenproef::conformance {

struct OphalerCaseOptions {
  // For the whole case, without the starts of the system.
  absl::Duration timeout = absl::Seconds(20);
  // The administration of its SystemConfig: whose reports it must collect.
  v1::Administration administration = {};
  // What no other run has: a gemeente keeps what it collected, and knows ids of earlier runs.
  std::string run = {};
};

// Starts the system that is to collect at the peer, when the peer is ready for it.
using StartOphaler = std::function<absl::StatusOr<std::unique_ptr<System>>()>;

// One case at a time for a peer. It ends at the first step that is not as it should be. A system that makes
// no calls until the time-out leaves the case INCONCLUSIVE; one that does, and leaves something lying, fails
// by its calls alone.
CaseRun RunOphalerCase(const PlannedCase& planned, InlichtingenbureauPeer& peer, const StartOphaler& start,
                       const OphalerCaseOptions& options);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_OPHALER_CASE_H_
