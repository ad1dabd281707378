// The run as protobuf JSON: the one report that loses nothing, for scripts and for comparing runs.

#ifndef CONFORMANCE_REPORT_JSON_REPORT_H_
#define CONFORMANCE_REPORT_JSON_REPORT_H_

#include <string>

#include "absl/status/statusor.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

// One RunResult in protobuf JSON, with names as in result.proto, indented, ended by a line feed. Fields at
// their default are there too, but for unset messages. Safe from any thread. INTERNAL: no JSON can be made of
// it.
absl::StatusOr<std::string> JsonOf(const v1::RunResult& run);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_JSON_REPORT_H_
