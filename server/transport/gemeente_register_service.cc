// The registers of the simulated gemeenten. Delegation only: see server/handlers.
#include "ketenproef/v1/gemeente_register_service.grpc.pb.h"
#include "server/handlers/registers.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/batch_stream.h"
#include "server/transport/service_factories.h"
#include "server/transport/unary_call.h"

namespace ketenproef {
namespace {

class GemeenteRegisterService final : public v1::GemeenteRegisterService::CallbackService {
 public:
  explicit GemeenteRegisterService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* RegisterWoonplaats(grpc::CallbackServerContext* context,
                                               const v1::RegisterWoonplaatsRequest* request,
                                               v1::RegisterWoonplaatsResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, RegisterWoonplaatsHandler);
  }
  grpc::ServerUnaryReactor* ListWoonplaatsen(grpc::CallbackServerContext* context,
                                             const v1::ListWoonplaatsenRequest* request,
                                             v1::ListWoonplaatsenResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListWoonplaatsenHandler);
  }
  grpc::ServerUnaryReactor* RegisterLksPeriode(grpc::CallbackServerContext* context,
                                               const v1::RegisterLksPeriodeRequest* request,
                                               v1::RegisterLksPeriodeResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, RegisterLksPeriodeHandler);
  }
  grpc::ServerUnaryReactor* EndLksPeriode(grpc::CallbackServerContext* context,
                                          const v1::EndLksPeriodeRequest* request,
                                          v1::EndLksPeriodeResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, EndLksPeriodeHandler);
  }
  grpc::ServerUnaryReactor* ListLksPerioden(grpc::CallbackServerContext* context,
                                            const v1::ListLksPeriodenRequest* request,
                                            v1::ListLksPeriodenResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListLksPeriodenHandler);
  }
  grpc::ServerBidiReactor<v1::SubmitGemeenteRegistratiesRequest, v1::SubmitGemeenteRegistratiesResponse>*
  SubmitGemeenteRegistraties(grpc::CallbackServerContext* context) override {
    return StartBatches(context, omgevingen_, SubmitGemeenteRegistratiesHandler);
  }

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeGemeenteRegisterService(const Omgevingen& omgevingen) {
  return std::make_unique<GemeenteRegisterService>(omgevingen);
}

}  // namespace ketenproef
