// Fault plans. Delegation only: see server/handlers.
#ifndef KETENPROEF_SERVER_TRANSPORT_STORING_SERVICE_H_
#define KETENPROEF_SERVER_TRANSPORT_STORING_SERVICE_H_

#include "ketenproef/v1/storing_service.grpc.pb.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

class StoringService final : public v1::StoringService::CallbackService {
 public:
  explicit StoringService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* CreateStoring(grpc::CallbackServerContext* context,
                                          const v1::CreateStoringRequest* request,
                                          v1::CreateStoringResponse* response) override;
  grpc::ServerUnaryReactor* ListStoringen(grpc::CallbackServerContext* context,
                                          const v1::ListStoringenRequest* request,
                                          v1::ListStoringenResponse* response) override;
  grpc::ServerUnaryReactor* DeleteStoring(grpc::CallbackServerContext* context,
                                          const v1::DeleteStoringRequest* request,
                                          v1::DeleteStoringResponse* response) override;

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_STORING_SERVICE_H_
