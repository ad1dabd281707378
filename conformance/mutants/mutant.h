// A broken system: what it gets wrong, against which rule, and the hooks that make a good system so.
//
// Values; a Break may be applied any number of times, each time with a memory of its own. Safe from any
// thread.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_MUTANT_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_MUTANT_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace ketenproef::conformance {

class Hooks;

// Puts the hooks in place that break a rule. In front of an ophaler they stand around its calls to the
// Inlichtingenbureau, otherwise around the calls to the system.
using Break = std::function<void(Hooks*)>;

// The profiles, as a Mutant names them.
inline constexpr char kHandleiding[] = "handleiding";
inline constexpr char kWet[] = "wet";

struct Mutant {
  // The rule it breaks, a slash, and how, in Dutch: `ZM-04/een-dag-te-laat`.
  std::string id;
  // What is broken, in a sentence.
  std::string uitleg;
  Break breuk;
  // In which it breaks the rule; empty: both.
  std::string profiel = {};
  v1::SystemKind kind = v1::SYSTEM_KIND_UNSPECIFIED;

  std::string regel() const { return id.substr(0, id.find('/')); }
};

using Mutants = std::vector<Mutant>;

// Every mutant there is, in order of kind, then of the catalogue.
const Mutants& AllMutants();

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_MUTANT_H_
