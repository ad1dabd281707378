// The reports of one exchange in the making (CSV, NOT). Not thread-safe.

#ifndef CONFORMANCE_MODEL_RAPPORTAGE_H_
#define CONFORMANCE_MODEL_RAPPORTAGE_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "conformance/calendar/dag.h"
#include "conformance/model/uitvoer.h"

namespace ketenproef::conformance {

// One row (CSV-01).
struct Signaalrij {
  std::string bsn;
  std::optional<Dag> einde_uitkeringsverhouding;
  Dag einde_arbeidsverhouding;
  Dag eerste_ao_dag;
};

class Rapportages {
 public:
  // Rows come out in the order in which they came in (CSV-03 is for the caller).
  void AddRij(const std::string& gemeentecode, const Signaalrij& rij) { rijen_[gemeentecode].push_back(rij); }
  // The gemeente gets a report even if it holds no row.
  void AddBericht(const std::string& gemeentecode) { rijen_[gemeentecode]; }

  // Every report of the exchange of day X with its notification (NOT-01), in order of gemeentecode; for who
  // has neither row nor bericht there is none (NOT-02).
  void WriteTo(Dag x, Uitvoer& uitvoer) const;

 private:
  std::map<std::string, std::vector<Signaalrij>> rijen_;  // by gemeentecode
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_RAPPORTAGE_H_
