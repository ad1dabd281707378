// A line of a playbook as a single call of the service that its record belongs to, for systems that do not
// serve DraaiboekService.

#ifndef CONFORMANCE_EXPLORE_REGEL_CALL_H_
#define CONFORMANCE_EXPLORE_REGEL_CALL_H_

#include <string>

#include "absl/status/status.h"
#include "client/lib/client.h"
#include "ketenproef/v1/draaiboek_service.pb.h"

namespace ketenproef::conformance {

// The answer as DraaiboekService would give it: a refusal that names its rule is one. Any other error is
// returned, and `method` says of which call.
absl::Status CallRegel(const client::Client& client, const ::ketenproef::v1::Draaiboekregel& regel,
                       ::ketenproef::v1::Regelresultaat* resultaat, std::string* method);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_REGEL_CALL_H_
