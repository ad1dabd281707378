// The registers of UWV. Delegation only: see server/handlers.
#include "ketenproef/v1/uwv_register_service.grpc.pb.h"
#include "server/handlers/registers.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/batch_stream.h"
#include "server/transport/service_factories.h"
#include "server/transport/unary_call.h"

namespace ketenproef {
namespace {

class UwvRegisterService final : public v1::UwvRegisterService::CallbackService {
 public:
  explicit UwvRegisterService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* RegisterDoelgroepregistratie(
      grpc::CallbackServerContext* context, const v1::RegisterDoelgroepregistratieRequest* request,
      v1::RegisterDoelgroepregistratieResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, RegisterDoelgroepregistratieHandler);
  }
  grpc::ServerUnaryReactor* EndDoelgroepregistratie(grpc::CallbackServerContext* context,
                                                    const v1::EndDoelgroepregistratieRequest* request,
                                                    v1::EndDoelgroepregistratieResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, EndDoelgroepregistratieHandler);
  }
  grpc::ServerUnaryReactor* ListDoelgroepregistraties(
      grpc::CallbackServerContext* context, const v1::ListDoelgroepregistratiesRequest* request,
      v1::ListDoelgroepregistratiesResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListDoelgroepregistratiesHandler);
  }
  grpc::ServerUnaryReactor* RegisterDienstverband(grpc::CallbackServerContext* context,
                                                  const v1::RegisterDienstverbandRequest* request,
                                                  v1::RegisterDienstverbandResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, RegisterDienstverbandHandler);
  }
  grpc::ServerUnaryReactor* EndDienstverband(grpc::CallbackServerContext* context,
                                             const v1::EndDienstverbandRequest* request,
                                             v1::EndDienstverbandResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, EndDienstverbandHandler);
  }
  grpc::ServerUnaryReactor* ListDienstverbanden(grpc::CallbackServerContext* context,
                                                const v1::ListDienstverbandenRequest* request,
                                                v1::ListDienstverbandenResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListDienstverbandenHandler);
  }
  grpc::ServerBidiReactor<v1::SubmitRegistratiesRequest, v1::SubmitRegistratiesResponse>* SubmitRegistraties(
      grpc::CallbackServerContext* context) override {
    return StartBatches(context, omgevingen_, SubmitRegistratiesHandler);
  }

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeUwvRegisterService(const Omgevingen& omgevingen) {
  return std::make_unique<UwvRegisterService>(omgevingen);
}

}  // namespace ketenproef
