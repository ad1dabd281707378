#include "bench/load/hand_driver.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/load/stopwatch.h"

namespace ketenproef::load {
namespace {

void CountAct(const Schedule& schedule, const Turn& turn, std::int64_t sent_ns, const ActResult& result,
              LiveFigures* live, LoadReport* report) {
  const std::int64_t now_ns = NowNanos();
  if (live != nullptr) live->Count(result.records, now_ns - turn.due_ns);
  if (!result.error.empty()) {
    report->Fail(absl::StrCat("act ", turn.index, ": ", result.error));
    return;
  }
  if (schedule.IsWarmUp(turn)) return;
  report->begin_ns = std::min(report->begin_ns, sent_ns);
  report->end_ns = std::max(report->end_ns, now_ns);
  ++report->answered;
  report->records += result.records;
  report->latency.Record(now_ns - turn.due_ns);
}

void RunHand(int hand, const HandOptions& options, Schedule& schedule, Act act, LoadReport* report) {
  const std::int64_t begin_ns = NowNanos();
  const std::int64_t computed_ns = ThreadNanos();
  std::int64_t free_since_ns = begin_ns;
  while (const std::optional<Turn> turn = schedule.Take(NowNanos())) {
    if (turn->due_ns > NowNanos()) WaitUntil(turn->due_ns);
    const std::int64_t sent_ns = NowNanos();
    if (schedule.IsOpenLoop()) {
      if (turn->due_ns < free_since_ns) ++report->held_back;
      if (sent_ns - std::max(turn->due_ns, free_since_ns) > LoadReport::kLateNs) ++report->late;
    }
    CountAct(schedule, *turn, sent_ns, act(hand, turn->index), options.live, report);
    free_since_ns = NowNanos();
  }
  const std::int64_t took_ns = std::max<std::int64_t>(NowNanos() - begin_ns, 1);
  report->busy_share = static_cast<double>(ThreadNanos() - computed_ns) / static_cast<double>(took_ns);
}

}  // namespace

LoadReport DriveHands(const HandOptions& options, Act act) {
  Schedule schedule(options.pace);
  schedule.Begin(NowNanos());
  std::vector<LoadReport> reports(static_cast<std::size_t>(options.hands));
  std::vector<std::thread> threads;
  for (int hand = 0; hand < options.hands; ++hand) {
    LoadReport* report = &reports[static_cast<std::size_t>(hand)];
    threads.emplace_back(
        [hand, report, &options, &schedule, act] { RunHand(hand, options, schedule, act, report); });
  }
  for (std::thread& thread : threads) thread.join();
  LoadReport all;
  for (const LoadReport& report : reports) all.Merge(report);
  return all;
}

}  // namespace ketenproef::load
