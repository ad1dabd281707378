// HM-03 to HM-07: until when a herstelmelding is on time, and what becomes of a late one.
#include <algorithm>

#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

Dag TweeDagen(const Oordeelblik& blik) {
  return LaatsteDag(blik.world, *blik.hersteld_per() + Dagen(2));
}

// Another uiterste dag where the two days decide.
Break TweeDagenAnders(std::function<Dag(const Oordeelblik&)> uiterste_dag) {
  return Hersteloordelen([uiterste_dag = std::move(uiterste_dag)](const Oordeelblik& blik) {
    if (blik.uiterste_dag() == TweeDagen(blik)) blik.StelUitersteDag(uiterste_dag(blik));
  });
}

// Another uiterste dag for every herstelmelding that has one, by itself or in a combined message.
Break Hersteltermijnen(bool gecombineerd, std::function<Dag(const Oordeelblik&)> uiterste_dag) {
  return Hersteloordelen([gecombineerd, uiterste_dag = std::move(uiterste_dag)](const Oordeelblik& blik) {
    if (blik.is_gecombineerd() != gecombineerd || !blik.uiterste_dag().has_value()) return;
    blik.StelUitersteDag(uiterste_dag(blik));
  });
}

Dag OntvangstVanZiek(const Oordeelblik& blik) {
  return *DagVanDatum(blik.geval.ontvangen_op());
}

Dag TweeWerkdagen(const Oordeelblik& blik) {
  return Werkdag(Werkdag(*blik.hersteld_per() + Dagen(1)) + Dagen(1));
}

// The uiterste dag of the ziek part of the same message.
Dag UitersteDagZiek(const Oordeelblik& blik) {
  return LaatsteDag(blik.world, blik.ao() + Dagen(42));
}

void ZonderTermijn(const Oordeelblik& blik) {
  blik.oordeel.clear_uiterste_dag();
  blik.oordeel.set_tijdig(true);
  blik.oordeel.set_dagen_te_laat(0);
  blik.oordeel.set_boete_eur(0);
}

// What is said about a herstelmelding that is late.
Break HerstelTeLaat(std::function<void(contract::Meldingoordeel&)> change) {
  return Hersteloordelen([change = std::move(change)](const Oordeelblik& blik) {
    if (blik.oordeel.dagen_te_laat() > 0) change(blik.oordeel);
  });
}

// The answer to a combined message.
Break Antwoord(std::function<void(contract::Ontvangst&)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    OnRecords(hooks, [change](RecordPassage& passage) {
      passage.Forward();
      const bool is_meant = passage.record.has_ziek_en_herstelmelding() && passage.resultaat.has_ontvangst();
      if (is_meant) change(*passage.resultaat.mutable_ontvangst());
    });
  };
}

// What follows from E, where the herstelmelding came after it was known.
Break HerstelNaEinde(std::function<void(const Oordeelblik&, Dag einde)> change) {
  return Hersteloordelen([change = std::move(change)](const Oordeelblik& blik) {
    if (blik.einde().has_value()) change(blik, *blik.einde());
  });
}

Mutants TweeDagenTermijn() {
  return {
      {"HM-03/een-dag-te-vroeg", "De herstelmelding moet er een dag na de hersteldatum zijn.",
       TweeDagenAnders(
           [](const auto& blik) { return LaatsteDag(blik.world, *blik.hersteld_per() + Dagen(1)); })},
      {"HM-03/een-dag-te-laat", "De herstelmelding mag er drie dagen na de hersteldatum zijn.",
       TweeDagenAnders(
           [](const auto& blik) { return LaatsteDag(blik.world, *blik.hersteld_per() + Dagen(3)); })},
      {"HM-03/werkdagen", "De twee dagen zijn werkdagen.", TweeDagenAnders(TweeWerkdagen)},
      {"HM-03/vanaf-laatste-ziektedag", "De twee dagen tellen vanaf de laatste ziektedag.",
       TweeDagenAnders([](const auto& blik) { return *blik.hersteld_per() + Dagen(1); })},
      {"HM-03/vanaf-ontvangst", "De twee dagen tellen vanaf de ontvangst.",
       TweeDagenAnders(
           [](const auto& blik) { return LaatsteDag(blik.world, blik.ontvangen_op() + Dagen(2)); })},
      {"HM-03/verschuift-in-handleiding", "Ook in profiel handleiding schuift de uiterste dag op.",
       TweeDagenAnders([](const auto& blik) { return Werkdag(*blik.hersteld_per() + Dagen(2)); }),
       kHandleiding},
      {"HM-04/geweigerd", "Een te late herstelmelding wordt geweigerd.",
       RefusesJudged(
           "HM-03",
           [](const Oordeelblik& blik) { return !blik.is_ziek() && blik.oordeel.dagen_te_laat() > 0; })},
      {"HM-04/niet-aangemerkt", "Een te late herstelmelding heet op tijd.",
       HerstelTeLaat([](contract::Meldingoordeel& oordeel) { oordeel.set_tijdig(true); })},
      {"HM-04/zonder-dagen", "Bij een te late herstelmelding staat niet hoeveel dagen.",
       HerstelTeLaat([](contract::Meldingoordeel& oordeel) { oordeel.set_dagen_te_laat(0); })},
      {"HM-04/zonder-boete", "Bij een te late herstelmelding staat geen boete.",
       HerstelTeLaat([](contract::Meldingoordeel& oordeel) { oordeel.set_boete_eur(0); })},
  };
}

