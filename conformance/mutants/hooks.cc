#include "conformance/mutants/hooks.h"

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace ketenproef::conformance {

void Hooks::Add(const std::string& method, bool takes_batches, Hook hook) {
  HookedMethod& hooked = methods_[method];
  hooked.takes_batches = takes_batches;
  if (!hooked.hook) {
    hooked.hook = std::move(hook);
    return;
  }
  hooked.hook = [inner = std::move(hooked.hook), outer = std::move(hook)](const std::string& request,
                                                                          Target& target, const Next& next) {
    return outer(request, target, [&](const std::string& changed) { return inner(changed, target, next); });
  };
}

const HookedMethod* Hooks::Find(const std::string& method) const {
  const auto found = methods_.find(method);
  return found == methods_.end() ? nullptr : &found->second;
}

grpc::Status Refusal(grpc::StatusCode code, const std::string& regel, const std::string& message) {
  google::rpc::ErrorInfo info;
  info.set_reason(regel);
  info.set_domain("ketenproef");
  google::rpc::Status details;
  details.set_code(code);
  details.set_message(message);
  details.add_details()->PackFrom(info);
  return {code, message, details.SerializeAsString()};
}

std::string RegelOf(const grpc::Status& status) {
  google::rpc::Status details;
  if (!details.ParseFromString(status.error_details())) return {};
  for (const auto& any : details.details()) {
    google::rpc::ErrorInfo info;
    if (any.UnpackTo(&info)) return info.reason();
  }
  return {};
}

}  // namespace ketenproef::conformance
