#include "server/omgeving/writer.h"

#include <utility>

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

Writer::Writer(std::unique_ptr<Omgeving> omgeving)
    : omgeving_(std::move(omgeving)),
      thread_(kMaxQueuedCalls, [this](std::vector<Call*>& calls) { Handle(calls); }) {
  TakeOverzicht();
}

void Writer::Close() {
  closed_ = true;
  thread_.Stop();
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
  const std::int64_t volgnummer = omgeving_->last_volgnummer();
  const Tijdstip klok = omgeving_->klok();
  if (stopped_.ok()) {
    for (Call* call : calls) call->Run(*omgeving_);
    if (absl::Status status = omgeving_->Commit(); !status.ok()) {
      stopped_ = absl::UnavailableError(absl::StrCat(
          "the environment has stopped, its journal cannot be written: ", std::string(status.message())));
    }
  }
  const bool changed =
      stopped_.ok() && (volgnummer != omgeving_->last_volgnummer() || klok != omgeving_->klok());
  // Before anybody is answered: who heard that something is done finds it in the overview.
  if (changed) TakeOverzicht();
  for (Call* call : calls) call->Done(stopped_);
  if (changed) NotifySubscribers();
}

void Writer::TakeOverzicht() {
  absl::MutexLock lock(&mutex_);
  overzicht_.instellingen = omgeving_->instellingen();
  overzicht_.klok = omgeving_->klok();
  overzicht_.volgnummer = omgeving_->last_volgnummer();
  overzicht_.tellers = omgeving_->toestand().tellers();
}

void Writer::NotifySubscribers() {
  absl::MutexLock lock(&mutex_);
  for (auto& [subscription, changed] : subscribers_) changed();
}

}  // namespace ketenproef
