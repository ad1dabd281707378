#include "conformance/mutants/proxy.h"

#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <chrono>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "conformance/mutants/forwarding.h"
#include "conformance/mutants/hooked_call.h"
#include "conformance/mutants/workers.h"

namespace ketenproef::conformance {
namespace {

class GenericProxy final : public Proxy, private grpc::CallbackGenericService {
 public:
  GenericProxy(std::shared_ptr<grpc::Channel> target, Hooks hooks)
      : target_(std::move(target)), hooks_(std::move(hooks)) {}

  ~GenericProxy() override {
    // A deadline that has passed: calls under way are cancelled rather than waited for.
    if (server_ != nullptr) server_->Shutdown(std::chrono::system_clock::time_point::min());
  }

  bool Listen() {
    grpc::ServerBuilder builder;
    // How much a message may hold is for the target to say.
    builder.SetMaxReceiveMessageSize(-1);
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    builder.RegisterCallbackGenericService(this);
    server_ = builder.BuildAndStart();
    return server_ != nullptr && port_ != 0;
  }

  std::shared_ptr<grpc::Channel> InProcessChannel() override {
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(-1);
    return server_->InProcessChannel(arguments);
  }
  std::string address() const override { return absl::StrCat("127.0.0.1:", port_); }

 private:
  grpc::ServerGenericBidiReactor* CreateReactor(grpc::GenericCallbackServerContext* context) override {
    const HookedMethod* method = hooks_.Find(context->method());
    if (method == nullptr) return StartForwarding(target_, context);
    return StartHooked(target_, method, &workers_, context);
  }

  std::shared_ptr<grpc::Channel> target_;
  const Hooks hooks_;
  // After the server in time: its last calls still run on them.
  Workers workers_;
  std::unique_ptr<grpc::Server> server_;
  int port_ = 0;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Proxy>> Proxy::Start(std::shared_ptr<grpc::Channel> target, Hooks hooks) {
  auto proxy = std::make_unique<GenericProxy>(std::move(target), std::move(hooks));
  if (!proxy->Listen()) return absl::UnavailableError("the proxy cannot listen on a port of 127.0.0.1");
  return proxy;
}

}  // namespace ketenproef::conformance
