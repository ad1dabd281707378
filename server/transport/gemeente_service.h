// The simulated gemeenten. Delegation only: see server/handlers.
#ifndef KETENPROEF_SERVER_TRANSPORT_GEMEENTE_SERVICE_H_
#define KETENPROEF_SERVER_TRANSPORT_GEMEENTE_SERVICE_H_

#include "ketenproef/v1/gemeente_service.grpc.pb.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

class GemeenteService final : public v1::GemeenteService::CallbackService {
 public:
  explicit GemeenteService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* LookupLks(grpc::CallbackServerContext* context,
                                      const v1::LookupLksRequest* request,
                                      v1::LookupLksResponse* response) override;
  grpc::ServerUnaryReactor* DeliverRapportage(grpc::CallbackServerContext* context,
                                              const v1::DeliverRapportageRequest* request,
                                              v1::DeliverRapportageResponse* response) override;
  grpc::ServerUnaryReactor* DeliverMelding(grpc::CallbackServerContext* context,
                                           const v1::DeliverMeldingRequest* request,
                                           v1::DeliverMeldingResponse* response) override;

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_GEMEENTE_SERVICE_H_
