// ZM-02, ZM-03, ZM-08: whether a ziekmelding is accepted at all.
#include "conformance/mutants/breaks.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

using Perioden = std::vector<contract::Dienstverband>;

// Of ziekmeldingen with an AO: when(AO, the dienstverbanden of this worker with this employer).
When Ziek(std::function<bool(Dag ao, const Perioden&)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    const auto ao = AoOf(passage.record);
    if (!MeldtZiek(passage.record) || !ao.has_value()) return false;
    Perioden hier;
    for (const auto& dienstverband : passage.world().Dienstverbanden(BsnOf(passage.record))) {
      if (dienstverband.loonheffingennummer() == NummerOf(passage.record)) hier.push_back(dienstverband);
    }
    return when(*ao, hier);
  };
}

bool AnyPeriode(const Perioden& perioden,
                const std::function<bool(const contract::Dienstverband&)>& is_such) {
  for (const auto& periode : perioden) {
    if (is_such(periode)) return true;
  }
  return false;
}

// Of ziekmeldingen with an AO that no earlier copy of is known: when(AO, a case of the same worker), for any
// case.
When AnyGeval(std::function<bool(const RecordPassage&, Dag ao, const contract::Ziektegeval&)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    const auto ao = AoOf(passage.record);
    if (!MeldtZiek(passage.record) || !ao.has_value() || GenoemdGeval(passage).has_value()) return false;
    for (const auto& geval : passage.world().Gevallen()) {
      if (geval.bsn() == BsnOf(passage.record) && when(passage, *ao, geval)) return true;
    }
    return false;
  };
}

bool IsBijDezelfde(const RecordPassage& passage, const contract::Ziektegeval& geval) {
  return geval.loonheffingennummer() == NummerOf(passage.record);
}

bool StaatOpen(const contract::Ziektegeval& geval) {
  return !geval.ingetrokken() && !geval.has_hersteld_per();
}

// Whether the case and the AO are of two dienstverbanden with the same employer.
bool IsEenAnderDienstverband(Dag ao, const contract::Ziektegeval& geval) {
  return geval.has_einde_dienstverband() && *DagVanDatum(geval.einde_dienstverband()) < ao;
}

Mutants Dienstverband() {
  return {
      {"ZM-02/niet-getoetst", "Of er een dienstverband is, wordt niet getoetst.", Accepts("ZM-02")},
      {"ZM-02/dag-na-einde-aanvaard", "De dag na E hoort nog bij het dienstverband.",
       Accepts("ZM-02", Ziek([](Dag ao, const Perioden& perioden) {
                 return AnyPeriode(
                     perioden, [=](const auto& p) { return DagVanDatum(p.datum_tot()) == ao - Dagen(1); });
               }))},
      {"ZM-02/dag-voor-begin-aanvaard", "De dag voor het dienstverband hoort er al bij.",
       Accepts("ZM-02", Ziek([](Dag ao, const Perioden& perioden) {
                 return AnyPeriode(
                     perioden, [=](const auto& p) { return DagVanDatum(p.datum_van()) == ao + Dagen(1); });
               }))},
      {"ZM-02/laatste-dag-geweigerd", "E zelf hoort niet meer bij het dienstverband.",
       Refuses("ZM-02", kToestand, Ziek([](Dag ao, const Perioden& perioden) {
                 return AnyPeriode(perioden, [=](const auto& p) { return DagVanDatum(p.datum_tot()) == ao; });
               }))},
      {"ZM-02/eerste-dag-geweigerd", "De eerste dag hoort nog niet bij het dienstverband.",
       Refuses("ZM-02", kToestand, Ziek([](Dag ao, const Perioden& perioden) {
                 return AnyPeriode(perioden, [=](const auto& p) { return DagVanDatum(p.datum_van()) == ao; });
               }))},
      {"ZM-02/tussen-dienstverbanden-aanvaard",
       "Tussen twee dienstverbanden bij dezelfde werkgever telt als erin.",
       Accepts("ZM-02", Ziek([](Dag ao, const Perioden& perioden) {
                 return AnyPeriode(perioden,
                                   [=](const auto& p) { return DagVanDatum(p.datum_van()) > ao; }) &&
                        AnyPeriode(perioden, [=](const auto& p) { return DagVanDatum(p.datum_van()) < ao; });
               }))},
      {"ZM-02/elke-werkgever", "Een dienstverband bij een andere werkgever is genoeg.",
       Accepts("ZM-02",
               [](const RecordPassage& passage) {
                 for (const auto& p : passage.world().Dienstverbanden(BsnOf(passage.record))) {
                   if (AoOf(passage.record).has_value() && Holds(p, *AoOf(passage.record))) return true;
                 }
                 return false;
               })},
      {"ZM-02/dienstverband-op-ontvangstdag", "Het dienstverband moet ook op de ontvangstdag nog lopen.",
       Refuses("ZM-02", kToestand,
               [](const RecordPassage& passage) {
                 const Dag vandaag = passage.world().Vandaag();
                 return Ziek([vandaag](Dag ao, const Perioden& perioden) {
                   return AnyPeriode(perioden,
                                     [=](const auto& p) { return Holds(p, ao) && !Holds(p, vandaag); });
                 })(passage);
               })},
  };
}

