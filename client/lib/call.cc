#include "client/lib/call.h"

#include <google/protobuf/message_lite.h>
#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/completion_queue.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/proto_buffer_reader.h>
#include <grpcpp/support/slice.h>

#include <chrono>
#include <utility>

#include "absl/time/clock.h"
#include "client/lib/call_error.h"

namespace ketenproef::client {
namespace {

// A page of a list holds at most 1,000 records, the largest of some 4 KB.
constexpr int kMaxReceivedBytes = 64 << 20;
// A server that comes back is found soon: repeats would else end before gRPC tries to connect again.
// How long one attempt may take; gRPC calls it the least pause between attempts. On a machine with much else
// to do, a system that is well can take long to answer to the first of them.
constexpr int kConnectMs = 10'000;
constexpr int kFirstReconnectMs = 100;
constexpr int kLongestReconnectMs = 1'000;

absl::Status FromGrpc(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  absl::Status error(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
  if (!status.error_details().empty()) SetDetails(status.error_details(), &error);
  return error;
}

}  // namespace

struct Call::State {
  explicit State(std::shared_ptr<grpc::Channel> channel) : stub(std::move(channel)) {}

  // Waits for the one operation that is under way; whether it went well.
  bool Wait() {
    void* tag = nullptr;
    bool ok = false;
    return queue.Next(&tag, &ok) && ok;
  }

  grpc::GenericStub stub;
  grpc::CompletionQueue queue;
  grpc::ClientContext context;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> stream;
  bool writes_done = false;
  bool reads_done = false;
  bool unreadable = false;
  bool finished = false;
};

Call::Call(std::shared_ptr<grpc::Channel> channel, const CallOptions& options)
    : state_(std::make_unique<State>(std::move(channel))) {
  if (!options.omgeving.empty()) state_->context.AddMetadata("omgeving", options.omgeving);
  if (options.timeout < absl::InfiniteDuration()) {
    state_->context.set_deadline(std::chrono::system_clock::now() +
                                 absl::ToChronoMilliseconds(options.timeout));
  }
  state_->stream = state_->stub.PrepareCall(&state_->context, options.method, &state_->queue);
  state_->stream->StartCall(this);
  // False where it could not be started: every write and read then fails, and Finish tells why.
  state_->Wait();
}

Call::Call(Call&&) noexcept = default;

Call::~Call() {
  if (state_ == nullptr) return;
  if (!state_->finished) {
    state_->context.TryCancel();
    // What became of it is for nobody any more.
    (void)Finish();
  }
  state_->queue.Shutdown();
  state_->Wait();
}

bool Call::Write(const google::protobuf::MessageLite& message) {
  const std::string serialised = message.SerializeAsString();
  const grpc::Slice slice(serialised);
  const grpc::ByteBuffer bytes(&slice, 1);
  state_->stream->Write(bytes, this);
  return state_->Wait();
}

void Call::WritesDone() {
  if (std::exchange(state_->writes_done, true)) return;
  state_->stream->WritesDone(this);
  state_->Wait();
}

bool Call::Read(google::protobuf::MessageLite* message) {
  if (state_->reads_done) return false;
  grpc::ByteBuffer bytes;
  state_->stream->Read(&bytes, this);
  if (!state_->Wait()) {
    state_->reads_done = true;
    return false;
  }
  if (message == nullptr) return true;
  grpc::ProtoBufferReader reader(&bytes);
  if (message->ParseFromZeroCopyStream(&reader) && reader.status().ok()) return true;
  state_->unreadable = true;
  state_->context.TryCancel();
  return false;
}

absl::Status Call::Finish() {
  WritesDone();
  while (Read(nullptr)) {
  }
  grpc::Status status;
  state_->stream->Finish(&status, this);
  state_->Wait();
  state_->finished = true;
  if (state_->unreadable) {
    return absl::InternalError("the answer is no message of the contract: is it another version of it?");
  }
  return FromGrpc(status);
}

void Call::Cancel() {
  state_->context.TryCancel();
}

std::shared_ptr<grpc::Channel> MakeChannel(const std::string& address) {
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(kMaxReceivedBytes);
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, kFirstReconnectMs);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, kConnectMs);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, kLongestReconnectMs);
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

void WaitBeforeRepeat(absl::Duration duration) {
  absl::SleepFor(duration);
}

}  // namespace ketenproef::client
