// What a case writes as messages of the contract, also where it is malformed on purpose. Pure functions over
// values that have been worked out: days as JJJJ-MM-DD.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_INHOUD_H_
#define KETENPROEF_CONFORMANCE_RUNNER_INHOUD_H_

#include <string>

#include "absl/status/status.h"
#include "ketenproef/conformance/v1/suite.pb.h"
#include "ketenproef/v1/domein.pb.h"

namespace ketenproef::conformance {

// Of JJJJ-MM-DD that need not exist; zeros where the text has another form.
::ketenproef::v1::Datum DatumOfForm(const std::string& text);

// Fields that are empty stay unset; a `soort` that the contract does not have is a value that its enum does
// not have.
::ketenproef::v1::Doorleveringinhoud DoorleveringinhoudOf(const v1::Doorlevering& doorlevering);
::ketenproef::v1::Berichtinhoud BerichtinhoudOf(const v1::Bericht& bericht);

// Adds made-up rows until the bytes of the report (CSV-01, CSV-02) are exactly so many. INVALID_ARGUMENT
// where that cannot be: an odd number, or too few.
absl::Status AddRows(int bytes, v1::Rapport* rapport);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_INHOUD_H_
