#include "server/app/referentiedata.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/strings/str_cat.h"
#include "fixtures/csv/reader.h"
#include "fixtures/embedded/embedded.h"
#include "server/omgeving/omgeving.h"
#include "server/rules/dag.h"
#include "server/rules/feestdagen.h"
#include "server/rules/gemeenten.h"
#include "server/rules/nummers.h"

namespace ketenproef {
namespace {

// A table and where it comes from.
struct Bron {
  std::string naam;  // for errors
  std::string inhoud;
};

absl::StatusOr<Bron> ReadBron(const std::string& path, absl::string_view naam, absl::string_view embedded) {
  if (path.empty()) return Bron{absl::StrCat("embedded ", naam), std::string(embedded)};
  std::error_code ignored;  // what cannot be looked at cannot be opened either
  if (std::filesystem::is_directory(path, ignored)) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": is a folder; give the path of a file"));
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return absl::NotFoundError(absl::StrCat(path, ": cannot be opened; give the path of a readable file"));
  }
  Bron bron{path, std::string(std::istreambuf_iterator<char>(file), {})};
  if (file.bad()) return absl::UnavailableError(absl::StrCat(path, ": cannot be read"));
  return bron;
}

// Calls `read` for every row, until one is refused.
absl::Status ForEachRow(const Bron& bron, absl::Span<const absl::string_view> columns,
                        absl::FunctionRef<absl::Status(const CsvRow&)> read) {
  auto reader = CsvReader::Open(bron.naam, bron.inhoud, columns);
  if (!reader.ok()) return reader.status();
  for (;;) {
    const auto more = reader->Next();
    if (!more.ok()) return more.status();
    if (!*more) return absl::OkStatus();
    if (absl::Status status = read(reader->row()); !status.ok()) return status;
  }
}

absl::StatusOr<Dag> ReadDag(const CsvRow& row, std::size_t column) {
  const auto dag = Dag::Parse(row[column]);
  if (!dag.has_value()) {
    return row.ErrorAt(column, "must be an existing date JJJJ-MM-DD of the years 1900 to 2199");
  }
  return *dag;
}

absl::StatusOr<Gemeentecode> ReadCode(const CsvRow& row, std::size_t column) {
  const auto code = Gemeentecode::Parse(row[column]);
  if (!code.has_value()) return row.ErrorAt(column, "a gemeentecode is four digits");
  return *code;
}

absl::StatusOr<Feestdagen> LoadFeestdagen(const std::string& path) {
  const auto bron = ReadBron(path, "feestdagen.csv", EmbeddedFeestdagen());
  if (!bron.ok()) return bron.status();
  std::vector<Dag> dagen;
  const absl::Status status = ForEachRow(*bron, {"datum", "naam", "grond"}, [&](const CsvRow& row) {
    const auto dag = ReadDag(row, 0);
    if (dag.ok()) dagen.push_back(*dag);
    return dag.status();
  });
  if (!status.ok()) return status;
  return Feestdagen(std::move(dagen));
}

absl::StatusOr<Gemeenten> LoadGemeenten(const ReferentieOptions& options) {
  const auto bron = ReadBron(options.gemeenten, "gemeenten.csv", EmbeddedGemeenten());
  if (!bron.ok()) return bron.status();
  std::vector<Gemeente> gemeenten;
  absl::Status status = ForEachRow(*bron, {"code", "naam"}, [&](const CsvRow& row) {
    const auto code = ReadCode(row, 0);
    if (code.ok()) gemeenten.push_back({*code, std::string(row[1])});
    return code.status();
  });
  if (!status.ok()) return status;

  const auto mergers = ReadBron(options.herindelingen, "herindelingen.csv", EmbeddedHerindelingen());
  if (!mergers.ok()) return mergers.status();
  std::vector<Herindeling> herindelingen;
  status = ForEachRow(*mergers, {"oude_code", "oude_naam", "nieuwe_code", "nieuwe_naam", "datum"},
                      [&](const CsvRow& row) {
                        const auto oud = ReadCode(row, 0);
                        if (!oud.ok()) return oud.status();
                        const auto nieuw = ReadCode(row, 2);
                        if (!nieuw.ok()) return nieuw.status();
                        const auto datum = ReadDag(row, 4);
                        if (datum.ok()) herindelingen.push_back({*oud, *nieuw, *datum});
                        return datum.status();
                      });
  if (!status.ok()) return status;
  auto made = Gemeenten::Make(std::move(gemeenten), herindelingen);
  if (made.ok()) return made;
  return absl::InvalidArgumentError(
      absl::StrCat(bron->naam, ", ", mergers->naam, ": ", std::string(made.status().message())));
}

}  // namespace

absl::StatusOr<Referentiedata> LoadReferentiedata(const ReferentieOptions& options) {
  auto feestdagen = LoadFeestdagen(options.feestdagen);
  if (!feestdagen.ok()) return feestdagen.status();
  auto gemeenten = LoadGemeenten(options);
  if (!gemeenten.ok()) return gemeenten.status();
  auto amsterdam = Amsterdam::Load();
  if (!amsterdam.ok()) return amsterdam.status();
  return Referentiedata{*std::move(feestdagen), *std::move(gemeenten), *std::move(amsterdam)};
}

}  // namespace ketenproef
