// Cases as text, without running them.
#ifndef CONFORMANCE_RUNNER_DRY_RUN_H_
#define CONFORMANCE_RUNNER_DRY_RUN_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "conformance/runner/plan.h"

namespace ketenproef::conformance {

// A line per case: id, profile, rules, title.
std::string ListText(const std::vector<PlannedCase>& cases);

// Every step with its instant and what it sends or expects, days worked out. The error names the case.
absl::StatusOr<std::string> DryRunText(const std::vector<PlannedCase>& cases);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_DRY_RUN_H_
