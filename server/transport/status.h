// The one place where errors become gRPC statuses.
#ifndef KETENPROEF_SERVER_TRANSPORT_STATUS_H_
#define KETENPROEF_SERVER_TRANSPORT_STATUS_H_

#include <grpcpp/support/status.h>

#include "absl/status/status.h"

namespace ketenproef {

// Code, message, and in the binary details the google.rpc.Status that the error carries (wire/fout.h).
grpc::Status ToGrpc(const absl::Status& status);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_STATUS_H_
