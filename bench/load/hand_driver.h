// Acts of several calls, such as a gemeente that lists, downloads and confirms, by hands that each do one at
// a time and wait for it.
//
// Latency is counted as in the other drivers: from the instant at which the act was due.
#ifndef KETENPROEF_BENCH_LOAD_HAND_DRIVER_H_
#define KETENPROEF_BENCH_LOAD_HAND_DRIVER_H_

#include <cstdint>
#include <string>

#include "absl/functional/function_ref.h"
#include "bench/load/live_figures.h"
#include "bench/load/load_report.h"
#include "bench/load/schedule.h"

namespace ketenproef::load {

struct HandOptions {
  int hands = 1;
  Pace pace = {};
  LiveFigures* live = nullptr;  // null: nobody looks
};

struct ActResult {
  std::int64_t records = 0;
  std::string error;  // empty: all went well
};

// Does the act with this index; `hand` says whose turn it is. Called from a thread for each hand.
using Act = absl::FunctionRef<ActResult(int hand, std::int64_t index)>;

// An act that fails is in the report, without a latency, and the next goes on.
LoadReport DriveHands(const HandOptions& options, Act act);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_HAND_DRIVER_H_
