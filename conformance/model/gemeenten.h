// The gemeenten: which codes there are or were, and which stands for another from a merger on (REG-02,
// REG-03). The tables are those of fixtures/data, read with the suite's own code.
//
// A table is immutable: safe from any thread.

#ifndef CONFORMANCE_MODEL_GEMEENTEN_H_
#define CONFORMANCE_MODEL_GEMEENTEN_H_

#include <map>
#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "conformance/calendar/dag.h"

namespace ketenproef::conformance {

struct Herindeling {
  std::string nieuwe_code;
  Dag datum;  // the merger day: from here on the new code stands for the old one
};

class Gemeenten {
 public:
  // Of the contents of gemeenten.csv and herindelingen.csv. Errors name the file and the line.
  static absl::StatusOr<Gemeenten> Parse(absl::string_view gemeenten_csv,
                                         absl::string_view herindelingen_csv);

  // Whether the code is in one of the two tables; whether it was in force on some day is not asked.
  bool IsKnown(const std::string& code) const;

  // REG-03: the code that stands for this one on that day, following the chain.
  std::string OpvolgerOp(std::string code, Dag dag) const;

  // Every merger, by its old code.
  const std::map<std::string, Herindeling>& herindelingen() const { return herindelingen_; }

 private:
  std::set<std::string> codes_;
  std::map<std::string, Herindeling> herindelingen_;
};

// The tables of fixtures/data.
const Gemeenten& EmbeddedGemeentetabel();

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_GEMEENTEN_H_
