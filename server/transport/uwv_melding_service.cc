#include "server/transport/uwv_melding_service.h"

#include "server/handlers/uwv_melding.h"
#include "server/transport/batch_stream.h"
#include "server/transport/unary_call.h"

namespace ketenproef {

grpc::ServerUnaryReactor* UwvMeldingService::SubmitZiekmelding(grpc::CallbackServerContext* context,
                                                               const v1::SubmitZiekmeldingRequest* request,
                                                               v1::SubmitZiekmeldingResponse* response) {
  return StartUnary(context, omgevingen_, request, response, SubmitZiekmeldingHandler);
}

grpc::ServerUnaryReactor* UwvMeldingService::SubmitHerstelmelding(
    grpc::CallbackServerContext* context, const v1::SubmitHerstelmeldingRequest* request,
    v1::SubmitHerstelmeldingResponse* response) {
  return StartUnary(context, omgevingen_, request, response, SubmitHerstelmeldingHandler);
}

grpc::ServerUnaryReactor* UwvMeldingService::SubmitZiekEnHerstelmelding(
    grpc::CallbackServerContext* context, const v1::SubmitZiekEnHerstelmeldingRequest* request,
    v1::SubmitZiekEnHerstelmeldingResponse* response) {
  return StartUnary(context, omgevingen_, request, response, SubmitZiekEnHerstelmeldingHandler);
}

grpc::ServerUnaryReactor* UwvMeldingService::WithdrawZiekmelding(
    grpc::CallbackServerContext* context, const v1::WithdrawZiekmeldingRequest* request,
    v1::WithdrawZiekmeldingResponse* response) {
  return StartUnary(context, omgevingen_, request, response, WithdrawZiekmeldingHandler);
}

grpc::ServerBidiReactor<v1::SubmitMeldingenRequest, v1::SubmitMeldingenResponse>*
UwvMeldingService::SubmitMeldingen(grpc::CallbackServerContext* context) {
  return StartBatches(context, omgevingen_, SubmitMeldingenHandler);
}

}  // namespace ketenproef
