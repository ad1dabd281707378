#include "client/cli/play_output.h"

#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "fixtures/csv/writer.h"

namespace ketenproef {
namespace {

constexpr std::array<absl::string_view, 8> kNames = {
    "meldingen.csv",    "afgewezen.csv", "beoordelingen.csv", "doorleveringen.csv",
    "notificaties.csv", "berichten.csv", "onbestelbaar.csv",  "rapportages"};

void Append(std::string* csv, absl::Span<const absl::string_view> fields) {
  CsvWriter(csv).AppendRecord(fields);
}

// JJJJ-MM-DD, or empty where the date is not known.
std::string Text(bool has, const v1::Datum& datum) {
  if (!has) return "";
  return absl::StrFormat("%04d-%02d-%02d", datum.jaar(), datum.maand(), datum.dag());
}

absl::string_view JaNee(bool value) {
  return value ? "J" : "N";
}

absl::string_view Text(v1::Uitkomst uitkomst) {
  switch (uitkomst) {
    case v1::UITKOMST_TOEKENNING:
      return "TOEKENNING";
    case v1::UITKOMST_AFWIJZING:
      return "AFWIJZING";
    default:
      return "";
  }
}

absl::string_view Text(v1::Beoordelingstatus status) {
  switch (status) {
    case v1::BEOORDELINGSTATUS_OPEN:
      return "OPEN";
    case v1::BEOORDELINGSTATUS_TIJDIG:
      return "TIJDIG";
    case v1::BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN:
      return "TERMIJN_OVERSCHREDEN";
    case v1::BEOORDELINGSTATUS_TERMIJN_VERSTREKEN:
      return "TERMIJN_VERSTREKEN";
    default:
      return "";
  }
}

absl::string_view Text(v1::Doorleveringsoort soort) {
  switch (soort) {
    case v1::DOORLEVERINGSOORT_ZIEK:
      return "ZIEK";
    case v1::DOORLEVERINGSOORT_HERSTEL:
      return "HERSTEL";
    case v1::DOORLEVERINGSOORT_INTREKKING:
      return "INTREKKING";
    default:
      return "";
  }
}

absl::string_view Text(v1::Berichtsoort soort) {
  switch (soort) {
    case v1::BERICHTSOORT_INGETROKKEN:
      return "INGETROKKEN";
    case v1::BERICHTSOORT_HERSTELD_VOOR_EINDE:
      return "HERSTELD_VOOR_EINDE";
    default:
      return "";
  }
}

}  // namespace

absl::Span<const absl::string_view> PlayOutputNames() {
  return kNames;
}

PlayOutput::PlayOutput() {
  Append(&meldingen_, {"kenmerk", "loonheffingennummer", "soort", "bsn", "ontvangen_op", "uiterste_dag",
                       "tijdig", "dagen_te_laat", "boete_eur"});
  Append(&afgewezen_, {"regelnummer", "kenmerk", "soort", "regel"});
  Append(&beoordelingen_, {"kenmerk", "loonheffingennummer", "ontvangen_op", "uiterste_dag", "verlengd",
                           "uitkomst", "besloten_op", "status"});
  Append(&doorleveringen_,
         {"datum", "gemeentecode", "loonheffingennummer", "kenmerk", "soort", "bsn", "datum_ingang"});
  Append(&notificaties_, {"datum", "gemeentecode", "onderwerp", "bestand"});
  Append(&berichten_, {"datum", "gemeentecode", "loonheffingennummer", "kenmerk", "soort"});
  Append(&onbestelbaar_, {"loonheffingennummer", "kenmerk", "soort"});
}

void PlayOutput::AddResult(const PlayedLine& line, const v1::Regelresultaat& resultaat) {
  if (resultaat.has_weigering()) {
    Append(&afgewezen_, {absl::StrCat(resultaat.regelnummer()), line.kenmerk, SoortName(line.soort),
                         resultaat.weigering().regel()});
    return;
  }
  // A repeated kenmerk gives no rows.
  if (!resultaat.has_ontvangst() || resultaat.ontvangst().herhaald()) return;
  for (const v1::Meldingoordeel& oordeel : resultaat.ontvangst().oordelen()) {
    Append(&meldingen_, {oordeel.kenmerk(), line.loonheffingennummer,
                         oordeel.soort() == v1::MELDINGSOORT_HERSTEL ? "HERSTEL" : "ZIEK", oordeel.bsn(),
                         Text(oordeel.has_ontvangen_op(), oordeel.ontvangen_op()),
                         Text(oordeel.has_uiterste_dag(), oordeel.uiterste_dag()), JaNee(oordeel.tijdig()),
                         absl::StrCat(oordeel.dagen_te_laat()), absl::StrCat(oordeel.boete_eur())});
  }
}

void PlayOutput::AddZiektegeval(const v1::Ziektegeval& geval) {
  if (geval.ingetrokken()) return;
  const v1::Beoordeling& beoordeling = geval.beoordeling();
  Append(&beoordelingen_,
         {geval.kenmerk(), geval.loonheffingennummer(), Text(geval.has_ontvangen_op(), geval.ontvangen_op()),
          Text(beoordeling.has_uiterste_dag(), beoordeling.uiterste_dag()), JaNee(beoordeling.verlengd()),
          Text(beoordeling.uitkomst()), Text(beoordeling.has_besloten_op(), beoordeling.besloten_op()),
          Text(beoordeling.status())});
}

void PlayOutput::AddDoorlevering(const v1::Doorlevering& doorlevering) {
  const v1::Doorleveringinhoud& inhoud = doorlevering.inhoud();
  Append(&doorleveringen_, {Text(doorlevering.has_datum(), doorlevering.datum()), doorlevering.gemeentecode(),
                            inhoud.loonheffingennummer(), inhoud.kenmerk(), Text(inhoud.soort()),
                            inhoud.bsn(), Text(inhoud.has_datum_ingang(), inhoud.datum_ingang())});
}

void PlayOutput::AddNotificatie(const v1::Notificatie& notificatie) {
  Append(&notificaties_, {Text(notificatie.has_datum(), notificatie.datum()), notificatie.gemeentecode(),
                          notificatie.onderwerp(), notificatie.bestandsnaam()});
}

void PlayOutput::AddBericht(const v1::Bericht& bericht) {
  Append(&berichten_, {Text(bericht.has_datum(), bericht.datum()), bericht.gemeentecode(),
                       bericht.inhoud().loonheffingennummer(), bericht.inhoud().kenmerk(),
                       Text(bericht.inhoud().soort())});
}

void PlayOutput::AddAangehouden(const v1::Aangehouden& aangehouden) {
  Append(&onbestelbaar_, {aangehouden.loonheffingennummer(), aangehouden.kenmerk(),
                          aangehouden.soort() == v1::SIGNAALSOORT_VERVOLG ? "VERVOLG" : "EERSTE"});
}

void PlayOutput::AddRapportage(std::string bestandsnaam, std::string inhoud) {
  rapportages_.emplace_back(std::move(bestandsnaam), std::move(inhoud));
}

absl::Status PlayOutput::WriteTo(OutputFolder& folder) const {
  const std::array<const std::string*, 7> contents = {&meldingen_,      &afgewezen_,    &beoordelingen_,
                                                      &doorleveringen_, &notificaties_, &berichten_,
                                                      &onbestelbaar_};
  for (std::size_t i = 0; i < contents.size(); ++i) {
    if (absl::Status status = folder.WriteFile(std::string(kNames[i]), *contents[i]); !status.ok()) {
      return status;
    }
  }
  if (absl::Status status = folder.MakeFolder("rapportages"); !status.ok()) return status;
  for (const auto& [bestandsnaam, inhoud] : rapportages_) {
    absl::Status status = folder.WriteFile(absl::StrCat("rapportages/", bestandsnaam), inhoud);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace ketenproef
