// For tests: every method of the contract as one overloaded call, over real stubs. The generated stubs are
// included in one place only, as they are dear to compile.
#ifndef KETENPROEF_SERVER_APP_STUBS_H_
#define KETENPROEF_SERVER_APP_STUBS_H_

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/support/status.h>
#include <grpcpp/support/sync_stream.h>

#include <memory>
#include <string>

#include "ketenproef/v1/draaiboek_service.pb.h"
#include "ketenproef/v1/gemeente_register_service.pb.h"
#include "ketenproef/v1/gemeente_service.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.pb.h"
#include "ketenproef/v1/journaal_service.pb.h"
#include "ketenproef/v1/klok_service.pb.h"
#include "ketenproef/v1/omgeving_service.pb.h"
#include "ketenproef/v1/storing_service.pb.h"
#include "ketenproef/v1/uwv_beoordeling_service.pb.h"
#include "ketenproef/v1/uwv_melding_service.pb.h"
#include "ketenproef/v1/uwv_register_service.pb.h"

namespace ketenproef {

// What a unary call came back with.
template <typename Response>
struct Answer {
  grpc::Status status;
  Response response;
};

// A stream, and the context that must outlive it.
template <typename Request, typename Response>
struct BatchCall {
  std::unique_ptr<grpc::ClientContext> context;
  std::unique_ptr<grpc::ClientReaderWriterInterface<Request, Response>> stream;
};
template <typename Response>
struct ReadCall {
  std::unique_ptr<grpc::ClientContext> context;
  std::unique_ptr<grpc::ClientReaderInterface<Response>> stream;
};

// Calls in one environment; thread-safe.
class Stubs {
 public:
  // `omgeving` empty: without the metadata, so for the default environment.
  Stubs(std::shared_ptr<grpc::Channel> channel, std::string omgeving);

  // DraaiboekService.
  BatchCall<v1::PlayDraaiboekRequest, v1::PlayDraaiboekResponse> PlayDraaiboek() const;

  // GemeenteRegisterService.
  Answer<v1::RegisterWoonplaatsResponse> Call(const v1::RegisterWoonplaatsRequest& request) const;
  Answer<v1::ListWoonplaatsenResponse> Call(const v1::ListWoonplaatsenRequest& request) const;
  Answer<v1::RegisterLksPeriodeResponse> Call(const v1::RegisterLksPeriodeRequest& request) const;
  Answer<v1::EndLksPeriodeResponse> Call(const v1::EndLksPeriodeRequest& request) const;
  Answer<v1::ListLksPeriodenResponse> Call(const v1::ListLksPeriodenRequest& request) const;
  BatchCall<v1::SubmitGemeenteRegistratiesRequest, v1::SubmitGemeenteRegistratiesResponse>
  SubmitGemeenteRegistraties() const;

  // GemeenteService.
  Answer<v1::LookupLksResponse> Call(const v1::LookupLksRequest& request) const;
  Answer<v1::DeliverRapportageResponse> Call(const v1::DeliverRapportageRequest& request) const;
  Answer<v1::DeliverMeldingResponse> Call(const v1::DeliverMeldingRequest& request) const;

  // InlichtingenbureauService.
  Answer<v1::ListRapportagesResponse> Call(const v1::ListRapportagesRequest& request) const;
  ReadCall<v1::DownloadRapportageResponse> DownloadRapportage(
      const v1::DownloadRapportageRequest& request) const;
  Answer<v1::ConfirmRapportageResponse> Call(const v1::ConfirmRapportageRequest& request) const;
  Answer<v1::ListDoorleveringenResponse> Call(const v1::ListDoorleveringenRequest& request) const;
  Answer<v1::ConfirmDoorleveringenResponse> Call(const v1::ConfirmDoorleveringenRequest& request) const;
  Answer<v1::ListBerichtenResponse> Call(const v1::ListBerichtenRequest& request) const;
  Answer<v1::ListNotificatiesResponse> Call(const v1::ListNotificatiesRequest& request) const;
  Answer<v1::ListAangehoudenResponse> Call(const v1::ListAangehoudenRequest& request) const;
  Answer<v1::ListLeveringenResponse> Call(const v1::ListLeveringenRequest& request) const;
  Answer<v1::SetAfnemerResponse> Call(const v1::SetAfnemerRequest& request) const;
  Answer<v1::GetAfnemerResponse> Call(const v1::GetAfnemerRequest& request) const;

