#include "client/lib/client.h"

#include <algorithm>
#include <utility>

namespace ketenproef::client {

Client::Client(ClientOptions options)
    : options_(std::move(options)), channel_(MakeChannel(options_.address)) {}

Client::Client(std::shared_ptr<grpc::Channel> channel, ClientOptions options)
    : options_(std::move(options)), channel_(std::move(channel)) {}

client::Call Client::Start(const std::string& method, absl::Duration timeout) const {
  return client::Call(channel_, {method, options_.omgeving, timeout});
}

absl::Status Client::CallUnary(const std::string& method, bool is_repeatable,
                               const google::protobuf::MessageLite& request,
                               google::protobuf::MessageLite* response) const {
  const int attempts = is_repeatable ? std::max(options_.max_attempts, 1) : 1;
  absl::Duration left = options_.timeout;
  absl::Duration backoff = options_.first_backoff;
  for (int attempt = 1;; ++attempt) {
    client::Call call = Start(method, left);
    call.Write(request);
    call.WritesDone();
    const bool answered = call.Read(response);
    absl::Status status = call.Finish();
    if (status.ok() && !answered) return absl::InternalError("the call ended well, but without its answer");
    if (!absl::IsUnavailable(status) || attempt == attempts || backoff >= left) return status;
    WaitBeforeRepeat(backoff);
    left -= backoff;
    backoff *= 2;
  }
}

std::string ClientVersion() {
  return KETENPROEF_VERSION;
}

}  // namespace ketenproef::client
