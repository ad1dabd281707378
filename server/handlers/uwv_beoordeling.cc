#include "server/handlers/uwv_beoordeling.h"

#include <optional>

#include "absl/strings/str_cat.h"

#include "server/handlers/pagina.h"
#include "server/handlers/velden.h"

namespace ketenproef {
namespace {

// The assessment of the case that the record names, as it stands after the record was accepted.
template <typename Wire>
void EncodeBeoordelingOf(const HandlerContext& context, const Wire& record, v1::Beoordeling* wire) {
  const auto nummer = Loonheffingennummer::Parse(record.loonheffingennummer());
  const GenoemdGeval genoemd = context.omgeving.toestand().FindGeval(*nummer, record.verwijst_naar());
  EncodeBeoordeling(genoemd.geval->beoordeling, wire);
}

// What a list of cases is narrowed to.
struct Gevalfilter {
  std::optional<Bsn> bsn;
  std::optional<Loonheffingennummer> loonheffingennummer;
  v1::Beoordelingstatus status;
};

bool Matches(const Toestand& toestand, const Ziektegeval& geval, const Gevalfilter& filter) {
  if (filter.bsn.has_value() && toestand.GetPersoon(geval.persoon).bsn != *filter.bsn) return false;
  if (filter.loonheffingennummer.has_value() &&
      toestand.DienstverbandOf(geval).loonheffingennummer != *filter.loonheffingennummer) {
    return false;
  }
  if (filter.status == v1::BEOORDELINGSTATUS_UNSPECIFIED) return true;
  v1::Beoordeling beoordeling;
  EncodeBeoordeling(geval.beoordeling, &beoordeling);
  return beoordeling.status() == filter.status;
}

}  // namespace

absl::Status ExtendBeoordelingHandler(HandlerContext& context, const v1::ExtendBeoordelingRequest& request,
                                      v1::ExtendBeoordelingResponse* response) {
  absl::Status status = CarryOutOverig(context, request.verlenging(), response->mutable_verwerkt());
  if (status.ok()) EncodeBeoordelingOf(context, request.verlenging(), response->mutable_beoordeling());
  return status;
}

absl::Status DecideBeoordelingHandler(HandlerContext& context, const v1::DecideBeoordelingRequest& request,
                                      v1::DecideBeoordelingResponse* response) {
  absl::Status status = CarryOutOverig(context, request.beslissing(), response->mutable_verwerkt());
  if (status.ok()) EncodeBeoordelingOf(context, request.beslissing(), response->mutable_beoordeling());
  return status;
}

absl::Status SubmitBeoordelingenHandler(HandlerContext& context,
                                        const v1::SubmitBeoordelingenRequest& request,
                                        v1::SubmitBeoordelingenResponse* response) {
  if (absl::Status status = CheckBatch(request.opdrachten_size()); !status.ok()) return status;
  for (const v1::Beoordelingopdracht& opdracht : request.opdrachten()) {
    v1::Verwerkingsresultaat* resultaat = response->add_resultaten();
    switch (opdracht.opdracht_case()) {
      case v1::Beoordelingopdracht::kVerlenging:
        CarryOutOverigInBatch(context, opdracht.verlenging(), resultaat);
        break;
      case v1::Beoordelingopdracht::kBeslissing:
        CarryOutOverigInBatch(context, opdracht.beslissing(), resultaat);
        break;
      case v1::Beoordelingopdracht::OPDRACHT_NOT_SET:
        RefuseEmptyRecord("opdracht", resultaat);
        break;
    }
  }
  return absl::OkStatus();
}

absl::Status GetZiektegevalHandler(HandlerContext& context, const v1::GetZiektegevalRequest& request,
                                   v1::GetZiektegevalResponse* response) {
  const auto nummer = ReadLoonheffingennummer(request.loonheffingennummer());
  if (!nummer.ok()) return nummer.status();
  if (request.kenmerk().empty() || request.kenmerk().size() > kMaxKenmerkBytes) {
    return FoutVeld("kenmerk", absl::StrCat("must be 1 to ", kMaxKenmerkBytes, " bytes of text"));
  }
  const Toestand& toestand = context.omgeving.toestand();
  const GenoemdGeval genoemd = toestand.FindGeval(*nummer, request.kenmerk());
  if (genoemd.geval == nullptr) return FoutZiektegevalOnbekend();
  EncodeZiektegeval(toestand, genoemd.nummer, response->mutable_ziektegeval());
  return absl::OkStatus();
}

absl::Status ListZiektegevallenHandler(HandlerContext& context, const v1::ListZiektegevallenRequest& request,
                                       v1::ListZiektegevallenResponse* response) {
  const auto bsn = ReadOptionalBsn(request.bsn());
  if (!bsn.ok()) return bsn.status();
  const auto werkgever = ReadOptionalLoonheffingennummer(request.loonheffingennummer());
  if (!werkgever.ok()) return werkgever.status();
  const Gevalfilter filter{*bsn, *werkgever, request.status()};
  if (!v1::Beoordelingstatus_IsValid(request.status())) {
    return FoutVeld("status", "must be a value of the enum");
  }
  const auto pagina = ReadPagina(request);
  if (!pagina.ok()) return pagina.status();
  const Toestand& toestand = context.omgeving.toestand();
  response->set_next_page_token(FillPagina(*pagina, toestand.aantal_gevallen(), [&](std::size_t place) {
    const auto nummer = static_cast<Gevalnummer>(place);
    if (!Matches(toestand, toestand.GetGeval(nummer), filter)) return false;
    EncodeZiektegeval(toestand, nummer, response->add_ziektegevallen());
    return true;
  }));
  return absl::OkStatus();
}

}  // namespace ketenproef
