#include "client/cli/draaiboek_request.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"

namespace ketenproef {
namespace {

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
  record->set_kenmerk(std::string(line.kenmerk));
  record->set_loonheffingennummer(std::string(line.loonheffingennummer));
}

// The case that the line is about.
template <typename Record>
void EncodeVerwijzing(const PlaybookLine& line, Record* record) {
  record->set_loonheffingennummer(std::string(line.loonheffingennummer));
  record->set_verwijst_naar(std::string(line.verwijst_naar));
}

void EncodeLks(const PlaybookLine& line, v1::LksPeriode* periode) {
  periode->set_bsn(std::string(line.bsn));
  periode->set_gemeentecode(std::string(line.gemeentecode));
  EncodeVan(line, periode);
  EncodeTot(line, periode);
  const bool is_loonwaarde = (line.loonwaarde.size() == 1 || line.loonwaarde.size() == 2) &&
                             std::all_of(line.loonwaarde.begin(), line.loonwaarde.end(), [](char character) {
                               return absl::ascii_isdigit(static_cast<unsigned char>(character));
                             });
  if (is_loonwaarde) periode->set_loonwaarde(std::stoi(std::string(line.loonwaarde)));
  if (line.forfaitair == "J" || line.forfaitair == "N") periode->set_forfaitair(line.forfaitair == "J");
}

void EncodeZiekEnHerstel(const PlaybookLine& line, v1::ZiekEnHerstelmelding* melding) {
  EncodeSleutel(line, melding);
  melding->set_bsn(std::string(line.bsn));
  if (line.datum_van.has_value()) Encode(*line.datum_van, melding->mutable_eerste_ao_dag());
  if (line.datum_tot.has_value()) Encode(*line.datum_tot, melding->mutable_hersteld_per());
  melding->set_no_risk(true);
}

void EncodeBeslissing(const PlaybookLine& line, v1::Uitkomst uitkomst, v1::Beslissing* beslissing) {
  EncodeVerwijzing(line, beslissing);
  beslissing->set_uitkomst(uitkomst);
}

void EncodeDienstverband(const PlaybookLine& line, v1::Dienstverband* dienstverband) {
  dienstverband->set_bsn(std::string(line.bsn));
  dienstverband->set_loonheffingennummer(std::string(line.loonheffingennummer));
  EncodeVan(line, dienstverband);
  EncodeTot(line, dienstverband);
}

void EncodeEindeDienstverband(const PlaybookLine& line, v1::EindeDienstverband* einde) {
  einde->set_bsn(std::string(line.bsn));
  einde->set_loonheffingennummer(std::string(line.loonheffingennummer));
  EncodeTot(line, einde);
}

void EncodeDoelgroepregistratie(const PlaybookLine& line, v1::Doelgroepregistratie* registratie) {
  registratie->set_bsn(std::string(line.bsn));
  EncodeVan(line, registratie);
  EncodeTot(line, registratie);
}

void EncodeWoonplaats(const PlaybookLine& line, v1::Woonplaats* woonplaats) {
  woonplaats->set_bsn(std::string(line.bsn));
  woonplaats->set_gemeentecode(std::string(line.gemeentecode));
  EncodeVan(line, woonplaats);
}

void EncodeEindeLks(const PlaybookLine& line, v1::EindeLksPeriode* einde) {
  einde->set_bsn(std::string(line.bsn));
  EncodeTot(line, einde);
}

// A ziekmelding in a playbook always carries the no-risk indicator.
void EncodeZiek(const PlaybookLine& line, v1::Ziekmelding* melding) {
  EncodeSleutel(line, melding);
  melding->set_bsn(std::string(line.bsn));
  if (line.datum_van.has_value()) Encode(*line.datum_van, melding->mutable_eerste_ao_dag());
  melding->set_no_risk(true);
}

void EncodeHerstel(const PlaybookLine& line, v1::Herstelmelding* melding) {
  EncodeSleutel(line, melding);
  melding->set_verwijst_naar(std::string(line.verwijst_naar));
  if (line.datum_van.has_value()) Encode(*line.datum_van, melding->mutable_hersteld_per());
}

void EncodeIntrekking(const PlaybookLine& line, v1::Intrekking* intrekking) {
  EncodeSleutel(line, intrekking);
  intrekking->set_verwijst_naar(std::string(line.verwijst_naar));
}

void EncodeVerlenging(const PlaybookLine& line, v1::Verlenging* verlenging) {
  EncodeVerwijzing(line, verlenging);
  verlenging->set_toelichting(std::string(line.toelichting));
}

}  // namespace

void EncodeLine(const PlaybookLine& line, v1::Draaiboekregel* regel) {
  regel->set_regelnummer(line.line);
  regel->mutable_tijdstip()->set_seconds(line.unix_seconds);
  regel->mutable_tijdstip()->set_nanos(line.nanos);
  switch (line.soort) {
    case Soort::kDoelgroepregister:
      return EncodeDoelgroepregistratie(line, regel->mutable_doelgroepregistratie());
    case Soort::kWoonplaats:
      return EncodeWoonplaats(line, regel->mutable_woonplaats());
    case Soort::kDienstverband:
      return EncodeDienstverband(line, regel->mutable_dienstverband());
    case Soort::kEindeDienstverband:
      return EncodeEindeDienstverband(line, regel->mutable_einde_dienstverband());
    case Soort::kLks:
      return EncodeLks(line, regel->mutable_lks_periode());
    case Soort::kEindeLks:
      return EncodeEindeLks(line, regel->mutable_einde_lks_periode());
    case Soort::kZiek:
      return EncodeZiek(line, regel->mutable_ziekmelding());
    case Soort::kHerstel:
      return EncodeHerstel(line, regel->mutable_herstelmelding());
    case Soort::kZiekEnHerstel:
      return EncodeZiekEnHerstel(line, regel->mutable_ziek_en_herstelmelding());
    case Soort::kIntrekking:
      return EncodeIntrekking(line, regel->mutable_intrekking());
    case Soort::kVerlenging:
      return EncodeVerlenging(line, regel->mutable_verlenging());
    case Soort::kToekenning:
      return EncodeBeslissing(line, v1::UITKOMST_TOEKENNING, regel->mutable_beslissing());
    case Soort::kAfwijzing:
      return EncodeBeslissing(line, v1::UITKOMST_AFWIJZING, regel->mutable_beslissing());
  }
}

}  // namespace ketenproef
