#include "conformance/model/uitvoer.h"

#include <cstddef>

#include "absl/strings/str_cat.h"
#include "fixtures/csv/writer.h"

namespace ketenproef::conformance {
namespace {

void AppendRecord(CsvWriter& writer, const Rij& rij) {
  writer.AppendRecord(std::vector<absl::string_view>(rij.begin(), rij.end()));
}

std::string CsvOf(const Tabel& tabel) {
  std::string csv;
  CsvWriter writer(&csv);
  writer.AppendRecord(tabel.kolommen);
  for (const Rij& rij : tabel.rijen) AppendRecord(writer, rij);
  return csv;
}

// afgewezen.csv: the refused lines of `antwoorden`, without the columns that say so.
std::string AfgewezenCsv(const Tabel& antwoorden) {
  std::string csv;
  CsvWriter writer(&csv);
  writer.AppendRecord({"regelnummer", "kenmerk", "soort", "regel"});
  for (const Rij& rij : antwoorden.rijen) {
    if (rij[3] == "GEWEIGERD") writer.AppendRecord({rij[0], rij[1], rij[2], rij[4]});
  }
  return csv;
}

}  // namespace

std::array<const Tabel*, 12> Uitvoer::Tabellen() const {
  return {&fouten,         &antwoorden,    &meldingen, &herhalingen,  &beoordelingen, &ziektegevallen,
          &doorleveringen, &rapportregels, &berichten, &onbestelbaar, &rapportages,   &notificaties};
}

void Uitvoer::AddRapportage(const Rij& rapportage, absl::string_view inhoud) {
  rapportages.rijen.push_back(rapportage);
  const std::string& bestand = rapportage[2];
  for (int regelnummer = 1; !inhoud.empty(); ++regelnummer) {
    const size_t end = inhoud.find('\n');
    const size_t length = end == absl::string_view::npos ? inhoud.size() : end + 1;
    rapportregels.rijen.push_back(
        {bestand, absl::StrCat(regelnummer), std::string(inhoud.substr(0, length))});
    inhoud.remove_prefix(length);
  }
}

std::map<std::string, std::string> Uitvoer::Bestanden() const {
  std::map<std::string, std::string> bestanden;
  for (const Tabel* tabel :
       {&meldingen, &beoordelingen, &doorleveringen, &notificaties, &berichten, &onbestelbaar}) {
    bestanden[absl::StrCat(tabel->naam, ".csv")] = CsvOf(*tabel);
  }
  bestanden["afgewezen.csv"] = AfgewezenCsv(antwoorden);
  for (const Rij& rij : rapportages.rijen) bestanden[absl::StrCat("rapportages/", rij[2])];
  for (const Rij& rij : rapportregels.rijen) bestanden[absl::StrCat("rapportages/", rij[0])] += rij[2];
  return bestanden;
}

}  // namespace ketenproef::conformance
