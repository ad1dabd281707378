// The days on which, besides Saturdays and Sundays, a statutory term does not end (KAL-03). Data, not code:
// loaded from fixtures/data/feestdagen.csv or a file given at start. Immutable once made.
#ifndef KETENPROEF_SERVER_RULES_FEESTDAGEN_H_
#define KETENPROEF_SERVER_RULES_FEESTDAGEN_H_

#include <optional>
#include <vector>

#include "server/rules/dag.h"

namespace ketenproef {

class Feestdagen {
 public:
  // The years of the given days are the years that can be judged.
  explicit Feestdagen(std::vector<Dag> dagen);

  // Whether the table says anything about the year of this day.
  bool Covers(Dag dag) const;
  // A Saturday, a Sunday or a holiday. Only where Covers(dag).
  bool IsFree(Dag dag) const;
  // The first day from `dag` on that is not free, or nothing where a day on the way is not covered.
  std::optional<Dag> FirstWorkday(Dag dag) const;

 private:
  std::vector<Dag> dagen_;  // sorted
  std::vector<int> jaren_;  // sorted
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_FEESTDAGEN_H_
