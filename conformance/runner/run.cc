#include "conformance/runner/run.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "client/lib/client.h"
#include "client/lib/datum.h"
#include "conformance/checks/resolve.h"
#include "conformance/runner/bench.h"
#include "conformance/runner/suite_file.h"
#include "conformance/runner/wall_clock.h"

namespace ketenproef::conformance {
namespace {

// After so many cases in a row without an answer the next ones get a tenth of the time, until one is
// answered.
constexpr int kPatience = 3;

// The first feature of a case that is not claimed; empty: none.
std::string Unclaimed(const v1::Case& item, const std::optional<v1::Claims>& claims) {
  if (!claims.has_value()) return "";
  for (const std::string& feature : item.features()) {
    if (std::find(claims->features().begin(), claims->features().end(), feature) ==
        claims->features().end()) {
      return feature;
    }
  }
  return "";
}

bool Restarts(const v1::Case& item) {
  return std::any_of(item.steps().begin(), item.steps().end(),
                     [](const v1::Step& step) { return step.has_restart(); });
}

// The administration of all cases, worked out.
v1::Administration EvaluatedAdministration() {
  auto administration = EmbeddedAdministration();
  // Its days are written out, and its names are those that every case has.
  const absl::Status status = administration.ok()
                                  ? Resolve(Values("handleiding"), std::nullopt, &*administration)
                                  : administration.status();
  return status.ok() ? *std::move(administration) : v1::Administration();
}

class Runner {
 public:
  Runner(const std::vector<PlannedCase>& cases, SystemSource& source, const RunOptions& options)
      : cases_(cases), source_(source), options_(options), runs_(cases.size()) {}

  v1::RunResult Run() {
    const absl::Time begin = WallClockNow();
    bench_.kind = options_.kind;
    bench_.work_folder = options_.work_folder;
    bench_.administration = EvaluatedAdministration();
    bench_.listen = options_.listen;
    bench_.run = absl::StrCat(absl::ToUnixNanos(begin), "-", getpid());
    // One that comes to the runner by itself can come to one bench only.
    const bool is_alone = options_.kind == v1::SYSTEM_KIND_GEMEENTE_OPHALER && !source_.can_start_many();
    std::vector<std::thread> workers;
    for (int i = 0; i < (is_alone ? 1 : std::max(options_.parallel, 1)); ++i) {
      workers.emplace_back([this] { Work(); });
    }
    for (std::thread& worker : workers) worker.join();
    v1::RunResult result;
    result.set_version(client::ClientVersion());
    result.set_kind(options_.kind);
    const bool is_named = options_.claims.has_value() && !options_.claims->system().empty();
    result.set_system(is_named ? options_.claims->system() : source_.name());
    *result.mutable_started_at() = client::TimestampOf(begin);
    result.set_duration_s(absl::ToDoubleSeconds(WallClockNow() - begin));
    for (v1::CaseResult& run : runs_) *result.add_cases() = std::move(run);
    return result;
  }

 private:
  void Work() {
    Bench bench(source_, bench_);
    for (;;) {
      const std::size_t index = next_.fetch_add(1);
      if (index >= cases_.size() || has_failed_.load()) return;
      const absl::Time begin = WallClockNow();
      CaseRun run = RunOne(index, bench);
      run.result.set_duration_s(absl::ToDoubleSeconds(WallClockNow() - begin));
      Done(index, std::move(run));
    }
  }

  CaseRun RunOne(std::size_t index, Bench& bench) {
    const PlannedCase& planned = cases_[index];
    const std::string unclaimed = Unclaimed(*planned.item, options_.claims);
    if (!unclaimed.empty()) {
      return WithoutJudgement(planned, v1::VERDICT_SKIPPED,
                              absl::StrCat("het systeem zegt geen ", unclaimed, " te hebben"));
    }
    if (!source_.can_start_many() && Restarts(*planned.item)) {
      return WithoutJudgement(planned, v1::VERDICT_SKIPPED,
                              "een systeem dat al draaide kan de runner niet doden en weer starten");
    }
    CaseRun run = bench.Run(planned, static_cast<int>(index), Timeout());
    const bool is_answered = run.result.verdict() != v1::VERDICT_INCONCLUSIVE;
    unanswered_.store(is_answered ? 0 : unanswered_.load() + 1);
    return run;
  }

  absl::Duration Timeout() const {
    return unanswered_.load() >= kPatience ? options_.timeout_per_case / 10 : options_.timeout_per_case;
  }

  void Done(std::size_t index, CaseRun run) {
    absl::MutexLock lock(&done_mutex_);
    ++done_;
    if (options_.stops_at_failure && run.result.verdict() == v1::VERDICT_FAIL) has_failed_.store(true);
    if (options_.case_done) options_.case_done(run, done_, static_cast<int>(cases_.size()));
    runs_[index] = std::move(run.result);
  }

  const std::vector<PlannedCase>& cases_;
  SystemSource& source_;
  const RunOptions& options_;
  BenchOptions bench_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<int> unanswered_ = 0;
  std::atomic<bool> has_failed_ = false;

  absl::Mutex done_mutex_;
  int done_ ABSL_GUARDED_BY(done_mutex_) = 0;
  std::vector<v1::CaseResult> runs_ ABSL_GUARDED_BY(done_mutex_);
};

}  // namespace

v1::RunResult RunCases(const std::vector<PlannedCase>& cases, SystemSource& source,
                       const RunOptions& options) {
  return Runner(cases, source, options).Run();
}

}  // namespace ketenproef::conformance
