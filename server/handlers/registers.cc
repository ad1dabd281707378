#include "server/handlers/registers.h"

#include "server/handlers/pagina.h"

namespace ketenproef {
namespace {

// Pages over the entries that `entries` gives of the person of the request, each written by `encode`.
template <typename Request, typename Response, typename Entries, typename Encode>
absl::Status ListEntries(const HandlerContext& context, const Request& request, Response* response,
                         Entries entries, Encode encode) {
  const auto bsn = Bsn::Parse(request.bsn());
  if (!bsn.has_value()) {
    return FoutVan(WeigerVeld(Regel::kBsn01, "bsn", "must be nine digits that pass the elfproef"));
  }
  if (!Contains(context.omgeving.instellingen().bsn_reeks, *bsn)) {
    return FoutVan(WeigerVeld(Regel::kBsn02, "bsn", "lies outside the BSN range of this environment"));
  }
  const auto pagina = ReadPagina(request);
  if (!pagina.ok()) return pagina.status();
  const Persoon* persoon = context.omgeving.toestand().FindPersoon(*bsn);
  if (persoon == nullptr) return absl::OkStatus();
  const auto& list = entries(*persoon);
  response->set_next_page_token(FillPagina(*pagina, list.size(), [&](std::size_t place) {
    encode(*bsn, list[place]);
    return true;
  }));
  return absl::OkStatus();
}

}  // namespace

absl::Status RegisterDoelgroepregistratieHandler(HandlerContext& context,
                                                 const v1::RegisterDoelgroepregistratieRequest& request,
                                                 v1::RegisterDoelgroepregistratieResponse* response) {
  return CarryOutOverig(context, request.doelgroepregistratie(), response->mutable_verwerkt());
}

absl::Status EndDoelgroepregistratieHandler(HandlerContext& context,
                                            const v1::EndDoelgroepregistratieRequest& request,
                                            v1::EndDoelgroepregistratieResponse* response) {
  return CarryOutOverig(context, request.einde_doelgroepregistratie(), response->mutable_verwerkt());
}

absl::Status ListDoelgroepregistratiesHandler(HandlerContext& context,
                                              const v1::ListDoelgroepregistratiesRequest& request,
                                              v1::ListDoelgroepregistratiesResponse* response) {
  return ListEntries(
      context, request, response, [](const Persoon& p) -> const auto& { return p.doelgroepregistraties; },
      [response](Bsn bsn, const Doelgroepregistratie& entry) {
        EncodeDoelgroepregistratie(bsn, entry, response->add_doelgroepregistraties());
      });
}

absl::Status RegisterDienstverbandHandler(HandlerContext& context,
                                          const v1::RegisterDienstverbandRequest& request,
                                          v1::RegisterDienstverbandResponse* response) {
  return CarryOutOverig(context, request.dienstverband(), response->mutable_verwerkt());
}

absl::Status EndDienstverbandHandler(HandlerContext& context, const v1::EndDienstverbandRequest& request,
                                     v1::EndDienstverbandResponse* response) {
  return CarryOutOverig(context, request.einde_dienstverband(), response->mutable_verwerkt());
}

absl::Status ListDienstverbandenHandler(HandlerContext& context,
                                        const v1::ListDienstverbandenRequest& request,
                                        v1::ListDienstverbandenResponse* response) {
  return ListEntries(
      context, request, response, [](const Persoon& p) -> const auto& { return p.dienstverbanden; },
      [response](Bsn bsn, const Dienstverband& entry) {
        EncodeDienstverband(bsn, entry, response->add_dienstverbanden());
      });
}

absl::Status SubmitRegistratiesHandler(HandlerContext& context, const v1::SubmitRegistratiesRequest& request,
                                       v1::SubmitRegistratiesResponse* response) {
  if (absl::Status status = CheckBatch(request.registraties_size()); !status.ok()) return status;
  for (const v1::Registratie& registratie : request.registraties()) {
    v1::Verwerkingsresultaat* resultaat = response->add_resultaten();
    switch (registratie.registratie_case()) {
      case v1::Registratie::kDoelgroepregistratie:
        CarryOutOverigInBatch(context, registratie.doelgroepregistratie(), resultaat);
        break;
      case v1::Registratie::kEindeDoelgroepregistratie:
        CarryOutOverigInBatch(context, registratie.einde_doelgroepregistratie(), resultaat);
        break;
      case v1::Registratie::kDienstverband:
        CarryOutOverigInBatch(context, registratie.dienstverband(), resultaat);
        break;
      case v1::Registratie::kEindeDienstverband:
        CarryOutOverigInBatch(context, registratie.einde_dienstverband(), resultaat);
        break;
      case v1::Registratie::REGISTRATIE_NOT_SET:
        RefuseEmptyRecord("registratie", resultaat);
        break;
    }
  }
  return absl::OkStatus();
}

absl::Status RegisterWoonplaatsHandler(HandlerContext& context, const v1::RegisterWoonplaatsRequest& request,
                                       v1::RegisterWoonplaatsResponse* response) {
  return CarryOutOverig(context, request.woonplaats(), response->mutable_verwerkt());
}

absl::Status ListWoonplaatsenHandler(HandlerContext& context, const v1::ListWoonplaatsenRequest& request,
                                     v1::ListWoonplaatsenResponse* response) {
  return ListEntries(
      context, request, response, [](const Persoon& p) -> const auto& { return p.woonplaatsen; },
      [response](Bsn bsn, const Woonplaats& entry) {
        EncodeWoonplaats(bsn, entry, response->add_woonplaatsen());
      });
}

absl::Status RegisterLksPeriodeHandler(HandlerContext& context, const v1::RegisterLksPeriodeRequest& request,
                                       v1::RegisterLksPeriodeResponse* response) {
  return CarryOutOverig(context, request.lks_periode(), response->mutable_verwerkt());
}

absl::Status EndLksPeriodeHandler(HandlerContext& context, const v1::EndLksPeriodeRequest& request,
                                  v1::EndLksPeriodeResponse* response) {
  return CarryOutOverig(context, request.einde_lks_periode(), response->mutable_verwerkt());
}

absl::Status ListLksPeriodenHandler(HandlerContext& context, const v1::ListLksPeriodenRequest& request,
                                    v1::ListLksPeriodenResponse* response) {
  return ListEntries(
      context, request, response, [](const Persoon& p) -> const auto& { return p.lks_perioden; },
      [response](Bsn bsn, const LksPeriode& entry) {
        EncodeLksPeriode(bsn, entry, response->add_lks_perioden());
      });
}

absl::Status SubmitGemeenteRegistratiesHandler(HandlerContext& context,
                                               const v1::SubmitGemeenteRegistratiesRequest& request,
                                               v1::SubmitGemeenteRegistratiesResponse* response) {
  if (absl::Status status = CheckBatch(request.registraties_size()); !status.ok()) return status;
  for (const v1::GemeenteRegistratie& registratie : request.registraties()) {
    v1::Verwerkingsresultaat* resultaat = response->add_resultaten();
    switch (registratie.registratie_case()) {
      case v1::GemeenteRegistratie::kWoonplaats:
        CarryOutOverigInBatch(context, registratie.woonplaats(), resultaat);
        break;
      case v1::GemeenteRegistratie::kLksPeriode:
        CarryOutOverigInBatch(context, registratie.lks_periode(), resultaat);
        break;
      case v1::GemeenteRegistratie::kEindeLksPeriode:
        CarryOutOverigInBatch(context, registratie.einde_lks_periode(), resultaat);
        break;
      case v1::GemeenteRegistratie::REGISTRATIE_NOT_SET:
        RefuseEmptyRecord("registratie", resultaat);
        break;
    }
  }
  return absl::OkStatus();
}

}  // namespace ketenproef
