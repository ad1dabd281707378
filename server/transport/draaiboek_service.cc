// Playbooks. Delegation only: see server/handlers.
#include "ketenproef/v1/draaiboek_service.grpc.pb.h"
#include "server/handlers/draaiboek.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/batch_stream.h"
#include "server/transport/service_factories.h"

namespace ketenproef {
namespace {

class DraaiboekService final : public v1::DraaiboekService::CallbackService {
 public:
  explicit DraaiboekService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerBidiReactor<v1::PlayDraaiboekRequest, v1::PlayDraaiboekResponse>* PlayDraaiboek(
      grpc::CallbackServerContext* context) override {
    return StartBatches(context, omgevingen_, PlayDraaiboekHandler);
  }

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeDraaiboekService(const Omgevingen& omgevingen) {
  return std::make_unique<DraaiboekService>(omgevingen);
}

}  // namespace ketenproef
