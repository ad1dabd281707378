#include "client/cli/conformance_reference.h"

#include <memory>
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

// A gemeente that collects: the sample in C++, in a thread.
class OphalerReference : public conformance::UnwatchedSystem {
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

  std::shared_ptr<grpc::Channel> channel() override { return nullptr; }
  bool can_restart() const override { return true; }
  absl::Status Restart() override {
    ophaler_ = nullptr;
    return Start();
  }

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
  // UWV and Inlichtingenbureau: a whole simulator, in memory.
  auto server = Server::Start({});
  if (!server.ok()) return server.status();
  auto channel = (*server)->InProcessChannel();
  return conformance::MakeInProcessSystem(std::move(channel), *std::move(server));
}

}  // namespace

std::unique_ptr<conformance::SystemSource> MakeReference() {
  return conformance::MakeReferenceSource(StartReference);
}

}  // namespace ketenproef
