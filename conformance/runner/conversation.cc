#include "conformance/runner/conversation.h"

#include <algorithm>
#include <utility>

#include "conformance/checks/findings.h"
#include "conformance/runner/wall_clock.h"

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
    : channel_(std::move(channel)), omgeving_(std::move(omgeving)), deadline_(WallClockNow() + timeout) {}

Conversation Conversation::Beside(std::shared_ptr<grpc::Channel> channel) const {
  Conversation beside(std::move(channel), omgeving_, absl::ZeroDuration());
  beside.deadline_ = deadline_;
  return beside;
}

void Conversation::TakeOver(const Conversation& other) {
  exchanges_.insert(exchanges_.end(), other.exchanges_.begin(), other.exchanges_.end());
}

client::Call Conversation::Start(const std::string& method) {
  const absl::Duration left = std::max(deadline_ - WallClockNow(), absl::Milliseconds(1));
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
  // Of a method that streams its answers the first one counts here; the rest shows whether it ends well.
  const std::unique_ptr<google::protobuf::Message> rest(response->New());
  while (answered && call.Read(rest.get())) rest->Clear();
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
