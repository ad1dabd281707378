// For tests: load on a running server until it is gone or refuses: streams of batches, single calls, a clock
// that moves and environments that are made and deleted, each on a connection of its own. What is sent and
// acknowledged goes into a SentRecord.
#ifndef KETENPROEF_CLIENT_CLI_KILL_LOAD_H_
#define KETENPROEF_CLIENT_CLI_KILL_LOAD_H_

#include <map>
#include <string>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "client/cli/sent_record.h"
#include "client/lib/client.h"

namespace ketenproef {

// A client with a connection of its own, that sends nothing twice by itself.
client::Client ConnectTo(const std::string& address, const std::string& omgeving = "");

// Sends ziekmeldingen of these persons in a stream of batches; how many of them were a repeat (ZM-07).
int SendZiekmeldingen(const client::Client& client, const std::vector<std::string>& bsns, SentRecord& record);

// Environments that come and go, as far as somebody was told.
class OmgevingRecord {
 public:
  // Makes the next one and deletes the one before, until a call fails; its error.
  absl::Status Run(const client::Client& client);
  // Holds it against what is there: what was made is, what was deleted is not.
  void Reconcile(const client::Client& client);

 private:
  enum class Stand { kUnknown, kThere, kGone };
  std::map<std::string, Stand> omgevingen_;
};

class KillLoad {
 public:
  // `record` and `omgevingen` must outlive it.
  KillLoad(const std::string& address, SentRecord& record, OmgevingRecord* omgevingen = nullptr);
  // Waits for the end: the server must be gone, or refuse.
  ~KillLoad() { Join(); }
  KillLoad(const KillLoad&) = delete;
  KillLoad& operator=(const KillLoad&) = delete;

  void Join();
  // What each caller ended with; after Join.
  std::vector<absl::Status> ends() const;

 private:
  void End(absl::Status status);
  absl::Status SendBatches();
  absl::Status SendCalls();
  absl::Status MoveClock();

  const std::string address_;
  SentRecord& record_;
  std::vector<std::thread> threads_;
  mutable absl::Mutex mutex_;
  std::vector<absl::Status> ends_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_KILL_LOAD_H_
