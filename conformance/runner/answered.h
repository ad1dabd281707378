// Who is to blame when a system gives no answer: it crashed or is no system of the contract at all, which is
// a failure, or nobody can tell.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_ANSWERED_H_
#define KETENPROEF_CONFORMANCE_RUNNER_ANSWERED_H_

#include "absl/status/status.h"
#include "conformance/checks/findings.h"
#include "conformance/runner/system.h"

namespace ketenproef::conformance {

// Whether the system answered a call at all, be it with an error. Otherwise `findings` say that it ended by
// itself, or that the case cannot be judged. An error with a BSN in it is a finding (BSN-03).
bool Answered(const absl::Status& status, System& system, Findings* findings);

// How it ended by itself and what it said last, as a finding.
void BlameEnd(const std::string& end, const System& system, Findings* findings);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_ANSWERED_H_
