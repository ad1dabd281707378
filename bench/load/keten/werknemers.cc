#include "bench/load/keten/werknemers.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_format.h"
#include "bench/load/keten/batches.h"
#include "fixtures/csv/reader.h"
#include "fixtures/embedded/embedded.h"
#include "fixtures/population/bsn.h"
#include "ketenproef/v1/gemeente_register_service.pb.h"
#include "ketenproef/v1/uwv_register_service.pb.h"

namespace ketenproef::load {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr int kWerkgevers = 20'000;
constexpr int kLoonwaarde = 60;

}  // namespace

absl::StatusOr<Werknemers> Werknemers::Make(int aantal, int gemeenten) {
  auto bsns = MakeBsns("negenreeks", aantal, kSeed);
  if (!bsns.ok()) return bsns.status();
  Werknemers werknemers;
  werknemers.bsns_ = *std::move(bsns);
  auto reader = CsvReader::Open("gemeenten.csv", EmbeddedGemeenten(), {"code", "naam"});
  if (!reader.ok()) return reader.status();
  for (;;) {
    const auto more = reader->Next();
    if (!more.ok()) return more.status();
    if (!*more) break;
    werknemers.gemeentecodes_.emplace_back(reader->row()[0]);
  }
  auto& codes = werknemers.gemeentecodes_;
  if (gemeenten > 0) codes.resize(std::min(codes.size(), static_cast<std::size_t>(gemeenten)));
  return werknemers;
}

std::string Werknemers::BsnText(int werknemer) const {
  return absl::StrFormat("%09d", BsnOf(werknemer));
}

std::string Werknemers::Loonheffingennummer(int werknemer) const {
  return absl::StrFormat("%09dL01", 100'000'000 + werknemer % kWerkgevers);
}

std::string Werknemers::Kenmerk(int werknemer) const {
  return absl::StrFormat("Z%08d", werknemer);
}

const std::string& Werknemers::Gemeentecode(int werknemer) const {
  // Those who fall ill on one day live all over the country.
  const int place = werknemer / kDagenMetZiekmelding + werknemer % kDagenMetZiekmelding;
  return gemeentecodes_[static_cast<std::size_t>(place) % gemeentecodes_.size()];
}

void Fill(const Werknemers& werknemers, int werknemer, v1::Doelgroepregistratie* registratie) {
  registratie->set_bsn(werknemers.BsnText(werknemer));
  SetDatum(RegistersVan(), registratie->mutable_datum_van());
}

void Fill(const Werknemers& werknemers, int werknemer, v1::Dienstverband* dienstverband) {
  dienstverband->set_bsn(werknemers.BsnText(werknemer));
  dienstverband->set_loonheffingennummer(werknemers.Loonheffingennummer(werknemer));
  SetDatum(RegistersVan(), dienstverband->mutable_datum_van());
}

void Fill(const Werknemers& werknemers, int werknemer, v1::Woonplaats* woonplaats) {
  woonplaats->set_bsn(werknemers.BsnText(werknemer));
  woonplaats->set_gemeentecode(werknemers.Gemeentecode(werknemer));
  SetDatum(RegistersVan(), woonplaats->mutable_datum_van());
}

void Fill(const Werknemers& werknemers, int werknemer, v1::LksPeriode* periode) {
  periode->set_bsn(werknemers.BsnText(werknemer));
  periode->set_gemeentecode(werknemers.Gemeentecode(werknemer));
  SetDatum(RegistersVan(), periode->mutable_datum_van());
  periode->set_loonwaarde(kLoonwaarde);
  periode->set_forfaitair(false);
}

void Fill(const Werknemers& werknemers, int werknemer, absl::CivilDay eerste_ao_dag,
          v1::Ziekmelding* ziekmelding) {
  ziekmelding->set_kenmerk(werknemers.Kenmerk(werknemer));
  ziekmelding->set_bsn(werknemers.BsnText(werknemer));
  ziekmelding->set_loonheffingennummer(werknemers.Loonheffingennummer(werknemer));
  SetDatum(eerste_ao_dag, ziekmelding->mutable_eerste_ao_dag());
  ziekmelding->set_no_risk(true);
}

std::vector<std::string> RegistratieBatches(const Werknemers& werknemers) {
  Batches<v1::SubmitRegistratiesRequest> batches;
  for (int i = 0; i < werknemers.aantal(); ++i) {
    Fill(werknemers, i, batches.Next().add_registraties()->mutable_doelgroepregistratie());
    Fill(werknemers, i, batches.Next().add_registraties()->mutable_dienstverband());
  }
  return batches.Take();
}

std::vector<std::string> GemeenteRegistratieBatches(const Werknemers& werknemers) {
  Batches<v1::SubmitGemeenteRegistratiesRequest> batches;
  for (int i = 0; i < werknemers.aantal(); ++i) {
    Fill(werknemers, i, batches.Next().add_registraties()->mutable_woonplaats());
    Fill(werknemers, i, batches.Next().add_registraties()->mutable_lks_periode());
  }
  return batches.Take();
}

void SetDatum(absl::CivilDay dag, v1::Datum* datum) {
  datum->set_jaar(static_cast<std::int32_t>(dag.year()));
  datum->set_maand(dag.month());
  datum->set_dag(dag.day());
}

absl::CivilDay DagOf(const v1::Datum& datum) {
  return absl::CivilDay(datum.jaar(), datum.maand(), datum.dag());
}

}  // namespace ketenproef::load