  // JournaalService.
  Answer<v1::ListGebeurtenissenResponse> Call(const v1::ListGebeurtenissenRequest& request) const;
  ReadCall<v1::WatchGebeurtenissenResponse> WatchGebeurtenissen(
      const v1::WatchGebeurtenissenRequest& request) const;

  // KlokService.
  Answer<v1::GetClockResponse> Call(const v1::GetClockRequest& request) const;
  Answer<v1::AdvanceClockResponse> Call(const v1::AdvanceClockRequest& request) const;
  Answer<v1::SetClockModeResponse> Call(const v1::SetClockModeRequest& request) const;
  ReadCall<v1::WatchClockResponse> WatchClock(const v1::WatchClockRequest& request) const;

  // OmgevingService.
  Answer<v1::CreateOmgevingResponse> Call(const v1::CreateOmgevingRequest& request) const;
  Answer<v1::GetOmgevingResponse> Call(const v1::GetOmgevingRequest& request) const;
  Answer<v1::ListOmgevingenResponse> Call(const v1::ListOmgevingenRequest& request) const;
  Answer<v1::DeleteOmgevingResponse> Call(const v1::DeleteOmgevingRequest& request) const;
  Answer<v1::SetRollenResponse> Call(const v1::SetRollenRequest& request) const;
  Answer<v1::ListProfielenResponse> Call(const v1::ListProfielenRequest& request) const;

  // StoringService.
  Answer<v1::CreateStoringResponse> Call(const v1::CreateStoringRequest& request) const;
  Answer<v1::ListStoringenResponse> Call(const v1::ListStoringenRequest& request) const;
  Answer<v1::DeleteStoringResponse> Call(const v1::DeleteStoringRequest& request) const;

  // UwvBeoordelingService.
  Answer<v1::ExtendBeoordelingResponse> Call(const v1::ExtendBeoordelingRequest& request) const;
  Answer<v1::DecideBeoordelingResponse> Call(const v1::DecideBeoordelingRequest& request) const;
  BatchCall<v1::SubmitBeoordelingenRequest, v1::SubmitBeoordelingenResponse> SubmitBeoordelingen() const;
  Answer<v1::GetZiektegevalResponse> Call(const v1::GetZiektegevalRequest& request) const;
  Answer<v1::ListZiektegevallenResponse> Call(const v1::ListZiektegevallenRequest& request) const;

  // UwvMeldingService.
  Answer<v1::SubmitZiekmeldingResponse> Call(const v1::SubmitZiekmeldingRequest& request) const;
  Answer<v1::SubmitHerstelmeldingResponse> Call(const v1::SubmitHerstelmeldingRequest& request) const;
  Answer<v1::SubmitZiekEnHerstelmeldingResponse> Call(
      const v1::SubmitZiekEnHerstelmeldingRequest& request) const;
  Answer<v1::WithdrawZiekmeldingResponse> Call(const v1::WithdrawZiekmeldingRequest& request) const;
  BatchCall<v1::SubmitMeldingenRequest, v1::SubmitMeldingenResponse> SubmitMeldingen() const;

  // UwvRegisterService.
  Answer<v1::RegisterDoelgroepregistratieResponse> Call(
      const v1::RegisterDoelgroepregistratieRequest& request) const;
  Answer<v1::EndDoelgroepregistratieResponse> Call(const v1::EndDoelgroepregistratieRequest& request) const;
  Answer<v1::ListDoelgroepregistratiesResponse> Call(
      const v1::ListDoelgroepregistratiesRequest& request) const;
  Answer<v1::RegisterDienstverbandResponse> Call(const v1::RegisterDienstverbandRequest& request) const;
  Answer<v1::EndDienstverbandResponse> Call(const v1::EndDienstverbandRequest& request) const;
  Answer<v1::ListDienstverbandenResponse> Call(const v1::ListDienstverbandenRequest& request) const;
  BatchCall<v1::SubmitRegistratiesRequest, v1::SubmitRegistratiesResponse> SubmitRegistraties() const;

 private:
  std::shared_ptr<grpc::Channel> channel_;
  std::string omgeving_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_APP_STUBS_H_
