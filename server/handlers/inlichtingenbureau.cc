#include "server/handlers/inlichtingenbureau.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "server/handlers/pagina.h"
#include "server/handlers/velden.h"
#include "server/rules/mailadres.h"

namespace ketenproef {
namespace {

// What a list of things that went out is narrowed to.
struct Uitgaandfilter {
  std::optional<Gemeentecode> gemeentecode;
  OptionalDag van;
  OptionalDag tot;

  bool Matches(Gemeentecode ontvanger, Dag uitwisseling) const {
    if (gemeentecode.has_value() && ontvanger != *gemeentecode) return false;
    if (van.has_value() && uitwisseling < van.value()) return false;
    return !tot.has_value() || uitwisseling <= tot.value();
  }
};

template <typename Request>
absl::StatusOr<Uitgaandfilter> ReadFilter(const Request& request) {
  const auto gemeentecode = ReadOptionalGemeentecode(request.gemeentecode());
  if (!gemeentecode.ok()) return gemeentecode.status();
  const auto van = ReadOptionalDag(request.has_datum_van(), request.datum_van(), "datum_van");
  if (!van.ok()) return van.status();
  const auto tot = ReadOptionalDag(request.has_datum_tot(), request.datum_tot(), "datum_tot");
  if (!tot.ok()) return tot.status();
  return Uitgaandfilter{*gemeentecode, *van, *tot};
}

// Pages over a list of things that went out. `add` gets the filter and the place.
template <typename Request, typename Response, typename Add>
absl::Status ListUitgaand(const Request& request, std::size_t total, Response* response, Add add) {
  const auto filter = ReadFilter(request);
  if (!filter.ok()) return filter.status();
  const auto pagina = ReadPagina(request);
  if (!pagina.ok()) return pagina.status();
  response->set_next_page_token(
      FillPagina(*pagina, total, [&](std::size_t place) { return add(*filter, place); }));
  return absl::OkStatus();
}

bool IsHash(absl::string_view text) {
  constexpr std::size_t kHashDigits = 64;
  return text.size() == kHashDigits && text.find_first_not_of("0123456789abcdef") == absl::string_view::npos;
}

// CSV-03: how rows that wait are ordered, as if they went out.
Rapportrij OrderOf(const Toestand& toestand, Gevalnummer nummer, Signaalsoort soort) {
  const Ziektegeval& geval = toestand.GetGeval(nummer);
  return {soort,
          geval.beoordeling.besloten_tijdstip,
          toestand.GetPersoon(geval.persoon).bsn,
          nummer,
          geval.herstelmelding.value_or(Meldingnummer{}),
          geval.eerste_ao_dag,
          {},
          {}};
}

}  // namespace

absl::Status ListRapportagesHandler(HandlerContext& context, const v1::ListRapportagesRequest& request,
                                    v1::ListRapportagesResponse* response) {
  const auto& rapportages = context.omgeving.toestand().rapportages();
  return ListUitgaand(request, rapportages.size(), response,
                      [&](const Uitgaandfilter& filter, std::size_t place) {
                        const Rapportage& rapportage = rapportages[place];
                        if (!filter.Matches(rapportage.inhoud.gemeentecode, rapportage.inhoud.uitwisseling)) {
                          return false;
                        }
                        if (request.alleen_onbevestigd() && rapportage.bevestigd.has_value()) return false;
                        EncodeRapportage(rapportage, response->add_rapportages());
                        return true;
                      });
}

absl::StatusOr<std::string> DownloadRapportageHandler(HandlerContext& context,
                                                      const v1::DownloadRapportageRequest& request) {
  const Toestand& toestand = context.omgeving.toestand();
  const auto place = FindRapportageById(toestand, request.rapportage_id());
  if (!place.has_value()) return FoutRapportageOnbekend();
  return toestand.rapportages()[*place].inhoud.inhoud;
}

absl::Status ConfirmRapportageHandler(HandlerContext& context, const v1::ConfirmRapportageRequest& request,
                                      v1::ConfirmRapportageResponse* response) {
  const Toestand& toestand = context.omgeving.toestand();
  if (!IsHash(request.sha256())) return FoutVeld("sha256", "must be 64 lower-case hexadecimal digits");
  if (request.aantal_rijen() < 0) return FoutVeld("aantal_rijen", "must be the number of data rows");
  const auto place = FindRapportageById(toestand, request.rapportage_id());
  if (!place.has_value()) return FoutRapportageOnbekend();
  const Rapportage& rapportage = toestand.rapportages()[*place];
  std::vector<std::pair<std::string, std::string>> verschillen;
  const std::string sha256 = HexOf(rapportage.inhoud.sha256);
  if (request.sha256() != sha256) {
    verschillen.emplace_back("sha256_verwacht", sha256);
    verschillen.emplace_back("sha256_ontvangen", request.sha256());
  }
  if (request.aantal_rijen() != rapportage.inhoud.aantal_rijen) {
    verschillen.emplace_back("aantal_rijen_verwacht", absl::StrCat(rapportage.inhoud.aantal_rijen));
    verschillen.emplace_back("aantal_rijen_ontvangen", absl::StrCat(request.aantal_rijen()));
  }
  if (!verschillen.empty()) return FoutOntvangstOngelijk(verschillen);
  response->set_herhaald(rapportage.bevestigd.has_value());
  if (!rapportage.bevestigd.has_value()) {
    context.omgeving.Record(RapportageConfirmed{static_cast<std::uint32_t>(*place)});
  }
  EncodeRapportage(toestand.rapportages()[*place], response->mutable_rapportage());
  return absl::OkStatus();
}

absl::Status ListDoorleveringenHandler(HandlerContext& context, const v1::ListDoorleveringenRequest& request,
                                       v1::ListDoorleveringenResponse* response) {
  const Toestand& toestand = context.omgeving.toestand();
  const auto& doorleveringen = toestand.doorleveringen();
  return ListUitgaand(
      request, doorleveringen.size(), response, [&](const Uitgaandfilter& filter, std::size_t place) {
        const Doorlevering& doorlevering = doorleveringen[place];
        if (!filter.Matches(doorlevering.inhoud.ontvanger, doorlevering.inhoud.uitwisseling)) {
          return false;
        }
        if (request.alleen_onbevestigd() && doorlevering.bevestigd.has_value()) return false;
        EncodeDoorlevering(toestand, place, response->add_doorleveringen());
        return true;
      });
}

absl::Status ConfirmDoorleveringenHandler(HandlerContext& context,
                                          const v1::ConfirmDoorleveringenRequest& request,
                                          v1::ConfirmDoorleveringenResponse* response) {
  if (request.bericht_ids_size() == 0 || request.bericht_ids_size() > kMaxBatchRecords) {
    return FoutVeld("bericht_ids", absl::StrCat("must be 1 to ", kMaxBatchRecords, " bericht-ids"));
  }
  const Toestand& toestand = context.omgeving.toestand();
  // All are looked up before any is confirmed.
  std::vector<std::size_t> places;
  for (const std::string& bericht_id : request.bericht_ids()) {
    const auto place = FindDoorleveringById(toestand, bericht_id);
    if (!place.has_value()) return FoutBerichtOnbekend(static_cast<int>(places.size()) + 1);
    places.push_back(*place);
  }
  // One that is named twice counts once.
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (const std::size_t place : places) {
    if (toestand.doorleveringen()[place].bevestigd.has_value()) {
      response->set_aantal_herhaald(response->aantal_herhaald() + 1);
      continue;
    }
    context.omgeving.Record(DoorleveringConfirmed{static_cast<std::uint32_t>(place)});
    response->set_aantal_bevestigd(response->aantal_bevestigd() + 1);
  }
  return absl::OkStatus();
}

absl::Status ListBerichtenHandler(HandlerContext& context, const v1::ListBerichtenRequest& request,
                                  v1::ListBerichtenResponse* response) {
  const Toestand& toestand = context.omgeving.toestand();
  return ListUitgaand(request, toestand.berichten().size(), response,
                      [&](const Uitgaandfilter& filter, std::size_t place) {
                        const BerichtPlaced& bericht = toestand.berichten()[place];
                        if (!filter.Matches(bericht.ontvanger, bericht.uitwisseling)) return false;
                        EncodeBericht(toestand, place, response->add_berichten());
                        return true;
                      });
}

absl::Status ListNotificatiesHandler(HandlerContext& context, const v1::ListNotificatiesRequest& request,
                                     v1::ListNotificatiesResponse* response) {
  const auto& rapportages = context.omgeving.toestand().rapportages();
  return ListUitgaand(request, rapportages.size(), response,
                      [&](const Uitgaandfilter& filter, std::size_t place) {
                        const Rapportage& rapportage = rapportages[place];
                        if (!filter.Matches(rapportage.inhoud.gemeentecode, rapportage.inhoud.uitwisseling)) {
                          return false;
                        }
                        EncodeNotificatie(rapportage, response->add_notificaties());
                        return true;
                      });
}

absl::Status ListAangehoudenHandler(HandlerContext& context, const v1::ListAangehoudenRequest& request,
                                    v1::ListAangehoudenResponse* response) {
  const auto pagina = ReadPagina(request);
  if (!pagina.ok()) return pagina.status();
  const Toestand& toestand = context.omgeving.toestand();
  std::vector<Gevalnummer> order;
  for (const auto& [nummer, aanhouding] : toestand.aanhoudingen()) order.push_back(nummer);
  std::sort(order.begin(), order.end(), [&toestand](Gevalnummer a, Gevalnummer b) {
    return ComesBefore(OrderOf(toestand, a, toestand.aanhoudingen().at(a).soort),
                       OrderOf(toestand, b, toestand.aanhoudingen().at(b).soort));
  });
  response->set_next_page_token(FillPagina(*pagina, order.size(), [&](std::size_t place) {
    const Gevalnummer nummer = order[place];
    EncodeAangehouden(toestand, nummer, toestand.aanhoudingen().at(nummer), response->add_aangehouden());
    return true;
  }));
  return absl::OkStatus();
}

absl::Status SetAfnemerHandler(HandlerContext& context, const v1::SetAfnemerRequest& request,
                               v1::SetAfnemerResponse* response) {
  const v1::Afnemer& wire = request.afnemer();
  const auto code = ReadGemeentecode(wire.gemeentecode());
  if (!code.ok()) return code.status();
  if (!context.omgeving.referentie().gemeenten.IsKnown(*code)) {
    return FoutVeld("gemeentecode", "no gemeente has or had this code");
  }
  if (wire.leverwijze() != v1::LEVERWIJZE_COLLECT && wire.leverwijze() != v1::LEVERWIJZE_ENDPOINT) {
    return FoutVeld("leverwijze", "must be LEVERWIJZE_COLLECT or LEVERWIJZE_ENDPOINT");
  }
  const bool to_endpoint = wire.leverwijze() == v1::LEVERWIJZE_ENDPOINT;
  if (!to_endpoint && !wire.adres().empty()) {
    return FoutVeld("adres", "must be empty with LEVERWIJZE_COLLECT");
  }
  if (wire.adres().size() > kMaxAdresBytes) {
    return FoutVeld("adres", absl::StrCat("must be at most ", kMaxAdresBytes, " bytes"));
  }
  if (!wire.emailadres().empty() && !IsMailadres(wire.emailadres())) {
    return FoutVeld("emailadres", absl::StrCat(kMailadresVorm, "; or empty"));
  }
  const Afnemer before = context.omgeving.toestand().AfnemerOf(*code);
  const auto wijze = to_endpoint ? Ontvangstwijze::kEndpoint : Ontvangstwijze::kOphalen;
  if (!context.omgeving.toestand().HasAfnemer(*code) || before.wijze != wijze ||
      before.adres != wire.adres() || before.email != wire.emailadres()) {
    context.omgeving.Record(AfnemerSet{*code, wijze, wire.adres(), wire.emailadres()});
  }
  EncodeAfnemer(*code, context.omgeving.toestand().AfnemerOf(*code), response->mutable_afnemer());
  return absl::OkStatus();
}

absl::Status ListLeveringenHandler(HandlerContext& context, const v1::ListLeveringenRequest& request,
                                   v1::ListLeveringenResponse* response) {
  const auto gemeentecode = ReadOptionalGemeentecode(request.gemeentecode());
  if (!gemeentecode.ok()) return gemeentecode.status();
  const auto pagina = ReadPagina(request);
  if (!pagina.ok()) return pagina.status();
  const Toestand& toestand = context.omgeving.toestand();
  std::vector<std::pair<Gemeentecode, const Levering*>> order;
  for (const auto& [code, rij] : toestand.leveringen().openstaand()) {
    if (gemeentecode->has_value() && code != **gemeentecode) continue;
    for (const Levering& levering : rij) order.emplace_back(code, &levering);
  }
  response->set_next_page_token(FillPagina(*pagina, order.size(), [&](std::size_t place) {
    EncodeLevering(toestand, order[place].first, *order[place].second, response->add_leveringen());
    return true;
  }));
  return absl::OkStatus();
}

absl::Status GetAfnemerHandler(HandlerContext& context, const v1::GetAfnemerRequest& request,
                               v1::GetAfnemerResponse* response) {
  const auto code = ReadGemeentecode(request.gemeentecode());
  if (!code.ok()) return code.status();
  EncodeAfnemer(*code, context.omgeving.toestand().AfnemerOf(*code), response->mutable_afnemer());
  return absl::OkStatus();
}

}  // namespace ketenproef
