// The suites of this folder, compiled into the binary: it runs anywhere.
#ifndef CONFORMANCE_SUITES_EMBEDDED_SUITES_H_
#define CONFORMANCE_SUITES_EMBEDDED_SUITES_H_

#include <vector>

#include "absl/strings/string_view.h"

namespace ketenproef::conformance {

// Not a suite: what a gemeente under test must know.
inline constexpr absl::string_view kAdministrationFile = "administratie.textproto";

struct EmbeddedFile {
  absl::string_view name;  // path from this folder, such as `uwv/boete.textproto`
  absl::string_view text;
};

// In order of name. Valid for the life of the program; safe from any thread.
const std::vector<EmbeddedFile>& EmbeddedSuiteFiles();

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_SUITES_EMBEDDED_SUITES_H_
