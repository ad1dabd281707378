// What suites may leave out, filled in: dimensions that are named once for a file, expectations that only say
// that nothing has changed, the copies of a large batch. Behind this every case stands on its own.
#ifndef CONFORMANCE_RUNNER_SHORTHAND_H_
#define CONFORMANCE_RUNNER_SHORTHAND_H_

#include "absl/status/status.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace ketenproef::conformance {

// INVALID_ARGUMENT names the case: a dimension that the suite does not have, or `unchanged` before anything
// was expected.
absl::Status WriteOut(v1::Suite* suite);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_SHORTHAND_H_
