#include "conformance/mutants/target.h"

#include <grpcpp/completion_queue.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/slice.h>

#include "absl/strings/match.h"

namespace ketenproef::conformance {
namespace {

std::string StringOf(const grpc::string_ref& text) {
  return {text.data(), text.size()};
}

std::string BytesOf(const grpc::ByteBuffer& buffer) {
  grpc::Slice whole;
  // Only a buffer that cannot be read at all (memory) fails here.
  if (!buffer.DumpToSingleSlice(&whole).ok()) return {};
  return {reinterpret_cast<const char*>(whole.begin()), whole.size()};
}

// One call from its start to its end, by one thread.
class BlockingCall {
 public:
  BlockingCall(const std::shared_ptr<grpc::Channel>& channel, grpc::ClientContext* context,
               const std::string& method)
      : stub_(channel), stream_(stub_.PrepareCall(context, method, &queue_)) {
    stream_->StartCall(this);
    Wait();
  }
  BlockingCall(const BlockingCall&) = delete;
  ~BlockingCall() {
    queue_.Shutdown();
    Wait();
  }

  void Write(const std::string& message) {
    const grpc::Slice slice(message);
    const grpc::ByteBuffer bytes(&slice, 1);
    stream_->WriteLast(bytes, grpc::WriteOptions(), this);
    Wait();
  }
  bool Read(std::string* message) {
    grpc::ByteBuffer bytes;
    stream_->Read(&bytes, this);
    if (!Wait()) return false;
    *message = BytesOf(bytes);
    return true;
  }
  grpc::Status Finish() {
    grpc::Status status;
    stream_->Finish(&status, this);
    Wait();
    return status;
  }

 private:
  bool Wait() {
    void* tag = nullptr;
    bool ok = false;
    return queue_.Next(&tag, &ok) && ok;
  }

  grpc::GenericStub stub_;
  grpc::CompletionQueue queue_;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> stream_;
};

}  // namespace

bool IsOfTransport(absl::string_view key) {
  return absl::StartsWith(key, "grpc-") || absl::StartsWith(key, ":") || key == "user-agent" ||
         key == "content-type" || key == "te";
}

void CarryOn(const grpc::CallbackServerContext& came_in, grpc::ClientContext* onward) {
  for (const auto& [key, value] : came_in.client_metadata()) {
    if (!IsOfTransport({key.data(), key.size()})) onward->AddMetadata(StringOf(key), StringOf(value));
  }
  onward->set_deadline(came_in.deadline());
}

Target::Target(std::shared_ptr<grpc::Channel> channel, const grpc::CallbackServerContext& came_in)
    : channel_(std::move(channel)), deadline_(came_in.deadline()) {
  for (const auto& [key, value] : came_in.client_metadata()) {
    if (IsOfTransport({key.data(), key.size()})) continue;
    metadata_.emplace_back(StringOf(key), StringOf(value));
    if (key == "omgeving") omgeving_ = StringOf(value);
  }
}

Answers Target::Ask(const std::string& method, const std::string& request) {
  grpc::ClientContext context;
  for (const auto& [key, value] : metadata_) context.AddMetadata(key, value);
  context.set_deadline(deadline_);
  Begin(&context);
  BlockingCall call(channel_, &context, method);
  call.Write(request);
  Answers answers;
  for (std::string message; call.Read(&message);) answers.messages.push_back(std::move(message));
  answers.status = call.Finish();
  End(&context);
  return answers;
}

void Target::Cancel() {
  absl::MutexLock lock(&mutex_);
  cancelled_ = true;
  for (grpc::ClientContext* context : under_way_) context->TryCancel();
}

void Target::Begin(grpc::ClientContext* context) {
  absl::MutexLock lock(&mutex_);
  under_way_.insert(context);
  if (cancelled_) context->TryCancel();
}

void Target::End(grpc::ClientContext* context) {
  absl::MutexLock lock(&mutex_);
  under_way_.erase(context);
}

}  // namespace ketenproef::conformance
