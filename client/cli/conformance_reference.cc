#include "client/cli/conformance_reference.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "client/cli/gemeente_reference.h"
#include "conformance/runner/running_system.h"
#include "conformance/sut/ophaler/ophaler.h"
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

// A gemeente that collects: the sample in C++, in a thread.
class OphalerReference : public System {
 public:
  explicit OphalerReference(const SystemConfig& config) : folder_(config.folder) {
    options_.inlichtingenbureau = config.inlichtingenbureau;
    options_.omgeving = config.omgeving;
    const auto& codes = config.administration.gemeentecodes();
    options_.gemeentecodes = {codes.begin(), codes.end()};
    options_.pause = absl::Seconds(config.poll_seconds);
  }

  absl::Status Start() {
    auto bewaarmap = ophaler::Bewaarmap::Open(folder_);
    if (!bewaarmap.ok()) return bewaarmap.status();
    ophaler_ = std::make_unique<ophaler::Ophaler>(options_, *std::move(bewaarmap));
    return absl::OkStatus();
  }

  std::string address() const override { return ""; }
  std::shared_ptr<grpc::Channel> channel() override { return nullptr; }
  bool can_restart() const override { return true; }
  absl::Status Restart() override {
    ophaler_ = nullptr;
    return Start();
  }
  std::optional<std::string> ended() override { return std::nullopt; }
  bool is_gone() override { return false; }
  std::string last_words() const override { return ""; }

 private:
  const std::string folder_;
  ophaler::OphalerOptions options_;
  std::unique_ptr<ophaler::Ophaler> ophaler_;
};

absl::StatusOr<std::unique_ptr<System>> StartReference(const SystemConfig& config) {
  if (config.kind == conformance::v1::SYSTEM_KIND_GEMEENTE) return StartGemeenteReference(config);
  if (config.kind == conformance::v1::SYSTEM_KIND_GEMEENTE_OPHALER) {
    auto system = std::make_unique<OphalerReference>(config);
    if (absl::Status status = system->Start(); !status.ok()) return status;
    return system;
  }
  auto server = Server::Start({});
  if (!server.ok()) return server.status();
  return std::make_unique<ChainReference>(*std::move(server));
}

}  // namespace

std::unique_ptr<conformance::SystemSource> MakeReference() {
  return conformance::MakeReferenceSource(StartReference);
}

}  // namespace ketenproef
