#include "server/transport/journaal_service.h"

#include "server/handlers/journaal.h"
#include "server/transport/unary_call.h"
#include "server/transport/watch_stream.h"

namespace ketenproef {

grpc::ServerUnaryReactor* JournaalService::ListGebeurtenissen(grpc::CallbackServerContext* context,
                                                              const v1::ListGebeurtenissenRequest* request,
                                                              v1::ListGebeurtenissenResponse* response) {
  return StartUnary(context, omgevingen_, request, response, ListGebeurtenissenHandler);
}

grpc::ServerWriteReactor<v1::WatchGebeurtenissenResponse>* JournaalService::WatchGebeurtenissen(
    grpc::CallbackServerContext* context, const v1::WatchGebeurtenissenRequest* request) {
  return StartWatch<v1::WatchGebeurtenissenResponse>(
      context, omgevingen_,
      [request, volgnummer = request->vanaf_volgnummer()](HandlerContext& handler,
                                                          v1::WatchGebeurtenissenResponse* response) mutable {
        const auto more = WatchGebeurtenissenHandler(handler, *request, &volgnummer, response);
        if (!more.ok()) return Watched{more.status(), false, false};
        return Watched{absl::OkStatus(), response->gebeurtenissen_size() > 0, *more};
      });
}

}  // namespace ketenproef
