#include "conformance/model/model.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/model/beoordelingen.h"
#include "conformance/model/keten.h"
#include "conformance/model/meldingen.h"
#include "conformance/model/registraties.h"
#include "conformance/model/uitwisseling.h"

namespace ketenproef::conformance {
namespace {

std::string JaNee(bool value) {
  return value ? "J" : "N";
}

std::string DagOrEmpty(const std::optional<Dag>& dag) {
  return dag ? FormatDag(*dag) : "";
}

// SIG-08 and the README: the first 06:00 strictly after the first line, never before 2017-01-01.
Dag FirstUitwisseling(absl::Time first_regel) {
  Dag x = DagVan(first_regel);
  if (UitwisselingOp(x) <= first_regel) x += Dagen(1);
  return std::max(x, *DagOf(2017, 1, 1));
}

Antwoord PlayRegel(Keten& keten, const Maatstaf& maatstaf, const Draaiboekregel& regel) {
  switch (regel.soort) {
    case Soort::kZiek:
    case Soort::kHerstel:
    case Soort::kZiekEnHerstel:
    case Soort::kIntrekking:
      return PlayMelding(keten, maatstaf, regel);
    case Soort::kVerlenging:
    case Soort::kToekenning:
    case Soort::kAfwijzing:
      return PlayBeoordeling(keten, maatstaf, regel);
    default:
      return PlayRegistratie(keten, *maatstaf.gemeenten, regel);
  }
}

void AddAntwoord(const Draaiboekregel& regel, const Antwoord& antwoord, Uitvoer& uitvoer) {
  const char* const soort = antwoord.geweigerd ? "GEWEIGERD" : antwoord.herhaald ? "HERHAALD" : "AANVAARD";
  uitvoer.antwoorden.rijen.push_back(
      {absl::StrCat(regel.regelnummer), regel.kenmerk, std::string(SoortName(regel.soort)), soort,
       std::string(antwoord.geweigerd.value_or("")), std::string(antwoord.waarschuwing.value_or(""))});
  Tabel& oordelen = antwoord.herhaald ? uitvoer.herhalingen : uitvoer.meldingen;
  for (const Oordeel& oordeel : antwoord.oordelen) {
    oordelen.rijen.push_back({regel.kenmerk, regel.loonheffingennummer, std::string(oordeel.soort),
                              antwoord.bsn, FormatDag(oordeel.ontvangen_op), DagOrEmpty(oordeel.uiterste_dag),
                              JaNee(oordeel.tijdig()), absl::StrCat(oordeel.dagen_te_laat),
                              absl::StrCat(oordeel.boete_eur)});
  }
}

void AddBeoordeling(const Ziektegeval& geval, Dag until, Uitvoer& uitvoer) {
  const Beoordeling& beoordeling = geval.beoordeling;
  const bool is_decided = beoordeling.uitkomst != Uitkomst::kGeen;
  const char* const uitkomst = !is_decided                                     ? ""
                               : beoordeling.uitkomst == Uitkomst::kToekenning ? "TOEKENNING"
                                                                               : "AFWIJZING";
  uitvoer.beoordelingen.rijen.push_back({geval.kenmerk, geval.loonheffingennummer,
                                         FormatDag(geval.ontvangen_op), FormatDag(beoordeling.uiterste_dag),
                                         JaNee(beoordeling.verlengd), uitkomst,
                                         is_decided ? FormatDag(DagVan(beoordeling.besloten_tijdstip)) : "",
                                         std::string(StatusOp(beoordeling, until))});
}

void AddZiektegeval(const Ziektegeval& geval, Uitvoer& uitvoer) {
  Rij rij = {geval.kenmerk,
             geval.loonheffingennummer,
             geval.bsn,
             FormatDag(geval.ao),
             DagOrEmpty(geval.hersteld_per),
             DagOrEmpty(geval.einde()),
             JaNee(geval.ingetrokken),
             geval.doorgeleverd_voor};
  if (geval.signaal) {
    const Signaal& signaal = *geval.signaal;
    rij.insert(rij.end(),
               {FormatDag(signaal.verzonden_op), signaal.gemeentecode, DagOrEmpty(signaal.vervolg_op),
                std::string(signaal.bericht), DagOrEmpty(signaal.bericht_op)});
  }
  rij.resize(uitvoer.ziektegevallen.kolommen.size());
  uitvoer.ziektegevallen.rijen.push_back(rij);
}

}  // namespace

Uitvoer PlayModel(const Maatstaf& maatstaf, const Draaiboek& draaiboek, Dag until) {
  Uitvoer uitvoer;
  Keten keten;
  const absl::Time end = EindeVan(until);
  if (draaiboek.empty() || draaiboek.front().tijdstip >= end) return uitvoer;
  Dag x = FirstUitwisseling(draaiboek.front().tijdstip);
  for (const Draaiboekregel& regel : draaiboek) {
    if (regel.tijdstip >= end) break;
    // An exchange sees what was accepted before 06:00; a line at 06:00 comes after it.
    for (; UitwisselingOp(x) <= regel.tijdstip; x += Dagen(1)) RunUitwisseling(keten, maatstaf, x, uitvoer);
    AddAntwoord(regel, PlayRegel(keten, maatstaf, regel), uitvoer);
  }
  for (; x <= until; x += Dagen(1)) RunUitwisseling(keten, maatstaf, x, uitvoer);
  for (const Ziektegeval& geval : keten.gevallen) {
    if (!geval.ingetrokken) AddBeoordeling(geval, until, uitvoer);
    AddZiektegeval(geval, uitvoer);
  }
  return uitvoer;
}

}  // namespace ketenproef::conformance
