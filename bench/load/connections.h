// Channels to one address that do not share a TCP connection, as gRPC's own would.
#ifndef KETENPROEF_BENCH_LOAD_CONNECTIONS_H_
#define KETENPROEF_BENCH_LOAD_CONNECTIONS_H_

#include <grpcpp/channel.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace ketenproef::load {

// `count` connected channels. UNAVAILABLE where one does not connect within `timeout_ms`.
absl::StatusOr<std::vector<std::shared_ptr<grpc::Channel>>> Connect(const std::string& address, int count,
                                                                    int timeout_ms);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_CONNECTIONS_H_
