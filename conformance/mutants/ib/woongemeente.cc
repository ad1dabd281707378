// SIG-04, SIG-05: to whom a signal goes, what becomes of it while nobody is known, and that it goes once.
#include <algorithm>
#include <set>

#include "conformance/model/gemeenten.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"

namespace ketenproef::conformance::ib {
namespace {

// First signals go to the gemeente where the worker lived on another day, where that is known.
Break WoonplaatsOp(std::function<Dag(const Signaal&, const Zaak&)> dag) {
  return Signalen([dag = std::move(dag)](Signaal& signaal, const World& world) {
    const Zaak zaak = ZaakOf(signaal.geval, world);
    const std::string code = zaak.WoonplaatsOp(dag(signaal, zaak));
    if (!signaal.is_vervolg && !code.empty()) signaal.gemeentecode = OpvolgerOp(code, signaal.datum);
  });
}

// The receiver is the successor on another day.
Break OpvolgerOpDag(std::function<Dag(const Signaal&)> dag) {
  return Signalen([dag = std::move(dag)](Signaal& signaal, const World& world) {
    const std::string code = ZaakOf(signaal.geval, world).WoonplaatsOp(signaal.datum);
    if (!code.empty()) signaal.gemeentecode = OpvolgerOp(code, dag(signaal));
  });
}

void EenStap(Signaal& signaal, const World& world) {
  const auto& herindelingen = EmbeddedGemeentetabel().herindelingen();
  const auto found = herindelingen.find(ZaakOf(signaal.geval, world).WoonplaatsOp(signaal.datum));
  if (found != herindelingen.end() && found->second.datum <= signaal.datum) {
    signaal.gemeentecode = found->second.nieuwe_code;
  }
}

// A signal that could not go in the first exchange is not tried again.
bool WasAangehouden(const Signaal& signaal, const Zaak& zaak) {
  return zaak.WoonplaatsOp(zaak.EersteUitwisseling()).empty() && signaal.datum > zaak.EersteUitwisseling();
}

// The last woonplaats that was known, however long ago.
std::string LaatstBekend(const Zaak& zaak, Dag dag) {
  std::string code;
  Dag since = Dag(Dagen(-200'000));
  for (const auto& woonplaats : zaak.woonplaatsen) {
    const Dag van = *DagVanDatum(woonplaats.datum_van());
    if (woonplaats.gemeentecode().empty() || van > dag || van < since) continue;
    since = van;
    code = woonplaats.gemeentecode();
  }
  return code;
}

// "Not known" in the registers is passed over, both for signals that are held and for those that were.
void NegeerOnbekend(Post& post, const World& world) {
  for (const auto& geval : post.gevallen) {
    const Zaak zaak = ZaakOf(geval, world);
    const Dag datum = zaak.EersteUitwisseling();
    const std::string code = LaatstBekend(zaak, datum);
    const bool is_due =
        zaak.IsToegekend() && !zaak.IsIngetrokken() && zaak.IsZiekOpEinde() && zaak.IsInDoelgroep();
    if (!is_due || !zaak.HeeftLks() || code.empty() || !zaak.WoonplaatsOp(datum).empty()) continue;
    std::erase_if(post.signalen, [&](const Signaal& signaal) {
      return !signaal.is_vervolg && signaal.geval.kenmerk() == geval.kenmerk();
    });
    post.signalen.push_back(SignaalOf(zaak, datum, OpvolgerOp(code, datum)));
  }
}

// A signal that was held goes out although it no longer holds, once it is known where to.
void GaatTochUit(Hooks* hooks) {
  Memory<std::set<std::string>> held;
  const auto key = [](const auto& geval) { return geval.loonheffingennummer() + geval.kenmerk(); };
  hooks->On<contract::AdvanceClockRequest>([held, key](auto& call) {
    const grpc::Status status = call.Forward();
    const auto aangehouden = call.world().Ask(contract::ListAangehoudenRequest());
    held.With(call.world().omgeving(), [&](auto& keys) {
      for (const auto& signaal : aangehouden.aangehouden()) keys.insert(key(signaal));
    });
    return status;
  });
  Uitgaand([held, key](Post& post, const World& world) {
    const Dag laatste = world.LaatsteUitwisseling();
    const auto keys = held.With(world.omgeving(), [](const auto& all) { return all; });
    for (const auto& geval : post.gevallen) {
      const Zaak zaak = ZaakOf(geval, world);
      const std::string code = LaatstBekend(zaak, laatste);
      const bool no_longer_holds = zaak.IsIngetrokken() || !zaak.IsZiekOpEinde();
      if (!keys.contains(key(geval)) || zaak.HeeftSignaal() || !no_longer_holds || code.empty()) continue;
      post.signalen.push_back(SignaalOf(zaak, laatste, OpvolgerOp(code, laatste)));
    }
  })(hooks);
}

// A lapsed signal gives a bericht, as if it had gone out.
void VervallenGeeftBericht(Post& post, const World& world) {
  for (const auto& geval : post.gevallen) {
    const Zaak zaak = ZaakOf(geval, world);
    if (zaak.HeeftSignaal() || !zaak.IsIngetrokken() || !zaak.IsToegekend()) continue;
    contract::Bericht bericht;
    bericht.set_bericht_id("B-" + geval.kenmerk());
    const Dag datum = std::min(world.LaatsteUitwisseling(), zaak.EersteUitwisseling() + Dagen(1));
    *bericht.mutable_datum() = DatumVanDag(datum);
    bericht.set_gemeentecode("0363");
    bericht.mutable_inhoud()->set_soort(contract::BERICHTSOORT_INGETROKKEN);
    bericht.mutable_inhoud()->set_loonheffingennummer(geval.loonheffingennummer());
    bericht.mutable_inhoud()->set_kenmerk(geval.kenmerk());
    bericht.mutable_inhoud()->set_bsn(geval.bsn());
    post.berichten.push_back(bericht);
  }
}

// Every first signal goes again, so many exchanges later.
Break HerhaaltSignaal(int dagen) {
  return Uitgaand([dagen](Post& post, const World&) {
    const auto once = post.signalen;
    for (Signaal signaal : once) {
      if (signaal.is_vervolg) continue;
      signaal.datum += Dagen(dagen);
      post.signalen.push_back(signaal);
    }
  });
}

// Whoever moves after the signal gives one to the new gemeente.
void VolgtVerhuizing(Post& post, const World& world) {
  const Dag laatste = world.LaatsteUitwisseling();
  const auto once = post.signalen;
  for (Signaal signaal : once) {
    const std::string code = OpvolgerOp(ZaakOf(signaal.geval, world).WoonplaatsOp(laatste), laatste);
    if (signaal.is_vervolg || code.empty() || code == signaal.gemeentecode) continue;
    signaal.gemeentecode = code;
    signaal.datum = laatste;
    post.signalen.push_back(signaal);
  }
}

Mutants Ontvangers() {
  return {
      {"SIG-04/woonplaats-op-einde", "De woonplaats op E telt.",
       WoonplaatsOp([](const Signaal&, const Zaak& zaak) { return *zaak.einde; })},
      {"SIG-04/woonplaats-op-AO", "De woonplaats op de AO telt.",
       WoonplaatsOp([](const Signaal&, const Zaak& zaak) { return zaak.ao; })},
      {"SIG-04/woonplaats-bij-toekenning", "De woonplaats op de dag van de toekenning telt.",
       WoonplaatsOp([](const Signaal&, const Zaak& zaak) {
         return *DagVanDatum(zaak.geval.beoordeling().besloten_op());
       })},
      {"SIG-04/woonplaats-dag-ervoor", "De woonplaats op de dag voor de uitwisseling telt.",
       WoonplaatsOp([](const Signaal& signaal, const Zaak&) { return signaal.datum - Dagen(1); })},
      {"SIG-04/woonplaats-dag-erna", "De woonplaats op de dag na de uitwisseling telt.",
       WoonplaatsOp([](const Signaal& signaal, const Zaak&) { return signaal.datum + Dagen(1); })},
      {"SIG-04/naar-lks-gemeente", "Het signaal gaat naar wie LKS verstrekte.",
       Signalen([](Signaal& signaal, const World& world) {
         const Zaak zaak = ZaakOf(signaal.geval, world);
         if (!zaak.lks_perioden.empty()) {
           signaal.gemeentecode = OpvolgerOp(zaak.lks_perioden[0].gemeentecode(), signaal.datum);
         }
       })},
      {"REG-03/signaal-naar-oude-code", "Een opgeheven woongemeente ontvangt zelf het signaal.",
       OpvolgerOpDag([](const Signaal&) { return *ParseDag("1950-01-01"); })},
      {"REG-03/opvolger-op-einde", "De opvolger op E ontvangt het signaal.",
       OpvolgerOpDag([](const Signaal& signaal) { return *signaal.rij.einde_arbeid; })},
      {"REG-03/een-dag-te-laat", "Op de dag van de herindeling ontvangt de oude gemeente nog.",
       OpvolgerOpDag([](const Signaal& signaal) { return signaal.datum - Dagen(1); })},
      {"REG-03/een-dag-te-vroeg", "Op de dag voor de herindeling ontvangt de nieuwe gemeente al.",
       OpvolgerOpDag([](const Signaal& signaal) { return signaal.datum + Dagen(1); })},
      {"REG-03/een-stap", "Van een reeks herindelingen wordt alleen de eerste gevolgd.", Signalen(EenStap)},
  };
}

Mutants Onbestelbaar() {
  return {
      {"SIG-04/onbestelbaar-vervalt", "Een signaal zonder woonplaats wordt niet opnieuw geprobeerd.",
       LaatSignaalWeg(WasAangehouden)},
      {"SIG-04/onbestelbaar-na-een-dag-vergeten",
       "Een onbestelbaar signaal wordt een dag later nog geprobeerd, daarna niet.",
       LaatSignaalWeg([](const Signaal& signaal, const Zaak& zaak) {
         return WasAangehouden(signaal, zaak) && signaal.datum > zaak.EersteUitwisseling() + Dagen(1);
       })},
      {"SIG-04/onbestelbaar-een-dag-te-laat",
       "Zodra de woonplaats bekend is, gaat het signaal pas een dag later.",
       Uitgaand([](Post& post, const World& world) {
         for (Signaal& signaal : post.signalen) {
           if (WasAangehouden(signaal, ZaakOf(signaal.geval, world))) signaal.datum += Dagen(1);
         }
       })},
      {"SIG-04/niet-getoond", "Onbestelbare signalen staan nergens.",
       Aangehouden([](auto* aangehouden) { aangehouden->clear(); })},
      {"SIG-04/verkeerde-reden", "Een onbestelbaar signaal heet te wachten op het DKD.",
       Aangehouden([](auto* aangehouden) {
         for (auto& signaal : *aangehouden) signaal.set_reden(contract::AANHOUDREDEN_DKD_NIET_BESCHIKBAAR);
       })},
      {"SIG-04/naar-laatst-bekende", "Zonder woonplaats gaat het signaal naar de laatst bekende.",
       Uitgaand(NegeerOnbekend)},
      {"SIG-04/gaat-toch-uit", "Een aangehouden signaal gaat uit, ook als het niet meer klopt.", GaatTochUit},
      {"SIG-04/vervallen-geeft-bericht", "Een signaal dat vervalt voor het uitging, geeft een bericht.",
       Uitgaand(VervallenGeeftBericht)},
  };
}

Mutants Eenmaal() {
  return {
      {"SIG-05/dubbel-in-rapport", "Elk signaal staat tweemaal in het rapport.", HerhaaltSignaal(0)},
      {"SIG-05/volgende-dag-opnieuw", "Elk signaal gaat de dag erna nog eens.", HerhaaltSignaal(1)},
      {"SIG-05/week-later-opnieuw", "Elk signaal gaat een week later nog eens.", HerhaaltSignaal(7)},
      {"SIG-05/opnieuw-bij-verhuizing", "Wie na het signaal verhuist, geeft er nog een.",
       Uitgaand(VolgtVerhuizing)},
      {"SIG-05/een-per-werknemer", "Van twee gevallen van een werknemer geeft alleen het eerste een signaal.",
       Uitgaand([](Post& post, const World&) {
         std::vector<std::string> seen;
         std::erase_if(post.signalen, [&](const Signaal& signaal) {
           if (signaal.is_vervolg) return false;
           const bool is_second = std::find(seen.begin(), seen.end(), signaal.rij.bsn) != seen.end();
           seen.push_back(signaal.rij.bsn);
           return is_second;
         });
       })},
  };
}

}  // namespace

Mutants WoongemeenteMutants() {
  Mutants mutants = Ontvangers();
  for (Mutant& mutant : Onbestelbaar()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Eenmaal()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::ib
