// A stream of batches: one message in, its handler on the writer's thread, one message out when what the
// handler did is durable, then the next. One batch per stream is under way at a time, which bounds what a
// stream can make the server hold; gRPC's flow control slows a caller that sends faster. A batch and its
// answer lie together in an arena that is emptied before the next is read: a thousand records are some ten
// thousand small objects, and freeing those one by one cost more than what the rules do with them.
#ifndef KETENPROEF_SERVER_TRANSPORT_BATCH_STREAM_H_
#define KETENPROEF_SERVER_TRANSPORT_BATCH_STREAM_H_

#include <google/protobuf/arena.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <memory>
#include <utility>

#include "absl/status/status.h"
#include "server/handlers/uitvoering.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/aanroep.h"
#include "server/transport/omgeving_metadata.h"
#include "server/transport/status.h"

namespace ketenproef {

template <typename Request, typename Response>
class BatchStream final : public grpc::ServerBidiReactor<Request, Response>, public Aanroep {
 public:
  using Handler = absl::Status (*)(HandlerContext&, const Request&, Response*);

  BatchStream(std::shared_ptr<Writer> found, Handler handler)
      : Aanroep(std::move(found), MethodeOf<Request>()), handler_(handler) {
    if (writer() == nullptr) {
      this->Finish(ToGrpc(FoutOmgevingOnbekend()));
    } else {
      ReadNext();
    }
  }

  void OnReadDone(bool ok) override {
    if (!ok) {
      // The caller has sent its last batch, or is gone.
      this->Finish(grpc::Status::OK);
      return;
    }
    writer()->Schedule(this);
  }
  void OnWriteDone(bool ok) override {
    if (ok) {
      ReadNext();
    } else {
      this->Finish(grpc::Status::CANCELLED);
    }
  }
  void OnDone() override { delete this; }

 private:
  void ReadNext() {
    arena_.Reset();
    request_ = google::protobuf::Arena::CreateMessage<Request>(&arena_);
    this->StartRead(request_);
  }

  const google::protobuf::Message& Gevraagd() const override { return *request_; }
  absl::Status Handle(Omgeving& omgeving) override {
    HandlerContext context{omgeving};
    response_ = google::protobuf::Arena::CreateMessage<Response>(&arena_);
    return handler_(context, *request_, response_);
  }
  void Answer(const absl::Status& status) override {
    if (status.ok()) {
      this->StartWrite(response_);
    } else {
      this->Finish(ToGrpc(status));
    }
  }

  Handler handler_;
  google::protobuf::Arena arena_;
  Request* request_ = nullptr;    // in the arena
  Response* response_ = nullptr;  // likewise
};

template <typename Request, typename Response>
grpc::ServerBidiReactor<Request, Response>* StartBatches(const grpc::CallbackServerContext* context,
                                                         const Omgevingen& omgevingen,
                                                         absl::Status (*handler)(HandlerContext&,
                                                                                 const Request&, Response*)) {
  return new BatchStream<Request, Response>(FindOmgeving(*context, omgevingen), handler);
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_BATCH_STREAM_H_
