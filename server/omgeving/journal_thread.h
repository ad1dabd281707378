// The journal of an environment and the thread on which it is appended to, so that the environment goes on
// while a disk syncs. Everything that waits there becomes one Append: the group commit.
//
// One thread uses it, the environment's own; the callbacks run on the journal's.
#ifndef KETENPROEF_SERVER_OMGEVING_JOURNAL_THREAD_H_
#define KETENPROEF_SERVER_OMGEVING_JOURNAL_THREAD_H_

#include <cstddef>
#include <memory>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/functional/any_invocable.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "server/journal/journal.h"
#include "server/omgeving/batch_thread.h"
#include "server/rules/tijdstip.h"

namespace ketenproef {

class JournalThread {
 public:
  // Told whether what was handed over is durable. May not block, nor wait for the journal.
  using Done = absl::AnyInvocable<void(const absl::Status& durable)>;

  // Its destructor finishes what was handed over.
  explicit JournalThread(std::unique_ptr<Journal> journal);

  // Appends the batch and the position of the clock, after everything that was handed over before, and then
  // calls `done`; in the order of the calls.
  void AppendLater(JournalBatch batch, Tijdstip klok, Done done);

  // Whether nothing is under way: all was appended, or has failed, and every `done` has returned.
  bool IsIdle() const;
  // Waits for that. The journal is the caller's until the next AppendLater.
  Journal& WaitUntilIdle();

 private:
  struct Handover {
    JournalBatch batch;
    Tijdstip klok;
    Done done;
  };

  void Append(std::vector<Handover>& handovers);
  bool HasNothingUnderWay() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return under_way_ == 0; }

  const std::unique_ptr<Journal> journal_;
  mutable absl::Mutex mutex_;
  std::size_t under_way_ ABSL_GUARDED_BY(mutex_) = 0;
  BatchThread<Handover> thread_;  // last: it uses all of the above
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_JOURNAL_THREAD_H_
