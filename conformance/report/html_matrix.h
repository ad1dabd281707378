// The matrix rules x verdicts of page/report.mustache: per rule its title, its source, a count for each
// verdict, and links to its cases.
//
// Pure function: safe from any thread.

#ifndef CONFORMANCE_REPORT_HTML_MATRIX_H_
#define CONFORMANCE_REPORT_HTML_MATRIX_H_

#include "conformance/report/html_text.h"
#include "conformance/report/summary.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

// The section `matrix`: false where no rule has a case. Verdicts that no case got have no column, but for
// what passed and what failed.
PageData MatrixData(const v1::RunResult& run, const Summary& summary);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_HTML_MATRIX_H_
