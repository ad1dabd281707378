#include "server/transport/omgeving_service.h"

#include <vector>

#include "server/handlers/omgevingen.h"
#include "server/rules/limits.h"

namespace ketenproef {

OmgevingService::OmgevingService(Omgevingen& omgevingen)
    : omgevingen_(omgevingen), thread_(kMaxQueuedCalls, [](std::vector<absl::AnyInvocable<void()>>& calls) {
        for (auto& call : calls) call();
      }) {}

grpc::ServerUnaryReactor* OmgevingService::CreateOmgeving(grpc::CallbackServerContext* context,
                                                          const v1::CreateOmgevingRequest* request,
                                                          v1::CreateOmgevingResponse* response) {
  return StartControl(context, thread_, omgevingen_, request, response, CreateOmgevingHandler);
}

grpc::ServerUnaryReactor* OmgevingService::GetOmgeving(grpc::CallbackServerContext* context,
                                                       const v1::GetOmgevingRequest* request,
                                                       v1::GetOmgevingResponse* response) {
  return StartControl(context, thread_, omgevingen_, request, response, GetOmgevingHandler);
}

grpc::ServerUnaryReactor* OmgevingService::ListOmgevingen(grpc::CallbackServerContext* context,
                                                          const v1::ListOmgevingenRequest* request,
                                                          v1::ListOmgevingenResponse* response) {
  return StartControl(context, thread_, omgevingen_, request, response, ListOmgevingenHandler);
}

grpc::ServerUnaryReactor* OmgevingService::DeleteOmgeving(grpc::CallbackServerContext* context,
                                                          const v1::DeleteOmgevingRequest* request,
                                                          v1::DeleteOmgevingResponse* response) {
  return StartControl(context, thread_, omgevingen_, request, response, DeleteOmgevingHandler);
}

grpc::ServerUnaryReactor* OmgevingService::SetRollen(grpc::CallbackServerContext* /*context*/,
                                                     const v1::SetRollenRequest* request,
                                                     v1::SetRollenResponse* response) {
  return new UnaryCall<v1::SetRollenRequest, v1::SetRollenResponse>(omgevingen_.Find(request->naam()),
                                                                    request, response, SetRollenHandler);
}

grpc::ServerUnaryReactor* OmgevingService::ListProfielen(grpc::CallbackServerContext* context,
                                                         const v1::ListProfielenRequest* request,
                                                         v1::ListProfielenResponse* response) {
  return StartControl(context, thread_, omgevingen_, request, response, ListProfielenHandler);
}

}  // namespace ketenproef
