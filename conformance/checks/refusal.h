// Whether a call was refused as it should be: reason, status code, named fields, and no BSN in it (BSN-03).
#ifndef CONFORMANCE_CHECKS_REFUSAL_H_
#define CONFORMANCE_CHECKS_REFUSAL_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "conformance/checks/findings.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace ketenproef::conformance {

// The status code that the contract gives a reason (Weigeringsoort in domein.proto); empty where it depends.
absl::string_view CodeOfReason(absl::string_view reason);

// `velden` are the fields that the refusal names.
void CheckRefused(const v1::Refused& expected, const absl::Status& status,
                  const std::vector<std::string>& velden, Findings* findings);

// BSN-03: no error holds a BSN. For every error that a system gives.
void CheckNoBsn(const absl::Status& status, Findings* findings);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_REFUSAL_H_
