#include "conformance/model/gemeenten.h"

#include <optional>
#include <utility>

#include "fixtures/csv/reader.h"
#include "fixtures/embedded/embedded.h"

namespace ketenproef::conformance {

absl::StatusOr<Gemeenten> Gemeenten::Parse(absl::string_view gemeenten_csv,
                                           absl::string_view herindelingen_csv) {
  Gemeenten tabel;
  absl::StatusOr<CsvReader> gemeenten = CsvReader::Open("gemeenten.csv", gemeenten_csv, {"code", "naam"});
  if (!gemeenten.ok()) return gemeenten.status();
  for (;;) {
    const absl::StatusOr<bool> more = gemeenten->Next();
    if (!more.ok()) return more.status();
    if (!*more) break;
    tabel.codes_.insert(std::string(gemeenten->row()[0]));
  }
  absl::StatusOr<CsvReader> herindelingen =
      CsvReader::Open("herindelingen.csv", herindelingen_csv,
                      {"oude_code", "oude_naam", "nieuwe_code", "nieuwe_naam", "datum"});
  if (!herindelingen.ok()) return herindelingen.status();
  for (;;) {
    const absl::StatusOr<bool> more = herindelingen->Next();
    if (!more.ok()) return more.status();
    if (!*more) return tabel;
    const CsvRow row = herindelingen->row();
    const std::optional<Dag> datum = ParseDag(row[4]);
    if (!datum) return row.ErrorAt(4, "a date is JJJJ-MM-DD");
    tabel.herindelingen_[std::string(row[0])] = {std::string(row[2]), *datum};
    tabel.codes_.insert({std::string(row[0]), std::string(row[2])});
  }
}

bool Gemeenten::IsKnown(const std::string& code) const {
  return codes_.count(code) > 0;
}

std::string Gemeenten::OpvolgerOp(std::string code, Dag dag) const {
  for (auto it = herindelingen_.find(code); it != herindelingen_.end() && it->second.datum <= dag;
       it = herindelingen_.find(code)) {
    code = it->second.nieuwe_code;
  }
  return code;
}

const Gemeenten& EmbeddedGemeentetabel() {
  static const auto* const kTabel =
      new Gemeenten(Gemeenten::Parse(EmbeddedGemeenten(), EmbeddedHerindelingen())
                        .value());  // gemeenten_test.cc reads them
  return *kTabel;
}

}  // namespace ketenproef::conformance
