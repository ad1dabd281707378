#include "bench/load/report/verslag.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "bench/load/live_figures.h"

namespace ketenproef::load {
namespace {

std::string SystemText(const Som& som) {
  return som.systeem.has_value() ? absl::StrCat(*som.systeem) : "-";
}

void AppendMetingen(const LoadResult& result, std::string* text) {
  absl::StrAppend(text, absl::StrFormat("%-14s %10s %10s %10s %10s %10s %10s %10s\n", "meting", "aantal",
                                        "records/s", "p50", "p90", "p99", "p99.9", "max"));
  for (const Meting& meting : result.metingen) {
    const LoadReport& report = meting.report;
    const auto percentile = [&](double percent) { return DurationText(report.latency.Percentile(percent)); };
    absl::StrAppend(
        text, absl::StrFormat("%-14s %10d %10.0f %10s %10s %10s %10s %10s\n", meting.naam, report.answered,
                              report.RecordsPerS(), percentile(50), percentile(90), percentile(99),
                              percentile(99.9), DurationText(report.latency.max())));
  }
}

void AppendAfstemming(const Afstemming& afstemming, std::string* text) {
  absl::StrAppend(text, absl::StrFormat("%-28s %12s %12s %12s\n", "som", "verwacht", "ontvangen", "systeem"));
  for (const Som& som : afstemming.sommen) {
    absl::StrAppend(text, absl::StrFormat("%-28s %12d %12d %12s%s\n", som.naam, som.verwacht, som.ontvangen,
                                          SystemText(som), som.IsWell() ? "" : "  ONGELIJK"));
  }
  absl::StrAppend(text, "verstuurd ", afstemming.verstuurd, ", beantwoord ", afstemming.beantwoord,
                  ", onbekend ", afstemming.onbekend, ", verloren ", afstemming.verloren, ", dubbel ",
                  afstemming.dubbel, ", fout ", afstemming.fout, "\n");
  for (const std::string& bevinding : afstemming.bevindingen) absl::StrAppend(text, "  ", bevinding, "\n");
}

}  // namespace

const char* UitslagWoord(Uitslag uitslag) {
  switch (uitslag) {
    case Uitslag::kGoed:
      return "GOED";
    case Uitslag::kOngeldig:
      return "ONGELDIG";
    case Uitslag::kGefaald:
      break;
  }
  return "GEFAALD";
}

std::string UitslagZin(const Verslag& verslag) {
  const Afstemming& afstemming = verslag.result.afstemming;
  if (!afstemming.IsWell()) {
    return absl::StrCat("Niet alles klopt: ", afstemming.verloren, " verloren, ", afstemming.dubbel,
                        " dubbel, ", afstemming.fout, " fout, ", afstemming.Verschillen(),
                        " sommen ongelijk.");
  }
  if (const std::int64_t failures = FailuresOf(verslag.result); failures > 0) {
    return absl::StrCat("Aanroepen die mislukten: ", failures, ".");
  }
  switch (verslag.uitslag) {
    case Uitslag::kOngeldig:
      return "De generator was de grens, niet het systeem: deze cijfers zeggen niets over het systeem.";
    case Uitslag::kGefaald:
      return "Alles is er precies eenmaal, maar een eis is niet gehaald.";
    case Uitslag::kGoed:
      break;
  }
  return "Alles is er precies eenmaal, met het juiste oordeel.";
}

std::string TextOf(const Verslag& verslag) {
  std::string text;
  AppendMetingen(verslag.result, &text);
  absl::StrAppend(&text, "\n");
  AppendAfstemming(verslag.result.afstemming, &text);
  for (const Meting& meting : verslag.result.metingen) {
    const LoadReport& report = meting.report;
    if (report.failures > 0) {
      absl::StrAppend(&text, meting.naam, ": ", report.failures, " mislukt, de eerste: ", report.first_error,
                      "\n");
    }
  }
  for (const EisOordeel& eis : verslag.eisen) {
    absl::StrAppend(&text, "eis ", eis.tekst, ": ", eis.gemeten,
                    eis.meets ? ", gehaald\n" : ", NIET GEHAALD\n");
  }
  for (const std::string& reden : verslag.verzadiging) absl::StrAppend(&text, reden, "\n");
  absl::StrAppend(&text, "\n", UitslagWoord(verslag.uitslag), ". ", UitslagZin(verslag), "\n");
  return text;
}

}  // namespace ketenproef::load
