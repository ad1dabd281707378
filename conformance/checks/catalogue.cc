#include "conformance/checks/catalogue.h"

#include <cstdlib>

#include "fixtures/csv/reader.h"
#include "fixtures/embedded/embedded.h"

namespace ketenproef::conformance {
namespace {

std::vector<CatalogueRule> Read() {
  std::vector<CatalogueRule> rules;
  auto reader =
      CsvReader::Open("regels.csv", EmbeddedRegels(), {"id", "titel", "bron", "profiel", "niveau", "groep"});
  // The file is in the binary, and a test of fixtures/ keeps it readable.
  if (!reader.ok()) std::abort();
  for (;;) {
    const auto more = reader->Next();
    if (!more.ok()) std::abort();
    if (!*more) return rules;
    const CsvRow row = reader->row();
    rules.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2]), std::string(row[3]),
                     row[4] == "MUST"});
  }
}

}  // namespace

const std::vector<CatalogueRule>& Catalogue() {
  static const auto* const rules = new std::vector<CatalogueRule>(Read());
  return *rules;
}

const CatalogueRule* FindRule(absl::string_view id) {
  for (const CatalogueRule& rule : Catalogue()) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

}  // namespace ketenproef::conformance
