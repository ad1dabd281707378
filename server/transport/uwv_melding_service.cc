// Messages of employers to UWV. Delegation only: see server/handlers.
#include "ketenproef/v1/uwv_melding_service.grpc.pb.h"
#include "server/handlers/uwv_melding.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/batch_stream.h"
#include "server/transport/service_factories.h"
#include "server/transport/unary_call.h"

namespace ketenproef {
namespace {

class UwvMeldingService final : public v1::UwvMeldingService::CallbackService {
 public:
  explicit UwvMeldingService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* SubmitZiekmelding(grpc::CallbackServerContext* context,
                                              const v1::SubmitZiekmeldingRequest* request,
                                              v1::SubmitZiekmeldingResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, SubmitZiekmeldingHandler);
  }
  grpc::ServerUnaryReactor* SubmitHerstelmelding(grpc::CallbackServerContext* context,
                                                 const v1::SubmitHerstelmeldingRequest* request,
                                                 v1::SubmitHerstelmeldingResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, SubmitHerstelmeldingHandler);
  }
  grpc::ServerUnaryReactor* SubmitZiekEnHerstelmelding(
      grpc::CallbackServerContext* context, const v1::SubmitZiekEnHerstelmeldingRequest* request,
      v1::SubmitZiekEnHerstelmeldingResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, SubmitZiekEnHerstelmeldingHandler);
  }
  grpc::ServerUnaryReactor* WithdrawZiekmelding(grpc::CallbackServerContext* context,
                                                const v1::WithdrawZiekmeldingRequest* request,
                                                v1::WithdrawZiekmeldingResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, WithdrawZiekmeldingHandler);
  }
  grpc::ServerBidiReactor<v1::SubmitMeldingenRequest, v1::SubmitMeldingenResponse>* SubmitMeldingen(
      grpc::CallbackServerContext* context) override {
    return StartBatches(context, omgevingen_, SubmitMeldingenHandler);
  }

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeUwvMeldingService(const Omgevingen& omgevingen) {
  return std::make_unique<UwvMeldingService>(omgevingen);
}

}  // namespace ketenproef
