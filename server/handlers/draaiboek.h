// Playbooks: lines of all kinds in order of time. Refuses as DraaiboekService says.
#ifndef KETENPROEF_SERVER_HANDLERS_DRAAIBOEK_H_
#define KETENPROEF_SERVER_HANDLERS_DRAAIBOEK_H_

#include "absl/status/status.h"
#include "ketenproef/v1/draaiboek_service.pb.h"
#include "server/handlers/uitvoering.h"

namespace ketenproef {

// One batch of the stream; a status other than OK ends the stream.
absl::Status PlayDraaiboekHandler(HandlerContext& context, const v1::PlayDraaiboekRequest& request,
                                  v1::PlayDraaiboekResponse* response);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_DRAAIBOEK_H_
