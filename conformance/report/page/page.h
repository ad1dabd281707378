// The parts of the HTML report that are no code, compiled into the binary: nothing has to be found at run
// time. Safe from any thread; the views stay valid for the life of the program.

#ifndef CONFORMANCE_REPORT_PAGE_PAGE_H_
#define CONFORMANCE_REPORT_PAGE_PAGE_H_

#include "absl/strings/string_view.h"

namespace ketenproef {

// report.mustache: the page, with a place for every value.
absl::string_view EmbeddedReportPage();

// report.css: how it looks.
absl::string_view EmbeddedReportStyle();

}  // namespace ketenproef

#endif  // CONFORMANCE_REPORT_PAGE_PAGE_H_
