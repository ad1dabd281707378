// What holds of every call that an Inlichtingenbureau makes to a gemeente, whatever a case is about: the
// instant that it carries, and by which name it asks.
//
// Pure function: safe from any thread. Findings may hold BSNs; whoever shows them puts the names of the case
// in their place.
#ifndef CONFORMANCE_CHECKS_OUTGOING_H_
#define CONFORMANCE_CHECKS_OUTGOING_H_

#include <vector>

#include "absl/time/time.h"
#include "conformance/checks/received.h"
#include "ketenproef/conformance/v1/result.pb.h"
#include "ketenproef/v1/gemeente_service.pb.h"

namespace ketenproef::conformance {

// `begin` and `end`: where the clock of the omgeving started, and where it stands; every call was made in
// between. DKD questions (SIG-09) each have a name of their own, under which only the same is asked. Empty:
// all is well.
std::vector<v1::Finding> CheckOutgoing(const std::vector<::ketenproef::v1::LookupLksRequest>& questions,
                                       const std::vector<Delivery>& deliveries, absl::Time begin,
                                       absl::Time end);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_OUTGOING_H_
