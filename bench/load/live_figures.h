// What a run has done so far, for a line of progress while it goes on.
//
// Thread-safe: drivers count, one other thread looks.
#ifndef KETENPROEF_BENCH_LOAD_LIVE_FIGURES_H_
#define KETENPROEF_BENCH_LOAD_LIVE_FIGURES_H_

#include <cstdint>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "bench/load/histogram.h"

namespace ketenproef::load {

class LiveFigures {
 public:
  // Something was answered, with so many records in it, so long after it was due.
  void Count(std::int64_t records, std::int64_t latency_ns);

  // Records so far, how many a second since the last look, and the percentiles since then. `now_ns` is of
  // NowNanos.
  std::string TakeLine(std::int64_t now_ns);

 private:
  absl::Mutex mutex_;
  std::int64_t records_ ABSL_GUARDED_BY(mutex_) = 0;
  std::int64_t records_before_ ABSL_GUARDED_BY(mutex_) = 0;
  std::int64_t looked_ns_ ABSL_GUARDED_BY(mutex_) = 0;
  Histogram latency_ ABSL_GUARDED_BY(mutex_);
};

// A duration of `nanos` for people, as 1.23 ms.
std::string DurationText(std::int64_t nanos);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_LIVE_FIGURES_H_
