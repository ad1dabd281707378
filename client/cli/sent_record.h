// For tests: the record that a client keeps of what it sent to one environment and of what was acknowledged.
// It is held against the journal after the server was killed: what was acknowledged is there once, under the
// volgnummer that was acknowledged; what was not is there at most once; and nothing else is there.
// Thread-safe.
#ifndef KETENPROEF_CLIENT_CLI_SENT_RECORD_H_
#define KETENPROEF_CLIENT_CLI_SENT_RECORD_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "client/lib/client.h"

namespace ketenproef {

class SentRecord {
 public:
  // Somebody who was not sent yet. Everybody is employed once and reported ill once.
  std::string NextBsn();

  void SendDienstverband(const std::string& bsn) { Send("dienstverband " + bsn); }
  void SendZiekmelding(const std::string& bsn) { Send("ziekmelding " + bsn); }
  void AcknowledgeDienstverband(const std::string& bsn, std::int64_t volgnummer) {
    Acknowledge("dienstverband " + bsn, volgnummer);
  }
  void AcknowledgeZiekmelding(const std::string& bsn, std::int64_t volgnummer) {
    Acknowledge("ziekmelding " + bsn, volgnummer);
  }
  // The clock was moved to here.
  void AcknowledgeClock(std::int64_t seconds);

  std::int64_t acknowledged() const;
  // Until so many records were acknowledged since the beginning, but no longer than this.
  void AwaitAcknowledged(std::int64_t aantal, absl::Duration timeout) const;

  // Holds it against the journal as the server tells it, from `volgnummer` on; what was seen of it before is
  // still the same. The BSNs of ziekmeldingen that were not acknowledged, or not held against a journal
  // before.
  std::vector<std::string> Reconcile(const client::Client& client, std::int64_t volgnummer = 1);
  // The last volgnummer that Reconcile has seen.
  std::int64_t seen() const;

 private:
  struct Sent {
    std::optional<std::int64_t> acknowledged;
    std::optional<std::int64_t> found;  // in the journal
  };

  void Send(const std::string& what);
  void Acknowledge(const std::string& what, std::int64_t volgnummer);
  bool Has(std::int64_t aantal) const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return acknowledged_ >= aantal;
  }
  void Find(const v1::Gebeurtenis& gebeurtenis) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void ReadJournal(const client::Client& client, std::int64_t volgnummer)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  mutable absl::Mutex mutex_;
  std::map<std::string, Sent> sent_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::string> journal_ ABSL_GUARDED_BY(mutex_);  // every event as it was seen, from the first on
  std::vector<std::string> unsure_ ABSL_GUARDED_BY(mutex_);   // ziekmeldingen since the last Reconcile
  std::int64_t acknowledged_ ABSL_GUARDED_BY(mutex_) = 0;
  std::int64_t klok_ ABSL_GUARDED_BY(mutex_) = 0;
  int next_person_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_SENT_RECORD_H_
