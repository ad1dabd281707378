#include "conformance/mutants/ib/zaak.h"
#include "conformance/mutants/record_facts.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/model/gemeenten.h"

namespace ketenproef::conformance::ib {

bool Zaak::HeeftLksIn(Dag van, Dag tot) const {
  return std::any_of(lks_perioden.begin(), lks_perioden.end(), [&](const auto& periode) {
    const auto eind = DagVanDatum(periode.datum_tot());
    return *DagVanDatum(periode.datum_van()) <= tot && (!eind.has_value() || *eind >= van);
  });
}

bool Zaak::IsInDoelgroepOp(Dag dag) const {
  return std::any_of(doelgroep.begin(), doelgroep.end(),
                     [&](const auto& periode) { return Holds(periode, dag); });
}

bool Zaak::HeeftLks() const {
  return einde.has_value() && HeeftLksIn(JarenTerug(*einde, 2), *einde);
}

std::string Zaak::WoonplaatsOp(Dag dag) const {
  const contract::Woonplaats* last = nullptr;
  for (const auto& woonplaats : woonplaatsen) {
    const Dag van = *DagVanDatum(woonplaats.datum_van());
    if (van <= dag && (last == nullptr || van >= *DagVanDatum(last->datum_van()))) last = &woonplaats;
  }
  return last == nullptr ? "" : last->gemeentecode();
}

Dag Zaak::EersteUitwisseling() const {
  Dag datum = ontvangen_op + Dagen(1);
  if (geval.beoordeling().has_besloten_tijdstip()) {
    datum = UitwisselingNa(client::TimeOf(geval.beoordeling().besloten_tijdstip()));
  }
  return std::max(datum, einde.value_or(ao) + Dagen(1));
}

Zaak ZaakOf(const contract::Ziektegeval& geval, const World& world) {
  Zaak zaak;
  zaak.geval = geval;
  zaak.ao = DagVanDatum(geval.eerste_ao_dag()).value_or(Dag());
  zaak.ontvangen_op = DagVanDatum(geval.ontvangen_op()).value_or(Dag());
  zaak.einde = DagVanDatum(geval.einde_dienstverband());
  zaak.hersteld_per = DagVanDatum(geval.hersteld_per());
  zaak.lks_perioden = world.LksPerioden(geval.bsn());
  zaak.doelgroep = world.Doelgroepregistraties(geval.bsn());
  zaak.woonplaatsen = world.Woonplaatsen(geval.bsn());
  return zaak;
}

Dag UitwisselingNa(absl::Time tijdstip) {
  const Dag dag = DagVan(tijdstip);
  return tijdstip < UitwisselingOp(dag) ? dag : dag + Dagen(1);
}

std::string OpvolgerOp(const std::string& gemeentecode, Dag dag) {
  return EmbeddedGemeentetabel().OpvolgerOp(gemeentecode, dag);
}

Signaal SignaalOf(const Zaak& zaak, Dag datum, const std::string& gemeentecode) {
  Signaal signaal{datum, gemeentecode, {zaak.geval.bsn(), {}, zaak.einde, zaak.ao}, zaak.geval, false};
  if (zaak.hersteld_per.has_value()) signaal.rij.einde_uitkering = *zaak.hersteld_per - Dagen(1);
  return signaal;
}

contract::Doorlevering DoorleveringOf(const Zaak& zaak, contract::Doorleveringsoort soort, Dag datum,
                                      const std::string& gemeentecode) {
  contract::Doorlevering doorlevering;
  doorlevering.set_bericht_id(absl::StrCat("N-", zaak.geval.volgnummer(), "-", static_cast<int>(soort)));
  doorlevering.set_gemeentecode(OpvolgerOp(gemeentecode, datum));
  *doorlevering.mutable_datum() = DatumVanDag(datum);
  contract::Doorleveringinhoud& inhoud = *doorlevering.mutable_inhoud();
  inhoud.set_soort(soort);
  inhoud.set_loonheffingennummer(zaak.geval.loonheffingennummer());
  inhoud.set_kenmerk(zaak.geval.kenmerk());
  inhoud.set_verwijst_naar(zaak.geval.kenmerk());
  inhoud.set_bsn(zaak.geval.bsn());
  const bool is_herstel = soort == contract::DOORLEVERINGSOORT_HERSTEL;
  *inhoud.mutable_datum_ingang() = DatumVanDag(is_herstel ? zaak.hersteld_per.value_or(zaak.ao) : zaak.ao);
  doorlevering.set_melding_volgnummer(zaak.geval.volgnummer());
  return doorlevering;
}

void Sorteer(std::vector<contract::Doorlevering>* doorleveringen) {
  std::stable_sort(doorleveringen->begin(), doorleveringen->end(), [](const auto& a, const auto& b) {
    return std::make_tuple(*DagVanDatum(a.datum()), a.melding_volgnummer()) <
           std::make_tuple(*DagVanDatum(b.datum()), b.melding_volgnummer());
  });
}

Break LaatSignaalWeg(std::function<bool(const Signaal&, const Zaak&)> when) {
  return Uitgaand([when = std::move(when)](Post& post, const World& world) {
    std::erase_if(post.signalen, [&](const Signaal& signaal) {
      return !signaal.is_vervolg && when(signaal, ZaakOf(signaal.geval, world));
    });
  });
}

Break GeeftSignaal(std::function<bool(const Zaak&)> when) {
  return Uitgaand([when = std::move(when)](Post& post, const World& world) {
    for (const auto& geval : post.gevallen) {
      const Zaak zaak = ZaakOf(geval, world);
      if (zaak.HeeftSignaal() || !zaak.einde.has_value() || !when(zaak)) continue;
      const Dag datum = zaak.EersteUitwisseling();
      const std::string gemeentecode = OpvolgerOp(zaak.WoonplaatsOp(datum), datum);
      if (!gemeentecode.empty()) post.signalen.push_back(SignaalOf(zaak, datum, gemeentecode));
    }
  });
}

Break Signalen(std::function<void(Signaal&, const World&)> change) {
  return Uitgaand([change = std::move(change)](Post& post, const World& world) {
    for (Signaal& signaal : post.signalen) change(signaal, world);
  });
}

Break Doorleveringen(std::function<void(contract::Doorlevering&, const World&)> change) {
  return Uitgaand([change = std::move(change)](Post& post, const World& world) {
    for (auto& doorlevering : post.doorleveringen) change(doorlevering, world);
    Sorteer(&post.doorleveringen);
  });
}

Break LaatDoorleveringWeg(std::function<bool(const contract::Doorlevering&, const Zaak&)> when) {
  return Uitgaand([when = std::move(when)](Post& post, const World& world) {
    std::erase_if(post.doorleveringen,
                  [&](const auto& doorlevering) { return when(doorlevering, ZaakVan(doorlevering, world)); });
  });
}

Break LevertDoor(std::function<std::optional<contract::Doorlevering>(const Zaak&)> make) {
  return Uitgaand([make = std::move(make)](Post& post, const World& world) {
    for (const auto& geval : post.gevallen) {
      if (const auto doorlevering = make(ZaakOf(geval, world))) post.doorleveringen.push_back(*doorlevering);
    }
    Sorteer(&post.doorleveringen);
  });
}

Zaak ZaakVan(const contract::Doorlevering& doorlevering, const World& world) {
  const contract::Doorleveringinhoud& inhoud = doorlevering.inhoud();
  const auto geval = world.Geval(inhoud.loonheffingennummer(), inhoud.verwijst_naar());
  return ZaakOf(geval.value_or(contract::Ziektegeval()), world);
}

Break Vervolgen(std::function<void(Signaal&, const Zaak&)> change) {
  return Signalen([change = std::move(change)](Signaal& signaal, const World& world) {
    if (signaal.is_vervolg) change(signaal, ZaakOf(signaal.geval, world));
  });
}

// Of LKS periods with a first day: when(that day, the world).
When OpEersteDag(std::function<bool(Dag van, const std::string& bsn, const World&)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    const auto van = VanOf(passage.record);
    return passage.record.has_lks_periode() && van.has_value() &&
           when(*van, BsnOf(passage.record), passage.world());
  };
}

}  // namespace ketenproef::conformance::ib
