#include "server/transport/uwv_beoordeling_service.h"

#include "server/handlers/uwv_beoordeling.h"
#include "server/transport/batch_stream.h"
#include "server/transport/unary_call.h"

namespace ketenproef {

grpc::ServerUnaryReactor* UwvBeoordelingService::ExtendBeoordeling(
    grpc::CallbackServerContext* context, const v1::ExtendBeoordelingRequest* request,
    v1::ExtendBeoordelingResponse* response) {
  return StartUnary(context, omgevingen_, request, response, ExtendBeoordelingHandler);
}

grpc::ServerUnaryReactor* UwvBeoordelingService::DecideBeoordeling(
    grpc::CallbackServerContext* context, const v1::DecideBeoordelingRequest* request,
    v1::DecideBeoordelingResponse* response) {
  return StartUnary(context, omgevingen_, request, response, DecideBeoordelingHandler);
}

grpc::ServerBidiReactor<v1::SubmitBeoordelingenRequest, v1::SubmitBeoordelingenResponse>*
UwvBeoordelingService::SubmitBeoordelingen(grpc::CallbackServerContext* context) {
  return StartBatches(context, omgevingen_, SubmitBeoordelingenHandler);
}

grpc::ServerUnaryReactor* UwvBeoordelingService::GetZiektegeval(grpc::CallbackServerContext* context,
                                                                const v1::GetZiektegevalRequest* request,
                                                                v1::GetZiektegevalResponse* response) {
  return StartUnary(context, omgevingen_, request, response, GetZiektegevalHandler);
}

grpc::ServerUnaryReactor* UwvBeoordelingService::ListZiektegevallen(
    grpc::CallbackServerContext* context, const v1::ListZiektegevallenRequest* request,
    v1::ListZiektegevallenResponse* response) {
  return StartUnary(context, omgevingen_, request, response, ListZiektegevallenHandler);
}

}  // namespace ketenproef
