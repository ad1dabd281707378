// The simulated gemeenten as a system under test: an omgeving whose registers hold the administration of the
// case. A restart ends the server and opens its journals anew, as a killed process would find them.
#ifndef KETENPROEF_CLIENT_CLI_GEMEENTE_REFERENCE_H_
#define KETENPROEF_CLIENT_CLI_GEMEENTE_REFERENCE_H_

#include <memory>

#include "absl/status/statusor.h"
#include "conformance/runner/system.h"

namespace ketenproef {

// INVALID_ARGUMENT for an administration that the rules of LKS refuse. Without a folder it keeps nothing and
// cannot be restarted.
absl::StatusOr<std::unique_ptr<conformance::System>> StartGemeenteReference(
    const conformance::SystemConfig& config);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_GEMEENTE_REFERENCE_H_
