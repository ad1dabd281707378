// The simulated gemeenten. Delegation only: see server/handlers.
#include "ketenproef/v1/gemeente_service.grpc.pb.h"
#include "server/handlers/gemeente.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/service_factories.h"
#include "server/transport/unary_call.h"

namespace ketenproef {
namespace {

class GemeenteService final : public v1::GemeenteService::CallbackService {
 public:
  explicit GemeenteService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* LookupLks(grpc::CallbackServerContext* context,
                                      const v1::LookupLksRequest* request,
                                      v1::LookupLksResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, LookupLksHandler);
  }
  grpc::ServerUnaryReactor* DeliverRapportage(grpc::CallbackServerContext* context,
                                              const v1::DeliverRapportageRequest* request,
                                              v1::DeliverRapportageResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, DeliverRapportageHandler);
  }
  grpc::ServerUnaryReactor* DeliverMelding(grpc::CallbackServerContext* context,
                                           const v1::DeliverMeldingRequest* request,
                                           v1::DeliverMeldingResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, DeliverMeldingHandler);
  }

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeGemeenteService(const Omgevingen& omgevingen) {
  return std::make_unique<GemeenteService>(omgevingen);
}

}  // namespace ketenproef
