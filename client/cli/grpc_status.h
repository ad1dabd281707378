// A status that a call came back with, as the errors of the client are.
#ifndef KETENPROEF_CLIENT_CLI_GRPC_STATUS_H_
#define KETENPROEF_CLIENT_CLI_GRPC_STATUS_H_

#include <grpcpp/support/status.h>

#include "absl/status/status.h"

namespace ketenproef {

inline absl::Status FromGrpc(const grpc::Status& status) {
  return absl::Status(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
}

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_GRPC_STATUS_H_
