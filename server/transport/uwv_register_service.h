// The registers of UWV. Delegation only: see server/handlers.
#ifndef KETENPROEF_SERVER_TRANSPORT_UWV_REGISTER_SERVICE_H_
#define KETENPROEF_SERVER_TRANSPORT_UWV_REGISTER_SERVICE_H_

#include "ketenproef/v1/uwv_register_service.grpc.pb.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

class UwvRegisterService final : public v1::UwvRegisterService::CallbackService {
 public:
  explicit UwvRegisterService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* RegisterDoelgroepregistratie(
      grpc::CallbackServerContext* context, const v1::RegisterDoelgroepregistratieRequest* request,
      v1::RegisterDoelgroepregistratieResponse* response) override;
  grpc::ServerUnaryReactor* EndDoelgroepregistratie(grpc::CallbackServerContext* context,
                                                    const v1::EndDoelgroepregistratieRequest* request,
                                                    v1::EndDoelgroepregistratieResponse* response) override;
  grpc::ServerUnaryReactor* ListDoelgroepregistraties(
      grpc::CallbackServerContext* context, const v1::ListDoelgroepregistratiesRequest* request,
      v1::ListDoelgroepregistratiesResponse* response) override;
  grpc::ServerUnaryReactor* RegisterDienstverband(grpc::CallbackServerContext* context,
                                                  const v1::RegisterDienstverbandRequest* request,
                                                  v1::RegisterDienstverbandResponse* response) override;
  grpc::ServerUnaryReactor* EndDienstverband(grpc::CallbackServerContext* context,
                                             const v1::EndDienstverbandRequest* request,
                                             v1::EndDienstverbandResponse* response) override;
  grpc::ServerUnaryReactor* ListDienstverbanden(grpc::CallbackServerContext* context,
                                                const v1::ListDienstverbandenRequest* request,
                                                v1::ListDienstverbandenResponse* response) override;
  grpc::ServerBidiReactor<v1::SubmitRegistratiesRequest, v1::SubmitRegistratiesResponse>* SubmitRegistraties(
      grpc::CallbackServerContext* context) override;

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_UWV_REGISTER_SERVICE_H_
