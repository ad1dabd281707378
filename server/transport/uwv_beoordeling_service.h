// The assessment by UWV. Delegation only: see server/handlers.
#ifndef KETENPROEF_SERVER_TRANSPORT_UWV_BEOORDELING_SERVICE_H_
#define KETENPROEF_SERVER_TRANSPORT_UWV_BEOORDELING_SERVICE_H_

#include "ketenproef/v1/uwv_beoordeling_service.grpc.pb.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

class UwvBeoordelingService final : public v1::UwvBeoordelingService::CallbackService {
 public:
  explicit UwvBeoordelingService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* ExtendBeoordeling(grpc::CallbackServerContext* context,
                                              const v1::ExtendBeoordelingRequest* request,
                                              v1::ExtendBeoordelingResponse* response) override;
  grpc::ServerUnaryReactor* DecideBeoordeling(grpc::CallbackServerContext* context,
                                              const v1::DecideBeoordelingRequest* request,
                                              v1::DecideBeoordelingResponse* response) override;
  grpc::ServerBidiReactor<v1::SubmitBeoordelingenRequest, v1::SubmitBeoordelingenResponse>*
  SubmitBeoordelingen(grpc::CallbackServerContext* context) override;
  grpc::ServerUnaryReactor* GetZiektegeval(grpc::CallbackServerContext* context,
                                           const v1::GetZiektegevalRequest* request,
                                           v1::GetZiektegevalResponse* response) override;
  grpc::ServerUnaryReactor* ListZiektegevallen(grpc::CallbackServerContext* context,
                                               const v1::ListZiektegevallenRequest* request,
                                               v1::ListZiektegevallenResponse* response) override;

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_UWV_BEOORDELING_SERVICE_H_
