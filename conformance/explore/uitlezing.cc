#include "conformance/explore/uitlezing.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

// JJJJ-MM-DD, whatever the message holds; empty where it is unset.
std::string Text(bool is_set, const contract::Datum& datum) {
  return is_set ? absl::StrFormat("%04d-%02d-%02d", datum.jaar(), datum.maand(), datum.dag()) : "";
}

std::string JaNee(bool value) {
  return value ? "J" : "N";
}

// The value of an enum without what all its values begin with; empty for the zero value, which says nothing.
std::string Short(const std::string& name, absl::string_view prefix) {
  const absl::string_view value = absl::StripPrefix(name, prefix);
  return value == "UNSPECIFIED" ? "" : std::string(value);
}

void AddOordelen(const Draaiboekregel& regel, const contract::Ontvangst& ontvangst, Tabel& tabel) {
  for (const contract::Meldingoordeel& oordeel : ontvangst.oordelen()) {
    tabel.rijen.push_back({oordeel.kenmerk(), regel.loonheffingennummer,
                           Short(contract::Meldingsoort_Name(oordeel.soort()), "MELDINGSOORT_"),
                           oordeel.bsn(), Text(oordeel.has_ontvangen_op(), oordeel.ontvangen_op()),
                           Text(oordeel.has_uiterste_dag(), oordeel.uiterste_dag()), JaNee(oordeel.tijdig()),
                           absl::StrCat(oordeel.dagen_te_laat()), absl::StrCat(oordeel.boete_eur())});
  }
}

void AddBeoordeling(const contract::Ziektegeval& geval, Uitvoer& uitvoer) {
  const contract::Beoordeling& beoordeling = geval.beoordeling();
  uitvoer.beoordelingen.rijen.push_back(
      {geval.kenmerk(), geval.loonheffingennummer(), Text(geval.has_ontvangen_op(), geval.ontvangen_op()),
       Text(beoordeling.has_uiterste_dag(), beoordeling.uiterste_dag()), JaNee(beoordeling.verlengd()),
       Short(contract::Uitkomst_Name(beoordeling.uitkomst()), "UITKOMST_"),
       Text(beoordeling.has_besloten_op(), beoordeling.besloten_op()),
       Short(contract::Beoordelingstatus_Name(beoordeling.status()), "BEOORDELINGSTATUS_")});
}

}  // namespace

void AddAntwoord(const Draaiboekregel& regel, const contract::Regelresultaat& resultaat, Uitvoer& uitvoer) {
  const contract::Ontvangst& ontvangst = resultaat.ontvangst();
  const std::string waarschuwingen = absl::StrJoin(
      resultaat.verwerkt().waarschuwingen(), ",",
      [](std::string* out, const auto& waarschuwing) { absl::StrAppend(out, waarschuwing.regel()); });
  const char* const antwoord = resultaat.has_weigering() ? "GEWEIGERD"
                               : ontvangst.herhaald()    ? "HERHAALD"
                                                         : "AANVAARD";
  uitvoer.antwoorden.rijen.push_back({absl::StrCat(resultaat.regelnummer()), regel.kenmerk,
                                      std::string(SoortName(regel.soort)), antwoord,
                                      resultaat.weigering().regel(), waarschuwingen});
  AddOordelen(regel, ontvangst, ontvangst.herhaald() ? uitvoer.herhalingen : uitvoer.meldingen);
}

void AddZiektegeval(const contract::Ziektegeval& geval, Uitvoer& uitvoer) {
  // Of a withdrawn case the contract tells how its assessment stood, the rules do not.
  if (!geval.ingetrokken()) AddBeoordeling(geval, uitvoer);
  const contract::Signaal& signaal = geval.signaal();
  uitvoer.ziektegevallen.rijen.push_back(
      {geval.kenmerk(), geval.loonheffingennummer(), geval.bsn(),
       Text(geval.has_eerste_ao_dag(), geval.eerste_ao_dag()),
       Text(geval.has_hersteld_per(), geval.hersteld_per()),
       Text(geval.has_einde_dienstverband(), geval.einde_dienstverband()), JaNee(geval.ingetrokken()),
       geval.doorgeleverd_voor(), Text(signaal.has_verzonden_op(), signaal.verzonden_op()),
       signaal.gemeentecode(), Text(signaal.has_vervolg_op(), signaal.vervolg_op()),
       Short(contract::Berichtsoort_Name(signaal.bericht()), "BERICHTSOORT_"),
       Text(signaal.has_bericht_op(), signaal.bericht_op())});
}

void AddDoorlevering(const contract::Doorlevering& doorlevering, Uitvoer& uitvoer) {
  const contract::Doorleveringinhoud& inhoud = doorlevering.inhoud();
  uitvoer.doorleveringen.rijen.push_back(
      {Text(doorlevering.has_datum(), doorlevering.datum()), doorlevering.gemeentecode(),
       inhoud.loonheffingennummer(), inhoud.kenmerk(),
       Short(contract::Doorleveringsoort_Name(inhoud.soort()), "DOORLEVERINGSOORT_"), inhoud.bsn(),
       Text(inhoud.has_datum_ingang(), inhoud.datum_ingang())});
}

void AddBericht(const contract::Bericht& bericht, Uitvoer& uitvoer) {
  const contract::Berichtinhoud& inhoud = bericht.inhoud();
  uitvoer.berichten.rijen.push_back({Text(bericht.has_datum(), bericht.datum()), bericht.gemeentecode(),
                                     inhoud.loonheffingennummer(), inhoud.kenmerk(),
                                     Short(contract::Berichtsoort_Name(inhoud.soort()), "BERICHTSOORT_")});
}

void AddNotificatie(const contract::Notificatie& notificatie, Uitvoer& uitvoer) {
  uitvoer.notificaties.rijen.push_back({Text(notificatie.has_datum(), notificatie.datum()),
                                        notificatie.gemeentecode(), notificatie.onderwerp(),
                                        notificatie.bestandsnaam()});
}

void AddAangehouden(const contract::Aangehouden& aangehouden, Uitvoer& uitvoer) {
  uitvoer.onbestelbaar.rijen.push_back(
      {aangehouden.loonheffingennummer(), aangehouden.kenmerk(),
       Short(contract::Signaalsoort_Name(aangehouden.soort()), "SIGNAALSOORT_")});
}

void AddRapportage(const contract::Rapportage& rapportage, const std::string& inhoud, Uitvoer& uitvoer) {
  uitvoer.AddRapportage({Text(rapportage.has_datum(), rapportage.datum()), rapportage.gemeentecode(),
                         rapportage.bestandsnaam(), absl::StrCat(rapportage.aantal_rijen())},
                        inhoud);
}

}  // namespace ketenproef::conformance
