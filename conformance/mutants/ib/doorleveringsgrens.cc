// DL-02, DL-03: until when is forwarded, and to whom after a merger.
#include "conformance/model/gemeenten.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"

namespace ketenproef::conformance::ib {
namespace {

Dag Afschaffing() {
  return *ParseDag("2022-01-01");
}

// Ziekmeldingen of after the abolition that are such go all the same.
Break GaatDoor(std::function<bool(const Zaak&)> when) {
  return LevertDoor([when = std::move(when)](const Zaak& zaak) -> std::optional<contract::Doorlevering> {
    if (zaak.ontvangen_op < Afschaffing() || !when(zaak)) return std::nullopt;
    for (const auto& periode : zaak.lks_perioden) {
      if (!Holds(periode, zaak.ao)) continue;
      return DoorleveringOf(zaak, contract::DOORLEVERINGSOORT_ZIEK, zaak.ontvangen_op + Dagen(1),
                            periode.gemeentecode());
    }
    return std::nullopt;
  });
}

// The receiver is the successor on another day than that of the exchange.
Break DoorleveringNaarOpvolger(std::function<Dag(Dag datum, const Zaak&)> dag) {
  return Doorleveringen([dag = std::move(dag)](contract::Doorlevering& doorlevering, const World& world) {
    const Zaak zaak = ZaakVan(doorlevering, world);
    if (zaak.geval.doorgeleverd_voor().empty()) return;
    doorlevering.set_gemeentecode(
        OpvolgerOp(zaak.geval.doorgeleverd_voor(), dag(*DagVanDatum(doorlevering.datum()), zaak)));
  });
}

// One merger is followed, and no further.
void EenStapTerug(contract::Doorlevering& doorlevering, const World& world) {
  const std::string verlener = ZaakVan(doorlevering, world).geval.doorgeleverd_voor();
  const auto& herindelingen = EmbeddedGemeentetabel().herindelingen();
  const auto found = herindelingen.find(verlener);
  if (found == herindelingen.end() || found->second.datum > *DagVanDatum(doorlevering.datum())) return;
  doorlevering.set_gemeentecode(found->second.nieuwe_code);
}

}  // namespace

Mutants DoorleveringsgrensMutants() {
  return {
      {"DL-02/nooit-afgeschaft", "Ook na 2021 wordt doorgeleverd.",
       GaatDoor([](const Zaak&) { return true; }), kWet},
      {"DL-02/een-dag-langer", "Ook een ziekmelding van 1 januari 2022 wordt doorgeleverd.",
       GaatDoor([](const Zaak& zaak) { return zaak.ontvangen_op == Afschaffing(); }), kWet},
      {"DL-02/een-dag-korter", "Een ziekmelding van 31 december 2021 wordt niet doorgeleverd.",
       LaatDoorleveringWeg(
           [](const auto&, const Zaak& zaak) { return zaak.ontvangen_op == Afschaffing() - Dagen(1); }),
       kWet},
      {"DL-02/naar-de-AO", "De AO telt in plaats van de ontvangst.",
       GaatDoor([](const Zaak& zaak) { return zaak.ao < Afschaffing(); }), kWet},
      {"DL-02/naar-de-uitwisseling", "De dag van de uitwisseling telt in plaats van de ontvangst.",
       LaatDoorleveringWeg([](const auto& doorlevering, const Zaak&) {
         return *DagVanDatum(doorlevering.datum()) >= Afschaffing();
       }),
       kWet},
      {"DL-02/vervolg-stopt", "Wat volgt op een ziekmelding van voor 2022, gaat in 2022 niet meer.",
       LaatDoorleveringWeg([](const auto& doorlevering, const Zaak&) {
         return doorlevering.inhoud().soort() != contract::DOORLEVERINGSOORT_ZIEK &&
                *DagVanDatum(doorlevering.datum()) > Afschaffing();
       }),
       kWet},
      {"DL-03/oude-code", "Een opgeheven gemeente ontvangt zelf.",
       DoorleveringNaarOpvolger([](Dag, const Zaak&) { return *ParseDag("1950-01-01"); })},
      {"DL-03/opvolger-bij-ontvangst", "De opvolger op de ontvangstdag van de ziekmelding ontvangt.",
       DoorleveringNaarOpvolger([](Dag, const Zaak& zaak) { return zaak.ontvangen_op; })},
      {"DL-03/opvolger-op-AO", "De opvolger op de AO ontvangt.",
       DoorleveringNaarOpvolger([](Dag, const Zaak& zaak) { return zaak.ao; })},
      {"DL-03/een-dag-te-laat", "Op de dag van de herindeling ontvangt de oude gemeente nog.",
       DoorleveringNaarOpvolger([](Dag datum, const Zaak&) { return datum - Dagen(1); })},
      {"DL-03/een-dag-te-vroeg", "Op de dag voor de herindeling ontvangt de nieuwe gemeente al.",
       DoorleveringNaarOpvolger([](Dag datum, const Zaak&) { return datum + Dagen(1); })},
      {"DL-03/een-stap", "Van een reeks herindelingen wordt alleen de eerste gevolgd.",
       Doorleveringen(EenStapTerug)},
  };
}

}  // namespace ketenproef::conformance::ib
