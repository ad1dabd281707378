// The recognised holidays of KAL-03, and the first day that is none. Holidays are data: the suite reads the
// same table as everybody (fixtures/data/feestdagen.csv), but not with the same code.
//
// A table is immutable: safe from any thread.
//
//   const Feestdagen& feestdagen = EmbeddedFeestdagentabel();
//   feestdagen.UitersteDag(*ParseDag("2024-05-09"));   // 2024-05-13: Hemelvaart, an equated Friday, a
//   weekend feestdagen.UitersteDag(*ParseDag("2016-12-31"));   // nullopt: no table for 2016

#ifndef CONFORMANCE_CALENDAR_FEESTDAGEN_H_
#define CONFORMANCE_CALENDAR_FEESTDAGEN_H_

#include <optional>
#include <set>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "conformance/calendar/dag.h"

namespace ketenproef::conformance {

class Feestdagen {
 public:
  explicit Feestdagen(std::vector<Dag> dagen);

  // A file with the columns datum, naam and grond. Errors name the line.
  static absl::StatusOr<Feestdagen> Parse(absl::string_view csv);

  bool Contains(Dag dag) const { return dagen_.count(dag) > 0; }
  // Whether the table knows the holidays of this year: it holds at least one of them.
  bool HasJaar(int jaar) const { return jaren_.count(jaar) > 0; }

  // The first day from `dag` on that is no Saturday, Sunday or holiday. Nullopt: that needs a year that is
  // not in the table. A weekend is one in any year.
  std::optional<Dag> Werkdag(Dag dag) const;

  // KAL-03: where a term that ends on `dag` really ends. Nullopt: it cannot be judged, since it ends in a
  // year outside the table, even on a weekend (DECISIONS.md, "KAL-03 at the edge of the table").
  std::optional<Dag> UitersteDag(Dag dag) const;

 private:
  std::set<Dag> dagen_;
  std::set<int> jaren_;
};

// The table of fixtures/data.
const Feestdagen& EmbeddedFeestdagentabel();

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CALENDAR_FEESTDAGEN_H_
