#include "bench/werknemers.h"

#include <utility>

#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "fixtures/csv/reader.h"
#include "fixtures/embedded/embedded.h"
#include "fixtures/population/bsn.h"
#include "ketenproef/v1/draaiboek_service.pb.h"
#include "ketenproef/v1/gemeente_register_service.pb.h"
#include "ketenproef/v1/uwv_melding_service.pb.h"
#include "ketenproef/v1/uwv_register_service.pb.h"

namespace ketenproef::bench {
namespace {

constexpr int kBatchRecords = 1'000;
constexpr std::uint64_t kSeed = 1;
constexpr int kWerkgevers = 20'000;
constexpr int kLoonwaarde = 60;
// Of the year.
constexpr int kDagenMetZiekmelding = 300;
constexpr int kDagenTotToekenning = 20;
constexpr int kDagenTotEindeGemeld = 25;
constexpr int kDagenTotEinde = 30;
constexpr std::int64_t kSecondsPerDay = 86'400;
// Well within the day, in summer too.
constexpr std::int64_t kUurVanMelding = 9 * 3'600;

const absl::CivilDay kRegistersVan(2020, 1, 1);
const absl::CivilDay kEersteDag(2025, 1, 1);

void SetDatum(absl::CivilDay dag, v1::Datum* datum) {
  datum->set_jaar(static_cast<std::int32_t>(dag.year()));
  datum->set_maand(dag.month());
  datum->set_dag(dag.day());
}

void Fill(const Werknemers& werknemers, int werknemer, v1::Doelgroepregistratie* registratie) {
  registratie->set_bsn(werknemers.BsnText(werknemer));
  SetDatum(kRegistersVan, registratie->mutable_datum_van());
}

void Fill(const Werknemers& werknemers, int werknemer, v1::Dienstverband* dienstverband) {
  dienstverband->set_bsn(werknemers.BsnText(werknemer));
  dienstverband->set_loonheffingennummer(werknemers.Loonheffingennummer(werknemer));
  SetDatum(kRegistersVan, dienstverband->mutable_datum_van());
}

void Fill(const Werknemers& werknemers, int werknemer, v1::Woonplaats* woonplaats) {
  woonplaats->set_bsn(werknemers.BsnText(werknemer));
  woonplaats->set_gemeentecode(werknemers.Gemeentecode(werknemer));
  SetDatum(kRegistersVan, woonplaats->mutable_datum_van());
}

void Fill(const Werknemers& werknemers, int werknemer, v1::LksPeriode* periode) {
  periode->set_bsn(werknemers.BsnText(werknemer));
  periode->set_gemeentecode(werknemers.Gemeentecode(werknemer));
  SetDatum(kRegistersVan, periode->mutable_datum_van());
  periode->set_loonwaarde(kLoonwaarde);
  periode->set_forfaitair(false);
}

void Fill(const Werknemers& werknemers, int werknemer, absl::CivilDay eerste_ao_dag,
          v1::Ziekmelding* melding) {
  melding->set_kenmerk(werknemers.Kenmerk(werknemer));
  melding->set_bsn(werknemers.BsnText(werknemer));
  melding->set_loonheffingennummer(werknemers.Loonheffingennummer(werknemer));
  SetDatum(eerste_ao_dag, melding->mutable_eerste_ao_dag());
  melding->set_no_risk(true);
}

// Collects records into serialised requests.
template <typename Request>
class Batches {
 public:
  // The request to add one more record to.
  Request& Next() {
    if (records_ == kBatchRecords) Flush();
    ++records_;
    return request_;
  }
  std::vector<std::string> Take() {
    if (records_ > 0) Flush();
    return std::move(batches_);
  }

 private:
  void Flush() {
    batches_.push_back(request_.SerializeAsString());
    request_.Clear();
    records_ = 0;
  }

  Request request_;
  int records_ = 0;
  std::vector<std::string> batches_;
};

// The year, a day at a time.
class Jaar {
 public:
  explicit Jaar(const Werknemers& werknemers) : werknemers_(werknemers) {}

