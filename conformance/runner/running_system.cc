#include "conformance/runner/running_system.h"

#include <grpcpp/channel.h>

#include <utility>

#include "client/lib/call.h"

namespace ketenproef::conformance {
namespace {

class RunningSystem final : public UnwatchedSystem {
 public:
  RunningSystem(std::string address, std::shared_ptr<grpc::Channel> channel, std::shared_ptr<void> server)
      : address_(std::move(address)), server_(std::move(server)), channel_(std::move(channel)) {}

  std::string address() const override { return address_; }
  std::shared_ptr<grpc::Channel> channel() override { return channel_; }
  bool can_restart() const override { return false; }
  absl::Status Restart() override {
    return absl::UnavailableError("een systeem dat al draaide kan niet opnieuw worden gestart");
  }

 private:
  const std::string address_;
  const std::shared_ptr<void> server_;  // null where it is somebody else's
  const std::shared_ptr<grpc::Channel> channel_;
};

class AddressSource final : public SystemSource {
 public:
  explicit AddressSource(std::string address) : address_(std::move(address)) {}

  absl::StatusOr<std::unique_ptr<System>> Start(const SystemConfig& /*config*/) override {
    auto channel = address_.empty() ? nullptr : client::MakeChannel(address_);
    return std::make_unique<RunningSystem>(address_, std::move(channel), nullptr);
  }
  bool can_start_many() const override { return false; }
  std::string name() const override { return address_; }

 private:
  const std::string address_;
};

class ReferenceSource final : public SystemSource {
 public:
  explicit ReferenceSource(StartSystem start) : start_(std::move(start)) {}

  absl::StatusOr<std::unique_ptr<System>> Start(const SystemConfig& config) override {
    return start_(config);
  }
  bool can_start_many() const override { return true; }
  std::string name() const override { return "referentie"; }

 private:
  const StartSystem start_;
};

}  // namespace

std::unique_ptr<System> MakeInProcessSystem(std::shared_ptr<grpc::Channel> channel,
                                            std::shared_ptr<void> server) {
  return std::make_unique<RunningSystem>("", std::move(channel), std::move(server));
}

std::unique_ptr<SystemSource> MakeAddressSource(std::string address) {
  return std::make_unique<AddressSource>(std::move(address));
}

std::unique_ptr<SystemSource> MakeReferenceSource(StartSystem start) {
  return std::make_unique<ReferenceSource>(std::move(start));
}

}  // namespace ketenproef::conformance
