#include "conformance/checks/rapportbytes.h"

#include <openssl/sha.h>

#include <algorithm>
#include <array>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"

namespace ketenproef::conformance {
namespace {

// CSV-01 and CSV-02: the header has no field that would need quotes, whatever the separator.
std::string Line(const std::array<std::string, 4>& fields, char separator) {
  return absl::StrCat(absl::StrJoin(fields, std::string(1, separator)), "\r\n");
}

std::string Compact(const std::string& dag) {
  return absl::StrReplaceAll(dag, {{"-", ""}});
}

}  // namespace

Rapportvorm RapportvormOf(const v1::Environment& environment) {
  Rapportvorm vorm;
  if (!environment.scheidingsteken().empty()) vorm.scheidingsteken = environment.scheidingsteken().front();
  vorm.has_hyphens = environment.datumvorm() == "JJJJ-MM-DD";
  return vorm;
}

std::string RapportBytes(const v1::Rapport& rapport, const Rapportvorm& vorm) {
  std::string bytes = Line(
      {"BSN", "Datum einde uitkeringsverhouding", "Datum einde arbeidsverhouding", "Datum eerste AO-dag"},
      vorm.scheidingsteken);
  const auto written = [&](const std::string& dag) { return vorm.has_hyphens ? dag : Compact(dag); };
  for (const v1::Rij& rij : rapport.rij()) {
    bytes += Line({rij.bsn(), written(rij.einde_uitkeringsverhouding()),
                   written(rij.einde_arbeidsverhouding()), written(rij.eerste_ao_dag())},
                  vorm.scheidingsteken);
  }
  return bytes;
}

std::string Bestandsnaam(const v1::Rapport& rapport) {
  return absl::StrCat("Re-integratie_signaalrapport_", rapport.gemeentecode(), "_", Compact(rapport.datum()),
                      ".csv");
}

std::string Sha256Of(absl::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest;
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  return absl::BytesToHexString(
      absl::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
}

std::int64_t RowsOf(absl::string_view bytes) {
  const auto lines = std::count(bytes.begin(), bytes.end(), '\n');
  return std::max<std::int64_t>(lines - 1, 0);
}

}  // namespace ketenproef::conformance
