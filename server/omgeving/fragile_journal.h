// For tests: a journal in memory that can fail, and whose appends can be held up.
#ifndef KETENPROEF_SERVER_OMGEVING_FRAGILE_JOURNAL_H_
#define KETENPROEF_SERVER_OMGEVING_FRAGILE_JOURNAL_H_

#include <atomic>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "server/journal/memory_journal.h"

namespace ketenproef {

// Counts appends and, as the contract has it, refuses all of them from the n-th on. The gate and the count
// are for any thread.
class FragileJournal final : public Journal {
 public:
  static constexpr int kNever = 1'000'000'000;

  explicit FragileJournal(int fails_from = kNever) : fails_from_(fails_from) {}

  absl::Status Append(const JournalBatch& batch, Tijdstip klok) override {
    WaitAtGate();
    if (++appends_ >= fails_from_) return absl::ResourceExhaustedError("de schijf is vol");
    return journal_.Append(batch, klok);
  }
  std::int64_t last_volgnummer() const override { return journal_.last_volgnummer(); }
  Tijdstip klok() const override { return journal_.klok(); }
  absl::Status Read(std::int64_t volgnummer, absl::FunctionRef<bool(const JournalRecord&)> visit) override {
    return journal_.Read(volgnummer, visit);
  }

  int appends() const { return appends_; }

  // From now on an append waits until the gate is opened.
  void CloseGate() { SetGate(true); }
  void OpenGate() { SetGate(false); }
  // Until one waits there.
  void AwaitAtGate() {
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(&is_waiting_));
  }
  bool IsAtGate() const {
    absl::MutexLock lock(&mutex_);
    return is_waiting_;
  }

 private:
  void SetGate(bool closed) {
    absl::MutexLock lock(&mutex_);
    is_closed_ = closed;
  }
  void WaitAtGate() {
    absl::MutexLock lock(&mutex_);
    is_waiting_ = is_closed_;
    mutex_.Await(absl::Condition(this, &FragileJournal::IsOpen));
    is_waiting_ = false;
  }
  bool IsOpen() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return !is_closed_; }

  const int fails_from_;
  std::atomic<int> appends_ = 0;
  MemoryJournal journal_;
  mutable absl::Mutex mutex_;
  bool is_closed_ ABSL_GUARDED_BY(mutex_) = false;
  bool is_waiting_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_FRAGILE_JOURNAL_H_
