#include "server/app/stubs.h"

#include <chrono>
#include <utility>

#include "ketenproef/v1/draaiboek_service.grpc.pb.h"
#include "ketenproef/v1/gemeente_register_service.grpc.pb.h"
#include "ketenproef/v1/gemeente_service.grpc.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.grpc.pb.h"
#include "ketenproef/v1/journaal_service.grpc.pb.h"
#include "ketenproef/v1/klok_service.grpc.pb.h"
#include "ketenproef/v1/omgeving_service.grpc.pb.h"
#include "ketenproef/v1/storing_service.grpc.pb.h"
#include "ketenproef/v1/uwv_beoordeling_service.grpc.pb.h"
#include "ketenproef/v1/uwv_melding_service.grpc.pb.h"
#include "ketenproef/v1/uwv_register_service.grpc.pb.h"

namespace ketenproef {
namespace {

// No call of a test should take so long; a hang fails instead of going on for ever.
constexpr std::chrono::seconds kDeadline(60);

void Prepare(const std::string& omgeving, grpc::ClientContext& context) {
  if (!omgeving.empty()) context.AddMetadata("omgeving", omgeving);
  context.set_deadline(std::chrono::system_clock::now() + kDeadline);
}

template <typename Stub, typename Request, typename Response>
Answer<Response> Unary(Stub stub,
                       grpc::Status (Stub::element_type::*method)(grpc::ClientContext*, const Request&,
                                                                  Response*),
                       const std::string& omgeving, const Request& request) {
  grpc::ClientContext context;
  Prepare(omgeving, context);
  Answer<Response> answer;
  answer.status = ((*stub).*method)(&context, request, &answer.response);
  return answer;
}

}  // namespace

Stubs::Stubs(std::shared_ptr<grpc::Channel> channel, std::string omgeving)
    : channel_(std::move(channel)), omgeving_(std::move(omgeving)) {}

BatchCall<v1::PlayDraaiboekRequest, v1::PlayDraaiboekResponse> Stubs::PlayDraaiboek() const {
  auto context = std::make_unique<grpc::ClientContext>();
  Prepare(omgeving_, *context);
  auto stream = v1::DraaiboekService::NewStub(channel_)->PlayDraaiboek(context.get());
  return {std::move(context), std::move(stream)};
}
Answer<v1::RegisterWoonplaatsResponse> Stubs::Call(const v1::RegisterWoonplaatsRequest& request) const {
  return Unary(v1::GemeenteRegisterService::NewStub(channel_),
               &v1::GemeenteRegisterService::Stub::RegisterWoonplaats, omgeving_, request);
}
Answer<v1::ListWoonplaatsenResponse> Stubs::Call(const v1::ListWoonplaatsenRequest& request) const {
  return Unary(v1::GemeenteRegisterService::NewStub(channel_),
               &v1::GemeenteRegisterService::Stub::ListWoonplaatsen, omgeving_, request);
}
Answer<v1::RegisterLksPeriodeResponse> Stubs::Call(const v1::RegisterLksPeriodeRequest& request) const {
  return Unary(v1::GemeenteRegisterService::NewStub(channel_),
               &v1::GemeenteRegisterService::Stub::RegisterLksPeriode, omgeving_, request);
}
Answer<v1::EndLksPeriodeResponse> Stubs::Call(const v1::EndLksPeriodeRequest& request) const {
  return Unary(v1::GemeenteRegisterService::NewStub(channel_),
               &v1::GemeenteRegisterService::Stub::EndLksPeriode, omgeving_, request);
}
Answer<v1::ListLksPeriodenResponse> Stubs::Call(const v1::ListLksPeriodenRequest& request) const {
  return Unary(v1::GemeenteRegisterService::NewStub(channel_),
               &v1::GemeenteRegisterService::Stub::ListLksPerioden, omgeving_, request);
}
BatchCall<v1::SubmitGemeenteRegistratiesRequest, v1::SubmitGemeenteRegistratiesResponse>
Stubs::SubmitGemeenteRegistraties() const {
  auto context = std::make_unique<grpc::ClientContext>();
  Prepare(omgeving_, *context);
  auto stream = v1::GemeenteRegisterService::NewStub(channel_)->SubmitGemeenteRegistraties(context.get());
  return {std::move(context), std::move(stream)};
}
Answer<v1::LookupLksResponse> Stubs::Call(const v1::LookupLksRequest& request) const {
  return Unary(v1::GemeenteService::NewStub(channel_), &v1::GemeenteService::Stub::LookupLks, omgeving_,
               request);
}
Answer<v1::DeliverRapportageResponse> Stubs::Call(const v1::DeliverRapportageRequest& request) const {
  return Unary(v1::GemeenteService::NewStub(channel_), &v1::GemeenteService::Stub::DeliverRapportage,
               omgeving_, request);
}
Answer<v1::DeliverMeldingResponse> Stubs::Call(const v1::DeliverMeldingRequest& request) const {
  return Unary(v1::GemeenteService::NewStub(channel_), &v1::GemeenteService::Stub::DeliverMelding, omgeving_,
               request);
}
Answer<v1::ListRapportagesResponse> Stubs::Call(const v1::ListRapportagesRequest& request) const {
  return Unary(v1::InlichtingenbureauService::NewStub(channel_),
               &v1::InlichtingenbureauService::Stub::ListRapportages, omgeving_, request);
}
ReadCall<v1::DownloadRapportageResponse> Stubs::DownloadRapportage(
    const v1::DownloadRapportageRequest& request) const {
  auto context = std::make_unique<grpc::ClientContext>();
  Prepare(omgeving_, *context);
  auto stream = v1::InlichtingenbureauService::NewStub(channel_)->DownloadRapportage(context.get(), request);
  return {std::move(context), std::move(stream)};
}
Answer<v1::ConfirmRapportageResponse> Stubs::Call(const v1::ConfirmRapportageRequest& request) const {
  return Unary(v1::InlichtingenbureauService::NewStub(channel_),
               &v1::InlichtingenbureauService::Stub::ConfirmRapportage, omgeving_, request);
}
Answer<v1::ListDoorleveringenResponse> Stubs::Call(const v1::ListDoorleveringenRequest& request) const {
  return Unary(v1::InlichtingenbureauService::NewStub(channel_),
               &v1::InlichtingenbureauService::Stub::ListDoorleveringen, omgeving_, request);
}
Answer<v1::ConfirmDoorleveringenResponse> Stubs::Call(const v1::ConfirmDoorleveringenRequest& request) const {
  return Unary(v1::InlichtingenbureauService::NewStub(channel_),
               &v1::InlichtingenbureauService::Stub::ConfirmDoorleveringen, omgeving_, request);
}
Answer<v1::ListBerichtenResponse> Stubs::Call(const v1::ListBerichtenRequest& request) const {
  return Unary(v1::InlichtingenbureauService::NewStub(channel_),
               &v1::InlichtingenbureauService::Stub::ListBerichten, omgeving_, request);
}
Answer<v1::ListNotificatiesResponse> Stubs::Call(const v1::ListNotificatiesRequest& request) const {
  return Unary(v1::InlichtingenbureauService::NewStub(channel_),
               &v1::InlichtingenbureauService::Stub::ListNotificaties, omgeving_, request);
}
Answer<v1::ListAangehoudenResponse> Stubs::Call(const v1::ListAangehoudenRequest& request) const {
  return Unary(v1::InlichtingenbureauService::NewStub(channel_),
               &v1::InlichtingenbureauService::Stub::ListAangehouden, omgeving_, request);
}
Answer<v1::ListLeveringenResponse> Stubs::Call(const v1::ListLeveringenRequest& request) const {
  return Unary(v1::InlichtingenbureauService::NewStub(channel_),
               &v1::InlichtingenbureauService::Stub::ListLeveringen, omgeving_, request);
}
Answer<v1::CreateStoringResponse> Stubs::Call(const v1::CreateStoringRequest& request) const {
  return Unary(v1::StoringService::NewStub(channel_), &v1::StoringService::Stub::CreateStoring, omgeving_,
               request);
}
Answer<v1::ListStoringenResponse> Stubs::Call(const v1::ListStoringenRequest& request) const {
  return Unary(v1::StoringService::NewStub(channel_), &v1::StoringService::Stub::ListStoringen, omgeving_,
               request);
}
Answer<v1::DeleteStoringResponse> Stubs::Call(const v1::DeleteStoringRequest& request) const {
  return Unary(v1::StoringService::NewStub(channel_), &v1::StoringService::Stub::DeleteStoring, omgeving_,
               request);
}
Answer<v1::SetAfnemerResponse> Stubs::Call(const v1::SetAfnemerRequest& request) const {
  return Unary(v1::InlichtingenbureauService::NewStub(channel_),
               &v1::InlichtingenbureauService::Stub::SetAfnemer, omgeving_, request);
}
Answer<v1::GetAfnemerResponse> Stubs::Call(const v1::GetAfnemerRequest& request) const {
  return Unary(v1::InlichtingenbureauService::NewStub(channel_),
               &v1::InlichtingenbureauService::Stub::GetAfnemer, omgeving_, request);
}
Answer<v1::ListGebeurtenissenResponse> Stubs::Call(const v1::ListGebeurtenissenRequest& request) const {
  return Unary(v1::JournaalService::NewStub(channel_), &v1::JournaalService::Stub::ListGebeurtenissen,
               omgeving_, request);
}
ReadCall<v1::WatchGebeurtenissenResponse> Stubs::WatchGebeurtenissen(
    const v1::WatchGebeurtenissenRequest& request) const {
  auto context = std::make_unique<grpc::ClientContext>();
  Prepare(omgeving_, *context);
  auto stream = v1::JournaalService::NewStub(channel_)->WatchGebeurtenissen(context.get(), request);
  return {std::move(context), std::move(stream)};
}
Answer<v1::GetClockResponse> Stubs::Call(const v1::GetClockRequest& request) const {
  return Unary(v1::KlokService::NewStub(channel_), &v1::KlokService::Stub::GetClock, omgeving_, request);
}
Answer<v1::AdvanceClockResponse> Stubs::Call(const v1::AdvanceClockRequest& request) const {
  return Unary(v1::KlokService::NewStub(channel_), &v1::KlokService::Stub::AdvanceClock, omgeving_, request);
}
Answer<v1::SetClockModeResponse> Stubs::Call(const v1::SetClockModeRequest& request) const {
  return Unary(v1::KlokService::NewStub(channel_), &v1::KlokService::Stub::SetClockMode, omgeving_, request);
}
ReadCall<v1::WatchClockResponse> Stubs::WatchClock(const v1::WatchClockRequest& request) const {
  auto context = std::make_unique<grpc::ClientContext>();
  Prepare(omgeving_, *context);
  auto stream = v1::KlokService::NewStub(channel_)->WatchClock(context.get(), request);
  return {std::move(context), std::move(stream)};
}
Answer<v1::CreateOmgevingResponse> Stubs::Call(const v1::CreateOmgevingRequest& request) const {
  return Unary(v1::OmgevingService::NewStub(channel_), &v1::OmgevingService::Stub::CreateOmgeving, omgeving_,
               request);
}
Answer<v1::GetOmgevingResponse> Stubs::Call(const v1::GetOmgevingRequest& request) const {
  return Unary(v1::OmgevingService::NewStub(channel_), &v1::OmgevingService::Stub::GetOmgeving, omgeving_,
               request);
}
Answer<v1::ListOmgevingenResponse> Stubs::Call(const v1::ListOmgevingenRequest& request) const {
  return Unary(v1::OmgevingService::NewStub(channel_), &v1::OmgevingService::Stub::ListOmgevingen, omgeving_,
               request);
}
Answer<v1::DeleteOmgevingResponse> Stubs::Call(const v1::DeleteOmgevingRequest& request) const {
  return Unary(v1::OmgevingService::NewStub(channel_), &v1::OmgevingService::Stub::DeleteOmgeving, omgeving_,
               request);
}
Answer<v1::SetRollenResponse> Stubs::Call(const v1::SetRollenRequest& request) const {
  return Unary(v1::OmgevingService::NewStub(channel_), &v1::OmgevingService::Stub::SetRollen, omgeving_,
               request);
}
Answer<v1::ListProfielenResponse> Stubs::Call(const v1::ListProfielenRequest& request) const {
  return Unary(v1::OmgevingService::NewStub(channel_), &v1::OmgevingService::Stub::ListProfielen, omgeving_,
               request);
}
Answer<v1::ExtendBeoordelingResponse> Stubs::Call(const v1::ExtendBeoordelingRequest& request) const {
  return Unary(v1::UwvBeoordelingService::NewStub(channel_),
               &v1::UwvBeoordelingService::Stub::ExtendBeoordeling, omgeving_, request);
}
Answer<v1::DecideBeoordelingResponse> Stubs::Call(const v1::DecideBeoordelingRequest& request) const {
  return Unary(v1::UwvBeoordelingService::NewStub(channel_),
               &v1::UwvBeoordelingService::Stub::DecideBeoordeling, omgeving_, request);
}
BatchCall<v1::SubmitBeoordelingenRequest, v1::SubmitBeoordelingenResponse> Stubs::SubmitBeoordelingen()
    const {
  auto context = std::make_unique<grpc::ClientContext>();
  Prepare(omgeving_, *context);
  auto stream = v1::UwvBeoordelingService::NewStub(channel_)->SubmitBeoordelingen(context.get());
  return {std::move(context), std::move(stream)};
}
Answer<v1::GetZiektegevalResponse> Stubs::Call(const v1::GetZiektegevalRequest& request) const {
  return Unary(v1::UwvBeoordelingService::NewStub(channel_), &v1::UwvBeoordelingService::Stub::GetZiektegeval,
               omgeving_, request);
}
Answer<v1::ListZiektegevallenResponse> Stubs::Call(const v1::ListZiektegevallenRequest& request) const {
  return Unary(v1::UwvBeoordelingService::NewStub(channel_),
               &v1::UwvBeoordelingService::Stub::ListZiektegevallen, omgeving_, request);
}
Answer<v1::SubmitZiekmeldingResponse> Stubs::Call(const v1::SubmitZiekmeldingRequest& request) const {
  return Unary(v1::UwvMeldingService::NewStub(channel_), &v1::UwvMeldingService::Stub::SubmitZiekmelding,
               omgeving_, request);
}
Answer<v1::SubmitHerstelmeldingResponse> Stubs::Call(const v1::SubmitHerstelmeldingRequest& request) const {
  return Unary(v1::UwvMeldingService::NewStub(channel_), &v1::UwvMeldingService::Stub::SubmitHerstelmelding,
               omgeving_, request);
}
Answer<v1::SubmitZiekEnHerstelmeldingResponse> Stubs::Call(
    const v1::SubmitZiekEnHerstelmeldingRequest& request) const {
  return Unary(v1::UwvMeldingService::NewStub(channel_),
               &v1::UwvMeldingService::Stub::SubmitZiekEnHerstelmelding, omgeving_, request);
}
Answer<v1::WithdrawZiekmeldingResponse> Stubs::Call(const v1::WithdrawZiekmeldingRequest& request) const {
  return Unary(v1::UwvMeldingService::NewStub(channel_), &v1::UwvMeldingService::Stub::WithdrawZiekmelding,
               omgeving_, request);
}
BatchCall<v1::SubmitMeldingenRequest, v1::SubmitMeldingenResponse> Stubs::SubmitMeldingen() const {
  auto context = std::make_unique<grpc::ClientContext>();
  Prepare(omgeving_, *context);
  auto stream = v1::UwvMeldingService::NewStub(channel_)->SubmitMeldingen(context.get());
  return {std::move(context), std::move(stream)};
}
Answer<v1::RegisterDoelgroepregistratieResponse> Stubs::Call(
    const v1::RegisterDoelgroepregistratieRequest& request) const {
  return Unary(v1::UwvRegisterService::NewStub(channel_),
               &v1::UwvRegisterService::Stub::RegisterDoelgroepregistratie, omgeving_, request);
}
Answer<v1::EndDoelgroepregistratieResponse> Stubs::Call(
    const v1::EndDoelgroepregistratieRequest& request) const {
  return Unary(v1::UwvRegisterService::NewStub(channel_),
               &v1::UwvRegisterService::Stub::EndDoelgroepregistratie, omgeving_, request);
}
Answer<v1::ListDoelgroepregistratiesResponse> Stubs::Call(
    const v1::ListDoelgroepregistratiesRequest& request) const {
  return Unary(v1::UwvRegisterService::NewStub(channel_),
               &v1::UwvRegisterService::Stub::ListDoelgroepregistraties, omgeving_, request);
}
Answer<v1::RegisterDienstverbandResponse> Stubs::Call(const v1::RegisterDienstverbandRequest& request) const {
  return Unary(v1::UwvRegisterService::NewStub(channel_),
               &v1::UwvRegisterService::Stub::RegisterDienstverband, omgeving_, request);
}
Answer<v1::EndDienstverbandResponse> Stubs::Call(const v1::EndDienstverbandRequest& request) const {
  return Unary(v1::UwvRegisterService::NewStub(channel_), &v1::UwvRegisterService::Stub::EndDienstverband,
               omgeving_, request);
}
Answer<v1::ListDienstverbandenResponse> Stubs::Call(const v1::ListDienstverbandenRequest& request) const {
  return Unary(v1::UwvRegisterService::NewStub(channel_), &v1::UwvRegisterService::Stub::ListDienstverbanden,
               omgeving_, request);
}
BatchCall<v1::SubmitRegistratiesRequest, v1::SubmitRegistratiesResponse> Stubs::SubmitRegistraties() const {
  auto context = std::make_unique<grpc::ClientContext>();
  Prepare(omgeving_, *context);
  auto stream = v1::UwvRegisterService::NewStub(channel_)->SubmitRegistraties(context.get());
  return {std::move(context), std::move(stream)};
}

}  // namespace ketenproef
