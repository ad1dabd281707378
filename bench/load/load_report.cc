#include "bench/load/load_report.h"

#include <algorithm>
#include <utility>

#include "bench/load/stopwatch.h"

namespace ketenproef::load {

void LoadReport::Fail(std::string error) {
  ++failures;
  if (first_error.empty()) first_error = std::move(error);
}

void LoadReport::Merge(const LoadReport& other) {
  answered += other.answered;
  records += other.records;
  failures += other.failures;
  if (first_error.empty()) first_error = other.first_error;
  late += other.late;
  held_back += other.held_back;
  busy_share = std::max(busy_share, other.busy_share);
  begin_ns = std::min(begin_ns, other.begin_ns);
  end_ns = std::max(end_ns, other.end_ns);
  latency.Merge(other.latency);
}

double LoadReport::Seconds() const {
  return end_ns <= begin_ns ? 0 : load::Seconds(end_ns - begin_ns);
}

double LoadReport::AnsweredPerS() const {
  return Seconds() > 0 ? static_cast<double>(answered) / Seconds() : 0;
}

double LoadReport::RecordsPerS() const {
  return Seconds() > 0 ? static_cast<double>(records) / Seconds() : 0;
}

bool LoadReport::IsSaturated() const {
  return busy_share > kMaxBusyShare ||
         static_cast<double>(late) > kMaxLateShare * static_cast<double>(std::max<std::int64_t>(answered, 1));
}

}  // namespace ketenproef::load
