#include "server/transport/draaiboek_service.h"

#include "server/handlers/draaiboek.h"
#include "server/transport/batch_stream.h"

namespace ketenproef {

grpc::ServerBidiReactor<v1::PlayDraaiboekRequest, v1::PlayDraaiboekResponse>* DraaiboekService::PlayDraaiboek(
    grpc::CallbackServerContext* context) {
  return StartBatches(context, omgevingen_, PlayDraaiboekHandler);
}

}  // namespace ketenproef
