// Options of a subcommand from a file, under the names that they have on the command line, one `name = value`
// a line, `#` before comments, a value with spaces in quotes. What stands on the command line goes before it.
#ifndef KETENPROEF_CLIENT_CLI_CONFIG_FILE_H_
#define KETENPROEF_CLIENT_CLI_CONFIG_FILE_H_

#include <string>

#include "absl/status/status.h"

namespace CLI {  // NOLINT(readability-identifier-naming): its own name
class App;
}  // namespace CLI

namespace ketenproef {

// To be called after the command line was parsed. INVALID_ARGUMENT with file and line for a name that the
// subcommand does not have, or a value that the option does not take; NOT_FOUND where there is no such file.
absl::Status ApplyConfigFile(CLI::App& command, const std::string& path);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_CONFIG_FILE_H_
