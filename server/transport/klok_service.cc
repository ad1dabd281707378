#include "server/transport/klok_service.h"

#include <optional>

#include "server/handlers/klok.h"
#include "server/transport/unary_call.h"
#include "server/transport/watch_stream.h"

namespace ketenproef {

grpc::ServerUnaryReactor* KlokService::GetClock(grpc::CallbackServerContext* context,
                                                const v1::GetClockRequest* request,
                                                v1::GetClockResponse* response) {
  return StartUnary(context, omgevingen_, request, response, GetClockHandler);
}

grpc::ServerUnaryReactor* KlokService::AdvanceClock(grpc::CallbackServerContext* context,
                                                    const v1::AdvanceClockRequest* request,
                                                    v1::AdvanceClockResponse* response) {
  return StartUnary(context, omgevingen_, request, response, AdvanceClockHandler);
}

grpc::ServerUnaryReactor* KlokService::SetClockMode(grpc::CallbackServerContext* context,
                                                    const v1::SetClockModeRequest* request,
                                                    v1::SetClockModeResponse* response) {
  return StartUnary(context, omgevingen_, request, response, SetClockModeHandler);
}

grpc::ServerWriteReactor<v1::WatchClockResponse>* KlokService::WatchClock(
    grpc::CallbackServerContext* context, const v1::WatchClockRequest* /*request*/) {
  return StartWatch<v1::WatchClockResponse>(
      context, omgevingen_,
      [last = std::optional<Tijdstip>()](HandlerContext& handler, v1::WatchClockResponse* response) mutable {
        Watched watched;
        watched.has_message = last != handler.omgeving.klok();
        last = handler.omgeving.klok();
        if (watched.has_message) EncodeClock(handler.omgeving, response->mutable_clock());
        return watched;
      });
}

}  // namespace ketenproef
