#include "conformance/catalogue/regels.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "fixtures/csv/reader.h"
#include "fixtures/embedded/embedded.h"

namespace ketenproef::conformance {
namespace {

absl::StatusOr<std::vector<Regel>> Parse(absl::string_view csv) {
  absl::StatusOr<CsvReader> reader =
      CsvReader::Open("regels.csv", csv, {"id", "titel", "bron", "profiel", "niveau", "groep"});
  if (!reader.ok()) return reader.status();
  std::vector<Regel> regels;
  for (;;) {
    const absl::StatusOr<bool> more = reader->Next();
    if (!more.ok()) return more.status();
    if (!*more) return regels;
    const CsvRow row = reader->row();
    regels.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2]), std::string(row[3]),
                      std::string(row[4])});
  }
}

}  // namespace

const std::vector<Regel>& Regels() {
  static const auto* const kRegels = [] {
    absl::StatusOr<std::vector<Regel>> regels = Parse(EmbeddedRegels());
    if (regels.ok()) return new std::vector<Regel>(*std::move(regels));
    // A binary that was built of a broken file; the test of fixtures does not let that pass.
    std::fprintf(stderr, "%s\n", std::string(regels.status().message()).c_str());
    std::abort();
  }();
  return *kRegels;
}

const Regel* FindRegel(absl::string_view id) {
  const auto found =
      std::find_if(Regels().begin(), Regels().end(), [&](const Regel& regel) { return regel.id == id; });
  return found == Regels().end() ? nullptr : &*found;
}

}  // namespace ketenproef::conformance
