// Sends batches of records over bidirectional streams in which every batch gets one answer, several batches
// under way, and measures how long each took.
//
// Batches of one stream are sent, and answered, in order; with one stream that is the order of their indices.
// Batches are bytes made beforehand, and every answer is handed to a checker that looks at each record.
#ifndef KETENPROEF_BENCH_LOAD_STREAM_DRIVER_H_
#define KETENPROEF_BENCH_LOAD_STREAM_DRIVER_H_

#include <cstdint>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "bench/load/live_figures.h"
#include "bench/load/load_report.h"
#include "bench/load/schedule.h"

namespace ketenproef::load {

struct StreamOptions {
  std::string address;
  std::string method;    // with its slashes, as on the wire
  std::string omgeving;  // empty: none is named
  int connections = 1;
  int threads = 1;
  int streams = 1;
  // Batches that a stream has sent and that are not answered yet.
  int under_way = 4;
  int connect_timeout_ms = 10'000;
  std::int64_t deadline_ns = 3'600'000'000'000;  // of a whole stream
  // Turns are batches.
  Pace pace = {};
  LiveFigures* live = nullptr;  // null: nobody looks
};

// What the answer to a batch says about its records.
struct BatchVerdict {
  std::int64_t right = 0;
  std::int64_t wrong = 0;
};

// The bytes of the batch with this index; they must stay as they are until it is answered. Called from any
// thread.
using BatchAt = absl::FunctionRef<const std::string*(std::int64_t index)>;
// Called from any thread, several at once, with the answer to the batch.
using JudgeBatch = absl::FunctionRef<BatchVerdict(std::int64_t index, absl::string_view answer)>;

// UNAVAILABLE where no connection could be made. A stream that ends early is in the report, with the batches
// that it left unanswered; the others go on.
absl::StatusOr<LoadReport> DriveStreams(const StreamOptions& options, BatchAt batch_at,
                                        JudgeBatch judge_batch);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_STREAM_DRIVER_H_
