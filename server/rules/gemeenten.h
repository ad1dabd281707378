// Which gemeentecodes there are and were, and for which one a merged code stands on a day (REG-03).
// Immutable once made.
#ifndef KETENPROEF_SERVER_RULES_GEMEENTEN_H_
#define KETENPROEF_SERVER_RULES_GEMEENTEN_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "server/rules/dag.h"
#include "server/rules/nummers.h"

namespace ketenproef {

struct Gemeente {
  Gemeentecode code;
  std::string naam;
};

// From `datum` on, `oud` is part of `nieuw`.
struct Herindeling {
  Gemeentecode oud;
  Gemeentecode nieuw;
  Dag datum;
};

class Gemeenten {
 public:
  // INVALID_ARGUMENT, naming the code, where a code is there twice, has two successors, or the successors run
  // in a circle.
  static absl::StatusOr<Gemeenten> Make(std::vector<Gemeente> gemeenten,
                                        const std::vector<Herindeling>& herindelingen);

  // A code that is or was there (REG-02); whether it was on some day is not asked.
  bool IsKnown(Gemeentecode code) const;

  // REG-03: the gemeente for which `code` stands on `dag`, the chain of mergers followed.
  Gemeentecode SuccessorOn(Gemeentecode code, Dag dag) const;

  // The gemeenten in force, by code.
  const std::vector<Gemeente>& gemeenten() const { return gemeenten_; }

 private:
  struct Opvolging {
    Gemeentecode nieuw;
    Dag datum;
  };

  std::vector<Gemeente> gemeenten_;
  absl::flat_hash_map<Gemeentecode, Opvolging> opvolgers_;
  std::vector<bool> bekend_;  // by the number of the code
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_GEMEENTEN_H_
