// KAL-04, SIG-02, SIG-03: LKS in the two years up to E, and the doelgroepregister on E.
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"
#include "conformance/mutants/oordelen.h"

namespace ketenproef::conformance::ib {
namespace {

struct Venster {
  Dag van;
  Dag tot;
};

bool VoldoetVerder(const Zaak& zaak) {
  return zaak.IsToegekend() && !zaak.IsIngetrokken() && zaak.IsZiekOpEinde();
}

// LKS is looked for between other days. A worker of whom the registers know no LKS is left alone: it may be
// known elsewhere (DKD).
Break Kijkt(std::function<Venster(Dag einde, const Zaak&)> venster) {
  const auto finds = [venster = std::move(venster)](const Zaak& zaak) {
    const Venster dagen = venster(*zaak.einde, zaak);
    return zaak.HeeftLksIn(dagen.van, dagen.tot);
  };
  return Uitgaand([finds](Post& post, const World& world) {
    std::erase_if(post.signalen, [&](const Signaal& signaal) {
      const Zaak zaak = ZaakOf(signaal.geval, world);
      return !zaak.lks_perioden.empty() && zaak.einde.has_value() && !finds(zaak);
    });
    for (const auto& geval : post.gevallen) {
      const Zaak zaak = ZaakOf(geval, world);
      if (zaak.HeeftSignaal() || !VoldoetVerder(zaak) || !zaak.IsInDoelgroep() || !finds(zaak)) continue;
      const Dag datum = zaak.EersteUitwisseling();
      const std::string gemeentecode = OpvolgerOp(zaak.WoonplaatsOp(datum), datum);
      if (!gemeentecode.empty()) post.signalen.push_back(SignaalOf(zaak, datum, gemeentecode));
    }
  });
}

Dag TweeJaar(Dag einde) {
  return JarenTerug(einde, 2);
}

// 29 February without a counterpart becomes 1 March.
Dag TweeJaarNaarMaart(Dag einde) {
  const Dag terug = TweeJaar(einde);
  const std::chrono::year_month_day civil(einde);
  const bool is_leap_day = civil.month() == std::chrono::February && static_cast<unsigned>(civil.day()) == 29;
  return is_leap_day ? terug + Dagen(1) : terug;
}

// Only LKS of the gemeente where the worker lives counts.
bool HeeftLksElders(const Signaal& signaal, const Zaak& zaak) {
  for (const auto& periode : zaak.lks_perioden) {
    if (OpvolgerOp(periode.gemeentecode(), signaal.datum) == signaal.gemeentecode) return false;
  }
  return !zaak.lks_perioden.empty();
}

// In the doelgroepregister on another day than E.
Break DoelgroepOp(std::function<Dag(Dag einde, const Zaak&)> dag) {
  return Uitgaand([dag = std::move(dag)](Post& post, const World& world) {
    std::erase_if(post.signalen, [&](const Signaal& signaal) {
      const Zaak zaak = ZaakOf(signaal.geval, world);
      return zaak.einde.has_value() && !zaak.IsInDoelgroepOp(dag(*zaak.einde, zaak));
    });
    for (const auto& geval : post.gevallen) {
      const Zaak zaak = ZaakOf(geval, world);
      if (zaak.HeeftSignaal() || !VoldoetVerder(zaak) || !zaak.HeeftLks()) continue;
      if (!zaak.IsInDoelgroepOp(dag(*zaak.einde, zaak))) continue;
      const Dag datum = zaak.EersteUitwisseling();
      const std::string gemeentecode = OpvolgerOp(zaak.WoonplaatsOp(datum), datum);
      if (!gemeentecode.empty()) post.signalen.push_back(SignaalOf(zaak, datum, gemeentecode));
    }
  });
}

// First signals of cases whose registration on E is such do not go out.
Break ZonderDoelgroep(std::function<bool(const contract::Doelgroepregistratie&, Dag einde)> when) {
  return LaatSignaalWeg([when = std::move(when)](const Signaal&, const Zaak& zaak) {
    for (const auto& periode : zaak.doelgroep) {
      if (Holds(periode, *zaak.einde) && when(periode, *zaak.einde)) return true;
    }
    return false;
  });
}

Mutants Vensters() {
  return {
      {"KAL-04/730-dagen", "Twee jaar is 730 dagen.", Kijkt([](Dag einde, const Zaak&) {
         return Venster{einde - Dagen(730), einde};
       })},
      {"KAL-04/731-dagen", "Twee jaar is 731 dagen.", Kijkt([](Dag einde, const Zaak&) {
         return Venster{einde - Dagen(731), einde};
       })},
      {"KAL-04/schrikkeldag-wordt-maart", "Van 29 februari teruggeteld komt men op 1 maart.",
       Kijkt([](Dag einde, const Zaak&) {
         return Venster{TweeJaarNaarMaart(einde), einde};
       })},
      {"KAL-04/verschuift", "De dag tot waar teruggekeken wordt, schuift op naar een werkdag.",
       Kijkt([](Dag einde, const Zaak&) {
         return Venster{Werkdag(TweeJaar(einde)), einde};
       }),
       kWet},
      {"SIG-02/eerste-dag-niet", "De dag van twee jaar voor E telt niet mee.",
       Kijkt([](Dag einde, const Zaak&) {
         return Venster{TweeJaar(einde) + Dagen(1), einde};
       })},
      {"SIG-02/een-dag-verder", "Ook de dag daarvoor telt mee.", Kijkt([](Dag einde, const Zaak&) {
         return Venster{TweeJaar(einde) - Dagen(1), einde};
       })},
      {"SIG-02/einde-niet", "E zelf telt niet mee.", Kijkt([](Dag einde, const Zaak&) {
         return Venster{TweeJaar(einde), einde - Dagen(1)};
       })},
      {"SIG-02/dag-na-einde", "Ook LKS vanaf de dag na E telt mee.", Kijkt([](Dag einde, const Zaak&) {
         return Venster{TweeJaar(einde), einde + Dagen(1)};
       })},
      {"SIG-02/alleen-op-einde", "De LKS moet op E nog lopen.", Kijkt([](Dag einde, const Zaak&) {
         return Venster{einde, einde};
       })},
      {"SIG-02/een-jaar", "Er wordt een jaar teruggekeken.", Kijkt([](Dag einde, const Zaak&) {
         return Venster{JarenTerug(einde, 1), einde};
       })},
      {"SIG-02/drie-jaar", "Er wordt drie jaar teruggekeken.", Kijkt([](Dag einde, const Zaak&) {
         return Venster{JarenTerug(einde, 3), einde};
       })},
      {"SIG-02/vanaf-AO", "Er wordt teruggekeken vanaf de AO.", Kijkt([](Dag, const Zaak& zaak) {
         return Venster{TweeJaar(zaak.ao), zaak.ao};
       })},
      {"SIG-02/vanaf-uitwisseling", "Er wordt teruggekeken vanaf de uitwisseling.",
       Kijkt([](Dag, const Zaak& zaak) {
         return Venster{TweeJaar(zaak.EersteUitwisseling()), zaak.EersteUitwisseling()};
       })},
      {"SIG-02/niet-getoetst", "LKS is geen voorwaarde.",
       GeeftSignaal([](const Zaak& zaak) { return VoldoetVerder(zaak) && zaak.IsInDoelgroep(); })},
      {"SIG-02/alleen-woongemeente", "Alleen LKS van de woongemeente telt.", LaatSignaalWeg(HeeftLksElders)},
  };
}

Mutants Doelgroep() {
  return {
      {"SIG-03/niet-getoetst", "Het doelgroepregister wordt niet geraadpleegd.",
       GeeftSignaal([](const Zaak& zaak) { return VoldoetVerder(zaak) && zaak.HeeftLks(); })},
      {"SIG-03/op-AO", "De inschrijving telt op de AO in plaats van op E.",
       DoelgroepOp([](Dag, const Zaak& zaak) { return zaak.ao; })},
      {"SIG-03/op-uitwisseling", "De inschrijving telt op de dag van de uitwisseling.",
       DoelgroepOp([](Dag, const Zaak& zaak) { return zaak.EersteUitwisseling(); })},
      {"SIG-03/dag-na-einde", "De inschrijving telt op de dag na E.",
       DoelgroepOp([](Dag einde, const Zaak&) { return einde + Dagen(1); })},
      {"SIG-03/dag-voor-einde", "De inschrijving telt op de dag voor E.",
       DoelgroepOp([](Dag einde, const Zaak&) { return einde - Dagen(1); })},
      {"SIG-03/laatste-dag-niet", "De laatste dag van een inschrijving hoort er niet bij.",
       ZonderDoelgroep(
           [](const auto& periode, Dag einde) { return DagVanDatum(periode.datum_tot()) == einde; })},
      {"SIG-03/eerste-dag-niet", "De eerste dag van een inschrijving hoort er niet bij.",
       ZonderDoelgroep(
           [](const auto& periode, Dag einde) { return DagVanDatum(periode.datum_van()) == einde; })},
      {"SIG-03/beeindigd-telt-niet", "Een inschrijving die inmiddels geëindigd is, telt niet.",
       ZonderDoelgroep([](const auto& periode, Dag) { return periode.has_datum_tot(); })},
  };
}

}  // namespace

Mutants TerugblikMutants() {
  Mutants mutants = Vensters();
  for (Mutant& mutant : Doelgroep()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::ib
