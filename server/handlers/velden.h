// Fields of requests that are not part of a record: what a list is narrowed to, what a call names. Each is
// refused with VELD_ONGELDIG, naming the field.
#ifndef KETENPROEF_SERVER_HANDLERS_VELDEN_H_
#define KETENPROEF_SERVER_HANDLERS_VELDEN_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "ketenproef/v1/datum.pb.h"
#include "server/rules/bsn.h"
#include "server/rules/dag.h"
#include "server/rules/nummers.h"

namespace ketenproef {

absl::StatusOr<Gemeentecode> ReadGemeentecode(const std::string& text);
absl::StatusOr<Loonheffingennummer> ReadLoonheffingennummer(const std::string& text);
absl::StatusOr<Dag> ReadDag(const v1::Datum& datum, absl::string_view veld);

// Of a filter: empty, or unset, means all.
absl::StatusOr<std::optional<Gemeentecode>> ReadOptionalGemeentecode(const std::string& text);
absl::StatusOr<std::optional<Loonheffingennummer>> ReadOptionalLoonheffingennummer(const std::string& text);
absl::StatusOr<std::optional<Bsn>> ReadOptionalBsn(const std::string& text);
absl::StatusOr<OptionalDag> ReadOptionalDag(bool has, const v1::Datum& datum, absl::string_view veld);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_VELDEN_H_
