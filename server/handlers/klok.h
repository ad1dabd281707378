// The virtual clock of an environment. Each handler refuses as KlokService says.
#ifndef KETENPROEF_SERVER_HANDLERS_KLOK_H_
#define KETENPROEF_SERVER_HANDLERS_KLOK_H_

#include "absl/status/status.h"
#include "ketenproef/v1/klok_service.pb.h"
#include "server/handlers/uitvoering.h"

namespace ketenproef {

absl::Status GetClockHandler(HandlerContext& context, const v1::GetClockRequest& request,
                             v1::GetClockResponse* response);
absl::Status AdvanceClockHandler(HandlerContext& context, const v1::AdvanceClockRequest& request,
                                 v1::AdvanceClockResponse* response);
absl::Status SetClockModeHandler(HandlerContext& context, const v1::SetClockModeRequest& request,
                                 v1::SetClockModeResponse* response);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_KLOK_H_
