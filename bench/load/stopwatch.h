// What time it is for whoever measures: the monotonic clock, and the processor time of the calling thread. In
// nanoseconds; both may be called from any thread.
#ifndef KETENPROEF_BENCH_LOAD_STOPWATCH_H_
#define KETENPROEF_BENCH_LOAD_STOPWATCH_H_

#include <cstdint>

namespace ketenproef::load {

inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;

std::int64_t NowNanos();
std::int64_t ThreadNanos();
// Blocks the calling thread until NowNanos() is `until_ns`.
void WaitUntil(std::int64_t until_ns);

inline double Seconds(std::int64_t nanos) {
  return static_cast<double>(nanos) / static_cast<double>(kNanosPerSecond);
}

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_STOPWATCH_H_
