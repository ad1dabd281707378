// The environments of the server. Delegation only: see server/handlers.
#include <vector>

#include "ketenproef/v1/omgeving_service.grpc.pb.h"
#include "server/handlers/omgevingen.h"
#include "server/omgeving/omgevingen.h"
#include "server/rules/limits.h"
#include "server/transport/service_factories.h"
#include "server/transport/unary_call.h"

namespace ketenproef {
namespace {

class OmgevingService final : public v1::OmgevingService::CallbackService {
 public:
  explicit OmgevingService(Omgevingen& omgevingen)
      : omgevingen_(omgevingen), thread_(kMaxQueuedCalls, [](std::vector<absl::AnyInvocable<void()>>& calls) {
          for (auto& call : calls) call();
        }) {}

  grpc::ServerUnaryReactor* CreateOmgeving(grpc::CallbackServerContext* context,
                                           const v1::CreateOmgevingRequest* request,
                                           v1::CreateOmgevingResponse* response) override {
    return StartControl(context, thread_, omgevingen_, request, response, CreateOmgevingHandler);
  }
  grpc::ServerUnaryReactor* GetOmgeving(grpc::CallbackServerContext* context,
                                        const v1::GetOmgevingRequest* request,
                                        v1::GetOmgevingResponse* response) override {
    return StartControl(context, thread_, omgevingen_, request, response, GetOmgevingHandler);
  }
  grpc::ServerUnaryReactor* ListOmgevingen(grpc::CallbackServerContext* context,
                                           const v1::ListOmgevingenRequest* request,
                                           v1::ListOmgevingenResponse* response) override {
    return StartControl(context, thread_, omgevingen_, request, response, ListOmgevingenHandler);
  }
  grpc::ServerUnaryReactor* DeleteOmgeving(grpc::CallbackServerContext* context,
                                           const v1::DeleteOmgevingRequest* request,
                                           v1::DeleteOmgevingResponse* response) override {
    return StartControl(context, thread_, omgevingen_, request, response, DeleteOmgevingHandler);
  }
  grpc::ServerUnaryReactor* SetRollen(grpc::CallbackServerContext* context,
                                      const v1::SetRollenRequest* request,
                                      v1::SetRollenResponse* response) override {
    return UnaryCall<v1::SetRollenRequest, v1::SetRollenResponse>::Start(
        context, omgevingen_.Find(request->naam()), request, response, SetRollenHandler);
  }
  grpc::ServerUnaryReactor* ListProfielen(grpc::CallbackServerContext* context,
                                          const v1::ListProfielenRequest* request,
                                          v1::ListProfielenResponse* response) override {
    return StartControl(context, thread_, omgevingen_, request, response, ListProfielenHandler);
  }

 private:
  Omgevingen& omgevingen_;
  ControlThread thread_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeOmgevingService(Omgevingen& omgevingen) {
  return std::make_unique<OmgevingService>(omgevingen);
}

}  // namespace ketenproef
