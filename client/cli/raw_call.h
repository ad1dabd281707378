// A call of a method that we have no generated code for, such as those of the health service: bytes there,
// bytes back. Blocks; not thread-safe.
//
//   RawCall call(channel, "/grpc.health.v1.Health/Check", 5);
//   std::string answer;
//   const bool answered = call.Write(request) && call.Read(&answer);
//   const absl::Status status = call.Finish();
#ifndef KETENPROEF_CLIENT_CLI_RAW_CALL_H_
#define KETENPROEF_CLIENT_CLI_RAW_CALL_H_

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/completion_queue.h>
#include <grpcpp/generic/generic_stub.h>

#include <memory>
#include <string>

#include "absl/status/status.h"

namespace ketenproef {

class RawCall {
 public:
  // Ends with DEADLINE_EXCEEDED after so many seconds.
  RawCall(const std::shared_ptr<grpc::Channel>& channel, const std::string& method, int deadline_seconds);
  // Cancels what is under way.
  ~RawCall();
  RawCall(const RawCall&) = delete;
  RawCall& operator=(const RawCall&) = delete;

  // False where the call has ended; Finish says how.
  bool Write(const std::string& message);
  bool Read(std::string* message);
  // Says that nothing more is written, and waits for the status of the call. Once.
  absl::Status Finish();

 private:
  bool Wait();

  grpc::ClientContext context_;
  grpc::CompletionQueue queue_;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> stream_;
  bool is_finished_ = false;
};

// What a service answers for itself in the health service.
enum class Health { kUnknown, kServing, kNotServing };

// NOT_FOUND where the endpoint does not know the service, UNIMPLEMENTED where it has no health service. The
// empty name asks for the endpoint as a whole.
absl::Status AskHealth(const std::shared_ptr<grpc::Channel>& channel, const std::string& service,
                       Health* health);

// The messages of grpc.health.v1, by hand: one field each.
std::string EncodeHealthRequest(const std::string& service);
Health DecodeHealthResponse(const std::string& message);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_RAW_CALL_H_
