// What came of a run of a driver.
#ifndef KETENPROEF_BENCH_LOAD_LOAD_REPORT_H_
#define KETENPROEF_BENCH_LOAD_LOAD_REPORT_H_

#include <cstdint>
#include <limits>
#include <string>

#include "bench/load/histogram.h"

namespace ketenproef::load {

struct LoadReport {
  // A call, or a batch of a stream, that is sent later than this after it was due, though a hand was free for
  // it, was kept waiting by the generator. gRPC waits in whole milliseconds.
  static constexpr std::int64_t kLateNs = 5'000'000;
  // Above these shares of late calls, or of time that a thread of the generator computed, the run says more
  // about the generator than about the system under test.
  static constexpr double kMaxLateShare = 0.01;
  static constexpr double kMaxBusyShare = 0.95;

  // Calls, or batches, that were answered, and the records in them that were right; warm-up left out.
  std::int64_t answered = 0;
  std::int64_t records = 0;
  // Calls, or batches, with another status than OK, without an answer, or with one that is not right; warm-up
  // counts.
  std::int64_t failures = 0;
  // What went wrong the first time; empty: nothing.
  std::string first_error;

  // Open loop: sent late although a hand was free, and due while all hands were full (the system under test
  // is slower than the rate, or too little may be in flight).
  std::int64_t late = 0;
  std::int64_t held_back = 0;
  // Of the thread of the generator that computed most: the share of the time in which it did.
  double busy_share = 0;

  // When the first was sent and the last answered, warm-up left out.
  std::int64_t begin_ns = std::numeric_limits<std::int64_t>::max();
  std::int64_t end_ns = 0;
  // From the instant at which it ought to be sent (open loop) or was sent (closed loop) to the whole answer,
  // in nanoseconds; of all that were answered with OK, warm-up left out.
  Histogram latency;

  void Fail(std::string error);
  void Merge(const LoadReport& other);

  double Seconds() const;
  double AnsweredPerS() const;
  double RecordsPerS() const;
  // The generator itself was the limit: the run is not valid.
  bool IsSaturated() const;
};

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_LOAD_REPORT_H_
