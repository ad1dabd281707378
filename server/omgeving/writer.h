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
#include <deque>
#include <memory>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/container/btree_map.h"
#include "absl/functional/any_invocable.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "server/omgeving/batch_thread.h"
#include "server/omgeving/buitenwereld.h"
#include "server/omgeving/omgeving.h"

namespace ketenproef {

class Writer final : public Wachter, public std::enable_shared_from_this<Writer> {
 public:
  // Both run on the writer's thread and may not block; Done may schedule, and destroy the call.
  class Call {
   public:
    virtual void Run(Omgeving& omgeving) = 0;
    // Whether Run may advance the clock. While it waits for systems outside the simulator, calls that do not
    // are run in between; those that do come after it.
    virtual bool MovesClock() const { return false; }
    // With OK after the commit; with the error, perhaps without Run, where there was none.
    virtual void Done(const absl::Status& status) = 0;

   protected:
    ~Call() = default;
  };

  // Told why, once, when the environment stops; on the writer's thread, before any caller hears of it.
  using OnStopped = absl::AnyInvocable<void(const absl::Status& reden)>;

  // `buitenwereld` may be null, and must outlive it.
  explicit Writer(std::unique_ptr<Omgeving> omgeving, Buitenwereld* buitenwereld = nullptr,
                  OnStopped on_stopped = nullptr);

  // Finishes what was scheduled, closes the journal and ends the thread; calls that come later get NOT_FOUND.
  // Once, not from the writer's own thread, and before the writer is destroyed: the last to hold it may be
  // one of its own calls.
  void Close();

  // Ends a wait for systems outside the simulator, and every later one, with an error; from any thread. For a
  // server that is stopping.
  void StopWaiting();

  // Always calls Done in the end, exactly once; at once, on the thread of the caller, with RESOURCE_EXHAUSTED
  // where too many calls wait.
  void Schedule(Call* call);
  // Likewise, from two functions.
  void Schedule(absl::AnyInvocable<void(Omgeving&)> run, absl::AnyInvocable<void(const absl::Status&)> done);

  // For the environment: see Wachter.
  Post MakePost() override;
  absl::Status WaitUntil(absl::FunctionRef<bool()> klaar) override;

  // How the environment stood after the last commit. From any thread, never waits for a command.
  struct Overzicht {
    OmgevingCreated instellingen;
    Tijdstip klok;
    std::int64_t volgnummer = 0;
    Tellers tellers;
    std::vector<Rol> rollen;
    std::uint32_t klokfactor_duizendsten = 0;
  };
  Overzicht overzicht() const;
  // Of it alone.
  std::uint32_t klokfactor_duizendsten() const { return klokfactor_duizendsten_; }
  // Of the environment as it stands now; for its own thread.
  static Overzicht OverzichtOf(const Omgeving& omgeving);

  // Fault plans: the call that is being run is put aside, until Release of the same plan or until the clock
  // moves; then it is run again. At most one a plan. On the writer's thread only.
  void Hold(std::uint32_t plan);
  bool HasHeld(std::uint32_t plan) const { return held_.contains(plan); }
  // Lets it be run right after the call that is being run.
  void Release(std::uint32_t plan);

  // Calls `changed` on the writer's thread after every commit that added events or moved the clock, until
  // unsubscribed, and once more when the writer closes. Must not block. Unsubscribe returns when no call is
  // under way any more; not from `changed`.
  std::int64_t Subscribe(absl::AnyInvocable<void()> changed);
  void Unsubscribe(std::int64_t subscription);

 private:
  void Handle(const std::vector<Call*>& calls);
  // Runs what is pending, but for calls that move the clock where one of those is waiting.
  void RunPending();
  // Makes durable what was run and tells the callers.
  void Settle();
  // Hands over the e-mails that are due and were not handed over yet.
  void HandOverNotificaties();
  void TakeOverzicht();
  void NotifySubscribers();

  std::unique_ptr<Omgeving> omgeving_;
  Buitenwereld* const buitenwereld_;
  OnStopped on_stopped_;
  std::atomic<bool> closed_ = false;
  std::atomic<bool> no_waiting_ = false;
  std::atomic<std::uint32_t> klokfactor_duizendsten_ = 0;
  // Of the writer's thread only:
  absl::Status stopped_;
  std::deque<Call*> pending_;  // to be run
  std::vector<Call*> ran_;     // not durable yet
  std::deque<Call*> later_;    // they move the clock, and one of those is waiting
  bool waiting_ = false;
  absl::btree_map<std::uint32_t, Call*> held_;  // by fault plan
  Call* running_ = nullptr;                     // the call that is being run; null once it is held
  std::int64_t settled_volgnummer_ = 0;
  std::uint32_t next_notificatie_ = 0;  // of the first report about which none was handed over
  Tijdstip settled_klok_;
  mutable absl::Mutex mutex_;
  Overzicht overzicht_ ABSL_GUARDED_BY(mutex_);
  std::int64_t next_subscription_ ABSL_GUARDED_BY(mutex_) = 1;
  absl::btree_map<std::int64_t, absl::AnyInvocable<void()>> subscribers_ ABSL_GUARDED_BY(mutex_);
  BatchThread<Call*> thread_;  // last: it uses all of the above
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_WRITER_H_
