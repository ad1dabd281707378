// One case of a server as a timeline: fetched by its name, drawn by timeline.h.
#ifndef KETENPROEF_CLIENT_CLI_CASE_TIMELINE_H_
#define KETENPROEF_CLIENT_CLI_CASE_TIMELINE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/cli/operation.h"

namespace ketenproef {

// Everything that happened in the case, in the registers about its person as far as this employer goes, and
// to the reports that hold its rows; in order of time. NOT_FOUND where there is no such case.
absl::StatusOr<std::vector<v1::Gebeurtenis>> FetchCase(const client::Client& client,
                                                       const std::string& loonheffingennummer,
                                                       const std::string& kenmerk);

// Draws it as wide as the terminal, 100 columns where there is none; or prints the events as JSON.
absl::Status PrintCaseTimeline(const Session& session, const std::string& loonheffingennummer,
                               const std::string& kenmerk);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_CASE_TIMELINE_H_
