// What a run must meet, as one types it: figures with bounds, separated by commas.
//
//   auto eisen = ParseEisen("p99<20ms, rate>=50000, lost=0, dag.max<10s");
//   for (const Eis& eis : *eisen) bool meets = Judge(eis, result).meets;
//
// Figures of a measurement, by default the first: p50, p90, p95, p99, p99.9, max, mean (durations: ns, us, ms
// or s) and rate (records a second); with the name of a measurement and a point before them of that one. Of
// the whole run: lost, doubled, wrong, unknown, failures. Pure functions.
#ifndef KETENPROEF_BENCH_LOAD_REPORT_EISEN_H_
#define KETENPROEF_BENCH_LOAD_REPORT_EISEN_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "bench/load/load_result.h"

namespace ketenproef::load {

enum class Vergelijking { kLess, kAtMost, kEqual, kAtLeast, kMore };

struct Eis {
  std::string tekst;   // as it was typed
  std::string meting;  // empty: the first
  std::string figuur;
  Vergelijking vergelijking = Vergelijking::kEqual;
  double grens = 0;  // durations in nanoseconds
};

// INVALID_ARGUMENT with what is wrong, and what there is.
absl::StatusOr<std::vector<Eis>> ParseEisen(absl::string_view tekst);

struct EisOordeel {
  std::string tekst;
  std::string gemeten;  // for people
  bool meets = false;
};

// INVALID_ARGUMENT where the run has no measurement of that name.
absl::StatusOr<std::vector<EisOordeel>> JudgeEisen(const std::vector<Eis>& eisen, const LoadResult& result);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_REPORT_EISEN_H_
