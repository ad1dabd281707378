// The Inlichtingenbureau. Delegation only: see server/handlers.
#include <string>
#include <utility>

#include "ketenproef/v1/inlichtingenbureau_service.grpc.pb.h"
#include "server/handlers/inlichtingenbureau.h"
#include "server/omgeving/omgevingen.h"
#include "server/rules/limits.h"
#include "server/transport/service_factories.h"
#include "server/transport/unary_call.h"

namespace ketenproef {
namespace {

// Sends the bytes of one report in pieces.
class DownloadStream final : public grpc::ServerWriteReactor<v1::DownloadRapportageResponse>, public Aanroep {
 public:
  DownloadStream(std::shared_ptr<Writer> found, const v1::DownloadRapportageRequest* request)
      : Aanroep(std::move(found), MethodeOf<v1::DownloadRapportageRequest>()), request_(request) {
    if (writer() == nullptr) {
      Finish(ToGrpc(FoutOmgevingOnbekend()));
    } else {
      writer()->Schedule(this);
    }
  }

  void OnWriteDone(bool ok) override {
    if (!ok) {
      Finish(grpc::Status::CANCELLED);
    } else if (sent_ == inhoud_->size()) {
      Finish(grpc::Status::OK);
    } else {
      WriteNext();
    }
  }
  void OnDone() override { delete this; }

 private:
  const google::protobuf::Message& Gevraagd() const override { return *request_; }
  absl::Status Handle(Omgeving& omgeving) override {
    HandlerContext context{omgeving};
    inhoud_ = DownloadRapportageHandler(context, *request_);
    return inhoud_.status();
  }
  void Answer(const absl::Status& status) override {
    if (status.ok()) {
      WriteNext();
    } else {
      Finish(ToGrpc(status));
    }
  }

  void WriteNext() {
    response_.set_inhoud(inhoud_->substr(sent_, kDownloadChunkBytes));
    sent_ += response_.inhoud().size();
    StartWrite(&response_);
  }

  const v1::DownloadRapportageRequest* request_;
  absl::StatusOr<std::string> inhoud_;
  std::size_t sent_ = 0;
  v1::DownloadRapportageResponse response_;
};

class InlichtingenbureauService final : public v1::InlichtingenbureauService::CallbackService {
 public:
  explicit InlichtingenbureauService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* ListRapportages(grpc::CallbackServerContext* context,
                                            const v1::ListRapportagesRequest* request,
                                            v1::ListRapportagesResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListRapportagesHandler);
  }
  grpc::ServerWriteReactor<v1::DownloadRapportageResponse>* DownloadRapportage(
      grpc::CallbackServerContext* context, const v1::DownloadRapportageRequest* request) override {
    return new DownloadStream(FindOmgeving(*context, omgevingen_), request);
  }
  grpc::ServerUnaryReactor* ConfirmRapportage(grpc::CallbackServerContext* context,
                                              const v1::ConfirmRapportageRequest* request,
                                              v1::ConfirmRapportageResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ConfirmRapportageHandler);
  }
  grpc::ServerUnaryReactor* ListDoorleveringen(grpc::CallbackServerContext* context,
                                               const v1::ListDoorleveringenRequest* request,
                                               v1::ListDoorleveringenResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListDoorleveringenHandler);
  }
  grpc::ServerUnaryReactor* ConfirmDoorleveringen(grpc::CallbackServerContext* context,
                                                  const v1::ConfirmDoorleveringenRequest* request,
                                                  v1::ConfirmDoorleveringenResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ConfirmDoorleveringenHandler);
  }
  grpc::ServerUnaryReactor* ListBerichten(grpc::CallbackServerContext* context,
                                          const v1::ListBerichtenRequest* request,
                                          v1::ListBerichtenResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListBerichtenHandler);
  }
  grpc::ServerUnaryReactor* ListNotificaties(grpc::CallbackServerContext* context,
                                             const v1::ListNotificatiesRequest* request,
                                             v1::ListNotificatiesResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListNotificatiesHandler);
  }
  grpc::ServerUnaryReactor* ListAangehouden(grpc::CallbackServerContext* context,
                                            const v1::ListAangehoudenRequest* request,
                                            v1::ListAangehoudenResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListAangehoudenHandler);
  }
  grpc::ServerUnaryReactor* ListLeveringen(grpc::CallbackServerContext* context,
                                           const v1::ListLeveringenRequest* request,
                                           v1::ListLeveringenResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListLeveringenHandler);
  }
  grpc::ServerUnaryReactor* SetAfnemer(grpc::CallbackServerContext* context,
                                       const v1::SetAfnemerRequest* request,
                                       v1::SetAfnemerResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, SetAfnemerHandler);
  }
  grpc::ServerUnaryReactor* GetAfnemer(grpc::CallbackServerContext* context,
                                       const v1::GetAfnemerRequest* request,
                                       v1::GetAfnemerResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, GetAfnemerHandler);
  }

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeInlichtingenbureauService(const Omgevingen& omgevingen) {
  return std::make_unique<InlichtingenbureauService>(omgevingen);
}

}  // namespace ketenproef
