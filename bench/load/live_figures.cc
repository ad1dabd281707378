#include "bench/load/live_figures.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "bench/load/stopwatch.h"

namespace ketenproef::load {

void LiveFigures::Count(std::int64_t records, std::int64_t latency_ns) {
  const absl::MutexLock lock(&mutex_);
  records_ += records;
  latency_.Record(latency_ns);
}

std::string LiveFigures::TakeLine(std::int64_t now_ns) {
  Histogram latency;
  std::int64_t records = 0;
  double per_s = 0;
  {
    const absl::MutexLock lock(&mutex_);
    std::swap(latency, latency_);
    records = records_;
    const double seconds = looked_ns_ == 0 ? 0 : Seconds(now_ns - looked_ns_);
    if (seconds > 0) per_s = static_cast<double>(records_ - records_before_) / seconds;
    records_before_ = records_;
    looked_ns_ = now_ns;
  }
  return absl::StrCat(records, absl::StrFormat(", %.0f/s, p50 ", per_s), DurationText(latency.Percentile(50)),
                      ", p99 ", DurationText(latency.Percentile(99)));
}

std::string DurationText(std::int64_t nanos) {
  const auto value = static_cast<double>(nanos);
  if (nanos < 10'000) return absl::StrFormat("%.2f us", value / 1e3);
  if (nanos < 1'000'000) return absl::StrFormat("%.0f us", value / 1e3);
  if (nanos < 10'000'000) return absl::StrFormat("%.2f ms", value / 1e6);
  if (nanos < 1'000'000'000) return absl::StrFormat("%.0f ms", value / 1e6);
  return absl::StrFormat("%.2f s", value / 1e9);
}

}  // namespace ketenproef::load
