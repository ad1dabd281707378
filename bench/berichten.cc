#include "bench/berichten.h"

#include "absl/time/civil_time.h"
#include "bench/load/keten/batches.h"
#include "ketenproef/v1/draaiboek_service.pb.h"
#include "ketenproef/v1/uwv_melding_service.pb.h"

namespace ketenproef::bench {
namespace {

// Of the year.
constexpr int kDagenTotToekenning = 20;
constexpr int kDagenTotEindeGemeld = 25;
constexpr int kDagenTotEinde = 30;
constexpr std::int64_t kSecondsPerDay = 86'400;
// Well within the day, in summer too.
constexpr std::int64_t kUurVanMelding = 9 * 3'600;

const absl::CivilDay kEersteDag(2025, 1, 1);

// The year, a day at a time.
class Jaar {
 public:
  explicit Jaar(const Werknemers& werknemers) : werknemers_(werknemers) {}

  std::vector<std::string> Make() {
    for (int werknemer = 0; werknemer < werknemers_.aantal(); ++werknemer) AddRegisters(werknemer);
    for (int dag = 0; dag < load::kDagenMetZiekmelding + kDagenTotEinde; ++dag) {
      ForEachIllOn(dag, [&](int werknemer) { AddZiekmelding(dag, werknemer); });
      ForEachIllOn(dag - kDagenTotToekenning, [&](int werknemer) { AddBeslissing(dag, werknemer); });
      ForEachIllOn(dag - kDagenTotEindeGemeld, [&](int werknemer) { AddEinde(dag, werknemer); });
    }
    return batches_.Take();
  }

 private:
  template <typename Use>
  void ForEachIllOn(int dag, Use use) const {
    if (dag < 0 || dag >= load::kDagenMetZiekmelding) return;
    for (int werknemer = dag; werknemer < werknemers_.aantal(); werknemer += load::kDagenMetZiekmelding) {
      use(werknemer);
    }
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
    load::SetDatum(kEersteDag + (dag - kDagenTotEindeGemeld + kDagenTotEinde), einde->mutable_datum_tot());
  }

  const Werknemers& werknemers_;
  std::int64_t regelnummer_ = 0;
  load::Batches<v1::PlayDraaiboekRequest> batches_;
};

}  // namespace

std::vector<std::string> ZiekmeldingBatches(const Werknemers& werknemers) {
  load::Batches<v1::SubmitMeldingenRequest> batches;
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
