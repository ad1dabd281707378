// The registers of the simulated gemeenten. Delegation only: see server/handlers.
#ifndef KETENPROEF_SERVER_TRANSPORT_GEMEENTE_REGISTER_SERVICE_H_
#define KETENPROEF_SERVER_TRANSPORT_GEMEENTE_REGISTER_SERVICE_H_

#include "ketenproef/v1/gemeente_register_service.grpc.pb.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

class GemeenteRegisterService final : public v1::GemeenteRegisterService::CallbackService {
 public:
  explicit GemeenteRegisterService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* RegisterWoonplaats(grpc::CallbackServerContext* context,
                                               const v1::RegisterWoonplaatsRequest* request,
                                               v1::RegisterWoonplaatsResponse* response) override;
  grpc::ServerUnaryReactor* ListWoonplaatsen(grpc::CallbackServerContext* context,
                                             const v1::ListWoonplaatsenRequest* request,
                                             v1::ListWoonplaatsenResponse* response) override;
  grpc::ServerUnaryReactor* RegisterLksPeriode(grpc::CallbackServerContext* context,
                                               const v1::RegisterLksPeriodeRequest* request,
                                               v1::RegisterLksPeriodeResponse* response) override;
  grpc::ServerUnaryReactor* EndLksPeriode(grpc::CallbackServerContext* context,
                                          const v1::EndLksPeriodeRequest* request,
                                          v1::EndLksPeriodeResponse* response) override;
  grpc::ServerUnaryReactor* ListLksPerioden(grpc::CallbackServerContext* context,
                                            const v1::ListLksPeriodenRequest* request,
                                            v1::ListLksPeriodenResponse* response) override;
  grpc::ServerBidiReactor<v1::SubmitGemeenteRegistratiesRequest, v1::SubmitGemeenteRegistratiesResponse>*
  SubmitGemeenteRegistraties(grpc::CallbackServerContext* context) override;

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_GEMEENTE_REGISTER_SERVICE_H_
