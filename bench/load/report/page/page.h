// The parts of the HTML report of a run of load that are no code, compiled into the binary: nothing has to be
// found at run time. Safe from any thread; the views stay valid for the life of the program.
#ifndef KETENPROEF_BENCH_LOAD_REPORT_PAGE_PAGE_H_
#define KETENPROEF_BENCH_LOAD_REPORT_PAGE_PAGE_H_

#include "absl/strings/string_view.h"

namespace ketenproef {

// load.mustache: the page, with a place for every value.
absl::string_view EmbeddedLoadPage();

// load.css: how it looks.
absl::string_view EmbeddedLoadStyle();

}  // namespace ketenproef

#endif  // KETENPROEF_BENCH_LOAD_REPORT_PAGE_PAGE_H_
