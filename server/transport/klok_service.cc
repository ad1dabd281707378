// The virtual clock. Delegation only: see server/handlers.
#include <optional>

#include "ketenproef/v1/klok_service.grpc.pb.h"
#include "server/handlers/klok.h"
#include "server/omgeving/omgevingen.h"
#include "server/transport/service_factories.h"
#include "server/transport/unary_call.h"
#include "server/transport/watch_stream.h"

namespace ketenproef {
namespace {

class KlokService final : public v1::KlokService::CallbackService {
 public:
  explicit KlokService(const Omgevingen& omgevingen) : omgevingen_(omgevingen) {}

  grpc::ServerUnaryReactor* GetClock(grpc::CallbackServerContext* context, const v1::GetClockRequest* request,
                                     v1::GetClockResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, GetClockHandler);
  }
  grpc::ServerUnaryReactor* AdvanceClock(grpc::CallbackServerContext* context,
                                         const v1::AdvanceClockRequest* request,
                                         v1::AdvanceClockResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, AdvanceClockHandler);
  }
  grpc::ServerUnaryReactor* SetClockMode(grpc::CallbackServerContext* context,
                                         const v1::SetClockModeRequest* request,
                                         v1::SetClockModeResponse* response) override {
    return StartUnary(context, omgevingen_, request, response, SetClockModeHandler);
  }
  grpc::ServerWriteReactor<v1::WatchClockResponse>* WatchClock(
      grpc::CallbackServerContext* context, const v1::WatchClockRequest* /*request*/) override {
    return StartWatch<v1::WatchClockResponse>(
        context, omgevingen_,
        [last = std::optional<Tijdstip>()](HandlerContext& handler,
                                           v1::WatchClockResponse* response) mutable {
          Watched watched;
          watched.has_message = last != handler.omgeving.klok();
          last = handler.omgeving.klok();
          if (watched.has_message) EncodeClock(handler.omgeving, response->mutable_clock());
          return watched;
        });
  }

 private:
  const Omgevingen& omgevingen_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeKlokService(const Omgevingen& omgevingen) {
  return std::make_unique<KlokService>(omgevingen);
}

}  // namespace ketenproef
