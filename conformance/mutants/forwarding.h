// A call that passes through the proxy untouched: message by message both ways, with its metadata, deadline,
// cancellation, status, error details and trailing metadata. Messages are bytes here. Initial metadata of the
// answer is left out: nobody in the chain sends any.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_FORWARDING_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_FORWARDING_H_

#include <grpcpp/channel.h>
#include <grpcpp/generic/async_generic_service.h>

#include <memory>

namespace ketenproef::conformance {

// Deletes itself when the call is done. Never blocks.
grpc::ServerGenericBidiReactor* StartForwarding(std::shared_ptr<grpc::Channel> target,
                                                grpc::GenericCallbackServerContext* context);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_FORWARDING_H_
