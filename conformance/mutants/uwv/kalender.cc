// KAL-01, KAL-02: which day it is, and how days are counted.
#include "absl/strings/match.h"
#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/mutants/breaks.h"
#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

Dag DagBij(absl::Time tijdstip, absl::Duration voorsprong) {
  return Dag(Dagen(absl::ToUnixSeconds(tijdstip + voorsprong) >= 0
                       ? absl::ToUnixSeconds(tijdstip + voorsprong) / 86'400
                       : -1));
}

// The day of a melding is that of a clock which is always this far ahead of Greenwich.
Break OntvangenBij(absl::Duration voorsprong) {
  return Oordelen([voorsprong](const Oordeelblik& blik) {
    *blik.oordeel.mutable_ontvangen_op() = DatumVanDag(DagBij(blik.world.Now(), voorsprong));
    if (blik.uiterste_dag().has_value()) blik.StelUitersteDag(*blik.uiterste_dag());
  });
}

// Being late is counted in periods of 24 hours since the uiterste dag began.
void TelUren(const Oordeelblik& blik) {
  if (!blik.uiterste_dag().has_value()) return;
  const absl::Duration since = blik.world.Now() - BeginVan(*blik.uiterste_dag());
  *blik.oordeel.mutable_ontvangen_op() =
      DatumVanDag(*blik.uiterste_dag() + Dagen(absl::ToInt64Hours(absl::Floor(since, absl::Hours(24))) / 24));
  blik.StelUitersteDag(*blik.uiterste_dag());
}

// A term is so many times 24 hours from the begin of its first day.
Dag NaUren(Dag begin, int dagen) {
  return DagVan(BeginVan(begin) + dagen * absl::Hours(24));
}

void TelTermijnInUren(Hooks* hooks) {
  Oordelen([](const Oordeelblik& blik) {
    if (!blik.uiterste_dag().has_value()) return;
    const Dag begin = blik.is_ziek() ? blik.ao() : blik.hersteld_per().value_or(blik.ao());
    const auto lengte = static_cast<int>((*blik.uiterste_dag() - begin).count());
    blik.StelUitersteDag(NaUren(begin, lengte));
  })(hooks);
  Beoordelingen([](contract::Ziektegeval& geval, const World& world) {
    const Dag begin = *DagVanDatum(geval.ontvangen_op());
    const Dag einde = *DagVanDatum(geval.beoordeling().uiterste_dag());
    StelUitersteDag(&geval, NaUren(begin, static_cast<int>((einde - begin).count())), world.Vandaag());
  })(hooks);
}

// 29 February is no day of a term.
void SlaSchrikkeldagOver(const Oordeelblik& blik) {
  if (!blik.uiterste_dag().has_value()) return;
  const Dag begin = blik.is_ziek() ? blik.ao() : blik.hersteld_per().value_or(blik.ao());
  for (Dag dag = begin + Dagen(1); dag <= *blik.uiterste_dag(); dag += Dagen(1)) {
    if (absl::EndsWith(FormatDag(dag), "-02-29")) {
      return blik.StelUitersteDag(*blik.uiterste_dag() + Dagen(1));
    }
  }
}

// Every term of this UWV ends so many days later.
void Verzet(Hooks* hooks, int dagen) {
  Oordelen([dagen](const Oordeelblik& blik) {
    if (blik.uiterste_dag().has_value()) blik.StelUitersteDag(*blik.uiterste_dag() + Dagen(dagen));
  })(hooks);
  Beoordelingen([dagen](contract::Ziektegeval& geval, const World& world) {
    const auto uiterste_dag = DagVanDatum(geval.beoordeling().uiterste_dag());
    StelUitersteDag(&geval, *uiterste_dag + Dagen(dagen), world.Vandaag());
  })(hooks);
}

}  // namespace

Mutants KalenderMutants() {
  return {
      {"KAL-01/dag-in-greenwich", "De ontvangstdag is de dag in Greenwich.",
       OntvangenBij(absl::ZeroDuration())},
      {"KAL-01/altijd-wintertijd", "De ontvangstdag is de dag op een klok die nooit op zomertijd gaat.",
       OntvangenBij(absl::Hours(1))},
      {"KAL-01/altijd-zomertijd", "De ontvangstdag is de dag op een klok die altijd op zomertijd staat.",
       OntvangenBij(absl::Hours(2))},
      {"KAL-01/dag-van-24-uur", "Dagen te laat zijn perioden van 24 uur.", Oordelen(TelUren)},
      {"KAL-01/toekomst-in-greenwich", "Of de AO-dag in de toekomst ligt, hangt van de dag in Greenwich af.",
       Refuses("ZM-03", contract::WEIGERINGSOORT_TOESTAND,
               [](const RecordPassage& passage) {
                 return MeldtZiek(passage.record) && AoOf(passage.record).has_value() &&
                        *AoOf(passage.record) > DagBij(passage.world().Now(), absl::ZeroDuration());
               })},
      {"HM-02/toekomst-in-greenwich", "Of H in de toekomst ligt, hangt van de dag in Greenwich af.",
       Refuses("HM-02", contract::WEIGERINGSOORT_TOESTAND,
               [](const RecordPassage& passage) {
                 return passage.record.has_herstelmelding() && HersteldPerOf(passage.record).has_value() &&
                        *HersteldPerOf(passage.record) == passage.world().Vandaag() &&
                        DagBij(passage.world().Now(), absl::ZeroDuration()) < passage.world().Vandaag();
               })},
      {"BO-05/dag-in-greenwich", "De dag van een besluit is die in Greenwich.",
       Beoordelingen([](contract::Ziektegeval& geval, const World& world) {
         contract::Beoordeling& beoordeling = *geval.mutable_beoordeling();
         if (!beoordeling.has_besloten_tijdstip()) return;
         const absl::Time besloten = client::TimeOf(beoordeling.besloten_tijdstip());
         *beoordeling.mutable_besloten_op() = DatumVanDag(DagBij(besloten, absl::ZeroDuration()));
         StelUitersteDag(&geval, *DagVanDatum(beoordeling.uiterste_dag()), world.Vandaag());
       })},
      {"BO-04/dag-in-greenwich", "Tot middernacht in Greenwich kan nog verlengd worden.",
       Accepts("BO-04",
               [](const RecordPassage& passage) {
                 const auto geval = passage.record.has_verlenging() ? GenoemdGeval(passage) : std::nullopt;
                 return geval.has_value() && DagBij(passage.world().Now(), absl::ZeroDuration()) <=
                                                 *DagVanDatum(geval->beoordeling().uiterste_dag());
               })},
      {"KAL-02/begindag-telt-mee", "De begindag telt mee: elke termijn eindigt een dag te vroeg.",
       [](Hooks* hooks) { Verzet(hooks, -1); }},
      {"KAL-01/termijn-van-24-uur", "Een termijn is een aantal malen 24 uur, ook over de klokwissel.",
       TelTermijnInUren},
      {"KAL-01/schrikkeldag-telt-niet", "29 februari telt niet mee in een termijn.",
       Oordelen(SlaSchrikkeldagOver), kHandleiding},
      {"KAL-02/dag-erbij", "Elke termijn eindigt een dag te laat.", [](Hooks* hooks) { Verzet(hooks, 1); }},
  };
}

}  // namespace ketenproef::conformance::uwv
