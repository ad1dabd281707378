// What a system under test said, made fit for a report: it may have said anything.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_REPORT_TEXT_H_
#define KETENPROEF_CONFORMANCE_RUNNER_REPORT_TEXT_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace ketenproef::conformance {

// The text as valid UTF-8 of at most `max_bytes`: what is no text stands as `?`, what is too much as `...`,
// and what could be a BSN as `#` (BSN-03). Days as JJJJMMDD and loonheffingennummers, which look like one,
// stay.
std::string ReportText(absl::string_view said, std::size_t max_bytes = 2'000);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_REPORT_TEXT_H_
