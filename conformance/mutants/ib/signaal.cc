// KAL-01, SIG-01, SIG-08: which case gives a signal, and in which exchange.
#include <map>

#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/mutants/breaks.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"

namespace ketenproef::conformance::ib {
namespace {

// Everything but what SIG-01 says about the case itself.
bool HeeftLksInDoelgroep(const Zaak& zaak) {
  return zaak.HeeftLks() && zaak.IsInDoelgroep();
}

absl::Time BeslotenOp(const Signaal& signaal) {
  return client::TimeOf(signaal.geval.beoordeling().besloten_tijdstip());
}

Break VerzetSignaal(int dagen) {
  return Signalen([dagen](Signaal& signaal, const World&) {
    if (!signaal.is_vervolg) signaal.datum += Dagen(dagen);
  });
}

// A decision counts for another exchange than the first after it, where that is the one of the signal.
Break BijBesluit(std::function<Dag(absl::Time besloten, Dag datum)> datum) {
  return Signalen([datum = std::move(datum)](Signaal& signaal, const World&) {
    const absl::Time besloten = BeslotenOp(signaal);
    if (!signaal.is_vervolg && signaal.datum == UitwisselingNa(besloten)) {
      signaal.datum = datum(besloten, signaal.datum);
    }
  });
}

// The exchange runs at six o'clock of a clock that is so far ahead of Greenwich: later than it should.
Break UitwisselingBij(absl::Duration voorsprong) {
  return BijBesluit([voorsprong](absl::Time besloten, Dag datum) {
    const absl::Time six =
        absl::FromUnixSeconds((datum - Dagen(1)).time_since_epoch().count() * 86'400) + absl::Hours(6);
    return besloten < six - voorsprong ? datum - Dagen(1) : datum;
  });
}

// Whatever falls due while the clock moves goes in the last exchange of that step.
void EenPerStap(Hooks* hooks) {
  const Memory<std::map<Dag, Dag>> last_of_step;
  hooks->On<contract::AdvanceClockRequest>([last_of_step](auto& call) {
    const Dag before = call.world().LaatsteUitwisseling();
    const grpc::Status status = call.Forward();
    const Dag last = call.world().LaatsteUitwisseling();
    last_of_step.With(call.world().omgeving(), [&](auto& days) {
      for (Dag dag = before + Dagen(1); dag <= last; dag += Dagen(1)) days[dag] = last;
    });
    return status;
  });
  Uitgaand([last_of_step](Post& post, const World& world) {
    const auto days = last_of_step.With(world.omgeving(), [](const auto& all) { return all; });
    for (Signaal& signaal : post.signalen) {
      if (days.contains(signaal.datum)) signaal.datum = days.at(signaal.datum);
    }
  })(hooks);
}

Dag EersteDag() {
  return *ParseDag("2017-01-01");
}

Mutants Voorwaarden() {
  return {
      {"SIG-01/afgewezen-telt", "Ook een afwijzing geeft een signaal.", GeeftSignaal([](const Zaak& zaak) {
         return zaak.geval.beoordeling().uitkomst() == contract::UITKOMST_AFWIJZING &&
                !zaak.IsIngetrokken() && zaak.IsZiekOpEinde() && HeeftLksInDoelgroep(zaak);
       })},
      {"SIG-01/onbeslist-telt", "Ook zonder besluit is er een signaal.", GeeftSignaal([](const Zaak& zaak) {
         return zaak.geval.beoordeling().uitkomst() == contract::UITKOMST_UNSPECIFIED &&
                !zaak.IsIngetrokken() && zaak.IsZiekOpEinde() && HeeftLksInDoelgroep(zaak);
       })},
      {"SIG-01/ingetrokken-telt", "Ook een ingetrokken geval geeft een signaal.",
       GeeftSignaal([](const Zaak& zaak) {
         return zaak.IsIngetrokken() && zaak.IsToegekend() && zaak.IsZiekOpEinde() &&
                HeeftLksInDoelgroep(zaak);
       })},
      {"SIG-01/hersteld-op-einde-telt", "Wie per E hersteld is, geldt als ziek op E.",
       GeeftSignaal([](const Zaak& zaak) {
         return zaak.hersteld_per == zaak.einde && zaak.ao <= *zaak.einde && zaak.IsToegekend() &&
                !zaak.IsIngetrokken() && HeeftLksInDoelgroep(zaak);
       })},
      {"SIG-01/herstel-telt-niet", "Ook wie voor E hersteld is, geeft een signaal.",
       GeeftSignaal([](const Zaak& zaak) {
         return zaak.hersteld_per.has_value() && *zaak.hersteld_per < *zaak.einde && zaak.ao <= *zaak.einde &&
                zaak.IsToegekend() && !zaak.IsIngetrokken() && HeeftLksInDoelgroep(zaak);
       })},
      {"SIG-01/hersteld-dag-na-einde-niet", "Wie per de dag na E hersteld is, geeft geen signaal.",
       LaatSignaalWeg(
           [](const Signaal&, const Zaak& zaak) { return zaak.hersteld_per == *zaak.einde + Dagen(1); })},
      {"SIG-01/hersteld-na-einde-niet", "Wie na E hersteld is, geeft geen signaal meer.",
       LaatSignaalWeg(
           [](const Signaal& signaal, const Zaak&) { return signaal.rij.einde_uitkering.has_value(); })},
      {"SIG-01/ao-op-einde-niet", "Wie op E ziek werd, geeft geen signaal.",
       LaatSignaalWeg([](const Signaal&, const Zaak& zaak) { return zaak.ao == *zaak.einde; })},
      {"SIG-01/ziek-na-einde-telt", "Een AO na E geeft een signaal.", GeeftSignaal([](const Zaak& zaak) {
         return zaak.ao > *zaak.einde && zaak.IsToegekend() && !zaak.IsIngetrokken() &&
                HeeftLksInDoelgroep(zaak);
       })},
      {"SIG-01/te-laat-besloten-niet", "Een besluit na de termijn geeft geen signaal.",
       LaatSignaalWeg([](const Signaal&, const Zaak& zaak) {
         return zaak.geval.beoordeling().status() == contract::BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN;
       })},
      {"SIG-01/nooit", "Er gaan geen signalen uit.",
       LaatSignaalWeg([](const Signaal&, const Zaak&) { return true; })},
  };
}

Mutants Tijdstippen() {
  return {
      {"SIG-01/dag-te-laat", "Signalen gaan een uitwisseling te laat.", VerzetSignaal(1)},
      {"SIG-01/op-einde-zelf", "Een signaal gaat al in de uitwisseling van E.",
       Signalen([](Signaal& signaal, const World&) {
         if (!signaal.is_vervolg && signaal.datum == *signaal.rij.einde_arbeid + Dagen(1)) {
           signaal.datum -= Dagen(1);
         }
       })},
      {"SIG-01/twee-dagen-na-einde", "Een signaal gaat pas twee dagen na E.",
       Signalen([](Signaal& signaal, const World&) {
         if (!signaal.is_vervolg && signaal.datum == *signaal.rij.einde_arbeid + Dagen(1)) {
           signaal.datum += Dagen(1);
         }
       })},
      {"SIG-01/om-zes-uur-nog", "Een besluit van precies 06:00 telt in de uitwisseling van die dag.",
       BijBesluit([](absl::Time besloten, Dag datum) {
         return besloten == UitwisselingOp(DagVan(besloten)) ? DagVan(besloten) : datum;
       })},
      {"SIG-01/zelfde-ochtend-niet", "Een besluit van voor 06:00 telt pas de volgende dag.",
       BijBesluit([](absl::Time besloten, Dag datum) {
         return DagVan(besloten) == datum ? datum + Dagen(1) : datum;
       })},
      {"SIG-01/zelfde-dag", "Een besluit van na 06:00 telt nog diezelfde dag.",
       BijBesluit([](absl::Time besloten, Dag) { return DagVan(besloten); })},
      {"SIG-01/een-uitwisseling-per-stap",
       "Gaat de klok dagen verder, dan is er maar een uitwisseling: de laatste.", EenPerStap},
      {"SIG-01/niet-in-het-weekend", "In het weekend is er geen uitwisseling.",
       Signalen([](Signaal& signaal, const World&) {
         while (IsWeekend(signaal.datum)) signaal.datum += Dagen(1);
       })},
      {"KAL-01/uitwisseling-in-greenwich", "De uitwisseling is om zes uur in Greenwich.",
       UitwisselingBij(absl::ZeroDuration())},
      {"KAL-01/uitwisseling-altijd-wintertijd",
       "De uitwisseling is om zes uur op een klok die nooit op zomertijd gaat.",
       UitwisselingBij(absl::Hours(1))},
      {"SIG-08/ook-voor-2017", "Ook voor 2017 is er elke dag een uitwisseling.",
       Signalen([](Signaal& signaal, const World&) {
         if (signaal.datum != EersteDag()) return;
         signaal.datum = std::max(*signaal.rij.einde_arbeid + Dagen(1), UitwisselingNa(BeslotenOp(signaal)));
       })},
      {"SIG-08/een-dag-later", "De eerste uitwisseling is die van 2 januari 2017.",
       Signalen([](Signaal& signaal, const World&) {
         if (signaal.datum == EersteDag()) signaal.datum += Dagen(1);
       })},
      {"SIG-08/oude-gevallen-vergeten", "Wat voor 2017 eindigde, geeft geen signaal.",
       LaatSignaalWeg([](const Signaal&, const Zaak& zaak) { return *zaak.einde < EersteDag(); })},
      {"SIG-08/doorlevering-voor-2017", "Ook voor 2017 wordt doorgeleverd.",
       Doorleveringen([](contract::Doorlevering& doorlevering, const World& world) {
         if (*DagVanDatum(doorlevering.datum()) != EersteDag()) return;
         *doorlevering.mutable_datum() = DatumVanDag(ZaakVan(doorlevering, world).ontvangen_op + Dagen(1));
       })},
  };
}

}  // namespace

Mutants SignaalMutants() {
  Mutants mutants = Voorwaarden();
  for (Mutant& mutant : Tijdstippen()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::ib
