// What the benchmark says about the product: each with its key, its target and which way is better. Keys are
// stable: files of earlier runs are compared by them.
#ifndef KETENPROEF_BENCH_METRICS_H_
#define KETENPROEF_BENCH_METRICS_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace ketenproef::bench {

struct Metric {
  absl::string_view key;
  absl::string_view what;
  double target;
  bool higher_is_better;

  bool Meets(double value) const { return higher_is_better ? value >= target : value <= target; }
};

absl::Span<const Metric> Metrics();
// Null for another key.
const Metric* FindMetric(absl::string_view key);

}  // namespace ketenproef::bench

#endif  // KETENPROEF_BENCH_METRICS_H_
