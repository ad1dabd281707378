#include "conformance/mutants/mutant_system.h"

#include <utility>

#include "client/lib/call.h"
#include "conformance/mutants/proxy.h"

namespace ketenproef::conformance {
namespace {

absl::StatusOr<std::unique_ptr<Proxy>> StartProxy(std::shared_ptr<grpc::Channel> target, const Break& breuk,
                                                  bool is_after_restart = false) {
  Hooks hooks(is_after_restart);
  breuk(&hooks);
  return Proxy::Start(std::move(target), std::move(hooks));
}

// A good system and the proxy that stands before it, or between it and the Inlichtingenbureau.
class BrokenSystem final : public System {
 public:
  BrokenSystem(std::unique_ptr<System> good, std::unique_ptr<Proxy> proxy, Break breuk, bool is_called)
      : good_(std::move(good)), proxy_(std::move(proxy)), breuk_(std::move(breuk)), is_called_(is_called) {}

  std::string address() const override { return is_called_ && proxy_ != nullptr ? proxy_->address() : ""; }
  std::shared_ptr<grpc::Channel> channel() override {
    return is_called_ && proxy_ != nullptr ? proxy_->InProcessChannel() : nullptr;
  }
  bool can_restart() const override { return good_->can_restart(); }
  absl::Status Restart() override {
    if (!is_called_) return good_->Restart();
    proxy_ = nullptr;
    if (absl::Status status = good_->Restart(); !status.ok()) return status;
    auto proxy = StartProxy(good_->channel(), breuk_, true);
    if (!proxy.ok()) return proxy.status();
    proxy_ = *std::move(proxy);
    return absl::OkStatus();
  }
  std::optional<std::string> ended() override { return good_->ended(); }
  bool is_gone() override { return good_->is_gone(); }
  std::string last_words() const override { return good_->last_words(); }

 private:
  std::unique_ptr<System> good_;
  // Goes before the system whose channel it uses. An ophaler then finds nobody for a moment, as it would
  // anyway.
  std::unique_ptr<Proxy> proxy_;
  Break breuk_;
  bool is_called_;
};

class BrokenSource final : public SystemSource {
 public:
  BrokenSource(SystemSource* good, std::string name, Break breuk)
      : good_(good), name_(std::move(name)), breuk_(std::move(breuk)) {}

  absl::StatusOr<std::unique_ptr<System>> Start(const SystemConfig& config) override {
    return config.kind == v1::SYSTEM_KIND_GEMEENTE_OPHALER ? StartOphaler(config) : StartServer(config);
  }
  bool can_start_many() const override { return good_->can_start_many(); }
  std::string name() const override { return name_; }

 private:
  absl::StatusOr<std::unique_ptr<System>> StartServer(const SystemConfig& config) {
    auto good = good_->Start(config);
    if (!good.ok()) return good.status();
    auto proxy = StartProxy((*good)->channel(), breuk_);
    if (!proxy.ok()) return proxy.status();
    return std::make_unique<BrokenSystem>(*std::move(good), *std::move(proxy), breuk_, true);
  }

  absl::StatusOr<std::unique_ptr<System>> StartOphaler(SystemConfig config) {
    auto proxy = StartProxy(client::MakeChannel(config.inlichtingenbureau), breuk_);
    if (!proxy.ok()) return proxy.status();
    config.inlichtingenbureau = (*proxy)->address();
    auto good = good_->Start(config);
    if (!good.ok()) return good.status();
    return std::make_unique<BrokenSystem>(*std::move(good), *std::move(proxy), breuk_, false);
  }

  SystemSource* good_;
  std::string name_;
  Break breuk_;
};

}  // namespace

std::unique_ptr<SystemSource> MakeBrokenSource(SystemSource* good, std::string name, Break breuk) {
  return std::make_unique<BrokenSource>(good, std::move(name), std::move(breuk));
}

}  // namespace ketenproef::conformance
