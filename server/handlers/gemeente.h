// The simulated gemeenten as others meet them: DKD questions, and what is delivered to them (DL-04, SIG-09).
// Each handler refuses as GemeenteService says.
#ifndef KETENPROEF_SERVER_HANDLERS_GEMEENTE_H_
#define KETENPROEF_SERVER_HANDLERS_GEMEENTE_H_

#include "absl/status/status.h"
#include "ketenproef/v1/gemeente_service.pb.h"
#include "server/handlers/uitvoering.h"

namespace ketenproef {

absl::Status LookupLksHandler(HandlerContext& context, const v1::LookupLksRequest& request,
                              v1::LookupLksResponse* response);
absl::Status DeliverRapportageHandler(HandlerContext& context, const v1::DeliverRapportageRequest& request,
                                      v1::DeliverRapportageResponse* response);
absl::Status DeliverMeldingHandler(HandlerContext& context, const v1::DeliverMeldingRequest& request,
                                   v1::DeliverMeldingResponse* response);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_GEMEENTE_H_
