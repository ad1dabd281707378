#include "server/transport/uwv_register_service.h"

#include "server/handlers/registers.h"
#include "server/transport/batch_stream.h"
#include "server/transport/unary_call.h"

namespace ketenproef {

grpc::ServerUnaryReactor* UwvRegisterService::RegisterDoelgroepregistratie(
    grpc::CallbackServerContext* context, const v1::RegisterDoelgroepregistratieRequest* request,
    v1::RegisterDoelgroepregistratieResponse* response) {
  return StartUnary(context, omgevingen_, request, response, RegisterDoelgroepregistratieHandler);
}

grpc::ServerUnaryReactor* UwvRegisterService::EndDoelgroepregistratie(
    grpc::CallbackServerContext* context, const v1::EndDoelgroepregistratieRequest* request,
    v1::EndDoelgroepregistratieResponse* response) {
  return StartUnary(context, omgevingen_, request, response, EndDoelgroepregistratieHandler);
}

grpc::ServerUnaryReactor* UwvRegisterService::ListDoelgroepregistraties(
    grpc::CallbackServerContext* context, const v1::ListDoelgroepregistratiesRequest* request,
    v1::ListDoelgroepregistratiesResponse* response) {
  return StartUnary(context, omgevingen_, request, response, ListDoelgroepregistratiesHandler);
}

grpc::ServerUnaryReactor* UwvRegisterService::RegisterDienstverband(
    grpc::CallbackServerContext* context, const v1::RegisterDienstverbandRequest* request,
    v1::RegisterDienstverbandResponse* response) {
  return StartUnary(context, omgevingen_, request, response, RegisterDienstverbandHandler);
}

grpc::ServerUnaryReactor* UwvRegisterService::EndDienstverband(grpc::CallbackServerContext* context,
                                                               const v1::EndDienstverbandRequest* request,
                                                               v1::EndDienstverbandResponse* response) {
  return StartUnary(context, omgevingen_, request, response, EndDienstverbandHandler);
}

grpc::ServerUnaryReactor* UwvRegisterService::ListDienstverbanden(
    grpc::CallbackServerContext* context, const v1::ListDienstverbandenRequest* request,
    v1::ListDienstverbandenResponse* response) {
  return StartUnary(context, omgevingen_, request, response, ListDienstverbandenHandler);
}

grpc::ServerBidiReactor<v1::SubmitRegistratiesRequest, v1::SubmitRegistratiesResponse>*
UwvRegisterService::SubmitRegistraties(grpc::CallbackServerContext* context) {
  return StartBatches(context, omgevingen_, SubmitRegistratiesHandler);
}

}  // namespace ketenproef
