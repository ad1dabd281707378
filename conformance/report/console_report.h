// The run for whoever sits at the terminal or reads the log of a CI job. English, as all that developers see;
// titles of cases and rules are Dutch, as they are in the suites.
//
// While it runs: on a terminal one line that is rewritten, elsewhere a line per case, nothing with
// `is_quiet`. At the end: every case that failed or could not be judged (the first of them with all that is
// needed to act on it, the others by name), then the rules with their counts, and what the run comes to.

#ifndef CONFORMANCE_REPORT_CONSOLE_REPORT_H_
#define CONFORMANCE_REPORT_CONSOLE_REPORT_H_

#include <memory>
#include <ostream>

#include "conformance/report/reporter.h"

namespace ketenproef::conformance {

struct ConsoleOptions {
  // Whether the stream is a terminal, whose last line can be rewritten.
  bool is_terminal = false;
  // Colours; they never are the only sign.
  bool has_colour = false;
  // No progress. What stands at the end is the same.
  bool is_quiet = false;
  // Columns; less than 60 is taken for 60.
  int width = 100;
};

// Writes to `out`, which outlives it. Finish never fails.
std::unique_ptr<Reporter> NewConsoleReport(std::ostream* out, const ConsoleOptions& options);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_CONSOLE_REPORT_H_
