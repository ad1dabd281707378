// Tells of every call that ends: which method, in which omgeving, how, and how long it took. Never what was
// in it (BSN-03).
#ifndef KETENPROEF_SERVER_TRANSPORT_CALL_LOG_H_
#define KETENPROEF_SERVER_TRANSPORT_CALL_LOG_H_

#include <grpcpp/support/server_interceptor.h>

#include <functional>
#include <memory>
#include <string>

#include "absl/time/time.h"

namespace ketenproef {

struct EndedCall {
  std::string method;    // `/ketenproef.v1.KlokService/GetClock`
  std::string omgeving;  // as the caller wrote it; empty: none
  std::string status;    // the name of the code, such as `OK`
  absl::Duration duration;
};

// For ServerBuilder::experimental().SetInterceptorCreators. `ended` is called from any thread of gRPC and
// must not block.
std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface> MakeCallLog(
    std::function<void(const EndedCall&)> ended);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_CALL_LOG_H_
