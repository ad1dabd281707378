#include "bench/load/schedule.h"

#include "bench/load/stopwatch.h"

namespace ketenproef::load {

std::optional<Turn> Schedule::Take(std::int64_t now_ns) {
  if (!IsOpenLoop() && now_ns - begin_ns_ >= pace_.duration_ns) return std::nullopt;
  const std::int64_t index = next_.fetch_add(1, std::memory_order_relaxed);
  if (index >= pace_.turns) return std::nullopt;
  if (!IsOpenLoop()) return Turn{index, now_ns};
  const double after_ns =
      static_cast<double>(index) / pace_.rate_per_s * static_cast<double>(kNanosPerSecond);
  const auto offset_ns = static_cast<std::int64_t>(after_ns);
  if (offset_ns >= pace_.duration_ns) return std::nullopt;
  return Turn{index, begin_ns_ + offset_ns};
}

}  // namespace ketenproef::load
