// Suites: read, checked as far as can be without a system, and those that come with the program.
#ifndef CONFORMANCE_RUNNER_SUITE_FILE_H_
#define CONFORMANCE_RUNNER_SUITE_FILE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace ketenproef::conformance {

// INVALID_ARGUMENT with FILE:LINE:COLUMN, or FILE and the id of the case that is wrong: a rule that is not in
// the catalogue, an id that comes twice, a step without an action, a method that the contract does not have.
absl::StatusOr<v1::Suite> ParseSuite(const std::string& file, absl::string_view text);

// The suites in the program, in order of file name.
absl::StatusOr<std::vector<v1::Suite>> EmbeddedSuites();
// Every *.textproto under a folder. NOT_FOUND: there is none.
absl::StatusOr<std::vector<v1::Suite>> ReadSuites(const std::string& folder);

// The administration that a gemeente under test must have, as it is in the program.
absl::StatusOr<v1::Administration> EmbeddedAdministration();

// Reads a file of claims or of known failures.
absl::Status ReadTextFormatFile(const std::string& path, google::protobuf::Message* message);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_SUITE_FILE_H_
