// The rule catalogue as a report shows it (fixtures/data/regels.csv). Immutable: safe from any thread.
#ifndef CONFORMANCE_CHECKS_CATALOGUE_H_
#define CONFORMANCE_CHECKS_CATALOGUE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace ketenproef::conformance {

struct CatalogueRule {
  std::string id;
  std::string titel;
  std::string bron;
  // `alle`, `handleiding` or `wet`.
  std::string profiel;
  bool is_must = true;
};

// In the order of the catalogue.
const std::vector<CatalogueRule>& Catalogue();

// Null: there is no such rule.
const CatalogueRule* FindRule(absl::string_view id);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_CATALOGUE_H_
