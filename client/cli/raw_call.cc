#include "client/cli/raw_call.h"

#include <grpc/support/time.h>
#include <grpcpp/support/byte_buffer.h>

#include <vector>

#include "client/cli/grpc_status.h"

namespace ketenproef {
namespace {

constexpr int kHealthDeadlineSeconds = 5;

// Field 1 of HealthCheckRequest, a string; field 1 of HealthCheckResponse, an enum.
constexpr char kServiceTag = 0x0a;
constexpr char kStatusTag = 0x08;
constexpr char kServing = 1;
constexpr char kNotServing = 2;
constexpr std::size_t kMaxServiceBytes = 127;  // the length in one byte

}  // namespace

RawCall::RawCall(const std::shared_ptr<grpc::Channel>& channel, const std::string& method,
                 int deadline_seconds) {
  context_.set_deadline(gpr_time_from_seconds(deadline_seconds, GPR_TIMESPAN));
  stream_ = grpc::GenericStub(channel).PrepareCall(&context_, method, &queue_);
  stream_->StartCall(this);
  Wait();
}

RawCall::~RawCall() {
  if (!is_finished_) {
    context_.TryCancel();
    (void)Finish();  // CANCELLED, as was asked for
  }
  queue_.Shutdown();
  void* tag = nullptr;
  bool ok = false;
  while (queue_.Next(&tag, &ok)) {
  }
}

bool RawCall::Write(const std::string& message) {
  const grpc::Slice slice(message);
  stream_->Write(grpc::ByteBuffer(&slice, 1), this);
  return Wait();
}

bool RawCall::Read(std::string* message) {
  grpc::ByteBuffer buffer;
  stream_->Read(&buffer, this);
  if (!Wait()) return false;
  std::vector<grpc::Slice> slices;
  if (!buffer.Dump(&slices).ok()) return false;
  message->clear();
  for (const grpc::Slice& slice : slices) {
    message->append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return true;
}

absl::Status RawCall::Finish() {
  is_finished_ = true;
  stream_->WritesDone(this);
  Wait();
  grpc::Status status;
  stream_->Finish(&status, this);
  Wait();
  return FromGrpc(status);
}

// One thing at a time is under way, so what comes out of the queue is that.
bool RawCall::Wait() {
  void* tag = nullptr;
  bool ok = false;
  return queue_.Next(&tag, &ok) && ok;
}

absl::Status AskHealth(const std::shared_ptr<grpc::Channel>& channel, const std::string& service,
                       Health* health) {
  RawCall call(channel, "/grpc.health.v1.Health/Check", kHealthDeadlineSeconds);
  std::string answer;
  if (call.Write(EncodeHealthRequest(service)) && call.Read(&answer)) *health = DecodeHealthResponse(answer);
  return call.Finish();
}

std::string EncodeHealthRequest(const std::string& service) {
  if (service.empty() || service.size() > kMaxServiceBytes) return "";
  return std::string{kServiceTag, static_cast<char>(service.size())} + service;
}

Health DecodeHealthResponse(const std::string& message) {
  if (message.size() != 2 || message[0] != kStatusTag) return Health::kUnknown;
  if (message[1] == kServing) return Health::kServing;
  return message[1] == kNotServing ? Health::kNotServing : Health::kUnknown;
}

}  // namespace ketenproef
