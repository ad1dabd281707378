// BO-01, BO-02, BO-05, BO-06: until when UWV decides, and what it says when it did not.
#include <map>

#include "absl/strings/str_cat.h"
#include "client/lib/datum.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

// Another uiterste dag for an assessment that is, or is not, extended.
Break Uiterste(bool verlengd,
               std::function<Dag(const contract::Ziektegeval&, const World&, Dag ontvangen)> dag) {
  return Beoordelingen([verlengd, dag = std::move(dag)](contract::Ziektegeval& geval, const World& world) {
    if (geval.beoordeling().verlengd() != verlengd) return;
    StelUitersteDag(&geval, dag(geval, world, *DagVanDatum(geval.ontvangen_op())), world.Vandaag());
  });
}

Break BasisTermijn(int dagen) {
  return Uiterste(false, [dagen](const auto&, const World& world, Dag ontvangen) {
    return LaatsteDag(world, ontvangen + Dagen(dagen));
  });
}

Break VerlengdeTermijn(int dagen) {
  return Uiterste(true, [dagen](const auto&, const World& world, Dag ontvangen) {
    return LaatsteDag(world, ontvangen + Dagen(dagen));
  });
}

// Another status, told from the uiterste dag and now.
Break Status(std::function<void(contract::Beoordeling&, Dag uiterste_dag, absl::Time now)> change) {
  return Beoordelingen([change = std::move(change)](contract::Ziektegeval& geval, const World& world) {
    contract::Beoordeling& beoordeling = *geval.mutable_beoordeling();
    change(beoordeling, *DagVanDatum(beoordeling.uiterste_dag()), world.Now());
  });
}

// An assessment is open until this instant.
Break Verstrijkt(std::function<absl::Time(Dag uiterste_dag)> at) {
  return Status([at = std::move(at)](contract::Beoordeling& beoordeling, Dag uiterste_dag, absl::Time now) {
    if (IsBeslist(beoordeling)) return;
    beoordeling.set_status(now < at(uiterste_dag) ? contract::BEOORDELINGSTATUS_OPEN
                                                  : contract::BEOORDELINGSTATUS_TERMIJN_VERSTREKEN);
  });
}

// Refuses decisions about a case that is such.
Break RefusesDecision(std::function<bool(const contract::Ziektegeval&, const World&)> when) {
  return Refuses("BO-07", contract::WEIGERINGSOORT_TOESTAND,
                 [when = std::move(when)](const RecordPassage& passage) {
                   const auto geval = GenoemdGeval(passage);
                   return passage.record.has_beslissing() && geval.has_value() && !geval->ingetrokken() &&
                          !IsBeslist(geval->beoordeling()) && when(*geval, passage.world());
                 });
}

bool IsVerstreken(const contract::Ziektegeval& geval, const World& world) {
  return world.Vandaag() > *DagVanDatum(geval.beoordeling().uiterste_dag());
}

Mutants Beoordelingtermijnen() {
  return {
      {"BO-01/een-dag-te-vroeg", "De zes weken eindigen een dag te vroeg.", BasisTermijn(41)},
      {"BO-01/een-dag-te-laat", "De zes weken eindigen een dag te laat.", BasisTermijn(43)},
      {"BO-01/acht-weken", "UWV heeft acht weken.", BasisTermijn(56)},
      {"BO-01/vanaf-AO", "De zes weken tellen vanaf de AO.",
       Uiterste(false,
                [](const auto& geval, const World& world, Dag) {
                  return LaatsteDag(world, *DagVanDatum(geval.eerste_ao_dag()) + Dagen(42));
                })},
      {"BO-01/anderhalve-maand", "De zes weken zijn een kalendermaand en twee weken.",
       Uiterste(false,
                [](const auto&, const World& world, Dag ontvangen) {
                  return LaatsteDag(world, MaandenVooruit(ontvangen, 1) + Dagen(14));
                })},
      {"BO-01/verschuift-in-handleiding", "Ook in profiel handleiding schuift de uiterste dag op.",
       Uiterste(false,
                [](const auto&, const World&, Dag ontvangen) { return Werkdag(ontvangen + Dagen(42)); }),
       kHandleiding},
      {"BO-02/verlenging-zonder-gevolg", "Een verlenging verandert de uiterste dag niet.",
       VerlengdeTermijn(42)},
      {"BO-02/een-dag-te-vroeg", "De verlengde termijn eindigt een dag te vroeg.", VerlengdeTermijn(69)},
      {"BO-02/een-dag-te-laat", "De verlengde termijn eindigt een dag te laat.", VerlengdeTermijn(71)},
      {"BO-02/zes-weken-erbij", "Een verlenging geeft zes weken erbij.", VerlengdeTermijn(84)},
      {"BO-02/kalendermaand", "Een verlenging geeft een kalendermaand erbij.",
       Uiterste(true,
                [](const auto&, const World& world, Dag ontvangen) {
                  return LaatsteDag(world, MaandenVooruit(ontvangen + Dagen(42), 1));
                })},
      {"BO-02/niet-getoond", "Een verlenging is niet te zien.",
       Beoordelingen([](contract::Ziektegeval& geval, const World&) {
         geval.mutable_beoordeling()->set_verlengd(false);
       })},
  };
}

