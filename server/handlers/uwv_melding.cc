#include "server/handlers/uwv_melding.h"

namespace ketenproef {

absl::Status SubmitZiekmeldingHandler(HandlerContext& context, const v1::SubmitZiekmeldingRequest& request,
                                      v1::SubmitZiekmeldingResponse* response) {
  return CarryOutMelding(context, request.ziekmelding(), response->mutable_ontvangst());
}

absl::Status SubmitHerstelmeldingHandler(HandlerContext& context,
                                         const v1::SubmitHerstelmeldingRequest& request,
                                         v1::SubmitHerstelmeldingResponse* response) {
  return CarryOutMelding(context, request.herstelmelding(), response->mutable_ontvangst());
}

absl::Status SubmitZiekEnHerstelmeldingHandler(HandlerContext& context,
                                               const v1::SubmitZiekEnHerstelmeldingRequest& request,
                                               v1::SubmitZiekEnHerstelmeldingResponse* response) {
  return CarryOutMelding(context, request.ziek_en_herstelmelding(), response->mutable_ontvangst());
}

absl::Status WithdrawZiekmeldingHandler(HandlerContext& context,
                                        const v1::WithdrawZiekmeldingRequest& request,
                                        v1::WithdrawZiekmeldingResponse* response) {
  return CarryOutMelding(context, request.intrekking(), response->mutable_ontvangst());
}

absl::Status SubmitMeldingenHandler(HandlerContext& context, const v1::SubmitMeldingenRequest& request,
                                    v1::SubmitMeldingenResponse* response) {
  if (absl::Status status = CheckBatch(request.meldingen_size()); !status.ok()) return status;
  response->mutable_resultaten()->Reserve(request.meldingen_size());
  for (const v1::Melding& melding : request.meldingen()) {
    v1::Meldingresultaat* resultaat = response->add_resultaten();
    switch (melding.melding_case()) {
      case v1::Melding::kZiekmelding:
        CarryOutMeldingInBatch(context, melding.ziekmelding(), resultaat);
        break;
      case v1::Melding::kHerstelmelding:
        CarryOutMeldingInBatch(context, melding.herstelmelding(), resultaat);
        break;
      case v1::Melding::kZiekEnHerstelmelding:
        CarryOutMeldingInBatch(context, melding.ziek_en_herstelmelding(), resultaat);
        break;
      case v1::Melding::kIntrekking:
        CarryOutMeldingInBatch(context, melding.intrekking(), resultaat);
        break;
      case v1::Melding::MELDING_NOT_SET:
        RefuseEmptyRecord("melding", resultaat);
        break;
    }
  }
  return absl::OkStatus();
}

}  // namespace ketenproef
