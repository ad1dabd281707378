#include "server/transport/storing_service.h"

#include "server/handlers/storing.h"
#include "server/transport/unary_call.h"

namespace ketenproef {

grpc::ServerUnaryReactor* StoringService::CreateStoring(grpc::CallbackServerContext* context,
                                                        const v1::CreateStoringRequest* request,
                                                        v1::CreateStoringResponse* response) {
  return StartUnary(context, omgevingen_, request, response, CreateStoringHandler);
}

grpc::ServerUnaryReactor* StoringService::ListStoringen(grpc::CallbackServerContext* context,
                                                        const v1::ListStoringenRequest* request,
                                                        v1::ListStoringenResponse* response) {
  return StartUnary(context, omgevingen_, request, response, ListStoringenHandler);
}

grpc::ServerUnaryReactor* StoringService::DeleteStoring(grpc::CallbackServerContext* context,
                                                        const v1::DeleteStoringRequest* request,
                                                        v1::DeleteStoringResponse* response) {
  return StartUnary(context, omgevingen_, request, response, DeleteStoringHandler);
}

}  // namespace ketenproef
