// A stream that goes on until its reader leaves: after every commit of the environment it looks what is new
// and writes it. It holds one message at a time, so a reader that never reads costs no more than that.
#ifndef KETENPROEF_SERVER_TRANSPORT_WATCH_STREAM_H_
#define KETENPROEF_SERVER_TRANSPORT_WATCH_STREAM_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <memory>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/functional/any_invocable.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "server/handlers/uitvoering.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/omgeving_metadata.h"
#include "server/transport/status.h"

namespace ketenproef {

// One look at what is new.
struct Watched {
  absl::Status status;
  bool has_message = false;  // the response holds something to write
  bool more = false;         // there is more to look at now
};

template <typename Response>
class WatchStream final : public grpc::ServerWriteReactor<Response>, public Writer::Call {
 public:
  // Runs on the writer's thread; fills the response, which is empty.
  using Next = absl::AnyInvocable<Watched(HandlerContext&, Response*)>;

  WatchStream(std::shared_ptr<Writer> writer, Next next)
      : writer_(std::move(writer)), next_(std::move(next)) {
    if (writer_ == nullptr) {
      this->Finish(ToGrpc(FoutOmgevingOnbekend()));
      return;
    }
    subscription_ = writer_->Subscribe([this] { OnChanged(); });
    writer_->Schedule(this);
  }

  void Run(Omgeving& omgeving) override {
    HandlerContext context{omgeving};
    response_.Clear();
    watched_ = next_(context, &response_);
  }

  void Done(const absl::Status& durable) override {
    if (!durable.ok() || !watched_.status.ok()) {
      this->Finish(ToGrpc(durable.ok() ? watched_.status : durable));
    } else if (watched_.has_message) {
      this->StartWrite(&response_);
    } else if (watched_.more) {
      writer_->Schedule(this);
    } else {
      Rest();
    }
  }

  void OnWriteDone(bool ok) override {
    if (ok) {
      writer_->Schedule(this);
    } else {
      this->Finish(grpc::Status::CANCELLED);
    }
  }

  void OnCancel() override {
    {
      absl::MutexLock lock(&mutex_);
      cancelled_ = true;
      if (busy_) return;  // whoever is busy finishes
      busy_ = true;
    }
    this->Finish(grpc::Status::CANCELLED);
  }

  void OnDone() override {
    if (writer_ != nullptr) writer_->Unsubscribe(subscription_);
    delete this;
  }

 private:
  // Nothing is new: waits for the next commit, unless there was one meanwhile or the reader is gone.
  void Rest() {
    bool cancelled = false;
    {
      absl::MutexLock lock(&mutex_);
      cancelled = cancelled_;
      if (!cancelled && !changed_) {
        busy_ = false;
        return;
      }
      changed_ = false;
    }
    if (cancelled) {
      this->Finish(grpc::Status::CANCELLED);
    } else {
      writer_->Schedule(this);
    }
  }

  void OnChanged() {
    {
      absl::MutexLock lock(&mutex_);
      if (busy_) {
        changed_ = true;
        return;
      }
      busy_ = true;
    }
    writer_->Schedule(this);
  }

  std::shared_ptr<Writer> writer_;
  Next next_;
  std::int64_t subscription_ = 0;
  Response response_;
  Watched watched_;
  absl::Mutex mutex_;
  bool busy_ ABSL_GUARDED_BY(mutex_) = true;  // scheduled, writing or finishing
  bool changed_ ABSL_GUARDED_BY(mutex_) = false;
  bool cancelled_ ABSL_GUARDED_BY(mutex_) = false;
};

template <typename Response>
grpc::ServerWriteReactor<Response>* StartWatch(const grpc::CallbackServerContext* context,
                                               const Omgevingen& omgevingen,
                                               typename WatchStream<Response>::Next next) {
  return new WatchStream<Response>(FindOmgeving(*context, omgevingen), std::move(next));
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_WATCH_STREAM_H_
