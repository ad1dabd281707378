// Reads a whole input file.
#ifndef KETENPROEF_CLIENT_CLI_INPUT_FILE_H_
#define KETENPROEF_CLIENT_CLI_INPUT_FILE_H_

#include <string>

#include "absl/status/statusor.h"

namespace ketenproef {

// NOT_FOUND where there is no such file, UNAVAILABLE where it cannot be read.
absl::StatusOr<std::string> ReadInputFile(const std::string& path);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_INPUT_FILE_H_
