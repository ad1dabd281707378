#include "client/cli/serve_calls.h"

#include <grpcpp/client_context.h>
#include <gtest/gtest.h>

#include "client/cli/grpc_status.h"
#include "client/cli/pages.h"
#include "ketenproef/v1/gemeente_register_service.grpc.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.grpc.pb.h"
#include "ketenproef/v1/journaal_service.grpc.pb.h"
#include "ketenproef/v1/klok_service.grpc.pb.h"
#include "ketenproef/v1/omgeving_service.grpc.pb.h"
#include "ketenproef/v1/uwv_melding_service.grpc.pb.h"

namespace ketenproef {
namespace {

void SetDatum(int jaar, v1::Datum* datum) {
  datum->set_jaar(jaar);
  datum->set_maand(1);
  datum->set_dag(1);
}

}  // namespace

v1::Omgeving Omgeving(const ServeProcess& serve) {
  grpc::ClientContext context;
  v1::GetOmgevingRequest request;
  request.set_naam("standaard");
  v1::GetOmgevingResponse response;
  const grpc::Status status =
      v1::OmgevingService::NewStub(serve.Channel())->GetOmgeving(&context, request, &response);
  EXPECT_TRUE(status.ok()) << status.error_message() << serve.Log();
  return response.omgeving();
}

std::vector<std::string> Rapportages(const ServeProcess& serve) {
  grpc::ClientContext context;
  v1::ListRapportagesResponse response;
  const grpc::Status status = v1::InlichtingenbureauService::NewStub(serve.Channel())
                                  ->ListRapportages(&context, v1::ListRapportagesRequest(), &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  std::vector<std::string> names;
  for (const v1::Rapportage& rapportage : response.rapportages()) names.push_back(rapportage.bestandsnaam());
  return names;
}

std::vector<v1::Gebeurtenis> Journaal(const ServeProcess& serve) {
  const auto stub = v1::JournaalService::NewStub(serve.Channel());
  std::vector<v1::Gebeurtenis> gebeurtenissen;
  const absl::Status status = ForEachPage<v1::ListGebeurtenissenRequest, v1::ListGebeurtenissenResponse>(
      "standaard", [&stub](auto&&... call) { return stub->ListGebeurtenissen(call...); },
      [&gebeurtenissen](const auto& page) {
        gebeurtenissen.insert(gebeurtenissen.end(), page.gebeurtenissen().begin(),
                              page.gebeurtenissen().end());
      });
  EXPECT_TRUE(status.ok()) << status;
  return gebeurtenissen;
}

void Advance(const ServeProcess& serve, std::int64_t seconds) {
  grpc::ClientContext context;
  v1::AdvanceClockRequest request;
  request.mutable_duur()->set_seconds(seconds);
  v1::AdvanceClockResponse response;
  const grpc::Status status =
      v1::KlokService::NewStub(serve.Channel())->AdvanceClock(&context, request, &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
}

absl::Status SubmitZiekmelding(const ServeProcess& serve, const std::string& omgeving,
                               const std::string& kenmerk, const std::string& bsn) {
  grpc::ClientContext context;
  context.AddMetadata("omgeving", omgeving);
  v1::SubmitZiekmeldingRequest request;
  request.mutable_ziekmelding()->set_kenmerk(kenmerk);
  request.mutable_ziekmelding()->set_bsn(bsn);
  request.mutable_ziekmelding()->set_loonheffingennummer("100000000L01");
  SetDatum(2025, request.mutable_ziekmelding()->mutable_eerste_ao_dag());
  request.mutable_ziekmelding()->set_no_risk(true);
  v1::SubmitZiekmeldingResponse response;
  return FromGrpc(
      v1::UwvMeldingService::NewStub(serve.Channel())->SubmitZiekmelding(&context, request, &response));
}

int StreamWoonplaatsen(const ServeProcess& serve, int batch_records,
                       const std::function<void(int)>& acknowledged) {
  v1::SubmitGemeenteRegistratiesRequest batch;
  for (int i = 0; i < batch_records; ++i) {
    v1::Woonplaats* const woonplaats = batch.add_registraties()->mutable_woonplaats();
    woonplaats->set_bsn("000009830");
    woonplaats->set_gemeentecode("0363");
    SetDatum(2024, woonplaats->mutable_datum_van());
  }
  grpc::ClientContext context;
  const auto stream =
      v1::GemeenteRegisterService::NewStub(serve.Channel())->SubmitGemeenteRegistraties(&context);
  v1::SubmitGemeenteRegistratiesResponse answer;
  int records = 0;
  while (stream->Write(batch) && stream->Read(&answer)) {
    EXPECT_EQ(answer.resultaten_size(), batch_records);
    records += answer.resultaten_size();
    acknowledged(records);
  }
  EXPECT_FALSE(stream->Finish().ok());
  return records;
}

}  // namespace ketenproef
