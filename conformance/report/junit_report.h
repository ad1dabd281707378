// The run as JUnit XML, for the CI servers that draw it. Valid by the schema of Jenkins (junit-10.xsd).
//
// A suite of cases is a testsuite, a case in a profile a testcase. FAIL is a failure, whose type is the rule
// and whose text is what the console says; INCONCLUSIVE is an error; SKIPPED, and a FAIL that is known, are
// skipped. What fails the run without being a case (a problem with the list of known failures, nothing
// tested) is a testcase of the suite `ketenproef`, so that a server which looks at nothing but this file is
// not green where the exit code is not.

#ifndef CONFORMANCE_REPORT_JUNIT_REPORT_H_
#define CONFORMANCE_REPORT_JUNIT_REPORT_H_

#include <string>

#include "absl/status/statusor.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

// UTF-8, whatever a system answered. Safe from any thread. Never an error.
absl::StatusOr<std::string> JunitOf(const v1::RunResult& run);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_JUNIT_REPORT_H_
