// A unary call: finds its environment, runs the handler on the writer's thread and answers when what the
// handler did is durable. Never blocks a thread of gRPC.
#ifndef KETENPROEF_SERVER_TRANSPORT_UNARY_CALL_H_
#define KETENPROEF_SERVER_TRANSPORT_UNARY_CALL_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <memory>
#include <utility>

#include "absl/functional/any_invocable.h"
#include "absl/status/status.h"
#include "server/handlers/uitvoering.h"
#include "server/omgeving/batch_thread.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/aanroep.h"
#include "server/transport/omgeving_metadata.h"
#include "server/transport/status.h"

namespace ketenproef {

// Deletes itself when it has answered.
template <typename Request, typename Response>
class UnaryCall final : public Aanroep {
 public:
  using Handler = absl::Status (*)(HandlerContext&, const Request&, Response*);

  // Answers at once where there is no such environment. The messages are gRPC's, until the answer.
  static grpc::ServerUnaryReactor* Start(grpc::CallbackServerContext* context, std::shared_ptr<Writer> found,
                                         const Request* request, Response* response, Handler handler) {
    // Not one of its own: gRPC would call that when all is sent, by way of a thread for each answer that does
    // not come from its own threads.
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    if (found == nullptr) {
      reactor->Finish(ToGrpc(FoutOmgevingOnbekend()));
    } else {
      found->Schedule(new UnaryCall(found, request, response, handler, reactor));
    }
    return reactor;
  }

 private:
  UnaryCall(std::shared_ptr<Writer> writer, const Request* request, Response* response, Handler handler,
            grpc::ServerUnaryReactor* reactor)
      : Aanroep(std::move(writer), MethodeOf<Request>()),
        request_(request),
        response_(response),
        handler_(handler),
        reactor_(reactor) {}
  ~UnaryCall() = default;

  const google::protobuf::Message& Gevraagd() const override { return *request_; }
  absl::Status Handle(Omgeving& omgeving) override {
    HandlerContext context{omgeving};
    response_->Clear();
    return handler_(context, *request_, response_);
  }
  void Answer(const absl::Status& status) override {
    reactor_->Finish(ToGrpc(status));
    delete this;
  }

  const Request* request_;
  Response* response_;
  Handler handler_;
  grpc::ServerUnaryReactor* reactor_;
};

template <typename Request, typename Response>
grpc::ServerUnaryReactor* StartUnary(grpc::CallbackServerContext* context, const Omgevingen& omgevingen,
                                     const Request* request, Response* response,
                                     absl::Status (*handler)(HandlerContext&, const Request&, Response*)) {
  return UnaryCall<Request, Response>::Start(context, FindOmgeving(*context, omgevingen), request, response,
                                             handler);
}

// The thread on which calls run that work on the server as a whole; they may block it.
using ControlThread = BatchThread<absl::AnyInvocable<void()>>;

template <typename Request, typename Response>
grpc::ServerUnaryReactor* StartControl(grpc::CallbackServerContext* context, ControlThread& thread,
                                       Omgevingen& omgevingen, const Request* request, Response* response,
                                       absl::Status (*handler)(Omgevingen&, const Request&, Response*)) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  const bool queued = thread.Put([reactor, &omgevingen, request, response, handler] {
    reactor->Finish(ToGrpc(handler(omgevingen, *request, response)));
  });
  if (!queued) reactor->Finish(ToGrpc(FoutLimiet("too many calls about environments wait; try again")));
  return reactor;
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_UNARY_CALL_H_
