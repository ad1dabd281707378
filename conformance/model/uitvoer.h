// What comes of a playbook, as tables of text: those of acceptance/README.md and a few more for what the
// contract says beside them. The model fills one and a system under test fills another; they are held against
// each other field by field.
//
// Plain data. No table but these: a row has a field for every column of its table.

#ifndef CONFORMANCE_MODEL_UITVOER_H_
#define CONFORMANCE_MODEL_UITVOER_H_

#include <array>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace ketenproef::conformance {

using Rij = std::vector<std::string>;

struct Tabel {
  absl::string_view naam;
  std::vector<absl::string_view> kolommen;
  std::vector<Rij> rijen = {};
};

struct Uitvoer {
  // Calls that must not fail and did; what could not be read after the first is missing below.
  Tabel fouten{"fouten", {"methode", "code"}};
  // Every line that was played, in their order; antwoord is AANVAARD, HERHAALD (ZM-07) or GEWEIGERD.
  Tabel antwoorden{"antwoorden", {"regelnummer", "kenmerk", "soort", "antwoord", "regel", "waarschuwing"}};
  Tabel meldingen{"meldingen",
                  {"kenmerk", "loonheffingennummer", "soort", "bsn", "ontvangen_op", "uiterste_dag", "tijdig",
                   "dagen_te_laat", "boete_eur"}};
  // The verdicts with which repeats were answered, with the columns of meldingen.
  Tabel herhalingen{"herhalingen",
                    {"kenmerk", "loonheffingennummer", "soort", "bsn", "ontvangen_op", "uiterste_dag",
                     "tijdig", "dagen_te_laat", "boete_eur"}};
  Tabel beoordelingen{"beoordelingen",
                      {"kenmerk", "loonheffingennummer", "ontvangen_op", "uiterste_dag", "verlengd",
                       "uitkomst", "besloten_op", "status"}};
  // Every case, withdrawn or not: what else is known about it.
  Tabel ziektegevallen{"ziektegevallen",
                       {"kenmerk", "loonheffingennummer", "bsn", "eerste_ao_dag", "hersteld_per",
                        "einde_dienstverband", "ingetrokken", "doorgeleverd_voor", "signaal_op",
                        "signaal_gemeentecode", "vervolg_op", "bericht", "bericht_op"}};
  Tabel doorleveringen{
      "doorleveringen",
      {"datum", "gemeentecode", "loonheffingennummer", "kenmerk", "soort", "bsn", "datum_ingang"}};
  Tabel notificaties{"notificaties", {"datum", "gemeentecode", "onderwerp", "bestand"}};
  Tabel berichten{"berichten", {"datum", "gemeentecode", "loonheffingennummer", "kenmerk", "soort"}};
  Tabel onbestelbaar{"onbestelbaar", {"loonheffingennummer", "kenmerk", "soort"}};
  // The reports in order of X, then gemeentecode, and their lines with what ends them.
  Tabel rapportages{"rapportages", {"datum", "gemeentecode", "bestand", "aantal_rijen"}};
  Tabel rapportregels{"rapportregels", {"bestand", "regelnummer", "inhoud"}};

  // In the order in which a difference is looked for: what comes first explains what follows.
  std::array<const Tabel*, 12> Tabellen() const;

  // Adds a report to the two tables above; `inhoud` is its bytes.
  void AddRapportage(const Rij& rapportage, absl::string_view inhoud);

  // The files of acceptance/README.md by name, reports as `rapportages/...`.
  std::map<std::string, std::string> Bestanden() const;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_UITVOER_H_
