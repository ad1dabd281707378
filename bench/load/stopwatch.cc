#include "bench/load/stopwatch.h"

#include <cerrno>
#include <chrono>
#include <ctime>

namespace ketenproef::load {

std::int64_t NowNanos() {
  return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::int64_t ThreadNanos() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::int64_t{time.tv_sec} * kNanosPerSecond + time.tv_nsec;
}

void WaitUntil(std::int64_t until_ns) {
  timespec until{};
  until.tv_sec = until_ns / kNanosPerSecond;
  until.tv_nsec = until_ns % kNanosPerSecond;
  while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr) == EINTR) {
  }
}

}  // namespace ketenproef::load
