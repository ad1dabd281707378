#include "client/lib/rapportage.h"

#include <openssl/sha.h>

#include <algorithm>
#include <array>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace ketenproef::client {

std::string Sha256Of(absl::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest;
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  return absl::BytesToHexString(
      absl::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
}

std::int64_t RowsOf(absl::string_view report) {
  // Every line of a report ends in a line ending, the first is the header (CSV-01, CSV-02).
  const auto lines = std::count(report.begin(), report.end(), '\n');
  return std::max<std::int64_t>(lines - 1, 0);
}

absl::StatusOr<std::string> DownloadRapportage(const Client& client, const v1::Rapportage& rapportage) {
  v1::DownloadRapportageRequest request;
  request.set_rapportage_id(rapportage.rapportage_id());
  auto stream = client.Watch(request, client.options().timeout);
  std::string bytes;
  v1::DownloadRapportageResponse part;
  while (stream.Read(&part)) bytes += part.inhoud();
  if (absl::Status status = stream.Finish(); !status.ok()) return status;
  if (static_cast<std::int64_t>(bytes.size()) != rapportage.aantal_bytes()) {
    return absl::DataLossError(absl::StrCat("the report arrived as ", bytes.size(), " bytes; it has ",
                                            rapportage.aantal_bytes(), ": download it again"));
  }
  if (Sha256Of(bytes) != rapportage.sha256()) {
    return absl::DataLossError("the report arrived with another SHA-256 than its own: download it again");
  }
  return bytes;
}

absl::StatusOr<v1::Rapportage> FindRapportage(const Client& client, const std::string& rapportage_id) {
  absl::StatusOr<v1::Rapportage> found = absl::NotFoundError(
      "there is no report of this rapportage_id in this omgeving; `rapportages list` shows them");
  v1::ListRapportagesRequest request;
  request.set_page_size(1'000);
  const absl::Status status = ForEachPage(client, request, [&](const v1::ListRapportagesResponse& page) {
    for (const v1::Rapportage& rapportage : page.rapportages()) {
      if (rapportage.rapportage_id() == rapportage_id) found = rapportage;
    }
  });
  if (!status.ok()) return status;
  return found;
}

}  // namespace ketenproef::client
