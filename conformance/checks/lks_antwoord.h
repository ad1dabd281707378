// Whether a gemeente answered a DKD question as its administration says (SIG-02, SIG-09).
#ifndef KETENPROEF_CONFORMANCE_CHECKS_LKS_ANTWOORD_H_
#define KETENPROEF_CONFORMANCE_CHECKS_LKS_ANTWOORD_H_

#include <string>

#include "absl/status/status.h"
#include "conformance/checks/findings.h"
#include "ketenproef/conformance/v1/suite.pb.h"
#include "ketenproef/v1/gemeente_service.pb.h"

namespace ketenproef::conformance {

// What it answers where it answers at all: exactly the expected periods in their order, nothing found, or,
// where it cannot know, "not available" or any error. `expected` has its values worked out; its gemeente is
// `gemeentecode` where a period names none. `because` says how the days asked about were counted. The error
// is one of the case.
absl::Status CheckLksAntwoord(const v1::DkdVraag& expected, const std::string& gemeentecode,
                              const absl::Status& status, const ::ketenproef::v1::LookupLksResponse& response,
                              const std::string& because, Findings* findings);

// As a person reads it: `gevonden: 2024-01-01 t/m 2024-06-30, loonwaarde 55`.
std::string LksAntwoordText(const absl::Status& status, const ::ketenproef::v1::LookupLksResponse& response);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_CHECKS_LKS_ANTWOORD_H_
