// The registers of UWV (doelgroepregister, dienstverbanden) and of the simulated gemeenten (woonplaats, LKS):
// REG, LKS. Each handler refuses as UwvRegisterService and GemeenteRegisterService say.
#ifndef KETENPROEF_SERVER_HANDLERS_REGISTERS_H_
#define KETENPROEF_SERVER_HANDLERS_REGISTERS_H_

#include "absl/status/status.h"
#include "ketenproef/v1/gemeente_register_service.pb.h"
#include "ketenproef/v1/uwv_register_service.pb.h"
#include "server/handlers/uitvoering.h"

namespace ketenproef {

absl::Status RegisterDoelgroepregistratieHandler(HandlerContext& context,
                                                 const v1::RegisterDoelgroepregistratieRequest& request,
                                                 v1::RegisterDoelgroepregistratieResponse* response);
absl::Status EndDoelgroepregistratieHandler(HandlerContext& context,
                                            const v1::EndDoelgroepregistratieRequest& request,
                                            v1::EndDoelgroepregistratieResponse* response);
absl::Status ListDoelgroepregistratiesHandler(HandlerContext& context,
                                              const v1::ListDoelgroepregistratiesRequest& request,
                                              v1::ListDoelgroepregistratiesResponse* response);
absl::Status RegisterDienstverbandHandler(HandlerContext& context,
                                          const v1::RegisterDienstverbandRequest& request,
                                          v1::RegisterDienstverbandResponse* response);
absl::Status EndDienstverbandHandler(HandlerContext& context, const v1::EndDienstverbandRequest& request,
                                     v1::EndDienstverbandResponse* response);
absl::Status ListDienstverbandenHandler(HandlerContext& context,
                                        const v1::ListDienstverbandenRequest& request,
                                        v1::ListDienstverbandenResponse* response);
// One batch of the stream; a status other than OK ends the stream.
absl::Status SubmitRegistratiesHandler(HandlerContext& context, const v1::SubmitRegistratiesRequest& request,
                                       v1::SubmitRegistratiesResponse* response);

absl::Status RegisterWoonplaatsHandler(HandlerContext& context, const v1::RegisterWoonplaatsRequest& request,
                                       v1::RegisterWoonplaatsResponse* response);
absl::Status ListWoonplaatsenHandler(HandlerContext& context, const v1::ListWoonplaatsenRequest& request,
                                     v1::ListWoonplaatsenResponse* response);
absl::Status RegisterLksPeriodeHandler(HandlerContext& context, const v1::RegisterLksPeriodeRequest& request,
                                       v1::RegisterLksPeriodeResponse* response);
absl::Status EndLksPeriodeHandler(HandlerContext& context, const v1::EndLksPeriodeRequest& request,
                                  v1::EndLksPeriodeResponse* response);
absl::Status ListLksPeriodenHandler(HandlerContext& context, const v1::ListLksPeriodenRequest& request,
                                    v1::ListLksPeriodenResponse* response);
// One batch of the stream; a status other than OK ends the stream.
absl::Status SubmitGemeenteRegistratiesHandler(HandlerContext& context,
                                               const v1::SubmitGemeenteRegistratiesRequest& request,
                                               v1::SubmitGemeenteRegistratiesResponse* response);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_REGISTERS_H_
