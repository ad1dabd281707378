// Fault plans as messages of the contract.
#ifndef KETENPROEF_SERVER_WIRE_STORING_H_
#define KETENPROEF_SERVER_WIRE_STORING_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "ketenproef/v1/storing_service.pb.h"
#include "server/rules/storing.h"

namespace ketenproef {

// The plan that a caller asks for, with this number. VELD_ONGELDIG where a field is missing, malformed or
// does not go with another.
absl::StatusOr<Storing> DecodeStoring(const v1::Storing& wire, std::uint32_t nummer);

void EncodeStoring(const Storing& storing, std::uint64_t geraakt, v1::Storing* wire);

// "S-" and the number.
std::string StoringId(std::uint32_t nummer);
std::optional<std::uint32_t> ReadStoringId(absl::string_view storing_id);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_WIRE_STORING_H_
