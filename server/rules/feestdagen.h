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
  // The first day from `dag` on that is no Saturday, Sunday or holiday. Nothing where that hangs on a year
  // that the table says nothing about; a weekend is one in any year.
  std::optional<Dag> FirstWorkday(Dag dag) const;

 private:
  std::vector<Dag> dagen_;  // sorted
  std::vector<int> jaren_;  // sorted
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_FEESTDAGEN_H_
