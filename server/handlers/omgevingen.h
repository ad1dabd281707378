// The environments of a server. Unlike other handlers these work on the server as a whole and run on its
// control thread, which may block. Each refuses as OmgevingService says.
#ifndef KETENPROEF_SERVER_HANDLERS_OMGEVINGEN_H_
#define KETENPROEF_SERVER_HANDLERS_OMGEVINGEN_H_

#include "absl/status/status.h"
#include "ketenproef/v1/omgeving_service.pb.h"
#include "server/handlers/uitvoering.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

absl::Status CreateOmgevingHandler(Omgevingen& omgevingen, const v1::CreateOmgevingRequest& request,
                                   v1::CreateOmgevingResponse* response);
absl::Status GetOmgevingHandler(Omgevingen& omgevingen, const v1::GetOmgevingRequest& request,
                                v1::GetOmgevingResponse* response);
absl::Status ListOmgevingenHandler(Omgevingen& omgevingen, const v1::ListOmgevingenRequest& request,
                                   v1::ListOmgevingenResponse* response);
absl::Status DeleteOmgevingHandler(Omgevingen& omgevingen, const v1::DeleteOmgevingRequest& request,
                                   v1::DeleteOmgevingResponse* response);
absl::Status ListProfielenHandler(Omgevingen& omgevingen, const v1::ListProfielenRequest& request,
                                  v1::ListProfielenResponse* response);

// On the writer's thread of the environment that it names.
absl::Status SetRollenHandler(HandlerContext& context, const v1::SetRollenRequest& request,
                              v1::SetRollenResponse* response);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_OMGEVINGEN_H_
