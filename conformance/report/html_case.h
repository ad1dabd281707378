// What page/report.mustache shows of one case: its findings and its drawn timeline.
//
// Pure functions: safe from any thread.

#ifndef CONFORMANCE_REPORT_HTML_CASE_H_
#define CONFORMANCE_REPORT_HTML_CASE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "conformance/report/html_text.h"
#include "conformance/report/summary.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

// The class of the page, and the id of its signs, that goes with a column: `gefaald`.
std::string ClassOf(Column column);

// The same as a word: `bekende fout`.
std::string WordOf(Column column);

// Where links to the `number`-th case of the run and to a rule lead.
std::string CaseAnchor(int number);
std::string RegelAnchor(absl::string_view regel);

struct CaseOptions {
  // Unfolded from the start.
  bool is_open = false;
  // With its timeline; without, the page says where that is.
  bool has_timeline = true;
};

// One `geval` of `groepen`.
PageData CaseData(const v1::CaseResult& result, int number, const CaseOptions& options);

// One `geval` of `lijsten`: without findings and timeline.
PageData CaseLineData(const v1::CaseResult& result, int number);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_HTML_CASE_H_
