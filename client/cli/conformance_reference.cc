#include "client/cli/conformance_reference.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "conformance/runner/running_system.h"
#include "server/app/server.h"

namespace ketenproef {
namespace {

using conformance::System;
using conformance::SystemConfig;

// UWV and Inlichtingenbureau: a whole simulator, in memory.
class ChainReference : public System {
 public:
  explicit ChainReference(std::unique_ptr<Server> server) : server_(std::move(server)) {}

  std::string address() const override { return ""; }
  std::shared_ptr<grpc::Channel> channel() override { return server_->InProcessChannel(); }
  bool can_restart() const override { return false; }
  absl::Status Restart() override { return absl::UnimplementedError("it keeps nothing to start again with"); }
  std::optional<std::string> ended() override { return std::nullopt; }
  bool is_gone() override { return false; }
  std::string last_words() const override { return ""; }

 private:
  std::unique_ptr<Server> server_;
};

absl::StatusOr<std::unique_ptr<System>> StartReference(const SystemConfig&) {
  auto server = Server::Start({});
  if (!server.ok()) return server.status();
  return std::make_unique<ChainReference>(*std::move(server));
}

}  // namespace

std::unique_ptr<conformance::SystemSource> MakeReference() {
  return conformance::MakeReferenceSource(StartReference);
}

}  // namespace ketenproef
