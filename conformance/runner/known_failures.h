// Failures that are known: they do not fail the run, as long as they are what they were.
#ifndef CONFORMANCE_RUNNER_KNOWN_FAILURES_H_
#define CONFORMANCE_RUNNER_KNOWN_FAILURES_H_

#include <string>

#include "absl/status/status.h"
#include "conformance/calendar/dag.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

// INVALID_ARGUMENT names the entry that lacks its id, reason, owner or day of expiry.
absl::Status CheckKnownFailures(const v1::KnownFailures& known);

// Marks the results that an entry covers, and adds a problem for every entry that passes, matches nothing,
// fails for another reason or has expired (`today` is later than its day).
void ApplyKnownFailures(const v1::KnownFailures& known, Dag today, v1::RunResult* run);

// 0 all well, 1 failures (or a problem with the list), 2 inconclusive. Nothing judged at all is 2: a run that
// shows nothing is not green.
int ExitCodeOf(const v1::RunResult& run);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_KNOWN_FAILURES_H_
