// One call of a method by its name, message by message: what everything else of the client is made of. It
// blocks and is used by one thread at a time.
//
//   Call call(channel, {"/ketenproef.v1.KlokService/GetClock", "standaard", absl::Seconds(10)});
//   call.Write(request);
//   call.WritesDone();
//   while (call.Read(&response)) Use(response);
//   absl::Status status = call.Finish();
//
// Its errors carry what the server said as call_error.h reads it.
#ifndef KETENPROEF_CLIENT_LIB_CALL_H_
#define KETENPROEF_CLIENT_LIB_CALL_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace grpc {
class Channel;
}  // namespace grpc
namespace google::protobuf {
class MessageLite;
}  // namespace google::protobuf

namespace ketenproef::client {

struct CallOptions {
  std::string method;    // with its service, as `/ketenproef.v1.KlokService/GetClock`
  std::string omgeving;  // goes as metadata; empty: none, so for `standaard`
  // How long the whole call may take; infinite: as long as it lasts.
  absl::Duration timeout = absl::InfiniteDuration();
};

class Call {
 public:
  Call(std::shared_ptr<grpc::Channel> channel, const CallOptions& options);
  // Gives up on what is still under way.
  ~Call();
  Call(Call&&) noexcept;
  Call& operator=(Call&&) = delete;

  // False: the call has ended; Finish says why.
  bool Write(const google::protobuf::MessageLite& message);
  void WritesDone();
  // False: there is no next message; Finish says whether all is well.
  bool Read(google::protobuf::MessageLite* message);
  // Reads past what is left and ends the call. Once.
  absl::Status Finish();
  // From any thread: whoever waits in the call gets CANCELLED.
  void Cancel();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A channel without TLS to HOST:PORT; nothing is connected yet.
std::shared_ptr<grpc::Channel> MakeChannel(const std::string& address);

// For repeats of a call: waits so long.
void WaitBeforeRepeat(absl::Duration duration);

}  // namespace ketenproef::client

#endif  // KETENPROEF_CLIENT_LIB_CALL_H_
