// One case on the console: what was wrong, rule by rule, and its course as a drawn timeline.
//
// Pure functions: safe from any thread. Lines are folded at spaces to `width` columns.

#ifndef CONFORMANCE_REPORT_CONSOLE_CASE_H_
#define CONFORMANCE_REPORT_CONSOLE_CASE_H_

#include <cstddef>
#include <string>

#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

// PASS, FAIL, KNOWN (a FAIL that the list of known failures covers), INCONCLUSIVE or SKIPPED.
std::string VerdictWord(const v1::CaseResult& result);

// `uwv/ziekmelding/ZM-04/laatste-dag [wet]`: what --select and the list of known failures take, and the
// profile.
std::string CaseName(const v1::CaseResult& result);

// Everything about a case that is not as it should be, below its name.
std::string CaseDetails(const v1::CaseResult& result, std::size_t width);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_CONSOLE_CASE_H_
