#include "conformance/model/rapportage.h"

#include "absl/strings/str_cat.h"
#include "fixtures/csv/writer.h"

namespace ketenproef::conformance {
namespace {

constexpr absl::string_view kOnderwerp =
    "er staat een 'Re-integratie_signaalrapport' voor u klaar";  // NOT-01

// CSV-01 and CSV-02.
std::string InhoudOf(const std::vector<Signaalrij>& rijen) {
  std::string csv;
  CsvWriter writer(&csv);
  writer.AppendRecord(
      {"BSN", "Datum einde uitkeringsverhouding", "Datum einde arbeidsverhouding", "Datum eerste AO-dag"});
  for (const Signaalrij& rij : rijen) {
    const std::string einde_uitkering =
        rij.einde_uitkeringsverhouding ? FormatDagCompact(*rij.einde_uitkeringsverhouding) : "";
    writer.AppendRecord({rij.bsn, einde_uitkering, FormatDagCompact(rij.einde_arbeidsverhouding),
                         FormatDagCompact(rij.eerste_ao_dag)});
  }
  return csv;
}

}  // namespace

void Rapportages::WriteTo(Dag x, Uitvoer& uitvoer) const {
  for (const auto& [gemeentecode, rijen] : rijen_) {
    const std::string bestand = absl::StrCat("Re-integratie_signaalrapport_", gemeentecode, "_",
                                             FormatDagCompact(x), ".csv");  // CSV-04
    uitvoer.AddRapportage({FormatDag(x), gemeentecode, bestand, absl::StrCat(rijen.size())}, InhoudOf(rijen));
    uitvoer.notificaties.rijen.push_back({FormatDag(x), gemeentecode, std::string(kOnderwerp), bestand});
  }
}

}  // namespace ketenproef::conformance
