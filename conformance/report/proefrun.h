// For tests: results of runs, from a single case to one of everything that can come.

#ifndef CONFORMANCE_REPORT_PROEFRUN_H_
#define CONFORMANCE_REPORT_PROEFRUN_H_

#include <string>

#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

// Of protobuf text format; a mistake in it ends the test.
v1::RunResult RunOf(const std::string& text);

// One case that failed by a day, with its timeline.
v1::RunResult RunOfADayLate();

// 300 cases with every verdict, known failures and problems with them, long names and texts without a space,
// markup and control characters in what the system answered, and timelines with many moments at nearly the
// same time.
v1::RunResult RunOfEverything();

// What RunOfEverything tries to run in the reader's browser, as it must be shown.
inline constexpr char kHostileText[] =
    "</script><script>document.title='hostile'</script><img src=x onerror=alert(1)>";

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_PROEFRUN_H_
