#include "server/rules/signaalrapport.h"

#include <array>
#include <tuple>

#include "absl/strings/str_cat.h"

namespace ketenproef {
namespace {

// CSV-01.
constexpr std::array<absl::string_view, 4> kKolommen = {
    "BSN", "Datum einde uitkeringsverhouding", "Datum einde arbeidsverhouding", "Datum eerste AO-dag"};
constexpr absl::string_view kLineEnd = "\r\n";

std::string Format(OptionalDag dag, Datumvorm vorm) {
  if (!dag.has_value()) return "";
  return vorm == Datumvorm::kJjjjmmdd ? dag.value().ToCompactString() : dag.value().ToString();
}

}  // namespace

bool ComesBefore(const Rapportrij& a, const Rapportrij& b) {
  if (a.soort != b.soort) return a.soort == Signaalsoort::kEerste;
  if (a.soort == Signaalsoort::kVervolg) return a.herstelmelding < b.herstelmelding;
  return std::tie(a.toegekend, a.bsn, a.geval) < std::tie(b.toegekend, b.bsn, b.geval);
}

std::string RenderSignaalrapport(const std::vector<Rapportrij>& rijen, const Rapportvorm& vorm) {
  const absl::string_view separator(&vorm.scheidingsteken, 1);
  std::string csv;
  for (const absl::string_view kolom : kKolommen) {
    absl::StrAppend(&csv, csv.empty() ? "" : separator, kolom);
  }
  csv.append(kLineEnd.data(), kLineEnd.size());
  for (const Rapportrij& rij : rijen) {
    absl::StrAppend(&csv, rij.bsn.Digits(), separator, Format(rij.einde_uitkeringsverhouding, vorm.datumvorm),
                    separator, Format(rij.einde_arbeidsverhouding, vorm.datumvorm), separator,
                    Format(rij.eerste_ao_dag, vorm.datumvorm), kLineEnd);
  }
  return csv;
}

std::string Bestandsnaam(Gemeentecode gemeentecode, Dag uitwisseling) {
  return absl::StrCat("Re-integratie_signaalrapport_", gemeentecode.ToString(), "_",
                      uitwisseling.ToCompactString(), ".csv");
}

}  // namespace ketenproef
