#include "conformance/runner/conversation.h"

#include <algorithm>
#include <utility>

#include "absl/time/clock.h"
#include "conformance/checks/findings.h"

namespace ketenproef::conformance {
namespace {

// A download of megabytes is no reading matter.
constexpr std::size_t kMaxRecordedBytes = 20'000;

std::string TextOf(const google::protobuf::Message& message) {
  if (message.ByteSizeLong() > kMaxRecordedBytes) {
    return "# " + std::to_string(message.ByteSizeLong()) + " bytes\n";
  }
  return message.DebugString();
}

}  // namespace

Conversation::Conversation(std::shared_ptr<grpc::Channel> channel, std::string omgeving,
                           absl::Duration timeout)
    : channel_(std::move(channel)), omgeving_(std::move(omgeving)), deadline_(absl::Now() + timeout) {}

client::Call Conversation::Start(const std::string& method) {
  const absl::Duration left = std::max(deadline_ - absl::Now(), absl::Milliseconds(1));
  return client::Call(channel_, {"/" + method, omgeving_, left});
}

absl::Status Conversation::Record(const std::string& method, const google::protobuf::Message& request,
                                  const google::protobuf::Message* response, const absl::Status& status) {
  exchanges_.push_back(
      {method, TextOf(request), response == nullptr ? "" : TextOf(*response), StatusText(status)});
  return status;
}

absl::Status Conversation::Call(const std::string& method, const google::protobuf::Message& request,
                                google::protobuf::Message* response) {
  client::Call call = Start(method);
  call.Write(request);
  call.WritesDone();
  const bool answered = call.Read(response);
  absl::Status status = call.Finish();
  if (status.ok() && !answered) status = absl::InternalError("the call ended well, but without an answer");
  return Record(method, request, answered ? response : nullptr, status);
}

absl::Status Conversation::CallBatch(const std::string& method, const google::protobuf::Message& request,
                                     google::protobuf::Message* response) {
  client::Call call = Start(method);
  const bool written = call.Write(request);
  const bool answered = written && call.Read(response);
  call.WritesDone();
  absl::Status status = call.Finish();
  if (status.ok() && !answered) status = absl::InternalError("the stream ended well, but without an answer");
  return Record(method, request, answered ? response : nullptr, status);
}

}  // namespace ketenproef::conformance
