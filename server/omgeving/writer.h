// The single writer of an environment: the one thread on which its commands, reads and clock run, and the
// group commit that makes them durable.
//
// Calls are scheduled from any thread and run one after another; everything that waited is run first, then
// committed together, and only then is each `done` called: whoever hears OK knows that what it did is on
// disk. Reads go the same way, so a reader never sees what might still be lost. While the journal's thread
// commits, the writer's runs what came meanwhile, which is committed next.
//
// A call that moves the clock may reach systems outside the simulator. It runs when everything before it is
// durable, and nothing runs after it until what it did is.
//
// Once a commit has failed the environment has stopped: every call, waiting or new, ends with that error.
#ifndef KETENPROEF_SERVER_OMGEVING_WRITER_H_
#define KETENPROEF_SERVER_OMGEVING_WRITER_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
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
  // Neither may block.
  class Call {
   public:
    // On the writer's thread.
    virtual void Run(Omgeving& omgeving) = 0;
    // Whether Run may advance the clock. While it waits for systems outside the simulator, calls that do not
    // are run in between; those that do come after it.
    virtual bool MovesClock() const { return false; }
    // With OK after the commit; with the error, perhaps without Run, where there was none. On any thread, in
    // the order in which the calls were run; may schedule, and destroy the call.
    virtual void Done(const absl::Status& status) = 0;

   protected:
    ~Call() = default;
  };

  // Told why, once, when the environment stops, before any caller hears of it; on any thread.
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

  // Calls `changed` after every commit that added events or moved the clock, until unsubscribed, and once
  // more when the writer closes; on any thread. Must not block. Unsubscribe returns when no call is under way
  // any more; not from `changed`.
  std::int64_t Subscribe(absl::AnyInvocable<void()> changed);
  void Unsubscribe(std::int64_t subscription);

 private:
  // Calls that were run and become durable together.
  struct Group {
    std::vector<Call*> calls;
    std::optional<Overzicht> overzicht;  // where they changed it
  };

  void Handle(const std::vector<Call*>& calls);
  // Runs what is pending, but for calls that move the clock where one of those is waiting.
  void RunPending();
  // Runs one, unless the environment has stopped.
  void RunCall(Call* call);
  // Has what was run made durable, and then the callers told: by the journal's thread, or before it returns.
  void Settle();
  void SettleAtOnce();
  Group TakeGroup();
  // Tells the callers; on the journal's thread, or on the writer's while nothing is under way there.
  void Finish(Group& group, const absl::Status& durable);
  void Stop(const absl::Status& reden);
  // The error that the environment has stopped with, or OK.
  absl::Status Stopped() const;
  // Hands over the e-mails that are due and were not handed over yet; everything is durable.
  void HandOverNotificaties();
  void Publish(Overzicht overzicht);
  void NotifySubscribers();

  std::unique_ptr<Omgeving> omgeving_;
  Buitenwereld* const buitenwereld_;
  OnStopped on_stopped_;
  std::atomic<bool> closed_ = false;
  std::atomic<bool> no_waiting_ = false;
  std::atomic<bool> has_stopped_ = false;  // stopped_ is an error
  std::atomic<std::uint32_t> klokfactor_duizendsten_ = 0;
  std::atomic<std::size_t> committing_ = 0;  // calls that were run and wait for a commit under way
  // Of the writer's thread only:
  std::deque<Call*> pending_;  // to be run
  std::vector<Call*> ran_;     // not durable yet
  std::deque<Call*> later_;    // they move the clock, and one of those is waiting
  bool waiting_ = false;
  absl::btree_map<std::uint32_t, Call*> held_;  // by fault plan
  Call* running_ = nullptr;                     // the call that is being run; null once it is held
  std::int64_t seen_volgnummer_ = 0;            // when the last group was taken
  Tijdstip seen_klok_;
  std::uint32_t next_notificatie_ = 0;  // of the first report about which none was handed over
  mutable absl::Mutex mutex_;
  absl::Status stopped_ ABSL_GUARDED_BY(mutex_);
  Overzicht overzicht_ ABSL_GUARDED_BY(mutex_);
  std::int64_t next_subscription_ ABSL_GUARDED_BY(mutex_) = 1;
  absl::btree_map<std::int64_t, absl::AnyInvocable<void()>> subscribers_ ABSL_GUARDED_BY(mutex_);
  BatchThread<Call*> thread_;  // last: it uses all of the above
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_WRITER_H_
