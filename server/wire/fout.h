// Errors of the contract: one named constructor each. An error is an absl::Status that carries the
// google.rpc.Status a caller will get, with ErrorInfo (reason = rule ID or a technical reason, domain
// `ketenproef`) and, for fields, BadRequest. No text holds a BSN (BSN-03).
#ifndef KETENPROEF_SERVER_WIRE_FOUT_H_
#define KETENPROEF_SERVER_WIRE_FOUT_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "ketenproef/v1/domein.pb.h"
#include "server/rules/weigering.h"

namespace ketenproef {

inline constexpr absl::string_view kFoutDomein = "ketenproef";

// A rule refused the call.
absl::Status FoutVan(const Weigering& weigering);
// A field that no rule speaks about is missing or malformed.
absl::Status FoutVeld(absl::string_view veld, absl::string_view uitleg);
absl::Status FoutBatchTeGroot(int records);
absl::Status FoutLimiet(absl::string_view uitleg);
absl::Status FoutOmgevingOnbekend();
absl::Status FoutOmgevingBestaat();
absl::Status FoutOmgevingGestopt(absl::string_view uitleg);
absl::Status FoutZiektegevalOnbekend();
absl::Status FoutRapportageOnbekend();
// `place`: of the bericht-id in the request, from 1.
absl::Status FoutBerichtOnbekend(int place);
absl::Status FoutTijdTerug(absl::string_view uitleg);
absl::Status FoutKlokLoopt();
absl::Status FoutStoringOnbekend();
// The role that serves this is played by somebody else, or by nobody.
absl::Status FoutRolElders(absl::string_view rol, absl::string_view adres);
// A fault plan asked for it; `code` is a google.rpc.Code.
absl::Status FoutStoring(std::uint32_t nummer, std::uint32_t code);
// A confirmation that does not match the report; `verschillen` says per field what was expected and what
// came.
absl::Status FoutOntvangstOngelijk(const std::vector<std::pair<std::string, std::string>>& verschillen);
// The serialised google.rpc.Status that `status` carries; of one that carries none, a status with a reason
// that goes with its code.
std::string DetailsOf(const absl::Status& status);

// The refusal of one record of a batch; the same as the error would say.
void ToWire(const Weigering& weigering, v1::Weigering* wire);
// Likewise of an error made above, for a record that cannot be tried.
void ToWire(const absl::Status& fout, v1::Weigering* wire);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_WIRE_FOUT_H_
