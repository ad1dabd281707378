#include "server/handlers/storing.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "server/handlers/pagina.h"
#include "server/wire/storing.h"

namespace ketenproef {

absl::Status CreateStoringHandler(HandlerContext& context, const v1::CreateStoringRequest& request,
                                  v1::CreateStoringResponse* response) {
  const Storingen& storingen = context.omgeving.toestand().storingen();
  const auto storing = DecodeStoring(request.storing(), storingen.next_nummer());
  if (!storing.ok()) return storing.status();
  if (storingen.plannen().size() >= kMaxStoringen) {
    return FoutLimiet(absl::StrCat("an environment has at most ", kMaxStoringen, " fault plans; delete one"));
  }
  context.omgeving.Record(StoringCreated{*storing});
  EncodeStoring(*storing, 0, response->mutable_storing());
  return absl::OkStatus();
}

absl::Status ListStoringenHandler(HandlerContext& context, const v1::ListStoringenRequest& request,
                                  v1::ListStoringenResponse* response) {
  const auto pagina = ReadPagina(request);
  if (!pagina.ok()) return pagina.status();
  std::vector<const Storingen::Plan*> order;
  for (const auto& [nummer, plan] : context.omgeving.toestand().storingen().plannen()) order.push_back(&plan);
  response->set_next_page_token(FillPagina(*pagina, order.size(), [&](std::size_t place) {
    EncodeStoring(order[place]->storing, order[place]->geraakt, response->add_storingen());
    return true;
  }));
  return absl::OkStatus();
}

absl::Status DeleteStoringHandler(HandlerContext& context, const v1::DeleteStoringRequest& request,
                                  v1::DeleteStoringResponse* /*response*/) {
  const auto nummer = ReadStoringId(request.storing_id());
  if (!nummer.has_value() || !context.omgeving.toestand().storingen().plannen().contains(*nummer)) {
    return FoutStoringOnbekend();
  }
  context.omgeving.Record(StoringDeleted{*nummer});
  return absl::OkStatus();
}

}  // namespace ketenproef
