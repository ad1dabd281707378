// The environments of the server. Delegation only: see server/handlers.
#ifndef KETENPROEF_SERVER_TRANSPORT_OMGEVING_SERVICE_H_
#define KETENPROEF_SERVER_TRANSPORT_OMGEVING_SERVICE_H_

#include "ketenproef/v1/omgeving_service.grpc.pb.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/unary_call.h"

namespace ketenproef {

class OmgevingService final : public v1::OmgevingService::CallbackService {
 public:
  explicit OmgevingService(Omgevingen& omgevingen);

  grpc::ServerUnaryReactor* CreateOmgeving(grpc::CallbackServerContext* context,
                                           const v1::CreateOmgevingRequest* request,
                                           v1::CreateOmgevingResponse* response) override;
  grpc::ServerUnaryReactor* GetOmgeving(grpc::CallbackServerContext* context,
                                        const v1::GetOmgevingRequest* request,
                                        v1::GetOmgevingResponse* response) override;
  grpc::ServerUnaryReactor* ListOmgevingen(grpc::CallbackServerContext* context,
                                           const v1::ListOmgevingenRequest* request,
                                           v1::ListOmgevingenResponse* response) override;
  grpc::ServerUnaryReactor* DeleteOmgeving(grpc::CallbackServerContext* context,
                                           const v1::DeleteOmgevingRequest* request,
                                           v1::DeleteOmgevingResponse* response) override;
  grpc::ServerUnaryReactor* SetRollen(grpc::CallbackServerContext* context,
                                      const v1::SetRollenRequest* request,
                                      v1::SetRollenResponse* response) override;
  grpc::ServerUnaryReactor* ListProfielen(grpc::CallbackServerContext* context,
                                          const v1::ListProfielenRequest* request,
                                          v1::ListProfielenResponse* response) override;

 private:
  Omgevingen& omgevingen_;
  ControlThread thread_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_OMGEVING_SERVICE_H_
