// A run: chosen cases against systems of one source, side by side, told to reporters.
#ifndef CONFORMANCE_RUNNER_RUN_H_
#define CONFORMANCE_RUNNER_RUN_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "conformance/runner/case_run.h"
#include "conformance/runner/plan.h"
#include "conformance/runner/system.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

struct RunOptions {
  v1::SystemKind kind = v1::SYSTEM_KIND_UNSPECIFIED;
  // How many cases run side by side, each worker with a system of its own where the source can start many.
  int parallel = 2;
  absl::Duration timeout_per_case = absl::Seconds(20);
  // Where systems keep their folders, and the evidence goes; a folder that is there.
  std::string work_folder;
  // Nullopt: everything is claimed.
  std::optional<v1::Claims> claims;
  // Ophaler that runs already: where the runner's Inlichtingenbureau listens.
  std::string listen;
  // After the first FAIL no further case is begun; those have no verdict.
  bool stops_at_failure = false;
  // Told of every case as it is judged; one call at a time.
  std::function<void(const CaseRun& run, int done, int total)> case_done;
};

// The results in the order of the cases, whatever the order in which they ended. A case that the system does
// not survive costs that case: the next one gets a new system. Known failures and the exit code are the
// caller's.
v1::RunResult RunCases(const std::vector<PlannedCase>& cases, SystemSource& source,
                       const RunOptions& options);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_RUN_H_
