// A client of a Ketenproef simulator, or of any system that serves part of its contract: typed calls, each
// with a deadline, repeated where the server is away and a repeat does no harm.
//
//   Client client({.address = "localhost:5050", .omgeving = "standaard"});
//   v1::AdvanceClockRequest request;
//   request.mutable_duur()->set_seconds(3600);
//   absl::StatusOr<v1::AdvanceClockResponse> response = client.Call(request);
//
//   absl::Status status = ForEachPage(client, v1::ListRapportagesRequest(), [](const auto& page) {
//     for (const v1::Rapportage& rapportage : page.rapportages()) Use(rapportage);
//   });
//
//   auto stream = client.Open<v1::SubmitMeldingenRequest>();
//   while (NextBatch(&batch) && stream.Write(batch) && stream.Read(&answers)) Use(answers);
//   absl::Status status = stream.Finish();
//
// Errors are those of the server, see call_error.h; UNAVAILABLE where there is none, DEADLINE_EXCEEDED where
// it did not answer in time. A Client is safe from any thread, a stream belongs to one at a time.
#ifndef KETENPROEF_CLIENT_LIB_CLIENT_H_
#define KETENPROEF_CLIENT_LIB_CLIENT_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/lib/call.h"
#include "client/lib/methods.h"

namespace ketenproef::client {

struct ClientOptions {
  std::string address = "localhost:5050";  // HOST:PORT, or another target of gRPC
  std::string omgeving = {};               // empty: `standaard`
  // How long a call may take with its repeats; of a stream, each download and the like as a whole.
  absl::Duration timeout = absl::Seconds(60);
  // How often a call is tried in all where it finds nobody (UNAVAILABLE), and how long to wait after the
  // first try; every further wait is twice as long.
  int max_attempts = 4;
  absl::Duration first_backoff = absl::Milliseconds(100);
};

// A call that carries batches one way and answers the other, or reads what comes.
template <typename Request>
class Stream {
 public:
  explicit Stream(Call call) : call_(std::move(call)) {}

  // False: the stream has ended; Finish says why.
  bool Write(const Request& batch) { return call_.Write(batch); }
  void WritesDone() { call_.WritesDone(); }
  bool Read(ResponseTo<Request>* answer) { return call_.Read(answer); }
  absl::Status Finish() { return call_.Finish(); }
  void Cancel() { call_.Cancel(); }

 private:
  Call call_;
};

class Client {
 public:
  explicit Client(ClientOptions options);
  // Over a channel that is there already; the address is for errors only.
  Client(std::shared_ptr<grpc::Channel> channel, ClientOptions options);

  // Any method with one request and one response.
  template <typename Request>
  absl::StatusOr<ResponseTo<Request>> Call(const Request& request) const {
    static_assert(MethodOf<Request>::kIsUnary, "this method streams: Open or Watch it");
    ResponseTo<Request> response;
    absl::Status status = CallUnary(MethodOf<Request>::kPath,
                                    MethodOf<Request>::kKind == MethodKind::kRepeatable, request, &response);
    if (!status.ok()) return status;
    return response;
  }

  // A stream of batches, without a deadline.
  template <typename Request>
  Stream<Request> Open() const {
    static_assert(MethodOf<Request>::kKind == MethodKind::kBatches, "this method takes no batches");
    return Stream<Request>(Start(MethodOf<Request>::kPath, absl::InfiniteDuration()));
  }

  // A stream that is only read, to its end or for as long as one likes (then without a deadline).
  template <typename Request>
  Stream<Request> Watch(const Request& request, absl::Duration timeout = absl::InfiniteDuration()) const {
    static_assert(MethodOf<Request>::kKind == MethodKind::kReading, "this method streams nothing to read");
    Stream<Request> stream(Start(MethodOf<Request>::kPath, timeout));
    stream.Write(request);
    stream.WritesDone();
    return stream;
  }

  const ClientOptions& options() const { return options_; }
  // For generated stubs beside this.
  const std::shared_ptr<grpc::Channel>& channel() const { return channel_; }

 private:
  client::Call Start(const std::string& method, absl::Duration timeout) const;
  absl::Status CallUnary(const std::string& method, bool is_repeatable,
                         const google::protobuf::MessageLite& request,
                         google::protobuf::MessageLite* response) const;

  ClientOptions options_;
  std::shared_ptr<grpc::Channel> channel_;
};

// Calls `use` with every page of a list, following its tokens to the end.
template <typename Request, typename Use>
absl::Status ForEachPage(const Client& client, Request request, Use use) {
  for (;;) {
    const auto page = client.Call(request);
    if (!page.ok()) return page.status();
    use(*page);
    if (page->next_page_token().empty()) return absl::OkStatus();
    request.set_page_token(page->next_page_token());
  }
}

// The version of this library, as MAJOR.MINOR.PATCH.
std::string ClientVersion();

}  // namespace ketenproef::client

#endif  // KETENPROEF_CLIENT_LIB_CLIENT_H_
