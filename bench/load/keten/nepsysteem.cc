#include "bench/load/keten/nepsysteem.h"

#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <map>
#include <mutex>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "fixtures/population/bsn.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "ketenproef/v1/gemeente_register_service.grpc.pb.h"
#include "ketenproef/v1/journaal_service.grpc.pb.h"
#include "ketenproef/v1/omgeving_service.grpc.pb.h"
#include "ketenproef/v1/uwv_beoordeling_service.grpc.pb.h"
#include "ketenproef/v1/uwv_melding_service.grpc.pb.h"
#include "ketenproef/v1/uwv_register_service.grpc.pb.h"

namespace ketenproef::load {
namespace {

constexpr int kEenOpZoveel = 50;  // goes wrong where something does

absl::CivilDay CivilOf(const v1::Datum& datum) {
  return absl::CivilDay(datum.jaar(), datum.maand(), datum.dag());
}

void SetCivil(absl::CivilDay dag, v1::Datum* datum) {
  datum->set_jaar(static_cast<std::int32_t>(dag.year()));
  datum->set_maand(dag.month());
  datum->set_dag(dag.day());
}

// What it has taken in.
struct Kas {
  explicit Kas(Gebrek was) : gebrek(was) {}

  const Gebrek gebrek;
  std::mutex mutex;
  int omgevingen = 0;
  absl::CivilDay vandaag;
  std::vector<v1::Ziektegeval> gevallen;
  std::vector<v1::Gebeurtenis> journaal;
  std::int64_t gezien = 0;
  std::int64_t aanvaard = 0;
  std::map<std::string, std::int64_t> geweigerd;
};

std::string RuleAgainst(const v1::Ziekmelding& melding, const Kas& kas) {
  if (!PassesElfproef(static_cast<std::uint32_t>(std::stoul(melding.bsn())))) return "BSN-01";
  if (CivilOf(melding.eerste_ao_dag()) < absl::CivilDay(2020, 1, 1)) return "ZM-02";
  if (CivilOf(melding.eerste_ao_dag()) > kas.vandaag && kas.gebrek != Gebrek::kTeRuim) return "ZM-03";
  if (kas.gebrek == Gebrek::kTeStreng && kas.gezien % kEenOpZoveel == 0) return "ZM-08";
  return "";
}

std::string Take(const v1::Ziekmelding& melding, Kas& kas, v1::Ontvangst* ontvangst) {
  const std::lock_guard<std::mutex> lock(kas.mutex);
  ++kas.gezien;
  const std::string regel = RuleAgainst(melding, kas);
  if (!regel.empty()) {
    const std::string said = kas.gebrek == Gebrek::kVerkeerdeRegel && regel == "ZM-02" ? "ZM-03" : regel;
    ++kas.geweigerd[said];
    return said;
  }
  const absl::CivilDay eerste = CivilOf(melding.eerste_ao_dag());
  const int late = static_cast<int>(std::max<absl::civil_diff_t>(kas.vandaag - (eerste + 42), 0));
  const int fines[] = {0, 70, 230, 455};
  int fine = late == 0 ? 0 : late < 7 ? 1 : late < 28 ? 2 : 3;
  if (kas.gebrek == Gebrek::kVerkeerdeBoete && late == 7) fine = 1;
  ++kas.aanvaard;
  ontvangst->set_volgnummer(kas.aanvaard);
  v1::Meldingoordeel& oordeel = *ontvangst->add_oordelen();
  oordeel.set_soort(v1::MELDINGSOORT_ZIEK);
  oordeel.set_kenmerk(melding.kenmerk());
  oordeel.set_bsn(melding.bsn());
  SetCivil(kas.vandaag, oordeel.mutable_ontvangen_op());
  SetCivil(eerste + 42, oordeel.mutable_uiterste_dag());
  oordeel.set_tijdig(late == 0);
  oordeel.set_dagen_te_laat(late);
  oordeel.set_boete_eur(fines[fine]);
  v1::Ziektegeval geval;
  geval.set_loonheffingennummer(melding.loonheffingennummer());
  geval.set_kenmerk(melding.kenmerk());
  geval.set_bsn(melding.bsn());
  *geval.mutable_eerste_ao_dag() = melding.eerste_ao_dag();
  SetCivil(kas.vandaag, geval.mutable_ontvangen_op());
  geval.set_volgnummer(kas.aanvaard);
  const bool is_chosen = kas.aanvaard % kEenOpZoveel == 0;
  int copies = 1;
  if (is_chosen && kas.gebrek == Gebrek::kVerliest) copies = 0;
  if (is_chosen && kas.gebrek == Gebrek::kVerdubbelt) copies = 2;
  for (int i = 0; i < copies; ++i) kas.gevallen.push_back(geval);
  v1::Gebeurtenis gebeurtenis;
  gebeurtenis.set_volgnummer(kas.aanvaard);
  *gebeurtenis.mutable_ziekmelding_accepted()->mutable_ziekmelding() = melding;
  *gebeurtenis.mutable_ziekmelding_accepted()->mutable_oordeel() = oordeel;
  const bool is_forgotten = is_chosen && kas.gebrek == Gebrek::kVergeetJournaal;
  for (int i = 0; i < (is_forgotten ? 0 : copies); ++i) kas.journaal.push_back(gebeurtenis);
  return "";
}

class Meldingen final : public v1::UwvMeldingService::Service {
 public:
  explicit Meldingen(Kas& kas) : kas_(kas) {}

