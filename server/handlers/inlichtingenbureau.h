// What the Inlichtingenbureau has for gemeenten, and what they say of it (DL, SIG, CSV, NOT). Each handler
// refuses as InlichtingenbureauService says.
#ifndef KETENPROEF_SERVER_HANDLERS_INLICHTINGENBUREAU_H_
#define KETENPROEF_SERVER_HANDLERS_INLICHTINGENBUREAU_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "ketenproef/v1/inlichtingenbureau_service.pb.h"
#include "server/handlers/uitvoering.h"

namespace ketenproef {

absl::Status ListRapportagesHandler(HandlerContext& context, const v1::ListRapportagesRequest& request,
                                    v1::ListRapportagesResponse* response);
// The bytes of the report, which transport sends on in pieces (CSV-05).
absl::StatusOr<std::string> DownloadRapportageHandler(HandlerContext& context,
                                                      const v1::DownloadRapportageRequest& request);
absl::Status ConfirmRapportageHandler(HandlerContext& context, const v1::ConfirmRapportageRequest& request,
                                      v1::ConfirmRapportageResponse* response);
absl::Status ListDoorleveringenHandler(HandlerContext& context, const v1::ListDoorleveringenRequest& request,
                                       v1::ListDoorleveringenResponse* response);
absl::Status ConfirmDoorleveringenHandler(HandlerContext& context,
                                          const v1::ConfirmDoorleveringenRequest& request,
                                          v1::ConfirmDoorleveringenResponse* response);
absl::Status ListBerichtenHandler(HandlerContext& context, const v1::ListBerichtenRequest& request,
                                  v1::ListBerichtenResponse* response);
absl::Status ListNotificatiesHandler(HandlerContext& context, const v1::ListNotificatiesRequest& request,
                                     v1::ListNotificatiesResponse* response);
absl::Status ListAangehoudenHandler(HandlerContext& context, const v1::ListAangehoudenRequest& request,
                                    v1::ListAangehoudenResponse* response);
absl::Status ListLeveringenHandler(HandlerContext& context, const v1::ListLeveringenRequest& request,
                                   v1::ListLeveringenResponse* response);
absl::Status SetAfnemerHandler(HandlerContext& context, const v1::SetAfnemerRequest& request,
                               v1::SetAfnemerResponse* response);
absl::Status GetAfnemerHandler(HandlerContext& context, const v1::GetAfnemerRequest& request,
                               v1::GetAfnemerResponse* response);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_INLICHTINGENBUREAU_H_
