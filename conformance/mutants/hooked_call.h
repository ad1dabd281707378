// A call that passes through a hook, on a thread of the workers.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_HOOKED_CALL_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_HOOKED_CALL_H_

#include <grpcpp/channel.h>
#include <grpcpp/generic/async_generic_service.h>

#include <memory>

#include "conformance/mutants/hooks.h"
#include "conformance/mutants/workers.h"

namespace ketenproef::conformance {

// Deletes itself when the call is done. `workers` and `method` must outlive it.
grpc::ServerGenericBidiReactor* StartHooked(std::shared_ptr<grpc::Channel> target, const HookedMethod* method,
                                            Workers* workers, grpc::GenericCallbackServerContext* context);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_HOOKED_CALL_H_
