// Reports: downloaded whole and checked against their description, and confirmed.
//
//   absl::StatusOr<std::string> bytes = DownloadRapportage(client, rapportage);
#ifndef KETENPROEF_CLIENT_LIB_RAPPORTAGE_H_
#define KETENPROEF_CLIENT_LIB_RAPPORTAGE_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "client/lib/client.h"

namespace ketenproef::client {

// The bytes of the report. DATA_LOSS where they are not as many as `rapportage` says or do not have its
// SHA-256.
absl::StatusOr<std::string> DownloadRapportage(const Client& client, const v1::Rapportage& rapportage);

// The description of one report; NOT_FOUND where there is none of this name.
absl::StatusOr<v1::Rapportage> FindRapportage(const Client& client, const std::string& rapportage_id);

// What a receiver confirms: SHA-256 in lower-case hexadecimal digits, and the rows without the header line.
std::string Sha256Of(absl::string_view bytes);
std::int64_t RowsOf(absl::string_view report);

}  // namespace ketenproef::client

#endif  // KETENPROEF_CLIENT_LIB_RAPPORTAGE_H_
