// Holds what a gemeente of the runner's own received against what it must have received: every delivery once
// per bericht-id, the same at every repeat, whole, and per case in order (DL-04).
//
// Pure functions: safe from any thread. What is expected has its values worked out: days as JJJJ-MM-DD, BSNs
// as digits. Findings hold BSNs as well; whoever shows them puts the names of the case in their place.
#ifndef CONFORMANCE_CHECKS_RECEIVED_H_
#define CONFORMANCE_CHECKS_RECEIVED_H_

#include <string>
#include <variant>
#include <vector>

#include "absl/time/time.h"
#include "conformance/checks/rapportbytes.h"
#include "ketenproef/conformance/v1/result.pb.h"
#include "ketenproef/conformance/v1/suite.pb.h"
#include "ketenproef/v1/gemeente_service.pb.h"

namespace ketenproef::conformance {

// One attempt to deliver something.
struct Delivery {
  // By its own `tijdstip`.
  absl::Time tijdstip;
  std::variant<::ketenproef::v1::DeliverRapportageRequest, ::ketenproef::v1::DeliverMeldingRequest> content;
  // False: it was answered with UNAVAILABLE and counts as not received.
  bool is_taken_in = true;
  // Whether it was answered with OK.
  bool is_acknowledged = true;
};

// What is not as it should be, with rule, expected and got; empty: all is well. Deliveries of different
// cases, and reports, may come in any order.
std::vector<v1::Finding> CheckReceived(const std::vector<Delivery>& deliveries,
                                       const v1::ExpectReceived& expected, const Rapportvorm& vorm);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_RECEIVED_H_
