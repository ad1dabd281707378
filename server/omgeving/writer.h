// The single writer of an environment: the one thread on which its commands, reads and clock run, and the
// group commit that makes them durable.
//
// Calls are scheduled from any thread and run one after another; everything that waited is run first, then
// committed once, and only then is each `done` called: whoever hears OK knows that what it did is on disk.
// Reads go the same way, so a reader never sees what might still be lost.
//
// Once a commit has failed the environment has stopped: every call, waiting or new, ends with that error.
#ifndef KETENPROEF_SERVER_OMGEVING_WRITER_H_
#define KETENPROEF_SERVER_OMGEVING_WRITER_H_

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/container/btree_map.h"
#include "absl/functional/any_invocable.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "server/omgeving/batch_thread.h"
#include "server/omgeving/omgeving.h"

namespace ketenproef {

class Writer {
 public:
  // Both run on the writer's thread and may not block; Done may schedule, and destroy the call.
  class Call {
   public:
    virtual void Run(Omgeving& omgeving) = 0;
    // With OK after the commit; with the error, perhaps without Run, where there was none.
    virtual void Done(const absl::Status& status) = 0;

   protected:
    ~Call() = default;
  };

  explicit Writer(std::unique_ptr<Omgeving> omgeving);

  // Finishes what was scheduled, closes the journal and ends the thread; calls that come later get NOT_FOUND.
  // Once, not from the writer's own thread, and before the writer is destroyed: the last to hold it may be
  // one of its own calls.
  void Close();

  // Always calls Done in the end, exactly once; at once, on the thread of the caller, with RESOURCE_EXHAUSTED
  // where too many calls wait.
  void Schedule(Call* call);
  // Likewise, from two functions.
  void Schedule(absl::AnyInvocable<void(Omgeving&)> run, absl::AnyInvocable<void(const absl::Status&)> done);

  // How the environment stood after the last commit. From any thread, never waits for a command.
  struct Overzicht {
    OmgevingCreated instellingen;
    Tijdstip klok;
    std::int64_t volgnummer = 0;
    Tellers tellers;
  };
  Overzicht overzicht() const;

  // Calls `changed` on the writer's thread after every commit that added events or moved the clock, until
  // unsubscribed, and once more when the writer closes. Must not block. Unsubscribe returns when no call is
  // under way any more; not from `changed`.
  std::int64_t Subscribe(absl::AnyInvocable<void()> changed);
  void Unsubscribe(std::int64_t subscription);

 private:
  void Handle(const std::vector<Call*>& calls);
  void TakeOverzicht();
  void NotifySubscribers();

  std::unique_ptr<Omgeving> omgeving_;
  std::atomic<bool> closed_ = false;
  absl::Status stopped_;  // the writer's thread only
  mutable absl::Mutex mutex_;
  Overzicht overzicht_ ABSL_GUARDED_BY(mutex_);
  std::int64_t next_subscription_ ABSL_GUARDED_BY(mutex_) = 1;
  absl::btree_map<std::int64_t, absl::AnyInvocable<void()>> subscribers_ ABSL_GUARDED_BY(mutex_);
  BatchThread<Call*> thread_;  // last: it uses all of the above
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_WRITER_H_
