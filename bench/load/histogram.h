// How long things took: counts in buckets whose width grows with the value, so that every value from a
// nanosecond to centuries is counted, none is sampled away, and a reported percentile is at most 1/128 above
// the true one.
//
//   Histogram latency;
//   latency.Record(1'234'567);                       // nanoseconds
//   latency.Merge(of_another_thread);
//   std::int64_t p99 = latency.Percentile(99.0);
//
// Not thread-safe: one per thread, merged at the end. 60 KB each.
#ifndef KETENPROEF_BENCH_LOAD_HISTOGRAM_H_
#define KETENPROEF_BENCH_LOAD_HISTOGRAM_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "absl/functional/function_ref.h"

namespace ketenproef::load {

class Histogram {
 public:
  Histogram();

  // Counts one value; below 0 counts as 0.
  void Record(std::int64_t value);
  void Merge(const Histogram& other);

  std::int64_t count() const { return count_; }
  // 0 where nothing was counted.
  std::int64_t min() const { return count_ == 0 ? 0 : min_; }
  std::int64_t max() const { return max_; }
  double mean() const;

  // The smallest value of which it is certain that `percent` (0 to 100) of what was counted is no larger: the
  // top of its bucket, never above max(). 0 where nothing was counted.
  std::int64_t Percentile(double percent) const;

  // The buckets that hold something, in order: their largest value and how many are in them.
  void ForEachBucket(absl::FunctionRef<void(std::int64_t highest, std::int64_t count)> visit) const;

 private:
  std::vector<std::int64_t> buckets_;
  std::int64_t count_ = 0;
  std::int64_t min_ = std::numeric_limits<std::int64_t>::max();
  std::int64_t max_ = 0;
  double sum_ = 0;
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_HISTOGRAM_H_
