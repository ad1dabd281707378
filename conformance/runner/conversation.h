// The calls of one case to the system under test, with a record of each for the evidence. All calls together
// have the time of the case. One thread at a time.
#ifndef CONFORMANCE_RUNNER_CONVERSATION_H_
#define CONFORMANCE_RUNNER_CONVERSATION_H_

#include <google/protobuf/message.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "client/lib/call.h"

namespace ketenproef::conformance {

struct Exchange {
  std::string method;
  std::string request;   // text format
  std::string response;  // text format; of a stream all messages
  std::string status;
};

class Conversation {
 public:
  // `timeout` is for all its calls together.
  Conversation(std::shared_ptr<grpc::Channel> channel, std::string omgeving, absl::Duration timeout);

  // One request, one response; of a method that streams responses the first.
  absl::Status Call(const std::string& method, const google::protobuf::Message& request,
                    google::protobuf::Message* response);
  // Every response of a method that streams them, the bytes of `inhoud` joined by the caller.
  template <typename Response>
  absl::Status Read(const std::string& method, const google::protobuf::Message& request,
                    std::vector<Response>* responses) {
    client::Call call = Start(method);
    call.Write(request);
    call.WritesDone();
    Response response;
    while (call.Read(&response)) responses->push_back(response);
    return Record(method, request, responses->empty() ? nullptr : &responses->back(), call.Finish());
  }
  // A stream of batches, to which one batch is sent.
  absl::Status CallBatch(const std::string& method, const google::protobuf::Message& request,
                         google::protobuf::Message* response);

  // From now on over another channel, as after a restart of the system.
  void MoveTo(std::shared_ptr<grpc::Channel> channel) { channel_ = std::move(channel); }
  // Another one over a channel of its own, for another thread, with the same time and without what was said
  // here; and what was said there, for the evidence of this one.
  Conversation Beside(std::shared_ptr<grpc::Channel> channel) const;
  void TakeOver(const Conversation& other);

  const std::vector<Exchange>& exchanges() const { return exchanges_; }
  const std::string& omgeving() const { return omgeving_; }

 private:
  client::Call Start(const std::string& method);
  absl::Status Record(const std::string& method, const google::protobuf::Message& request,
                      const google::protobuf::Message* response, const absl::Status& status);

  std::shared_ptr<grpc::Channel> channel_;
  std::string omgeving_;
  absl::Time deadline_;
  std::vector<Exchange> exchanges_;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_CONVERSATION_H_
