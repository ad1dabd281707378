// Fault plans. Delegation only: see server/handlers.
#include "ketenproef/v1/storing_service.grpc.pb.h"
#include "server/handlers/storing.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/service_factories.h"
#include "server/transport/unary_call.h"

namespace ketenproef {
namespace {

class StoringService final : public v1::StoringService::CallbackService {
 public:
  explicit StoringService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* CreateStoring(grpc::CallbackServerContext* context,
                                          const v1::CreateStoringRequest* request,
                                          v1::CreateStoringResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, CreateStoringHandler);
  }
  grpc::ServerUnaryReactor* ListStoringen(grpc::CallbackServerContext* context,
                                          const v1::ListStoringenRequest* request,
                                          v1::ListStoringenResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListStoringenHandler);
  }
  grpc::ServerUnaryReactor* DeleteStoring(grpc::CallbackServerContext* context,
                                          const v1::DeleteStoringRequest* request,
                                          v1::DeleteStoringResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, DeleteStoringHandler);
  }

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeStoringService(const Omgevingen& omgevingen) {
  return std::make_unique<StoringService>(omgevingen);
}

}  // namespace ketenproef
