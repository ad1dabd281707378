#include "server/transport/gemeente_service.h"

#include "server/handlers/gemeente.h"
#include "server/transport/unary_call.h"

namespace ketenproef {

grpc::ServerUnaryReactor* GemeenteService::LookupLks(grpc::CallbackServerContext* context,
                                                     const v1::LookupLksRequest* request,
                                                     v1::LookupLksResponse* response) {
  return StartUnary(context, omgevingen_, request, response, LookupLksHandler);
}

grpc::ServerUnaryReactor* GemeenteService::DeliverRapportage(grpc::CallbackServerContext* context,
                                                             const v1::DeliverRapportageRequest* request,
                                                             v1::DeliverRapportageResponse* response) {
  return StartUnary(context, omgevingen_, request, response, DeliverRapportageHandler);
}

grpc::ServerUnaryReactor* GemeenteService::DeliverMelding(grpc::CallbackServerContext* context,
                                                          const v1::DeliverMeldingRequest* request,
                                                          v1::DeliverMeldingResponse* response) {
  return StartUnary(context, omgevingen_, request, response, DeliverMeldingHandler);
}

}  // namespace ketenproef
