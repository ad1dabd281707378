// One case against one system: its steps in order, what was found, and every call for the evidence.
#ifndef CONFORMANCE_RUNNER_CASE_RUN_H_
#define CONFORMANCE_RUNNER_CASE_RUN_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "conformance/runner/conversation.h"
#include "conformance/runner/plan.h"
#include "conformance/runner/system.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

struct CaseOptions {
  // For all calls of the case together.
  absl::Duration timeout = absl::Seconds(20);
  // Names the omgeving of the case; no two that run at a time have the same.
  std::string omgeving;
};

struct CaseRun {
  v1::CaseResult result;
  std::vector<Exchange> exchanges;
};

// Of the ids that a case makes up: long enough that no two cases of any two runs have the same. `run` is the
// run's own.
std::string TokenOf(absl::string_view run, const PlannedCase& planned);

// Id, title, rules and level of a case, without a verdict.
v1::CaseResult EmptyResult(const PlannedCase& planned);

// A case that was not tried, for this reason.
CaseRun WithoutJudgement(const PlannedCase& planned, v1::Verdict verdict, absl::string_view reason);

// Sets the verdict of a result whose findings are complete.
void SetVerdict(v1::CaseResult* result);

// Kinds UWV and Inlichtingenbureau: in an omgeving of its own, stepped through KlokService.
CaseRun RunChainCase(const PlannedCase& planned, System& system, const CaseOptions& options);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_RUNNER_CASE_RUN_H_
