// Messages of employers to UWV. Delegation only: see server/handlers.
#ifndef KETENPROEF_SERVER_TRANSPORT_UWV_MELDING_SERVICE_H_
#define KETENPROEF_SERVER_TRANSPORT_UWV_MELDING_SERVICE_H_

#include "ketenproef/v1/uwv_melding_service.grpc.pb.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

class UwvMeldingService final : public v1::UwvMeldingService::CallbackService {
 public:
  explicit UwvMeldingService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* SubmitZiekmelding(grpc::CallbackServerContext* context,
                                              const v1::SubmitZiekmeldingRequest* request,
                                              v1::SubmitZiekmeldingResponse* response) override;
  grpc::ServerUnaryReactor* SubmitHerstelmelding(grpc::CallbackServerContext* context,
                                                 const v1::SubmitHerstelmeldingRequest* request,
                                                 v1::SubmitHerstelmeldingResponse* response) override;
  grpc::ServerUnaryReactor* SubmitZiekEnHerstelmelding(
      grpc::CallbackServerContext* context, const v1::SubmitZiekEnHerstelmeldingRequest* request,
      v1::SubmitZiekEnHerstelmeldingResponse* response) override;
  grpc::ServerUnaryReactor* WithdrawZiekmelding(grpc::CallbackServerContext* context,
                                                const v1::WithdrawZiekmeldingRequest* request,
                                                v1::WithdrawZiekmeldingResponse* response) override;
  grpc::ServerBidiReactor<v1::SubmitMeldingenRequest, v1::SubmitMeldingenResponse>* SubmitMeldingen(
      grpc::CallbackServerContext* context) override;

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_UWV_MELDING_SERVICE_H_
