// Systems that the runner does not start: one that runs already somewhere, and the reference in this process,
// which whoever composes the binary hands in.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_RUNNING_SYSTEM_H_
#define KETENPROEF_CONFORMANCE_RUNNER_RUNNING_SYSTEM_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "conformance/runner/system.h"

namespace ketenproef::conformance {

// The one system at HOST:PORT (--address); it cannot be restarted. Whether somebody is there is found out by
// the first call. `address` empty: an ophaler, which comes to the runner.
std::unique_ptr<SystemSource> MakeAddressSource(std::string address);

// What systems have in common that are not processes of the runner's: nothing that it could see end.
class UnwatchedSystem : public System {
 public:
  std::string address() const override { return ""; }
  std::optional<std::string> ended() final { return std::nullopt; }
  bool is_gone() final { return false; }
  std::string last_words() const final { return ""; }
};

// A server in this process that keeps nothing to start again with. `server` ends with the system.
std::unique_ptr<System> MakeInProcessSystem(std::shared_ptr<grpc::Channel> channel,
                                            std::shared_ptr<void> server);

using StartSystem = std::function<absl::StatusOr<std::unique_ptr<System>>(const SystemConfig& config)>;

// Systems in this process (--reference). `start` must be safe from any thread.
std::unique_ptr<SystemSource> MakeReferenceSource(StartSystem start);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_RUNNING_SYSTEM_H_
