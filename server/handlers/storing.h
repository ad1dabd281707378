// Fault plans of an environment. Each handler refuses as StoringService says.
#ifndef KETENPROEF_SERVER_HANDLERS_STORING_H_
#define KETENPROEF_SERVER_HANDLERS_STORING_H_

#include "absl/status/status.h"
#include "ketenproef/v1/storing_service.pb.h"
#include "server/handlers/uitvoering.h"

namespace ketenproef {

absl::Status CreateStoringHandler(HandlerContext& context, const v1::CreateStoringRequest& request,
                                  v1::CreateStoringResponse* response);
absl::Status ListStoringenHandler(HandlerContext& context, const v1::ListStoringenRequest& request,
                                  v1::ListStoringenResponse* response);
absl::Status DeleteStoringHandler(HandlerContext& context, const v1::DeleteStoringRequest& request,
                                  v1::DeleteStoringResponse* response);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_STORING_H_
