// Which rules speak about which column.
#include <array>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "conformance/catalogue/regels.h"
#include "conformance/explore/casus.h"

namespace ketenproef::conformance {
namespace {

struct Onderwerp {
  absl::string_view tabel;
  absl::string_view rijsoort;  // empty: of any
  absl::string_view kolom;     // empty: any, and the whole row
  absl::string_view regels;    // with spaces between them
};

// The first that fits holds.
constexpr std::array kOnderwerpen = {
    Onderwerp{"meldingen", "ZIEK", "uiterste_dag", "ZM-04 ZM-05 KAL-03"},
    Onderwerp{"meldingen", "HERSTEL", "uiterste_dag", "HM-03 HM-05 HM-06 HM-07 KAL-03"},
    Onderwerp{"meldingen", "", "ontvangen_op", "KAL-01"},
    Onderwerp{"meldingen", "", "boete_eur", "BOE-01 BOE-02"},
    Onderwerp{"meldingen", "HERSTEL", "", "HM-04 BOE-01"},
    Onderwerp{"meldingen", "", "", "ZM-06 BOE-01"},
    Onderwerp{"herhalingen", "", "", "ZM-07"},
    Onderwerp{"beoordelingen", "", "uiterste_dag", "BO-01 BO-02 KAL-05 KAL-03"},
    Onderwerp{"beoordelingen", "", "status", "BO-05 BO-06"},
    Onderwerp{"beoordelingen", "", "", "BO-01 BO-07"},
    Onderwerp{"ziektegevallen", "", "doorgeleverd_voor", "DL-01 DL-02"},
    Onderwerp{"ziektegevallen", "", "signaal_op", "SIG-01 SIG-02 SIG-03 SIG-04"},
    Onderwerp{"ziektegevallen", "", "signaal_gemeentecode", "SIG-04 REG-02 REG-03"},
    Onderwerp{"ziektegevallen", "", "vervolg_op", "SIG-06"},
    Onderwerp{"ziektegevallen", "", "bericht", "SIG-07"},
    Onderwerp{"ziektegevallen", "", "bericht_op", "SIG-07"},
    Onderwerp{"ziektegevallen", "", "einde_dienstverband", "REG-04"},
    Onderwerp{"ziektegevallen", "", "", "ZM-10 HM-01"},
    Onderwerp{"doorleveringen", "", "gemeentecode", "DL-03 DL-01"},
    Onderwerp{"doorleveringen", "", "datum_ingang", "ZM-09 DL-01"},
    Onderwerp{"doorleveringen", "", "", "DL-01 DL-02 DL-04"},
    Onderwerp{"rapportregels", "", "", "SIG-01 SIG-06 ZM-09 CSV-01 CSV-02 CSV-03"},
    Onderwerp{"rapportages", "", "bestand", "CSV-04"},
    Onderwerp{"rapportages", "", "", "CSV-03 NOT-02"},
    Onderwerp{"berichten", "", "", "SIG-07"},
    Onderwerp{"onbestelbaar", "VERVOLG", "", "SIG-06 SIG-04"},
    Onderwerp{"onbestelbaar", "", "", "SIG-04"},
    Onderwerp{"notificaties", "", "", "NOT-01 NOT-02"},
    // A call that fails is about no rule; the clock and its exchanges are the most of what is asked.
    Onderwerp{"fouten", "", "", "KAL-01"},
};

bool Fits(absl::string_view wanted, absl::string_view value) {
  return wanted.empty() || wanted == value;
}

// The rules that the two answers name; where none does, what a line of that kind must not be refused by.
std::vector<std::string> RegelsOfAntwoord(const Verschil& verschil) {
  std::vector<std::string> regels;
  for (const std::string& text : {verschil.verwacht, verschil.gekregen}) {
    for (const Regel& regel : Regels()) {
      const bool is_named = absl::StrContains(text, "=" + regel.id);
      if (is_named && (regels.empty() || regels.front() != regel.id)) regels.push_back(regel.id);
    }
  }
  if (regels.empty()) regels.emplace_back("ZM-07");  // accepted, or repeated
  return regels;
}

}  // namespace

std::vector<std::string> RegelsOf(const Verschil& verschil) {
  if (verschil.tabel == "antwoorden") return RegelsOfAntwoord(verschil);
  for (const Onderwerp& onderwerp : kOnderwerpen) {
    if (onderwerp.tabel != verschil.tabel || !Fits(onderwerp.rijsoort, verschil.rijsoort) ||
        !Fits(onderwerp.kolom, verschil.kolom)) {
      continue;
    }
    return absl::StrSplit(onderwerp.regels, ' ');
  }
  return {"KAL-01"};
}

}  // namespace ketenproef::conformance
