// The LKS administration of a gemeente under test as messages of the contract. A pure function.
#ifndef KETENPROEF_CONFORMANCE_CHECKS_ADMINISTRATION_H_
#define KETENPROEF_CONFORMANCE_CHECKS_ADMINISTRATION_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "conformance/calendar/dag.h"
#include "ketenproef/conformance/v1/suite.pb.h"
#include "ketenproef/v1/domein.pb.h"

namespace ketenproef::conformance {

::ketenproef::v1::Datum DatumOf(Dag dag);

// One period, its days written JJJJ-MM-DD and its BSN in digits; what is left empty is filled in as
// suite.proto says, the gemeente with `gemeentecode`. INVALID_ARGUMENT for a day, a loonwaarde or a
// forfaitair that is none.
absl::StatusOr<::ketenproef::v1::LksPeriode> LksPeriodeOf(const v1::LksPeriode& periode,
                                                          const std::string& gemeentecode);

// All periods. INVALID_ARGUMENT also where it names no gemeente.
absl::StatusOr<std::vector<::ketenproef::v1::LksPeriode>> LksPeriodenOf(
    const v1::Administration& administration);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_CHECKS_ADMINISTRATION_H_
