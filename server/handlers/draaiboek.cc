#include "server/handlers/draaiboek.h"

#include "server/wire/datum.h"

namespace ketenproef {
namespace {

void CarryOutLine(HandlerContext& context, const v1::Draaiboekregel& regel, v1::Regelresultaat* resultaat) {
  switch (regel.opdracht_case()) {
    case v1::Draaiboekregel::kZiekmelding:
      return CarryOutMeldingInBatch(context, regel.ziekmelding(), resultaat);
    case v1::Draaiboekregel::kHerstelmelding:
      return CarryOutMeldingInBatch(context, regel.herstelmelding(), resultaat);
    case v1::Draaiboekregel::kZiekEnHerstelmelding:
      return CarryOutMeldingInBatch(context, regel.ziek_en_herstelmelding(), resultaat);
    case v1::Draaiboekregel::kIntrekking:
      return CarryOutMeldingInBatch(context, regel.intrekking(), resultaat);
    case v1::Draaiboekregel::kVerlenging:
      return CarryOutOverigInBatch(context, regel.verlenging(), resultaat);
    case v1::Draaiboekregel::kBeslissing:
      return CarryOutOverigInBatch(context, regel.beslissing(), resultaat);
    case v1::Draaiboekregel::kDoelgroepregistratie:
      return CarryOutOverigInBatch(context, regel.doelgroepregistratie(), resultaat);
    case v1::Draaiboekregel::kEindeDoelgroepregistratie:
      return CarryOutOverigInBatch(context, regel.einde_doelgroepregistratie(), resultaat);
    case v1::Draaiboekregel::kWoonplaats:
      return CarryOutOverigInBatch(context, regel.woonplaats(), resultaat);
    case v1::Draaiboekregel::kDienstverband:
      return CarryOutOverigInBatch(context, regel.dienstverband(), resultaat);
    case v1::Draaiboekregel::kEindeDienstverband:
      return CarryOutOverigInBatch(context, regel.einde_dienstverband(), resultaat);
    case v1::Draaiboekregel::kLksPeriode:
      return CarryOutOverigInBatch(context, regel.lks_periode(), resultaat);
    case v1::Draaiboekregel::kEindeLksPeriode:
      return CarryOutOverigInBatch(context, regel.einde_lks_periode(), resultaat);
    case v1::Draaiboekregel::OPDRACHT_NOT_SET:
      return RefuseEmptyRecord("opdracht", resultaat);
  }
}

}  // namespace

absl::Status PlayDraaiboekHandler(HandlerContext& context, const v1::PlayDraaiboekRequest& request,
                                  v1::PlayDraaiboekResponse* response) {
  if (absl::Status status = CheckBatch(request.regels_size()); !status.ok()) return status;
  if (context.omgeving.toestand().klokfactor_duizendsten() != 0) return FoutKlokLoopt();
  response->mutable_resultaten()->Reserve(request.regels_size());
  for (const v1::Draaiboekregel& regel : request.regels()) {
    v1::Regelresultaat* resultaat = response->add_resultaten();
    resultaat->set_regelnummer(regel.regelnummer());
    const auto tijdstip = regel.has_tijdstip() ? FromWire(regel.tijdstip()) : std::nullopt;
    if (!tijdstip.has_value()) {
      ToWire(FoutVeld("tijdstip", "must be an instant of the years 1900 to 2199"),
             resultaat->mutable_weigering());
      continue;
    }
    const auto kwitantie = context.omgeving.Advance(*tijdstip);
    if (kwitantie.status().code() == absl::StatusCode::kOutOfRange) {
      ToWire(FoutTijdTerug(kwitantie.status().message()), resultaat->mutable_weigering());
      continue;
    }
    if (!kwitantie.ok()) return FoutOmgevingGestopt(kwitantie.status().message());
    CarryOutLine(context, regel, resultaat);
  }
  return absl::OkStatus();
}

}  // namespace ketenproef
