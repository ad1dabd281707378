// A system under test as the runner holds it: where it is, whether it is still there, and starting it again
// on what it kept. Cases do not know which kind of source it comes from.
//
// A System belongs to one thread at a time; a SystemSource is safe from any. What a System started ends with
// it.
//
//   auto system = source.Start(config);
//   Ask((*system)->channel());
//   if (const auto end = (*system)->ended()) Blame(*end);    // "signal 11"
//   absl::Status back = (*system)->Restart();                // kill -9, and up again on the same folder
//
// Errors of Start and Restart: FAILED_PRECONDITION, the system ended before it was ready or said something
// else than its address; DEADLINE_EXCEEDED, it said nothing in time; UNAVAILABLE, it could not be started at
// all. All say in Dutch what was seen; none holds a BSN.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_SYSTEM_H_
#define KETENPROEF_CONFORMANCE_RUNNER_SYSTEM_H_

#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace grpc {
class Channel;
}  // namespace grpc

namespace ketenproef::conformance {

// What a system must know before it is tried.
struct SystemConfig {
  v1::SystemKind kind = v1::SYSTEM_KIND_UNSPECIFIED;
  // The omgeving whose name comes with every call; empty: `standaard`.
  std::string omgeving = {};
  // Where it keeps what must outlive a kill, a folder that is there; empty: none.
  std::string folder = {};
  // Gemeenten: what they play and their LKS. Days and names are evaluated: days as JJJJ-MM-DD, BSNs in
  // digits.
  v1::Administration administration = {};
  // Ophaler: where the runner's Inlichtingenbureau listens, HOST:PORT.
  std::string inlichtingenbureau = {};
  // Ophaler: how long it pauses between two rounds.
  double poll_seconds = 0.02;
};

class System {
 public:
  virtual ~System() = default;

  // HOST:PORT; empty for an ophaler and for a system in this process. Can be another after a Restart.
  virtual std::string address() const = 0;
  // Null for an ophaler, which nobody calls. Can be another after a Restart.
  virtual std::shared_ptr<grpc::Channel> channel() = 0;

  // False: it was running before the runner came, which has no hold on it.
  virtual bool can_restart() const = 0;
  // Kills it (SIGKILL), and starts it again with the configuration of its start. After an error it is down.
  virtual absl::Status Restart() = 0;

  // How it ended by itself since it was last started, such as `exit code 3` or `signal 11`; nullopt: it runs
  // as far as the runner can see. To be asked when a call found nobody: waits a moment for the end of a
  // system that is going down.
  virtual std::optional<std::string> ended() = 0;
  // Whether it has ended by itself by now; does not wait.
  virtual bool is_gone() = 0;
  // The last of what it wrote to standard error, for a report; empty where the runner does not see that.
  virtual std::string last_words() const = 0;
};

class SystemSource {
 public:
  virtual ~SystemSource() = default;

  virtual absl::StatusOr<std::unique_ptr<System>> Start(const SystemConfig& config) = 0;
  // Whether several can run side by side, each with a configuration of its own. False: there is one, which is
  // configured already, and every Start gives it.
  virtual bool can_start_many() const = 0;
  // What a report calls it: its command, its address, or `referentie`.
  virtual std::string name() const = 0;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_SYSTEM_H_
