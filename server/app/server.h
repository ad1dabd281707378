// The composition root: options in, a running simulator out. All services of the contract stand on one gRPC
// server, reached in the process or on a port.
//
//   auto server = Server::Start({});
//   auto channel = (*server)->InProcessChannel();
#ifndef KETENPROEF_SERVER_APP_SERVER_H_
#define KETENPROEF_SERVER_APP_SERVER_H_

#include <grpcpp/channel.h>

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "server/app/log.h"
#include "server/app/referentiedata.h"
#include "server/outbound/mail_options.h"

namespace ketenproef {

struct ServerOptions {
  ReferentieOptions referentie;
  // Where journals are kept; empty: in memory.
  std::string data_directory;
  // HOST:PORT, port 0 for any that is free; empty: in the process only.
  std::string listen;
  // How long a gemeente outside the simulator may take to answer one call, in real time.
  std::uint32_t endpoint_deadline_ms = 5'000;
  // Where e-mail goes; by default it is only listed.
  MailOptions mail;
  // Where the server tells what happens; must outlive it. Null: nowhere.
  Log* log = nullptr;
  // Whether the health service says SERVING from the start; otherwise from SetServing on.
  bool starts_serving = true;
};

class Server {
 public:
  // Opens and replays what is in the data directory, then starts serving. The error says what to mend.
  static absl::StatusOr<std::unique_ptr<Server>> Start(const ServerOptions& options);

  // Shuts down if nobody did.
  virtual ~Server() = default;

  // Not to be used after Shutdown: gRPC 1.51 crashes on a call on it then.
  virtual std::shared_ptr<grpc::Channel> InProcessChannel() = 0;
  // The port it listens on, 0 where it does not.
  virtual int port() const = 0;
  // What the health service says; calls are taken in either way.
  virtual void SetServing(bool is_serving) = 0;
  // Says NOT_SERVING, finishes what is under way, ends streams after a grace of two seconds, and makes
  // everything that was acknowledged durable.
  virtual void Shutdown() = 0;
};

// Whether a server could keep its journals in this directory now: FAILED_PRECONDITION where another server
// does, UNAVAILABLE where it cannot be written. Makes the directory where it is missing.
absl::Status CheckDataDirectory(const std::string& directory);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_APP_SERVER_H_
