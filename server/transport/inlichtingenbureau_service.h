// The Inlichtingenbureau. Delegation only: see server/handlers.
#ifndef KETENPROEF_SERVER_TRANSPORT_INLICHTINGENBUREAU_SERVICE_H_
#define KETENPROEF_SERVER_TRANSPORT_INLICHTINGENBUREAU_SERVICE_H_

#include "ketenproef/v1/inlichtingenbureau_service.grpc.pb.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

class InlichtingenbureauService final : public v1::InlichtingenbureauService::CallbackService {
 public:
  explicit InlichtingenbureauService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* ListRapportages(grpc::CallbackServerContext* context,
                                            const v1::ListRapportagesRequest* request,
                                            v1::ListRapportagesResponse* response) override;
  grpc::ServerWriteReactor<v1::DownloadRapportageResponse>* DownloadRapportage(
      grpc::CallbackServerContext* context, const v1::DownloadRapportageRequest* request) override;
  grpc::ServerUnaryReactor* ConfirmRapportage(grpc::CallbackServerContext* context,
                                              const v1::ConfirmRapportageRequest* request,
                                              v1::ConfirmRapportageResponse* response) override;
  grpc::ServerUnaryReactor* ListDoorleveringen(grpc::CallbackServerContext* context,
                                               const v1::ListDoorleveringenRequest* request,
                                               v1::ListDoorleveringenResponse* response) override;
  grpc::ServerUnaryReactor* ConfirmDoorleveringen(grpc::CallbackServerContext* context,
                                                  const v1::ConfirmDoorleveringenRequest* request,
                                                  v1::ConfirmDoorleveringenResponse* response) override;
  grpc::ServerUnaryReactor* ListBerichten(grpc::CallbackServerContext* context,
                                          const v1::ListBerichtenRequest* request,
                                          v1::ListBerichtenResponse* response) override;
  grpc::ServerUnaryReactor* ListNotificaties(grpc::CallbackServerContext* context,
                                             const v1::ListNotificatiesRequest* request,
                                             v1::ListNotificatiesResponse* response) override;
  grpc::ServerUnaryReactor* ListAangehouden(grpc::CallbackServerContext* context,
                                            const v1::ListAangehoudenRequest* request,
                                            v1::ListAangehoudenResponse* response) override;
  grpc::ServerUnaryReactor* ListLeveringen(grpc::CallbackServerContext* context,
                                           const v1::ListLeveringenRequest* request,
                                           v1::ListLeveringenResponse* response) override;
  grpc::ServerUnaryReactor* SetAfnemer(grpc::CallbackServerContext* context,
                                       const v1::SetAfnemerRequest* request,
                                       v1::SetAfnemerResponse* response) override;
  grpc::ServerUnaryReactor* GetAfnemer(grpc::CallbackServerContext* context,
                                       const v1::GetAfnemerRequest* request,
                                       v1::GetAfnemerResponse* response) override;

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_INLICHTINGENBUREAU_SERVICE_H_
