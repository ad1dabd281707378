// Errors of calls for people: the rule by its title and source, every wrong field by its flag, and what to do
// where nobody answers; and the exit code for scripts.
#ifndef KETENPROEF_CLIENT_CLI_CALL_REPORT_H_
#define KETENPROEF_CLIENT_CLI_CALL_REPORT_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace ketenproef {

// An error in the words of the command line; the text begins with the flag it is about.
absl::Status UsageError(absl::string_view text);

// An advance that could not settle: the text says who is holding it. Exit code 69.
absl::Status NotSettledError(absl::string_view text);

// Lines for standard error, each with its line ending. `server` is the address that was called.
std::string ReportOf(const absl::Status& status, absl::string_view server);

// 0 well, 1 refused by a rule of the catalogue, 2 refused for what is there or is not there, 64 usage, 69 no
// server or no answer; those of ExitCodeOf for files.
int ExitCodeOfCall(const absl::Status& status);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_CALL_REPORT_H_
