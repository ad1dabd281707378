#include "server/omgeving/journal_thread.h"

#include <utility>

namespace ketenproef {

// Its queue needs no bound of its own: the writer bounds the calls that wait for it.
JournalThread::JournalThread(std::unique_ptr<Journal> journal)
    : journal_(std::move(journal)),
      thread_(0, [this](std::vector<Handover>& handovers) { Append(handovers); }) {}

void JournalThread::AppendLater(JournalBatch batch, Tijdstip klok, Done done) {
  {
    absl::MutexLock lock(&mutex_);
    ++under_way_;
  }
  // It stops in the destructor only.
  static_cast<void>(thread_.PutAlways({std::move(batch), klok, std::move(done)}));
}

bool JournalThread::IsIdle() const {
  absl::MutexLock lock(&mutex_);
  return HasNothingUnderWay();
}

Journal& JournalThread::WaitUntilIdle() {
  absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(this, &JournalThread::HasNothingUnderWay));
  return *journal_;
}

void JournalThread::Append(std::vector<Handover>& handovers) {
  JournalBatch& batch = handovers.front().batch;
  for (std::size_t i = 1; i < handovers.size(); ++i) batch.Add(handovers[i].batch);
  const Tijdstip klok = handovers.back().klok;
  const bool has_news = !batch.empty() || klok != journal_->klok();
  const absl::Status durable = has_news ? journal_->Append(batch, klok) : absl::OkStatus();
  for (Handover& handover : handovers) handover.done(durable);
  absl::MutexLock lock(&mutex_);
  under_way_ -= handovers.size();
}

}  // namespace ketenproef
