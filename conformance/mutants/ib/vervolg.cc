// SIG-06: the follow-up row with the end of the uitkeringsverhouding, and that end in the first row.
#include <map>

#include "absl/strings/str_cat.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"
#include "conformance/mutants/record_facts.h"

namespace ketenproef::conformance::ib {
namespace {

// Other ends of the uitkeringsverhouding, in whichever row.
Break EindeUitkering(int dagen) {
  return Signalen([dagen](Signaal& signaal, const World&) {
    if (signaal.rij.einde_uitkering.has_value()) *signaal.rij.einde_uitkering += Dagen(dagen);
  });
}

Break LaatWeg(std::function<bool(const Signaal&)> when) {
  return Uitgaand([when = std::move(when)](Post& post, const World&) { std::erase_if(post.signalen, when); });
}

// Follow-ups come again.
void Herhaal(Post& post, const World&) {
  const auto once = post.signalen;
  for (Signaal signaal : once) {
    if (!signaal.is_vervolg) continue;
    signaal.datum += Dagen(1);
    post.signalen.push_back(signaal);
  }
}

// A follow-up also where the first row said it all, in the exchange after it.
void OokAlsBekend(Post& post, const World&) {
  const auto once = post.signalen;
  for (Signaal signaal : once) {
    if (signaal.is_vervolg || !signaal.rij.einde_uitkering.has_value()) continue;
    signaal.is_vervolg = true;
    signaal.datum += Dagen(1);
    post.signalen.push_back(signaal);
  }
}

// The first row never says the end; a follow-up does, a day later.
void EerstZonder(Post& post, const World& world) {
  OokAlsBekend(post, world);
  for (Signaal& signaal : post.signalen) {
    if (!signaal.is_vervolg) signaal.rij.einde_uitkering.reset();
  }
}

// Cases that got a bericht get a follow-up too, on the day of the bericht.
Break OokNaBericht(contract::Berichtsoort soort) {
  return Uitgaand([soort](Post& post, const World& world) {
    const auto once = post.signalen;
    for (Signaal signaal : once) {
      const auto bericht_op = DagVanDatum(signaal.geval.signaal().bericht_op());
      if (signaal.is_vervolg || !bericht_op.has_value() || signaal.geval.signaal().bericht() != soort) {
        continue;
      }
      const Zaak zaak = ZaakOf(signaal.geval, world);
      signaal.rij.einde_uitkering = zaak.hersteld_per.value_or(*zaak.einde) - Dagen(1);
      signaal.is_vervolg = true;
      signaal.datum = *bericht_op;
      post.signalen.push_back(signaal);
    }
  });
}

// A follow-up goes in the first exchange after its herstelmelding, or not at all.
void ZonderHerhaling(Hooks* hooks) {
  Memory<std::map<std::string, Dag>> first;
  OnRecords(hooks, [first](RecordPassage& passage) {
    passage.Forward();
    if (!passage.is_accepted() || !passage.record.has_herstelmelding()) return;
    const std::string key = absl::StrCat(NummerOf(passage.record), VerwijstNaar(passage.record));
    const Dag datum = UitwisselingNa(passage.world().Now());
    first.With(passage.world().omgeving(), [&](auto& by_case) { by_case.emplace(key, datum); });
  });
  Uitgaand([first](Post& post, const World& world) {
    const auto by_case = first.With(world.omgeving(), [](const auto& all) { return all; });
    std::erase_if(post.signalen, [&](const Signaal& signaal) {
      const auto due =
          by_case.find(absl::StrCat(signaal.geval.loonheffingennummer(), signaal.geval.kenmerk()));
      return signaal.is_vervolg && due != by_case.end() && signaal.datum > due->second;
    });
  })(hooks);
}

bool IsVervolgsignaal(const contract::Aangehouden& aangehouden) {
  return aangehouden.soort() == contract::SIGNAALSOORT_VERVOLG;
}

}  // namespace

Mutants VervolgMutants() {
  return {
      {"SIG-06/verloren", "Er gaan geen vervolgregels uit.",
       LaatWeg([](const Signaal& signaal) { return signaal.is_vervolg; })},
      {"SIG-06/dag-te-laat", "Een vervolgregel gaat een uitwisseling te laat.",
       Vervolgen([](Signaal& signaal, const Zaak&) { signaal.datum += Dagen(1); })},
      {"SIG-06/herhaald", "Een vervolgregel gaat de dag erna nog eens.", Uitgaand(Herhaal)},
      {"SIG-06/ook-als-bekend", "Er volgt ook een regel als de eerste alles zei.", Uitgaand(OokAlsBekend)},
      {"SIG-06/eerst-zonder", "De eerste regel heeft nooit een datum, die komt pas in een vervolgregel.",
       Uitgaand(EerstZonder)},
      {"SIG-06/eerste-zonder-datum", "De eerste regel zegt niet wanneer de uitkering eindigde.",
       Signalen([](Signaal& signaal, const World&) {
         if (!signaal.is_vervolg) signaal.rij.einde_uitkering.reset();
       })},
      {"SIG-06/vervolg-zonder-datum", "De vervolgregel zegt niet wanneer de uitkering eindigde.",
       Vervolgen([](Signaal& signaal, const Zaak&) { signaal.rij.einde_uitkering.reset(); })},
      {"SIG-06/hersteldatum", "Het einde van de uitkering is de hersteldatum zelf.", EindeUitkering(1)},
      {"SIG-06/dag-te-vroeg", "Het einde van de uitkering is twee dagen voor de hersteldatum.",
       EindeUitkering(-1)},
      {"SIG-06/naar-ontvanger-van-toen", "De vervolgregel gaat naar wie het signaal kreeg.",
       Vervolgen([](Signaal& signaal, const Zaak& zaak) {
         signaal.gemeentecode = zaak.geval.signaal().gemeentecode();
       })},
      {"SIG-06/woonplaats-op-herstel", "De vervolgregel gaat naar de woonplaats op de hersteldatum.",
       Vervolgen([](Signaal& signaal, const Zaak& zaak) {
         const std::string code = zaak.WoonplaatsOp(*zaak.hersteld_per);
         if (!code.empty()) signaal.gemeentecode = OpvolgerOp(code, signaal.datum);
       })},
      {"SIG-06/zonder-woonplaats-vervalt",
       "Een vervolgregel zonder woonplaats wordt niet opnieuw geprobeerd.", ZonderHerhaling},
      {"SIG-06/aangehouden-niet-getoond", "Aangehouden vervolgregels staan nergens.",
       Aangehouden([](auto* aangehouden) { std::erase_if(*aangehouden, IsVervolgsignaal); })},
      {"SIG-06/aangehouden-als-eerste", "Een aangehouden vervolgregel heet een eerste signaal.",
       Aangehouden([](auto* aangehouden) {
         for (auto& signaal : *aangehouden) signaal.set_soort(contract::SIGNAALSOORT_EERSTE);
       })},
      {"SIG-07/vervolg-na-intrekking", "Een ingetrokken geval geeft nog een vervolgregel.",
       OokNaBericht(contract::BERICHTSOORT_INGETROKKEN)},
      {"SIG-07/vervolg-na-herstel-voor-einde", "Wie voor E hersteld blijkt, geeft ook een vervolgregel.",
       OokNaBericht(contract::BERICHTSOORT_HERSTELD_VOOR_EINDE)},
  };
}

}  // namespace ketenproef::conformance::ib
