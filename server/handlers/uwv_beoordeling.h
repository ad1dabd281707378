// The assessment by UWV (BO), and the ziektegevallen as they stand. Each handler refuses as
// UwvBeoordelingService says.
#ifndef KETENPROEF_SERVER_HANDLERS_UWV_BEOORDELING_H_
#define KETENPROEF_SERVER_HANDLERS_UWV_BEOORDELING_H_

#include "absl/status/status.h"
#include "ketenproef/v1/uwv_beoordeling_service.pb.h"
#include "server/handlers/uitvoering.h"

namespace ketenproef {

absl::Status ExtendBeoordelingHandler(HandlerContext& context, const v1::ExtendBeoordelingRequest& request,
                                      v1::ExtendBeoordelingResponse* response);
absl::Status DecideBeoordelingHandler(HandlerContext& context, const v1::DecideBeoordelingRequest& request,
                                      v1::DecideBeoordelingResponse* response);
// One batch of the stream; a status other than OK ends the stream.
absl::Status SubmitBeoordelingenHandler(HandlerContext& context,
                                        const v1::SubmitBeoordelingenRequest& request,
                                        v1::SubmitBeoordelingenResponse* response);
absl::Status GetZiektegevalHandler(HandlerContext& context, const v1::GetZiektegevalRequest& request,
                                   v1::GetZiektegevalResponse* response);
absl::Status ListZiektegevallenHandler(HandlerContext& context, const v1::ListZiektegevallenRequest& request,
                                       v1::ListZiektegevallenResponse* response);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_UWV_BEOORDELING_H_
