#include "server/omgeving/writer.h"

#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/str_cat.h"
#include "server/rules/limits.h"

namespace ketenproef {

namespace {

class FunctionCall final : public Writer::Call {
 public:
  FunctionCall(absl::AnyInvocable<void(Omgeving&)> run, absl::AnyInvocable<void(const absl::Status&)> done)
      : run_(std::move(run)), done_(std::move(done)) {}

  void Run(Omgeving& omgeving) override { run_(omgeving); }
  void Done(const absl::Status& status) override {
    const std::unique_ptr<FunctionCall> self(this);
    done_(status);
  }

 private:
  absl::AnyInvocable<void(Omgeving&)> run_;
  absl::AnyInvocable<void(const absl::Status&)> done_;
};

}  // namespace

Writer::Writer(std::unique_ptr<Omgeving> omgeving, Buitenwereld* buitenwereld, OnStopped on_stopped)
    : omgeving_(std::move(omgeving)),
      buitenwereld_(buitenwereld),
      on_stopped_(std::move(on_stopped)),
      seen_volgnummer_(omgeving_->last_volgnummer()),
      seen_klok_(omgeving_->klok()),
      thread_(kMaxQueuedCalls, [this](std::vector<Call*>& calls) { Handle(calls); }) {
  omgeving_->SetBuitenwereld(buitenwereld, this);
  Publish(OverzichtOf(*omgeving_));
}

void Writer::StopWaiting() {
  no_waiting_ = true;
  // Wakes it where it waits.
  const auto nothing = [](const Omgeving& /*omgeving*/) {};
  auto wake = std::make_unique<FunctionCall>(nothing, [](const absl::Status& /*durable*/) {});
  // The queue has it from here on.
  if (thread_.PutAlways(wake.get())) static_cast<void>(wake.release());
}

void Writer::Close() {
  closed_ = true;
  StopWaiting();
  thread_.Stop();
  omgeving_->WaitForCommits();
  // No other thread is left that touches these.
  for (const auto& [plan, call] : std::exchange(held_, {})) {
    call->Done(absl::NotFoundError("this environment is being deleted or the server is stopping"));
  }
  omgeving_.reset();
  NotifySubscribers();
}

void Writer::Schedule(Call* call) {
  if (thread_.Put(call)) return;
  if (closed_) {
    call->Done(absl::NotFoundError("this environment is being deleted or the server is stopping"));
    return;
  }
  call->Done(absl::ResourceExhaustedError(absl::StrCat(
      "more than ", kMaxQueuedCalls, " calls wait for this environment; try again with fewer in flight")));
}

void Writer::Schedule(absl::AnyInvocable<void(Omgeving&)> run,
                      absl::AnyInvocable<void(const absl::Status&)> done) {
  Schedule(new FunctionCall(std::move(run), std::move(done)));
}

Writer::Overzicht Writer::overzicht() const {
  absl::MutexLock lock(&mutex_);
  return overzicht_;
}

std::int64_t Writer::Subscribe(absl::AnyInvocable<void()> changed) {
  absl::MutexLock lock(&mutex_);
  const std::int64_t subscription = next_subscription_++;
  subscribers_.emplace(subscription, std::move(changed));
  return subscription;
}

void Writer::Unsubscribe(std::int64_t subscription) {
  absl::MutexLock lock(&mutex_);
  subscribers_.erase(subscription);
}

void Writer::Handle(const std::vector<Call*>& calls) {
  pending_.insert(pending_.end(), calls.begin(), calls.end());
  RunPending();
  Settle();
}

void Writer::RunPending() {
  while (!pending_.empty()) {
    Call* call = pending_.front();
    pending_.pop_front();
    if (waiting_ && call->MovesClock()) {
      later_.push_back(call);
      continue;
    }
    if (call->MovesClock() && !held_.empty()) {
      // Nothing is held beyond the instant at which it came.
      pending_.push_front(call);
      while (!held_.empty()) Release(held_.begin()->first);
      continue;
    }
    RunCall(call);
    if (!waiting_) {
      // What was put aside while this one waited comes next.
      pending_.insert(pending_.begin(), later_.begin(), later_.end());
      later_.clear();
    }
  }
}

void Writer::RunCall(Call* call) {
  if (call->MovesClock()) SettleAtOnce();
  // While a call that moves the clock waits, others are run within it.
  Call* const outer = std::exchange(running_, call);
  if (!has_stopped_) call->Run(*omgeving_);
  // Null: it was held, and is run again later.
  if (std::exchange(running_, outer) != nullptr) ran_.push_back(call);
  if (call->MovesClock()) SettleAtOnce();
}

void Writer::Settle() {
  if (omgeving_->IsDurable()) {
    SettleAtOnce();
    return;
  }
  Group group = TakeGroup();
  committing_ += group.calls.size();
  omgeving_->CommitLater([this, group = std::move(group)](const absl::Status& durable) mutable {
    Finish(group, durable);
    committing_ -= group.calls.size();
  });
  // Callers who send without hearing an answer fill the queue, which is bounded, and not what waits here.
  if (committing_ > kMaxQueuedCalls) omgeving_->WaitForCommits();
}

void Writer::SettleAtOnce() {
  Group group = TakeGroup();
  Finish(group, omgeving_->Commit());
  if (buitenwereld_ != nullptr && !has_stopped_) HandOverNotificaties();
}

Writer::Group Writer::TakeGroup() {
  Group group;
  group.calls = std::exchange(ran_, {});
  if (seen_volgnummer_ == omgeving_->last_volgnummer() && seen_klok_ == omgeving_->klok()) return group;
  seen_volgnummer_ = omgeving_->last_volgnummer();
  seen_klok_ = omgeving_->klok();
  group.overzicht = OverzichtOf(*omgeving_);
  return group;
}

void Writer::Finish(Group& group, const absl::Status& durable) {
  if (!durable.ok()) Stop(durable);
  const absl::Status status = Stopped();
  const bool changed = status.ok() && group.overzicht.has_value();
  // Before anybody is answered: who heard that something is done finds it in the overview.
  if (changed) Publish(*std::move(group.overzicht));
  for (Call* call : group.calls) call->Done(status);
  if (changed) NotifySubscribers();
}

void Writer::Stop(const absl::Status& reden) {
  absl::Status stopped;
  {
    absl::MutexLock lock(&mutex_);
    if (!stopped_.ok()) return;
    stopped = stopped_ = absl::UnavailableError(absl::StrCat(
        "the environment has stopped, its journal cannot be written: ", std::string(reden.message())));
  }
  has_stopped_ = true;
  if (on_stopped_ != nullptr) on_stopped_(stopped);
}

absl::Status Writer::Stopped() const {
  absl::MutexLock lock(&mutex_);
  return stopped_;
}

void Writer::HandOverNotificaties() {
  const auto& te_notificeren = omgeving_->toestand().te_notificeren();
  for (auto it = te_notificeren.lower_bound(next_notificatie_); it != te_notificeren.end(); ++it) {
    const std::uint32_t rapportage = it->first;
    next_notificatie_ = rapportage + 1;
    buitenwereld_->Notify(
        *omgeving_, rapportage, it->second.email,
        [weak = weak_from_this(), post = MakePost(), rapportage](const absl::Status& outcome) {
          post([weak, rapportage, outcome] {
            const std::shared_ptr<Writer> writer = weak.lock();
            if (writer == nullptr) return;
            if (outcome.ok()) {
              writer->omgeving_->Record(NotificatieSent{rapportage});
            } else {
              writer->omgeving_->Record(NotificatieFailed{rapportage, std::string(outcome.message())});
            }
          });
        });
  }
}

Wachter::Post Writer::MakePost() {
  return [weak = weak_from_this()](absl::AnyInvocable<void()> run) {
    const std::shared_ptr<Writer> writer = weak.lock();
    if (writer == nullptr) return;
    auto call =
        std::make_unique<FunctionCall>([run = std::move(run)](Omgeving& /*omgeving*/) mutable { run(); },
                                       [](const absl::Status& /*durable*/) {});
    // After the last Close it is dropped: nobody waits for it any more.
    if (writer->thread_.PutAlways(call.get())) static_cast<void>(call.release());
  };
}

absl::Status Writer::WaitUntil(absl::FunctionRef<bool()> klaar) {
  SettleAtOnce();
  waiting_ = true;
  const absl::Cleanup done = [this] { waiting_ = false; };
  while (!klaar()) {
    if (has_stopped_) return Stopped();
    std::vector<Call*> more;
    if (no_waiting_ || !thread_.TakeMore(&more)) {
      return absl::UnavailableError("the environment is being deleted or the server is stopping");
    }
    pending_.insert(pending_.end(), more.begin(), more.end());
    RunPending();
    SettleAtOnce();
  }
  return absl::OkStatus();
}

void Writer::Hold(std::uint32_t plan) {
  held_[plan] = std::exchange(running_, nullptr);
}

void Writer::Release(std::uint32_t plan) {
  const auto found = held_.find(plan);
  if (found == held_.end()) return;
  pending_.push_front(found->second);
  held_.erase(found);
}

Writer::Overzicht Writer::OverzichtOf(const Omgeving& omgeving) {
  const Toestand& toestand = omgeving.toestand();
  return {omgeving.instellingen(), omgeving.klok(),         omgeving.last_volgnummer(),
          toestand.tellers(),      toestand.rollen().All(), toestand.klokfactor_duizendsten()};
}

void Writer::Publish(Overzicht overzicht) {
  klokfactor_duizendsten_ = overzicht.klokfactor_duizendsten;
  absl::MutexLock lock(&mutex_);
  overzicht_ = std::move(overzicht);
}

void Writer::NotifySubscribers() {
  absl::MutexLock lock(&mutex_);
  for (auto& [subscription, changed] : subscribers_) changed();
}

}  // namespace ketenproef