  grpc::Status SubmitZiekmelding(grpc::ServerContext* /*context*/,
                                 const v1::SubmitZiekmeldingRequest* request,
                                 v1::SubmitZiekmeldingResponse* response) override {
    if (kas_.gebrek == Gebrek::kValtUit && request->ziekmelding().kenmerk().back() == '3') {
      return grpc::Status(grpc::StatusCode::UNAVAILABLE, "away");
    }
    const std::string regel = Take(request->ziekmelding(), kas_, response->mutable_ontvangst());
    if (regel.empty()) return grpc::Status::OK;
    google::rpc::ErrorInfo info;
    info.set_reason(regel);
    google::rpc::Status details;
    details.add_details()->PackFrom(info);
    return grpc::Status(grpc::StatusCode::FAILED_PRECONDITION, regel, details.SerializeAsString());
  }

  grpc::Status SubmitMeldingen(
      grpc::ServerContext* /*context*/,
      grpc::ServerReaderWriter<v1::SubmitMeldingenResponse, v1::SubmitMeldingenRequest>* stream) override {
    v1::SubmitMeldingenRequest request;
    while (stream->Read(&request)) {
      v1::SubmitMeldingenResponse response;
      for (const v1::Melding& melding : request.meldingen()) {
        v1::Meldingresultaat& resultaat = *response.add_resultaten();
        const std::string regel = Take(melding.ziekmelding(), kas_, resultaat.mutable_ontvangst());
        if (!regel.empty()) resultaat.mutable_weigering()->set_regel(regel);
      }
      stream->Write(response);
    }
    return grpc::Status::OK;
  }

 private:
  Kas& kas_;
};

template <typename Stream, typename Request, typename Response>
grpc::Status AcceptAll(Stream* stream) {
  Request request;
  while (stream->Read(&request)) {
    Response response;
    for (int i = 0; i < request.registraties_size(); ++i) response.add_resultaten()->mutable_verwerkt();
    stream->Write(response);
  }
  return grpc::Status::OK;
}

class Registers final : public v1::UwvRegisterService::Service {
  grpc::Status SubmitRegistraties(grpc::ServerContext* /*context*/,
                                  grpc::ServerReaderWriter<v1::SubmitRegistratiesResponse,
                                                           v1::SubmitRegistratiesRequest>* stream) override {
    return AcceptAll<std::remove_pointer_t<decltype(stream)>, v1::SubmitRegistratiesRequest,
                     v1::SubmitRegistratiesResponse>(stream);
  }
};

class GemeenteRegisters final : public v1::GemeenteRegisterService::Service {
  grpc::Status SubmitGemeenteRegistraties(
      grpc::ServerContext* /*context*/,
      grpc::ServerReaderWriter<v1::SubmitGemeenteRegistratiesResponse, v1::SubmitGemeenteRegistratiesRequest>*
          stream) override {
    return AcceptAll<std::remove_pointer_t<decltype(stream)>, v1::SubmitGemeenteRegistratiesRequest,
                     v1::SubmitGemeenteRegistratiesResponse>(stream);
  }
};

// One page of what there is.
template <typename Request, typename Response, typename Record, typename Add>
void FillPage(const Request& request, const std::vector<Record>& records, Response* response, Add add) {
  std::size_t next = request.page_token().empty() ? 0 : std::stoul(request.page_token());
  const std::size_t end = std::min(next + static_cast<std::size_t>(request.page_size()), records.size());
  for (; next < end; ++next) *add() = records[next];
  if (next < records.size()) response->set_next_page_token(std::to_string(next));
}

class Beoordelingen final : public v1::UwvBeoordelingService::Service {
 public:
  explicit Beoordelingen(Kas& kas) : kas_(kas) {}

