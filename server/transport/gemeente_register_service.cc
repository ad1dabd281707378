#include "server/transport/gemeente_register_service.h"

#include "server/handlers/registers.h"
#include "server/transport/batch_stream.h"
#include "server/transport/unary_call.h"

namespace ketenproef {

grpc::ServerUnaryReactor* GemeenteRegisterService::RegisterWoonplaats(
    grpc::CallbackServerContext* context, const v1::RegisterWoonplaatsRequest* request,
    v1::RegisterWoonplaatsResponse* response) {
  return StartUnary(context, omgevingen_, request, response, RegisterWoonplaatsHandler);
}

grpc::ServerUnaryReactor* GemeenteRegisterService::ListWoonplaatsen(
    grpc::CallbackServerContext* context, const v1::ListWoonplaatsenRequest* request,
    v1::ListWoonplaatsenResponse* response) {
  return StartUnary(context, omgevingen_, request, response, ListWoonplaatsenHandler);
}

grpc::ServerUnaryReactor* GemeenteRegisterService::RegisterLksPeriode(
    grpc::CallbackServerContext* context, const v1::RegisterLksPeriodeRequest* request,
    v1::RegisterLksPeriodeResponse* response) {
  return StartUnary(context, omgevingen_, request, response, RegisterLksPeriodeHandler);
}

grpc::ServerUnaryReactor* GemeenteRegisterService::EndLksPeriode(grpc::CallbackServerContext* context,
                                                                 const v1::EndLksPeriodeRequest* request,
                                                                 v1::EndLksPeriodeResponse* response) {
  return StartUnary(context, omgevingen_, request, response, EndLksPeriodeHandler);
}

grpc::ServerUnaryReactor* GemeenteRegisterService::ListLksPerioden(grpc::CallbackServerContext* context,
                                                                   const v1::ListLksPeriodenRequest* request,
                                                                   v1::ListLksPeriodenResponse* response) {
  return StartUnary(context, omgevingen_, request, response, ListLksPeriodenHandler);
}

grpc::ServerBidiReactor<v1::SubmitGemeenteRegistratiesRequest, v1::SubmitGemeenteRegistratiesResponse>*
GemeenteRegisterService::SubmitGemeenteRegistraties(grpc::CallbackServerContext* context) {
  return StartBatches(context, omgevingen_, SubmitGemeenteRegistratiesHandler);
}

}  // namespace ketenproef
