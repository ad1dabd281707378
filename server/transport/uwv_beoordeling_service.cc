// The assessment by UWV. Delegation only: see server/handlers.
#include "ketenproef/v1/uwv_beoordeling_service.grpc.pb.h"
#include "server/handlers/uwv_beoordeling.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/batch_stream.h"
#include "server/transport/service_factories.h"
#include "server/transport/unary_call.h"

namespace ketenproef {
namespace {

class UwvBeoordelingService final : public v1::UwvBeoordelingService::CallbackService {
 public:
  explicit UwvBeoordelingService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* ExtendBeoordeling(grpc::CallbackServerContext* context,
                                              const v1::ExtendBeoordelingRequest* request,
                                              v1::ExtendBeoordelingResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ExtendBeoordelingHandler);
  }
  grpc::ServerUnaryReactor* DecideBeoordeling(grpc::CallbackServerContext* context,
                                              const v1::DecideBeoordelingRequest* request,
                                              v1::DecideBeoordelingResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, DecideBeoordelingHandler);
  }
  grpc::ServerBidiReactor<v1::SubmitBeoordelingenRequest, v1::SubmitBeoordelingenResponse>*
  SubmitBeoordelingen(grpc::CallbackServerContext* context) override {
    return StartBatches(context, omgevingen_, SubmitBeoordelingenHandler);
  }
  grpc::ServerUnaryReactor* GetZiektegeval(grpc::CallbackServerContext* context,
                                           const v1::GetZiektegevalRequest* request,
                                           v1::GetZiektegevalResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, GetZiektegevalHandler);
  }
  grpc::ServerUnaryReactor* ListZiektegevallen(grpc::CallbackServerContext* context,
                                               const v1::ListZiektegevallenRequest* request,
                                               v1::ListZiektegevallenResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListZiektegevallenHandler);
  }

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeUwvBeoordelingService(const Omgevingen& omgevingen) {
  return std::make_unique<UwvBeoordelingService>(omgevingen);
}

}  // namespace ketenproef
