// The events of an environment. Delegation only: see server/handlers.
#include "ketenproef/v1/journaal_service.grpc.pb.h"
#include "server/handlers/journaal.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/service_factories.h"
#include "server/transport/unary_call.h"
#include "server/transport/watch_stream.h"

namespace ketenproef {
namespace {

class JournaalService final : public v1::JournaalService::CallbackService {
 public:
  explicit JournaalService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* ListGebeurtenissen(grpc::CallbackServerContext* context,
                                               const v1::ListGebeurtenissenRequest* request,
                                               v1::ListGebeurtenissenResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, ListGebeurtenissenHandler);
  }
  grpc::ServerWriteReactor<v1::WatchGebeurtenissenResponse>* WatchGebeurtenissen(
      grpc::CallbackServerContext* context, const v1::WatchGebeurtenissenRequest* request) override {
    return StartWatch<v1::WatchGebeurtenissenResponse>(
        context, omgevingen_,
        [request, volgnummer = request->vanaf_volgnummer()](
            HandlerContext& handler, v1::WatchGebeurtenissenResponse* response) mutable {
          const auto more = WatchGebeurtenissenHandler(handler, *request, &volgnummer, response);
          if (!more.ok()) return Watched{more.status(), false, false};
          return Watched{absl::OkStatus(), response->gebeurtenissen_size() > 0, *more};
        });
  }

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeJournaalService(const Omgevingen& omgevingen) {
  return std::make_unique<JournaalService>(omgevingen);
}

}  // namespace ketenproef
