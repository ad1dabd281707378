#include "conformance/explore/opdracht.h"

#include <cstdint>

#include "absl/strings/numbers.h"
#include "conformance/model/velden.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

void EncodeDag(Dag dag, contract::Datum* datum) {
  const std::chrono::year_month_day day(dag);
  datum->set_jaar(static_cast<int>(day.year()));
  datum->set_maand(static_cast<int>(static_cast<unsigned>(day.month())));
  datum->set_dag(static_cast<int>(static_cast<unsigned>(day.day())));
}

// The parts that several records have.

template <typename Record>
void EncodePersoon(const Draaiboekregel& regel, Record* record) {
  record->set_bsn(regel.bsn);
}

template <typename Record>
void EncodeVan(const Draaiboekregel& regel, Record* record) {
  if (regel.datum_van) EncodeDag(*regel.datum_van, record->mutable_datum_van());
}

template <typename Record>
void EncodeTot(const Draaiboekregel& regel, Record* record) {
  if (regel.datum_tot) EncodeDag(*regel.datum_tot, record->mutable_datum_tot());
}

template <typename Record>
void EncodeSleutel(const Draaiboekregel& regel, Record* record) {
  record->set_kenmerk(regel.kenmerk);
  record->set_loonheffingennummer(regel.loonheffingennummer);
}

template <typename Record>
void EncodeZiek(const Draaiboekregel& regel, Record* record) {
  EncodeSleutel(regel, record);
  EncodePersoon(regel, record);
  if (regel.datum_van) EncodeDag(*regel.datum_van, record->mutable_eerste_ao_dag());
  record->set_no_risk(true);
}

template <typename Record>
void EncodeGeval(const Draaiboekregel& regel, Record* record) {
  record->set_loonheffingennummer(regel.loonheffingennummer);
  record->set_verwijst_naar(regel.verwijst_naar);
}

void EncodeLks(const Draaiboekregel& regel, contract::LksPeriode* periode) {
  EncodePersoon(regel, periode);
  periode->set_gemeentecode(regel.gemeentecode);
  EncodeVan(regel, periode);
  EncodeTot(regel, periode);
  int32_t loonwaarde = 0;
  if (IsLoonwaarde(regel.loonwaarde) && absl::SimpleAtoi(regel.loonwaarde, &loonwaarde)) {
    periode->set_loonwaarde(loonwaarde);
  }
  if (regel.forfaitair == "J" || regel.forfaitair == "N") periode->set_forfaitair(regel.forfaitair == "J");
}

void EncodeRegistratie(const Draaiboekregel& regel, contract::Draaiboekregel* encoded) {
  switch (regel.soort) {
    case Soort::kDoelgroepregister:
      EncodePersoon(regel, encoded->mutable_doelgroepregistratie());
      EncodeVan(regel, encoded->mutable_doelgroepregistratie());
      return EncodeTot(regel, encoded->mutable_doelgroepregistratie());
    case Soort::kWoonplaats:
      EncodePersoon(regel, encoded->mutable_woonplaats());
      encoded->mutable_woonplaats()->set_gemeentecode(regel.gemeentecode);
      return EncodeVan(regel, encoded->mutable_woonplaats());
    case Soort::kDienstverband:
      EncodePersoon(regel, encoded->mutable_dienstverband());
      encoded->mutable_dienstverband()->set_loonheffingennummer(regel.loonheffingennummer);
      EncodeVan(regel, encoded->mutable_dienstverband());
      return EncodeTot(regel, encoded->mutable_dienstverband());
    case Soort::kEindeDienstverband:
      EncodePersoon(regel, encoded->mutable_einde_dienstverband());
      encoded->mutable_einde_dienstverband()->set_loonheffingennummer(regel.loonheffingennummer);
      return EncodeTot(regel, encoded->mutable_einde_dienstverband());
    case Soort::kLks:
      return EncodeLks(regel, encoded->mutable_lks_periode());
    default:
      EncodePersoon(regel, encoded->mutable_einde_lks_periode());
      return EncodeTot(regel, encoded->mutable_einde_lks_periode());
  }
}

void EncodeOpdracht(const Draaiboekregel& regel, contract::Draaiboekregel* encoded) {
  switch (regel.soort) {
    case Soort::kZiek:
      return EncodeZiek(regel, encoded->mutable_ziekmelding());
    case Soort::kZiekEnHerstel:
      EncodeZiek(regel, encoded->mutable_ziek_en_herstelmelding());
      if (!regel.datum_tot) return;
      return EncodeDag(*regel.datum_tot, encoded->mutable_ziek_en_herstelmelding()->mutable_hersteld_per());
    case Soort::kHerstel:
      EncodeSleutel(regel, encoded->mutable_herstelmelding());
      encoded->mutable_herstelmelding()->set_verwijst_naar(regel.verwijst_naar);
      if (!regel.datum_van) return;
      return EncodeDag(*regel.datum_van, encoded->mutable_herstelmelding()->mutable_hersteld_per());
    case Soort::kIntrekking:
      EncodeSleutel(regel, encoded->mutable_intrekking());
      return encoded->mutable_intrekking()->set_verwijst_naar(regel.verwijst_naar);
    case Soort::kVerlenging:
      EncodeGeval(regel, encoded->mutable_verlenging());
      return encoded->mutable_verlenging()->set_toelichting(regel.toelichting);
    case Soort::kToekenning:
      EncodeGeval(regel, encoded->mutable_beslissing());
      return encoded->mutable_beslissing()->set_uitkomst(contract::UITKOMST_TOEKENNING);
    case Soort::kAfwijzing:
      EncodeGeval(regel, encoded->mutable_beslissing());
      return encoded->mutable_beslissing()->set_uitkomst(contract::UITKOMST_AFWIJZING);
    default:
      return EncodeRegistratie(regel, encoded);
  }
}

}  // namespace

contract::Draaiboekregel EncodeRegel(const Draaiboekregel& regel) {
  contract::Draaiboekregel encoded;
  encoded.set_regelnummer(regel.regelnummer);
  const int64_t seconds = absl::ToUnixSeconds(regel.tijdstip);
  encoded.mutable_tijdstip()->set_seconds(seconds);
  encoded.mutable_tijdstip()->set_nanos(
      static_cast<int32_t>(absl::ToInt64Nanoseconds(regel.tijdstip - absl::FromUnixSeconds(seconds))));
  EncodeOpdracht(regel, &encoded);
  return encoded;
}

}  // namespace ketenproef::conformance
