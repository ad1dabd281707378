#include "bench/load/keten/jaar_run.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bench/load/hand_driver.h"
#include "bench/load/keten/aankomstboek.h"
#include "bench/load/keten/afnemer.h"
#include "bench/load/keten/dagwerk_stroom.h"
#include "bench/load/keten/levensloop.h"
#include "bench/load/keten/proefomgeving.h"
#include "bench/load/stopwatch.h"

namespace ketenproef::load {
namespace {

const absl::CivilDay kBeginVanJaar(2025, 1, 1);

// Everybody who takes part in a run under the virtual clock.
class Jaarrun {
 public:
  Jaarrun(const LoadOptions& options, const Proefomgeving& omgeving, const Levensloop& levensloop)
      : options_(options),
        omgeving_(omgeving),
        levensloop_(levensloop),
        boek_(levensloop),
        stroom_(omgeving.client(), boek_, options.live, &batches_) {
    for (int i = 0; i < options.afnemers; ++i) afnemers_.emplace_back(omgeving.NewClient(), boek_);
  }

  // One day: the batches of UWV, the clock to the next day, and every gemeente that collects.
  ActResult RunDag(std::int64_t dag, bool is_warm_up) {
    if (absl::Status status = stroom_.Send(levensloop_.WerkVan(static_cast<int>(dag))); !status.ok()) {
      return {0, std::string(status.message())};
    }
    const std::int64_t begin_ns = NowNanos();
    const absl::CivilDay uitwisseling = kBeginVanJaar + dag + 1;
    const auto telling = omgeving_.AdvanceTo(uitwisseling);
    if (!telling.ok()) return {0, std::string(telling.status().message())};
    boek_.BookUitwisseling(*telling);
    laatste_uitwisseling_ = uitwisseling;
    if (!is_warm_up) MeasureUitwisseling(begin_ns);
    LoadReport collected = Collect(0, {.turns = gemeenten()}, &Afnemer::CollectNew);
    if (is_warm_up) {
      LoadReport nothing;
      nothing.failures = collected.failures;
      nothing.first_error = collected.first_error;
      collected = nothing;
    }
    const std::int64_t records = collected.records;
    ophalen_.Merge(collected);
    return {records, ""};
  }

  using CollectAct = absl::StatusOr<std::int64_t> (Afnemer::*)(const std::string& gemeentecode);
  // Gemeenten in turn, several at a time.
  LoadReport Collect(std::int64_t first, const Pace& pace, CollectAct collect) {
    HandOptions hands;
    hands.hands = options_.afnemers;
    hands.pace = pace;
    hands.live = options_.live;
    const auto& codes = levensloop_.werknemers().gemeentecodes();
    return DriveHands(hands, [&](int hand, std::int64_t turn) -> ActResult {
      const std::string& code = codes[static_cast<std::size_t>((first + turn) % gemeenten())];
      const auto records = (afnemers_[static_cast<std::size_t>(hand)].*collect)(code);
      if (!records.ok()) return {0, std::string(records.status().message())};
      return {*records, ""};
    });
  }

  // What was due must have come, and the system must have counted what was acknowledged.
  absl::StatusOr<Afstemming> Reconcile() {
    std::optional<v1::Omgeving> tellingen;
    auto counted = omgeving_.Count();
    if (counted.ok()) {
      tellingen = *std::move(counted);
    } else if (!absl::IsUnimplemented(counted.status())) {
      return counted.status();
    }
    return boek_.Finish(laatste_uitwisseling_, tellingen);
  }

  std::int64_t gemeenten() const {
    return static_cast<std::int64_t>(levensloop_.werknemers().gemeentecodes().size());
  }
  const LoadReport& batches() const { return batches_; }
  const LoadReport& uitwisselingen() const { return uitwisselingen_; }
  const LoadReport& ophalen() const { return ophalen_; }

 private:
  void MeasureUitwisseling(std::int64_t begin_ns) {
    const std::int64_t now_ns = NowNanos();
    uitwisselingen_.begin_ns = std::min(uitwisselingen_.begin_ns, begin_ns);
    uitwisselingen_.end_ns = now_ns;
    ++uitwisselingen_.answered;
    ++uitwisselingen_.records;
    uitwisselingen_.latency.Record(now_ns - begin_ns);
  }

  const LoadOptions& options_;
  const Proefomgeving& omgeving_;
  const Levensloop& levensloop_;
  absl::CivilDay laatste_uitwisseling_ = kBeginVanJaar;
  Aankomstboek boek_;
  LoadReport batches_;
  LoadReport uitwisselingen_;
  LoadReport ophalen_;
  DagwerkStroom stroom_;
  std::deque<Afnemer> afnemers_;
};

// An omgeving with the registers of everyone, and a run in it.
template <typename Run>
absl::StatusOr<LoadResult> InProefomgeving(const LoadOptions& options, const Ritme& ritme, Run run) {
  const auto werknemers = Werknemers::Make(options.werknemers, options.gemeenten);
  if (!werknemers.ok()) return werknemers.status();
  const auto omgeving = Proefomgeving::Make(options.address, options.omgeving, kBeginVanJaar);
  if (!omgeving.ok()) return omgeving.status();
  if (options.keeps_omgeving) (*omgeving)->Keep();
  if (absl::Status status = (*omgeving)->LoadRegisters(*werknemers); !status.ok()) return status;
  const Levensloop levensloop(*werknemers, kBeginVanJaar, ritme);
  Jaarrun jaar(options, **omgeving, levensloop);
  LoadResult result;
  if (absl::Status status = run(jaar, &result); !status.ok()) return status;
  auto afstemming = jaar.Reconcile();
  if (!afstemming.ok()) return afstemming.status();
  result.afstemming = *std::move(afstemming);
  return result;
}

}  // namespace

absl::StatusOr<LoadResult> RunJaar(const LoadOptions& options) {
  return InProefomgeving(options, Ritme(), [&](Jaarrun& jaar, LoadResult* result) {
    HandOptions days;
    days.pace = {.turns = options.dagen, .rate_per_s = options.rate_per_s, .warm_up_turns = options.warm_up};
    LoadReport dagen = DriveHands(
        days, [&](int /*hand*/, std::int64_t dag) { return jaar.RunDag(dag, dag < options.warm_up); });
    result->metingen = {
        {"dag", "Dagen: batches, uitwisseling en ophalen", std::move(dagen)},
        {"batch", "Batches van een dag", jaar.batches()},
        {"uitwisseling", "Dagelijkse uitwisseling (de klok een dag verder)", jaar.uitwisselingen()},
        {"ophalen", "Een gemeente haalt op: lijst, rapport, bevestiging", jaar.ophalen()}};
    return absl::OkStatus();
  });
}

absl::StatusOr<LoadResult> RunOphalen(const LoadOptions& options) {
  return InProefomgeving(options, kAllesOpEenDag, [&](Jaarrun& jaar, LoadResult* result) {
    const ActResult dag = jaar.RunDag(0, /*is_warm_up=*/false);
    if (!dag.error.empty()) return absl::AbortedError(dag.error);
    LoadReport again = jaar.Collect(
        0, {.turns = options.rondes, .rate_per_s = options.rate_per_s, .warm_up_turns = options.warm_up},
        &Afnemer::CollectAgain);
    // The first time counts where it went wrong.
    again.failures += jaar.ophalen().failures;
    if (again.first_error.empty()) again.first_error = jaar.ophalen().first_error;
    result->metingen = {{"ophalen", "Een gemeente haalt op: lijst, rapport, bevestiging", std::move(again)}};
    return absl::OkStatus();
  });
}

}  // namespace ketenproef::load
