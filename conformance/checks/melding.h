// Whether an accepted record got the right answer: its verdicts (ZM, HM), worked out with the fine (BOE) from
// the uiterste dag that the case expects.
#ifndef CONFORMANCE_CHECKS_MELDING_H_
#define CONFORMANCE_CHECKS_MELDING_H_

#include <string>

#include "absl/status/status.h"
#include "conformance/calendar/dag.h"
#include "conformance/checks/findings.h"
#include "ketenproef/conformance/v1/suite.pb.h"
#include "ketenproef/v1/domein.pb.h"

namespace ketenproef::conformance {

// BOE-01: the fine for so many days late, in whole euros.
int FineOf(int dagen_te_laat);

// JJJJ-MM-DD of a Datum of the contract; empty where it is unset.
std::string DatumText(bool is_set, const ::ketenproef::v1::Datum& datum);

// The error is one of the case, not of the system.
absl::Status CheckOordelen(const v1::Accepted& expected, const ::ketenproef::v1::Ontvangst& ontvangst,
                           const v1::Opdracht& opdracht, Dag vandaag, Findings* findings);

void CheckWaarschuwingen(const v1::Accepted& expected, const ::ketenproef::v1::Verwerkt& verwerkt,
                         Findings* findings);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_MELDING_H_
