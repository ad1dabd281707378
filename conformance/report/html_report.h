// The run as one HTML page, for who decides on a release as much as for who has to mend something: Dutch,
// readable on a phone and on paper, in light and dark, without anything from elsewhere and without a script.
// First the verdict, then what failed with its findings and timelines, then the matrix rules x verdicts, and
// folded away what passed.
//
// What a system under test answered stands in the page as text, whatever it is: everything is escaped, and
// the page forbids the browser to run or fetch anything.

#ifndef CONFORMANCE_REPORT_HTML_REPORT_H_
#define CONFORMANCE_REPORT_HTML_REPORT_H_

#include <string>

#include "absl/status/statusor.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

// Safe from any thread. INTERNAL: the template that is compiled in is broken.
absl::StatusOr<std::string> HtmlOf(const v1::RunResult& run);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_HTML_REPORT_H_
