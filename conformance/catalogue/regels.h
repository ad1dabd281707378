// The rule catalogue as a reader of a report needs it: what a rule is called and where it comes from. It is
// fixtures/data/regels.csv, compiled in; fixtures_test keeps that file whole and equal to rules.md.
//
// Safe from any thread; what is returned stays valid for the life of the program.
//
//   const Regel* regel = FindRegel("ZM-04");
//   regel->titel;   // Ziekmelding uiterlijk zes weken na de eerste AO-dag

#ifndef CONFORMANCE_CATALOGUE_REGELS_H_
#define CONFORMANCE_CATALOGUE_REGELS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace ketenproef::conformance {

struct Regel {
  std::string id;
  std::string titel;
  std::string bron;
  std::string profiel;  // handleiding, wet or alle
  std::string niveau;   // MUST or SHOULD
};

// All of them, in the order of the catalogue.
const std::vector<Regel>& Regels();

// Null: there is no such rule.
const Regel* FindRegel(absl::string_view id);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CATALOGUE_REGELS_H_