Mutants Statussen() {
  return {
      {"BO-05/geweigerd", "Een besluit na de uiterste dag wordt geweigerd.", RefusesDecision(IsVerstreken)},
      {"BO-05/niet-aangemerkt", "Een te laat besluit heet tijdig.",
       Status([](contract::Beoordeling& beoordeling, Dag, absl::Time) {
         if (IsBeslist(beoordeling)) beoordeling.set_status(contract::BEOORDELINGSTATUS_TIJDIG);
       })},
      {"BO-05/laatste-dag-te-laat", "Een besluit op de uiterste dag heet te laat.",
       Status([](contract::Beoordeling& beoordeling, Dag uiterste_dag, absl::Time) {
         if (DagVanDatum(beoordeling.besloten_op()) == uiterste_dag) {
           beoordeling.set_status(contract::BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN);
         }
       })},
      {"BO-05/dag-erna-tijdig", "Een besluit op de dag na de uiterste dag heet tijdig.",
       Status([](contract::Beoordeling& beoordeling, Dag uiterste_dag, absl::Time) {
         if (DagVanDatum(beoordeling.besloten_op()) == uiterste_dag + Dagen(1)) {
           beoordeling.set_status(contract::BEOORDELINGSTATUS_TIJDIG);
         }
       })},
      {"BO-05/blijft-verstreken", "Na een te laat besluit staat de beoordeling nog op verstreken.",
       Status([](contract::Beoordeling& beoordeling, Dag, absl::Time) {
         if (beoordeling.status() == contract::BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN) {
           beoordeling.set_status(contract::BEOORDELINGSTATUS_TERMIJN_VERSTREKEN);
         }
       })},
      {"BO-05/altijd-afwijzing", "Een te laat besluit geldt als afwijzing.",
       Status([](contract::Beoordeling& beoordeling, Dag, absl::Time) {
         if (beoordeling.status() == contract::BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN) {
           beoordeling.set_uitkomst(contract::UITKOMST_AFWIJZING);
         }
       })},
      {"BO-06/nooit", "Dat een termijn verstreken is, wordt niet vastgelegd.",
       Verstrijkt([](Dag) { return absl::InfiniteFuture(); })},
      {"BO-06/dag-te-vroeg", "Een termijn is al verstreken als de uiterste dag begint.",
       Verstrijkt(BeginVan)},
      {"BO-06/dag-te-laat", "Een termijn is een dag te laat verstreken.",
       Verstrijkt([](Dag uiterste_dag) { return EindeVan(uiterste_dag + Dagen(1)); })},
      {"BO-06/bij-uitwisseling", "Een termijn is pas verstreken bij de uitwisseling van 06:00.",
       Verstrijkt([](Dag uiterste_dag) { return UitwisselingOp(uiterste_dag + Dagen(1)); })},
      {"BO-06/middernacht-in-greenwich", "Een termijn verstrijkt om middernacht in Greenwich.",
       Verstrijkt([](Dag uiterste_dag) {
         return absl::FromUnixSeconds((uiterste_dag + Dagen(1)).time_since_epoch().count() * 86'400);
       })},
      {"BO-06/sluit-het-geval", "Met de termijn is het geval gesloten: het geldt als afgewezen.",
       Status([](contract::Beoordeling& beoordeling, Dag, absl::Time) {
         if (beoordeling.status() == contract::BEOORDELINGSTATUS_TERMIJN_VERSTREKEN) {
           beoordeling.set_uitkomst(contract::UITKOMST_AFWIJZING);
         }
       })},
      {"BO-06/ook-na-besluit", "Ook een tijdig beslist geval staat na de uiterste dag op verstreken.",
       Status([](contract::Beoordeling& beoordeling, Dag uiterste_dag, absl::Time now) {
         if (now >= EindeVan(uiterste_dag)) {
           beoordeling.set_status(contract::BEOORDELINGSTATUS_TERMIJN_VERSTREKEN);
         }
       })},
  };
}

}  // namespace

Mutants BeoordelingtermijnMutants() {
  Mutants mutants = Beoordelingtermijnen();
  for (Mutant& mutant : Statussen()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::uwv