Mutants SamenMetZiek() {
  return {
      {"HM-05/geweigerd", "Een ziek- en herstelmelding in een bericht wordt geweigerd.",
       Refuses("ZM-01", contract::WEIGERINGSOORT_VELD,
               [](const RecordPassage& passage) { return passage.record.has_ziek_en_herstelmelding(); })},
      {"HM-05/eerst-herstel", "Het antwoord op een gecombineerd bericht noemt eerst het herstel.",
       Antwoord([](contract::Ontvangst& ontvangst) { ontvangst.mutable_oordelen()->SwapElements(0, 1); })},
      {"HM-05/een-oordeel",
       "Het antwoord op een gecombineerd bericht heeft alleen een oordeel over het ziek zijn.",
       Antwoord([](contract::Ontvangst& ontvangst) { ontvangst.mutable_oordelen()->RemoveLast(); })},
      {"HM-05/als-ziek-in-handleiding",
       "In profiel handleiding hoeft het herstel er pas met de ziekmelding te zijn.",
       Hersteltermijnen(true,
                        [](const auto& blik) { return std::max(TweeDagen(blik), UitersteDagZiek(blik)); }),
       kHandleiding},
      {"HM-05/alleen-twee-dagen", "Het herstel in een gecombineerd bericht moet er binnen twee dagen zijn.",
       Hersteltermijnen(true, TweeDagen), kWet},
      {"HM-05/vroegste-dag", "Voor het herstel telt de vroegste van de twee dagen.",
       Hersteltermijnen(true,
                        [](const auto& blik) { return std::min(TweeDagen(blik), UitersteDagZiek(blik)); }),
       kWet},
      {"HM-05/altijd-als-ziek",
       "Het herstel is altijd uiterlijk met de ziekmelding, ook als de twee dagen later zijn.",
       Hersteltermijnen(true, UitersteDagZiek), kWet},
      {"HM-06/gemist", "Een herstelmelding kan te laat zijn op de dag waarop haar ziekmelding kwam.",
       Hersteltermijnen(false, TweeDagen), kWet},
      {"HM-06/ook-in-handleiding",
       "Ook in profiel handleiding hoeft zij er niet voor de ziekmelding te zijn.",
       Hersteltermijnen(false,
                        [](const auto& blik) { return std::max(TweeDagen(blik), OntvangstVanZiek(blik)); }),
       kHandleiding},
      {"HM-06/dag-te-vroeg", "De dag voor de ontvangst van de ziekmelding geldt.",
       Hersteltermijnen(
           false,
           [](const auto& blik) { return std::max(TweeDagen(blik), OntvangstVanZiek(blik) - Dagen(1)); }),
       kWet},
      {"HM-06/twee-dagen-na-ontvangst", "Na de ontvangst van de ziekmelding zijn er nog twee dagen.",
       Hersteltermijnen(false,
                        [](const auto& blik) {
                          return std::max(TweeDagen(blik), Werkdag(OntvangstVanZiek(blik) + Dagen(2)));
                        }),
       kWet},
      {"HM-06/uiterste-dag-van-ziekmelding",
       "Een losse herstelmelding hoeft er pas met de uiterste dag van de ziekmelding te zijn.",
       Hersteltermijnen(false,
                        [](const auto& blik) { return std::max(TweeDagen(blik), UitersteDagZiek(blik)); }),
       kWet},
  };
}

Mutants UitDienst() {
  return {
      {"HM-07/gemist", "Ook na E moet het herstel gemeld worden.", HerstelNaEinde([](const auto& blik, Dag) {
         if (!blik.uiterste_dag().has_value()) blik.StelUitersteDag(TweeDagen(blik));
       })},
      {"HM-07/grens-op-einde", "Wie per E hersteld is, hoeft niets te melden.",
       HerstelNaEinde([](const auto& blik, Dag einde) {
         if (blik.hersteld_per() == einde) ZonderTermijn(blik);
       })},
      {"HM-07/grens-dag-na-einde", "Wie per de dag na E hersteld is, moet dat melden.",
       HerstelNaEinde([](const auto& blik, Dag einde) {
         if (blik.hersteld_per() == einde + Dagen(1)) blik.StelUitersteDag(TweeDagen(blik));
       })},
      {"HM-07/altijd-bij-einde", "Zodra E bekend is, hoeft er niets gemeld te worden.",
       HerstelNaEinde([](const auto& blik, Dag) { ZonderTermijn(blik); })},
      {"HM-07/te-laat-genoemd", "Zonder termijn heet een herstelmelding te laat.",
       Hersteloordelen([](const Oordeelblik& blik) {
         if (!blik.uiterste_dag().has_value()) blik.oordeel.set_tijdig(false);
       })},
      {"HM-07/beboet", "Zonder termijn krijgt een herstelmelding een boete.",
       Hersteloordelen([](const Oordeelblik& blik) {
         if (!blik.uiterste_dag().has_value()) blik.oordeel.set_boete_eur(70);
       })},
      {"HM-07/niet-gecombineerd", "In een gecombineerd bericht moet het herstel ook na E gemeld worden.",
       HerstelNaEinde([](const auto& blik, Dag) {
         if (blik.is_gecombineerd() && !blik.uiterste_dag().has_value()) {
           blik.StelUitersteDag(TweeDagen(blik));
         }
       })},
  };
}

}  // namespace

Mutants HersteltermijnMutants() {
  Mutants mutants = TweeDagenTermijn();
  for (Mutant& mutant : SamenMetZiek()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : UitDienst()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::uwv
