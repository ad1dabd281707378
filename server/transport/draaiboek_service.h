// Playbooks. Delegation only: see server/handlers.
#ifndef KETENPROEF_SERVER_TRANSPORT_DRAAIBOEK_SERVICE_H_
#define KETENPROEF_SERVER_TRANSPORT_DRAAIBOEK_SERVICE_H_

#include "ketenproef/v1/draaiboek_service.grpc.pb.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

class DraaiboekService final : public v1::DraaiboekService::CallbackService {
 public:
  explicit DraaiboekService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerBidiReactor<v1::PlayDraaiboekRequest, v1::PlayDraaiboekResponse>* PlayDraaiboek(
      grpc::CallbackServerContext* context) override;

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_TRANSPORT_DRAAIBOEK_SERVICE_H_
