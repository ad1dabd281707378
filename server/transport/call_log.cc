#include "server/transport/call_log.h"

#include <chrono>
#include <utility>

#include "absl/status/status.h"

namespace ketenproef {
namespace {

class CallLogger final : public grpc::experimental::Interceptor {
 public:
  using HookPoints = grpc::experimental::InterceptionHookPoints;

  CallLogger(const char* method, const std::function<void(const EndedCall&)>& ended)
      : ended_(ended), begin_(std::chrono::steady_clock::now()) {
    call_.method = method;
  }

  void Intercept(grpc::experimental::InterceptorBatchMethods* methods) override {
    if (methods->QueryInterceptionHookPoint(HookPoints::POST_RECV_INITIAL_METADATA)) {
      const auto* const metadata = methods->GetRecvInitialMetadata();
      const auto omgeving = metadata->find("omgeving");
      if (omgeving != metadata->end()) {
        call_.omgeving.assign(omgeving->second.data(), omgeving->second.size());
      }
    }
    if (methods->QueryInterceptionHookPoint(HookPoints::PRE_SEND_STATUS)) {
      const auto code = static_cast<absl::StatusCode>(methods->GetSendStatus().error_code());
      call_.status = absl::StatusCodeToString(code);
      call_.duration = absl::FromChrono(std::chrono::steady_clock::now() - begin_);
      ended_(call_);
    }
    methods->Proceed();
  }

 private:
  const std::function<void(const EndedCall&)>& ended_;
  const std::chrono::steady_clock::time_point begin_;
  EndedCall call_;
};

class CallLogFactory final : public grpc::experimental::ServerInterceptorFactoryInterface {
 public:
  explicit CallLogFactory(std::function<void(const EndedCall&)> ended) : ended_(std::move(ended)) {}

  grpc::experimental::Interceptor* CreateServerInterceptor(grpc::experimental::ServerRpcInfo* info) override {
    return new CallLogger(info->method(), ended_);
  }

 private:
  const std::function<void(const EndedCall&)> ended_;
};

}  // namespace

std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface> MakeCallLog(
    std::function<void(const EndedCall&)> ended) {
  return std::make_unique<CallLogFactory>(std::move(ended));
}

}  // namespace ketenproef
