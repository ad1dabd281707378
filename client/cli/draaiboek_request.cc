#include "client/cli/draaiboek_request.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"

namespace ketenproef {
namespace {

std::string Text(absl::string_view text) { return std::string(text.data(), text.size()); }

void Encode(const CalendarDate& date, v1::Datum* datum) {
  datum->set_jaar(date.jaar);
  datum->set_maand(date.maand);
  datum->set_dag(date.dag);
}

template <typename Record>
void EncodeVan(const PlaybookLine& line, Record* record) {
  if (line.datum_van.has_value()) Encode(*line.datum_van, record->mutable_datum_van());
}

template <typename Record>
void EncodeTot(const PlaybookLine& line, Record* record) {
  if (line.datum_tot.has_value()) Encode(*line.datum_tot, record->mutable_datum_tot());
}

// The sender's key of a message.
template <typename Record>
void EncodeSleutel(const PlaybookLine& line, Record* record) {
  record->set_kenmerk(Text(line.kenmerk));
  record->set_loonheffingennummer(Text(line.loonheffingennummer));
}

// The case that the line is about.
template <typename Record>
void EncodeVerwijzing(const PlaybookLine& line, Record* record) {
  record->set_loonheffingennummer(Text(line.loonheffingennummer));
  record->set_verwijst_naar(Text(line.verwijst_naar));
}

void EncodeLks(const PlaybookLine& line, v1::LksPeriode* periode) {
  periode->set_bsn(Text(line.bsn));
  periode->set_gemeentecode(Text(line.gemeentecode));
  EncodeVan(line, periode);
  EncodeTot(line, periode);
  const bool is_loonwaarde =
      (line.loonwaarde.size() == 1 || line.loonwaarde.size() == 2) &&
      std::all_of(line.loonwaarde.begin(), line.loonwaarde.end(),
                  [](char character) { return absl::ascii_isdigit(static_cast<unsigned char>(character)); });
  if (is_loonwaarde) periode->set_loonwaarde(std::stoi(Text(line.loonwaarde)));
  if (line.forfaitair == "J" || line.forfaitair == "N") periode->set_forfaitair(line.forfaitair == "J");
}

void EncodeZiekEnHerstel(const PlaybookLine& line, v1::ZiekEnHerstelmelding* melding) {
  EncodeSleutel(line, melding);
  melding->set_bsn(Text(line.bsn));
  if (line.datum_van.has_value()) Encode(*line.datum_van, melding->mutable_eerste_ao_dag());
  if (line.datum_tot.has_value()) Encode(*line.datum_tot, melding->mutable_hersteld_per());
  melding->set_no_risk(true);
}

void EncodeBeslissing(const PlaybookLine& line, v1::Uitkomst uitkomst, v1::Beslissing* beslissing) {
  EncodeVerwijzing(line, beslissing);
  beslissing->set_uitkomst(uitkomst);
}

}  // namespace

void EncodeLine(const PlaybookLine& line, v1::Draaiboekregel* regel) {
  regel->set_regelnummer(line.line);
  regel->mutable_tijdstip()->set_seconds(line.unix_seconds);
  regel->mutable_tijdstip()->set_nanos(line.nanos);
  switch (line.soort) {
    case Soort::kDoelgroepregister: {
      auto* registratie = regel->mutable_doelgroepregistratie();
      registratie->set_bsn(Text(line.bsn));
      EncodeVan(line, registratie);
      EncodeTot(line, registratie);
      break;
    }
    case Soort::kWoonplaats: {
      auto* woonplaats = regel->mutable_woonplaats();
      woonplaats->set_bsn(Text(line.bsn));
      woonplaats->set_gemeentecode(Text(line.gemeentecode));
      EncodeVan(line, woonplaats);
      break;
    }
    case Soort::kDienstverband: {
      auto* dienstverband = regel->mutable_dienstverband();
      dienstverband->set_bsn(Text(line.bsn));
      dienstverband->set_loonheffingennummer(Text(line.loonheffingennummer));
      EncodeVan(line, dienstverband);
      EncodeTot(line, dienstverband);
      break;
    }
    case Soort::kEindeDienstverband: {
      auto* einde = regel->mutable_einde_dienstverband();
      einde->set_bsn(Text(line.bsn));
      einde->set_loonheffingennummer(Text(line.loonheffingennummer));
      EncodeTot(line, einde);
      break;
    }
    case Soort::kLks:
      EncodeLks(line, regel->mutable_lks_periode());
      break;
    case Soort::kEindeLks:
      regel->mutable_einde_lks_periode()->set_bsn(Text(line.bsn));
      EncodeTot(line, regel->mutable_einde_lks_periode());
      break;
    case Soort::kZiek: {
      auto* melding = regel->mutable_ziekmelding();
      EncodeSleutel(line, melding);
      melding->set_bsn(Text(line.bsn));
      if (line.datum_van.has_value()) Encode(*line.datum_van, melding->mutable_eerste_ao_dag());
      // A ziekmelding in a playbook always carries the no-risk indicator.
      melding->set_no_risk(true);
      break;
    }
    case Soort::kHerstel: {
      auto* melding = regel->mutable_herstelmelding();
      EncodeSleutel(line, melding);
      melding->set_verwijst_naar(Text(line.verwijst_naar));
      if (line.datum_van.has_value()) Encode(*line.datum_van, melding->mutable_hersteld_per());
      break;
    }
    case Soort::kZiekEnHerstel:
      EncodeZiekEnHerstel(line, regel->mutable_ziek_en_herstelmelding());
      break;
    case Soort::kIntrekking:
      EncodeSleutel(line, regel->mutable_intrekking());
      regel->mutable_intrekking()->set_verwijst_naar(Text(line.verwijst_naar));
      break;
    case Soort::kVerlenging:
      EncodeVerwijzing(line, regel->mutable_verlenging());
      regel->mutable_verlenging()->set_toelichting(Text(line.toelichting));
      break;
    case Soort::kToekenning:
      EncodeBeslissing(line, v1::UITKOMST_TOEKENNING, regel->mutable_beslissing());
      break;
    case Soort::kAfwijzing:
      EncodeBeslissing(line, v1::UITKOMST_AFWIJZING, regel->mutable_beslissing());
      break;
  }
}

}  // namespace ketenproef