Mutants Vroeg() {
  return {
      {"ZM-03/niet-getoetst", "Een AO in de toekomst wordt aangenomen.", Accepts("ZM-03")},
      {"ZM-03/morgen-aanvaard", "Een AO van morgen wordt aangenomen.",
       Accepts("ZM-03",
               [](const RecordPassage& passage) {
                 return AoOf(passage.record) == passage.world().Vandaag() + Dagen(1);
               })},
      {"ZM-03/vandaag-geweigerd", "Een AO van vandaag wordt geweigerd.",
       Refuses("ZM-03", kToestand,
               [](const RecordPassage& passage) {
                 return MeldtZiek(passage.record) && AoOf(passage.record) == passage.world().Vandaag();
               })},
      {"ZM-03/als-fout-veld", "Een AO in de toekomst heet een fout veld (INVALID_ARGUMENT).",
       RefusesAs("ZM-03", contract::WEIGERINGSOORT_VELD)},
      {"ZM-03/voor-dienstverband", "Een AO in de toekomst gaat voor het dienstverband (ZM-02).",
       Names("ZM-02", "ZM-03",
             [](const RecordPassage& passage) { return AoOf(passage.record) > passage.world().Vandaag(); })},
  };
}

Mutants Opeenvolging() {
  return {
      {"ZM-08/niet-getoetst", "Een ziekmelding naast een lopend geval wordt aangenomen.", Accepts("ZM-08")},
      {"ZM-08/alleen-lopend-geval", "Een AO voor de hersteldatum van een eerder geval wordt aangenomen.",
       Accepts("ZM-08", AnyGeval([](const auto& passage, Dag ao, const auto& geval) {
                 return IsBijDezelfde(passage, geval) && DagVanDatum(geval.hersteld_per()) > ao;
               }))},
      {"ZM-08/dag-voor-herstel-aanvaard", "Een AO op de dag voor de hersteldatum wordt aangenomen.",
       Accepts("ZM-08", AnyGeval([](const auto& passage, Dag ao, const auto& geval) {
                 return IsBijDezelfde(passage, geval) && DagVanDatum(geval.hersteld_per()) == ao + Dagen(1);
               }))},
      {"ZM-08/op-hersteldatum-geweigerd", "Een AO op de hersteldatum zelf wordt geweigerd.",
       Refuses("ZM-08", kToestand, AnyGeval([](const auto& passage, Dag ao, const auto& geval) {
                 return IsBijDezelfde(passage, geval) && !geval.ingetrokken() &&
                        DagVanDatum(geval.hersteld_per()) == ao;
               }))},
      {"ZM-08/andere-werkgever-telt", "Een lopend geval bij een andere werkgever staat in de weg.",
       Refuses("ZM-08", kToestand, AnyGeval([](const auto& passage, Dag, const auto& geval) {
                 return !IsBijDezelfde(passage, geval) && StaatOpen(geval);
               }))},
      {"ZM-08/vorig-dienstverband-telt",
       "Een geval van een vorig dienstverband bij dezelfde werkgever staat in de weg.",
       Refuses("ZM-08", kToestand, AnyGeval([](const auto& passage, Dag ao, const auto& geval) {
                 return IsBijDezelfde(passage, geval) && StaatOpen(geval) &&
                        IsEenAnderDienstverband(ao, geval);
               }))},
      {"ZM-08/ingetrokken-telt", "Een ingetrokken geval staat in de weg.",
       Refuses("ZM-08", kToestand, AnyGeval([](const auto& passage, Dag, const auto& geval) {
                 return IsBijDezelfde(passage, geval) && geval.ingetrokken() && !geval.has_hersteld_per();
               }))},
      {"ZM-08/eerdere-AO-aanvaard", "Een AO voor die van het lopende geval wordt aangenomen.",
       Accepts("ZM-08", AnyGeval([](const auto& passage, Dag ao, const auto& geval) {
                 return IsBijDezelfde(passage, geval) && ao < *DagVanDatum(geval.eerste_ao_dag());
               }))},
  };
}

}  // namespace

Mutants ZiekmeldingMutants() {
  Mutants mutants = Dienstverband();
  for (Mutant& mutant : Vroeg()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Opeenvolging()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::uwv
