// Lengths of time as people write them: 90s, 15m, 36h, 7d, 2w, and sums such as 1d12h. A day is 24 hours
// here.
#ifndef KETENPROEF_CLIENT_CLI_DURATION_TEXT_H_
#define KETENPROEF_CLIENT_CLI_DURATION_TEXT_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace ketenproef {

// As long as all the years that a clock can stand in.
constexpr int kMostDays = 300 * 366;

// 0 or more. The error is worded to follow the name of the flag.
absl::StatusOr<absl::Duration> ParseDuration(absl::string_view text);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_DURATION_TEXT_H_
