// Messages of employers to UWV (ZM, HM). Each handler refuses as UwvMeldingService says.
#ifndef KETENPROEF_SERVER_HANDLERS_UWV_MELDING_H_
#define KETENPROEF_SERVER_HANDLERS_UWV_MELDING_H_

#include "absl/status/status.h"
#include "ketenproef/v1/uwv_melding_service.pb.h"
#include "server/handlers/uitvoering.h"

namespace ketenproef {

absl::Status SubmitZiekmeldingHandler(HandlerContext& context, const v1::SubmitZiekmeldingRequest& request,
                                      v1::SubmitZiekmeldingResponse* response);
absl::Status SubmitHerstelmeldingHandler(HandlerContext& context,
                                         const v1::SubmitHerstelmeldingRequest& request,
                                         v1::SubmitHerstelmeldingResponse* response);
absl::Status SubmitZiekEnHerstelmeldingHandler(HandlerContext& context,
                                               const v1::SubmitZiekEnHerstelmeldingRequest& request,
                                               v1::SubmitZiekEnHerstelmeldingResponse* response);
absl::Status WithdrawZiekmeldingHandler(HandlerContext& context,
                                        const v1::WithdrawZiekmeldingRequest& request,
                                        v1::WithdrawZiekmeldingResponse* response);

// One batch of the stream; a status other than OK ends the stream.
absl::Status SubmitMeldingenHandler(HandlerContext& context, const v1::SubmitMeldingenRequest& request,
                                    v1::SubmitMeldingenResponse* response);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_HANDLERS_UWV_MELDING_H_