  std::vector<std::string> Make() {
    for (int werknemer = 0; werknemer < werknemers_.aantal(); ++werknemer) AddRegisters(werknemer);
    for (int dag = 0; dag < kDagenMetZiekmelding + kDagenTotEinde; ++dag) {
      ForEachIllOn(dag, [&](int werknemer) { AddZiekmelding(dag, werknemer); });
      ForEachIllOn(dag - kDagenTotToekenning, [&](int werknemer) { AddBeslissing(dag, werknemer); });
      ForEachIllOn(dag - kDagenTotEindeGemeld, [&](int werknemer) { AddEinde(dag, werknemer); });
    }
    return batches_.Take();
  }

 private:
  template <typename Use>
  void ForEachIllOn(int dag, Use use) const {
    if (dag < 0 || dag >= kDagenMetZiekmelding) return;
    for (int werknemer = dag; werknemer < werknemers_.aantal(); werknemer += kDagenMetZiekmelding)
      use(werknemer);
  }

  v1::Draaiboekregel& NextRegel(int dag) {
    v1::Draaiboekregel& regel = *batches_.Next().add_regels();
    regel.set_regelnummer(++regelnummer_);
    regel.mutable_tijdstip()->set_seconds(kJaarBeginUnixSeconds + kSecondsPerDay * dag + kUurVanMelding);
    return regel;
  }

  void AddRegisters(int werknemer) {
    Fill(werknemers_, werknemer, NextRegel(0).mutable_doelgroepregistratie());
    Fill(werknemers_, werknemer, NextRegel(0).mutable_woonplaats());
    Fill(werknemers_, werknemer, NextRegel(0).mutable_dienstverband());
    Fill(werknemers_, werknemer, NextRegel(0).mutable_lks_periode());
  }
  void AddZiekmelding(int dag, int werknemer) {
    Fill(werknemers_, werknemer, kEersteDag + dag, NextRegel(dag).mutable_ziekmelding());
  }
  void AddBeslissing(int dag, int werknemer) {
    v1::Beslissing* beslissing = NextRegel(dag).mutable_beslissing();
    beslissing->set_loonheffingennummer(werknemers_.Loonheffingennummer(werknemer));
    beslissing->set_verwijst_naar(werknemers_.Kenmerk(werknemer));
    beslissing->set_uitkomst(v1::UITKOMST_TOEKENNING);
  }
  void AddEinde(int dag, int werknemer) {
    v1::EindeDienstverband* einde = NextRegel(dag).mutable_einde_dienstverband();
    einde->set_bsn(werknemers_.BsnText(werknemer));
    einde->set_loonheffingennummer(werknemers_.Loonheffingennummer(werknemer));
    SetDatum(kEersteDag + (dag - kDagenTotEindeGemeld + kDagenTotEinde), einde->mutable_datum_tot());
  }

  const Werknemers& werknemers_;
  std::int64_t regelnummer_ = 0;
  Batches<v1::PlayDraaiboekRequest> batches_;
};

}  // namespace

absl::StatusOr<Werknemers> Werknemers::Make(int aantal) {
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
  const auto place =
      static_cast<std::size_t>(werknemer / kDagenMetZiekmelding + werknemer % kDagenMetZiekmelding);
  return gemeentecodes_[place % gemeentecodes_.size()];
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

std::vector<std::string> ZiekmeldingBatches(const Werknemers& werknemers) {
  Batches<v1::SubmitMeldingenRequest> batches;
  for (int i = 0; i < werknemers.aantal(); ++i) {
    Fill(werknemers, i, kEersteDag, batches.Next().add_meldingen()->mutable_ziekmelding());
  }
  return batches.Take();
}

std::vector<std::string> ZiekmeldingRequests(const Werknemers& werknemers) {
  std::vector<std::string> requests;
  for (int i = 0; i < werknemers.aantal(); ++i) {
    v1::SubmitZiekmeldingRequest request;
    Fill(werknemers, i, kEersteDag, request.mutable_ziekmelding());
    requests.push_back(request.SerializeAsString());
  }
  return requests;
}

std::vector<std::string> JaarBatches(const Werknemers& werknemers) {
  return Jaar(werknemers).Make();
}

}  // namespace ketenproef::bench
