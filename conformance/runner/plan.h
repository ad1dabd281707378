// Cases spread out over their choices and profiles, and chosen by id, rule and level.
//
//   auto plan = Expand(suites);
//   Selection selection{.globs = {"uwv/*"}, .regels = {"ZM-04"}};
//   for (const PlannedCase& item : Select(*plan, selection)) ...
#ifndef CONFORMANCE_RUNNER_PLAN_H_
#define CONFORMANCE_RUNNER_PLAN_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "conformance/checks/values.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace ketenproef::conformance {

// One case in one profile with one choice of each dimension. Points into the suites it came from.
struct PlannedCase {
  std::string id;
  std::string profiel;
  const v1::Suite* suite = nullptr;
  const v1::Case* item = nullptr;
  Values values;
};

// In order of id, then profile. INVALID_ARGUMENT names the case whose expressions cannot be worked out, or an
// id that two cases have. The suites must outlive the plan.
absl::StatusOr<std::vector<PlannedCase>> Expand(const std::vector<v1::Suite>& suites);

struct Selection {
  v1::SystemKind kind = v1::SYSTEM_KIND_UNSPECIFIED;
  // Ids, with `*` for any text; a case must match one. Empty: all.
  std::vector<std::string> globs;
  // A case must name one. Empty: all.
  std::vector<std::string> regels;
  // Empty: both; of a gemeente, to which the profile makes no difference, one.
  std::vector<std::string> profielen;
  // LEVEL_UNSPECIFIED: both.
  v1::Level level = v1::LEVEL_UNSPECIFIED;
};

std::vector<PlannedCase> Select(const std::vector<PlannedCase>& plan, const Selection& selection);

// `*` stands for any text, also for slashes.
bool MatchesGlob(absl::string_view glob, absl::string_view text);

// LEVEL_MUST where a case says nothing.
v1::Level LevelOf(const v1::Case& item);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_PLAN_H_
