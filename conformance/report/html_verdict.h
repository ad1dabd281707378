// What a run comes to, in Dutch, as the first screen of the page says it.
//
// Pure functions: safe from any thread.

#ifndef CONFORMANCE_REPORT_HTML_VERDICT_H_
#define CONFORMANCE_REPORT_HTML_VERDICT_H_

#include <string>

#include "conformance/report/summary.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

struct VerdictText {
  std::string verdict;      // `Niet geslaagd`
  std::string explanation;  // a sentence or two
  std::string exit_code;    // what the code means, as those of every run: `gefaald`
  // The column whose colour and sign it gets. That of what passed only where something was tested and all of
  // it passed.
  Column tone;
};

VerdictText TextOfVerdict(const v1::RunResult& run, const Summary& summary);

// The kind of system: `gemeente die ophaalt`.
std::string RoleText(v1::SystemKind kind);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_HTML_VERDICT_H_
