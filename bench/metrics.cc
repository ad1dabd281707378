#include "bench/metrics.h"

#include <array>

namespace ketenproef::bench {
namespace {

constexpr std::array<Metric, 9> kMetrics = {{
    {"ingest_vs_floor", "durable ziekmeldingen in batches / floor", 0.35, true},
    {"unary_vs_floor", "durable single calls / floor", 0.70, true},
    {"replay_events_per_s", "events of a journal read and applied at start", 1'000'000, true},
    {"bytes_per_case", "resident memory per open case, registers included", 300, false},
    {"idle_exchange_us", "a daily exchange in which nothing is due", 1'000, false},
    {"year_s", "a national year, durable", 10, false},
    {"scale_10x", "time of ten times the persons / time of the year", 11, false},
    {"ready_ms", "serve on an empty store until health says serving", 100, false},
    {"load_vs_h2load", "single calls that our generator makes / h2load", 0.5, true},
}};

}  // namespace

absl::Span<const Metric> Metrics() {
  return kMetrics;
}

const Metric* FindMetric(absl::string_view key) {
  for (const Metric& metric : kMetrics) {
    if (metric.key == key) return &metric;
  }
  return nullptr;
}

}  // namespace ketenproef::bench
