// Sends single calls, many in flight, and measures how long each took.
//
// Requests are bytes made beforehand, so that the generator has as little to do as can be; every answer is
// handed to a checker. In flight is a total over all threads and connections.
//
//   UnaryOptions options{.address = "localhost:5050", .method = "/ketenproef.v1.KlokService/GetClock"};
//   options.pace.turns = 100'000;
//   auto report = DriveUnary(options, [&](std::int64_t i) { return &requests[i]; },
//                            [](std::int64_t, absl::string_view answer) { return Knows(answer); });
#ifndef KETENPROEF_BENCH_LOAD_UNARY_DRIVER_H_
#define KETENPROEF_BENCH_LOAD_UNARY_DRIVER_H_

#include <cstdint>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "bench/load/live_figures.h"
#include "bench/load/load_report.h"
#include "bench/load/schedule.h"

namespace ketenproef::load {

struct UnaryOptions {
  std::string address;
  std::string method;    // with its slashes, as on the wire
  std::string omgeving;  // empty: none is named
  int connections = 4;
  int threads = 1;
  int in_flight = 128;
  int connect_timeout_ms = 10'000;
  std::int64_t deadline_ns = 60'000'000'000;  // of one call
  Pace pace = {};
  LiveFigures* live = nullptr;  // null: nobody looks
};

// The bytes of the request with this index; they must stay as they are until the end. Called from any thread.
// (A pointer, as a function that makes a string would else pass for one that has it.)
using RequestAt = absl::FunctionRef<const std::string*(std::int64_t index)>;
// Whether the answer (status OK) to this request is right. Called from any thread, several at once.
using AnswerIsRight = absl::FunctionRef<bool(std::int64_t index, absl::string_view answer)>;
// Whether a status other than OK is the right answer to this request; `details` is a serialised
// google.rpc.Status, or empty. Called likewise.
using RefusalIsRight = absl::FunctionRef<bool(std::int64_t index, int code, absl::string_view details)>;

// UNAVAILABLE where no connection could be made. What goes wrong later is in the report.
absl::StatusOr<LoadReport> DriveUnary(const UnaryOptions& options, RequestAt request_at,
                                      AnswerIsRight answer_is_right);
// The same where some calls are to be refused: a refusal that is right counts as answered.
absl::StatusOr<LoadReport> DriveUnary(const UnaryOptions& options, RequestAt request_at,
                                      AnswerIsRight answer_is_right, RefusalIsRight refusal_is_right);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_UNARY_DRIVER_H_
