#include "server/app/klokdrijver.h"

#include <algorithm>
#include <utility>

#include "absl/time/time.h"

namespace ketenproef {
namespace {

constexpr absl::Duration kTik = absl::Milliseconds(100);
constexpr double kDuizendsten = 1'000;

// Moves a clock once; deletes itself.
class Stap final : public Writer::Call {
 public:
  Stap(Tijdstip doel, std::shared_ptr<std::atomic<bool>> rust) : doel_(doel), rust_(std::move(rust)) {}

  bool MovesClock() const override { return true; }
  void Run(Omgeving& omgeving) override {
    // It may have been stopped, or moved further, since this was asked for.
    if (omgeving.toestand().klokfactor_duizendsten() == 0) return;
    const auto kwitantie = omgeving.Advance(std::max(omgeving.klok(), doel_));
    // What holds the clock up is visible in the list of deliveries; a stopped environment says so to its
    // callers.
    static_cast<void>(kwitantie.ok());
  }
  void Done(const absl::Status& /*durable*/) override {
    const std::unique_ptr<Stap> self(this);
    *rust_ = true;
  }

 private:
  Tijdstip doel_;
  std::shared_ptr<std::atomic<bool>> rust_;
};

}  // namespace

Klokdrijver::Klokdrijver(Omgevingen& omgevingen) : omgevingen_(omgevingen), thread_([this] { Run(); }) {}

Klokdrijver::~Klokdrijver() {
  {
    absl::MutexLock lock(&mutex_);
    stopped_ = true;
  }
  thread_.join();
}

void Klokdrijver::Run() {
  for (;;) {
    {
      absl::MutexLock lock(&mutex_);
      if (mutex_.AwaitWithTimeout(absl::Condition(this, &Klokdrijver::IsStopped), kTik)) return;
    }
    for (const std::string& naam : omgevingen_.Namen()) {
      const std::shared_ptr<Writer> writer = omgevingen_.Find(naam);
      if (writer == nullptr || writer->klokfactor_duizendsten() == 0) {
        lopend_.erase(naam);
      } else {
        Drive(naam, *writer);
      }
    }
  }
}

void Klokdrijver::Drive(const std::string& naam, Writer& writer) {
  const std::uint32_t factor = writer.klokfactor_duizendsten();
  const auto nu = std::chrono::steady_clock::now();
  const auto found = lopend_.find(naam);
  if (found == lopend_.end() || found->second.factor_duizendsten != factor) {
    lopend_[naam] = {factor, nu, writer.overzicht().klok, std::make_shared<std::atomic<bool>>(true)};
    return;
  }
  Loop& loop = found->second;
  if (!*loop.rust) return;
  const double elapsed =
      std::chrono::duration<double, std::nano>(nu - loop.sinds).count() * factor / kDuizendsten;
  const double rest = static_cast<double>(kLastKlok.unix_nanos() - loop.klok.unix_nanos());
  const auto verder = static_cast<std::int64_t>(std::min(elapsed, rest));
  *loop.rust = false;
  writer.Schedule(new Stap(Tijdstip::FromUnixNanos(loop.klok.unix_nanos() + verder), loop.rust));
}

}  // namespace ketenproef