 private:
  grpc::Status ListZiektegevallen(grpc::ServerContext* /*context*/,
                                  const v1::ListZiektegevallenRequest* request,
                                  v1::ListZiektegevallenResponse* response) override {
    const std::lock_guard<std::mutex> lock(kas_.mutex);
    FillPage(*request, kas_.gevallen, response, [&] { return response->add_ziektegevallen(); });
    return grpc::Status::OK;
  }

  Kas& kas_;
};

class Journaal final : public v1::JournaalService::Service {
 public:
  explicit Journaal(Kas& kas) : kas_(kas) {}

 private:
  grpc::Status ListGebeurtenissen(grpc::ServerContext* /*context*/,
                                  const v1::ListGebeurtenissenRequest* request,
                                  v1::ListGebeurtenissenResponse* response) override {
    const std::lock_guard<std::mutex> lock(kas_.mutex);
    FillPage(*request, kas_.journaal, response, [&] { return response->add_gebeurtenissen(); });
    return grpc::Status::OK;
  }

  Kas& kas_;
};

class Omgevingen final : public v1::OmgevingService::Service {
 public:
  explicit Omgevingen(Kas& kas) : kas_(kas) {}

 private:
  grpc::Status CreateOmgeving(grpc::ServerContext* /*context*/, const v1::CreateOmgevingRequest* request,
                              v1::CreateOmgevingResponse* /*response*/) override {
    const std::lock_guard<std::mutex> lock(kas_.mutex);
    if (request->instelling().naam() == "bestaat-al") {
      return grpc::Status(grpc::StatusCode::ALREADY_EXISTS, "there is one of this name");
    }
    ++kas_.omgevingen;
    kas_.vandaag = absl::ToCivilDay(absl::FromUnixSeconds(request->instelling().start_tijdstip().seconds()),
                                    absl::UTCTimeZone());
    return grpc::Status::OK;
  }
  grpc::Status DeleteOmgeving(grpc::ServerContext* /*context*/, const v1::DeleteOmgevingRequest* /*request*/,
                              v1::DeleteOmgevingResponse* /*response*/) override {
    const std::lock_guard<std::mutex> lock(kas_.mutex);
    --kas_.omgevingen;
    return grpc::Status::OK;
  }
  grpc::Status GetOmgeving(grpc::ServerContext* /*context*/, const v1::GetOmgevingRequest* /*request*/,
                           v1::GetOmgevingResponse* response) override {
    const std::lock_guard<std::mutex> lock(kas_.mutex);
    v1::Soorttelling& soort = *response->mutable_omgeving()->add_soorttellingen();
    soort.set_soort(v1::OPDRACHTSOORT_ZIEKMELDING);
    soort.set_aantal_aanvaard(kas_.aanvaard + (kas_.gebrek == Gebrek::kTeltVerkeerd ? 1 : 0));
    for (const auto& [regel, aantal] : kas_.geweigerd) {
      v1::Regeltelling& telling = *response->mutable_omgeving()->add_regeltellingen();
      telling.set_regel(regel);
      telling.set_aantal(aantal);
    }
    return grpc::Status::OK;
  }

  Kas& kas_;
};

}  // namespace

struct Nepsysteem::Delen {
  explicit Delen(Gebrek gebrek)
      : kas(gebrek), meldingen(kas), beoordelingen(kas), journaal(kas), omgevingen(kas) {
    grpc::ServerBuilder builder;
    for (grpc::Service* service : std::initializer_list<grpc::Service*>{
             &meldingen, &registers, &gemeente_registers, &beoordelingen, &journaal, &omgevingen}) {
      builder.RegisterService(service);
    }
    builder.AddListeningPort("localhost:0", grpc::InsecureServerCredentials(), &port);
    server = builder.BuildAndStart();
  }

  Kas kas;
  Meldingen meldingen;
  Registers registers;
  GemeenteRegisters gemeente_registers;
  Beoordelingen beoordelingen;
  Journaal journaal;
  Omgevingen omgevingen;
  int port = 0;
  std::unique_ptr<grpc::Server> server;
};

Nepsysteem::Nepsysteem(Gebrek gebrek) : delen_(std::make_unique<Delen>(gebrek)) {}

Nepsysteem::~Nepsysteem() {
  delen_->server->Shutdown(absl::ToChronoTime(absl::UnixEpoch()));
}

std::string Nepsysteem::address() const {
  return absl::StrCat("localhost:", delen_->port);
}

int Nepsysteem::omgevingen() const {
  const std::lock_guard<std::mutex> lock(delen_->kas.mutex);
  return delen_->kas.omgevingen;
}

}  // namespace ketenproef::load
