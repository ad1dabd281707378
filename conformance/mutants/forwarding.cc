// Two reactors, one towards the caller and one towards the target, that hand each other what they read:
//
//   up:   caller.Read -> target.Write -> caller.Read ...       until the caller is done writing
//   down: target.Read -> caller.Write -> target.Read ...       until the target is done writing
//
// Each direction holds the reactor of the target (AddHold) until it is over, as it starts operations of it
// from the reactions of the other. The call ends when the target's has: its status then becomes the caller's.
#include "conformance/mutants/forwarding.h"

#include <grpcpp/client_context.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/client_callback.h>

#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "conformance/mutants/target.h"

namespace ketenproef::conformance {
namespace {

class Forwarding;

class Onward final : public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  explicit Onward(Forwarding* caller) : caller_(caller) {}

  void OnWriteDone(bool ok) override;
  void OnReadDone(bool ok) override;
  void OnDone(const grpc::Status& status) override;

 private:
  Forwarding* caller_;
};

class Forwarding final : public grpc::ServerGenericBidiReactor {
 public:
  Forwarding(std::shared_ptr<grpc::Channel> target, grpc::GenericCallbackServerContext* context)
      : context_(context), stub_(std::move(target)), onward_(this) {
    CarryOn(*context, &onward_context_);
    stub_.PrepareBidiStreamingCall(&onward_context_, context->method(), {}, &onward_);
    onward_.AddMultipleHolds(2);
    StartRead(&up_);
    onward_.StartRead(&down_);
    onward_.StartCall();
  }

  // The caller.
  void OnReadDone(bool ok) override {
    {
      absl::MutexLock lock(&mutex_);
      if (up_state_ == Up::kOver) return;
      up_state_ = ok ? Up::kWriting : Up::kOver;
    }
    if (ok) {
      onward_.StartWrite(&up_);
    } else {
      onward_.StartWritesDone();
      onward_.RemoveHold();
    }
  }
  void OnWriteDone(bool ok) override {
    if (ok) {
      onward_.StartRead(&down_);
    } else {
      onward_context_.TryCancel();
      onward_.RemoveHold();
    }
  }
  void OnCancel() override { onward_context_.TryCancel(); }
  void OnDone() override { delete this; }

  // The target.
  void OnWrittenOnward(bool ok) {
    bool goes_on = false;
    {
      absl::MutexLock lock(&mutex_);
      goes_on = ok && !target_is_done_;
      up_state_ = goes_on ? Up::kReading : Up::kOver;
    }
    if (goes_on) {
      StartRead(&up_);
    } else {
      onward_.RemoveHold();
    }
  }
  void OnReadOnward(bool ok) {
    if (ok) {
      StartWrite(&down_);
      return;
    }
    bool was_reading = false;
    {
      absl::MutexLock lock(&mutex_);
      target_is_done_ = true;
      // A caller that is silent must not keep the status from itself.
      was_reading = up_state_ == Up::kReading;
      if (was_reading) up_state_ = Up::kOver;
    }
    if (was_reading) onward_.RemoveHold();
    onward_.RemoveHold();
  }
  void OnTargetDone(const grpc::Status& status) {
    for (const auto& [key, value] : onward_context_.GetServerTrailingMetadata()) {
      if (IsOfTransport({key.data(), key.size()})) continue;
      context_->AddTrailingMetadata({key.data(), key.size()}, {value.data(), value.size()});
    }
    Finish(status);
  }

 private:
  enum class Up { kReading, kWriting, kOver };

  grpc::GenericCallbackServerContext* context_;
  grpc::GenericStub stub_;
  grpc::ClientContext onward_context_;
  grpc::ByteBuffer up_;
  grpc::ByteBuffer down_;
  absl::Mutex mutex_;
  Up up_state_ ABSL_GUARDED_BY(mutex_) = Up::kReading;
  bool target_is_done_ ABSL_GUARDED_BY(mutex_) = false;
  Onward onward_;
};

void Onward::OnWriteDone(bool ok) {
  caller_->OnWrittenOnward(ok);
}

void Onward::OnReadDone(bool ok) {
  caller_->OnReadOnward(ok);
}

void Onward::OnDone(const grpc::Status& status) {
  caller_->OnTargetDone(status);
}

}  // namespace

grpc::ServerGenericBidiReactor* StartForwarding(std::shared_ptr<grpc::Channel> target,
                                                grpc::GenericCallbackServerContext* context) {
  return new Forwarding(std::move(target), context);
}

}  // namespace ketenproef::conformance
