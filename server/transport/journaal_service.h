// The events of an environment. Delegation only: see server/handlers.
#ifndef KETENPROEF_SERVER_TRANSPORT_JOURNAAL_SERVICE_H_
#define KETENPROEF_SERVER_TRANSPORT_JOURNAAL_SERVICE_H_

#include "ketenproef/v1/journaal_service.grpc.pb.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

class JournaalService final : public v1::JournaalService::CallbackService {
 public:
  explicit JournaalService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* ListGebeurtenissen(grpc::CallbackServerContext* context,
                                               const v1::ListGebeurtenissenRequest* request,
                                               v1::ListGebeurtenissenResponse* response) override;
  grpc::ServerWriteReactor<v1::WatchGebeurtenissenResponse>* WatchGebeurtenissen(
      grpc::CallbackServerContext* context, const v1::WatchGebeurtenissenRequest* request) override;

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_JOURNAAL_SERVICE_H_
