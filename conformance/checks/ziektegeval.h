// Whether a case stands at UWV as it should (BO, ZM-10, HM).
#ifndef CONFORMANCE_CHECKS_ZIEKTEGEVAL_H_
#define CONFORMANCE_CHECKS_ZIEKTEGEVAL_H_

#include "absl/status/status.h"
#include "conformance/calendar/dag.h"
#include "conformance/checks/findings.h"
#include "ketenproef/conformance/v1/suite.pb.h"
#include "ketenproef/v1/domein.pb.h"

namespace ketenproef::conformance {

// The error is one of the case, not of the system.
absl::Status CheckZiektegeval(const v1::ExpectZiektegeval& expected,
                              const ::ketenproef::v1::Ziektegeval& geval, Dag vandaag, Findings* findings);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_ZIEKTEGEVAL_H_
