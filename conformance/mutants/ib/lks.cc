// LKS-01 to LKS-07: which LKS periods are taken in.
#include "conformance/model/gemeenten.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"
#include "conformance/mutants/record_facts.h"

namespace ketenproef::conformance::ib {
namespace {

// Of LKS periods.
When Lks(std::function<bool(const contract::LksPeriode&)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    return passage.record.has_lks_periode() && when(passage.record.lks_periode());
  };
}

bool IsForfaitair(const contract::LksPeriode& periode) {
  return periode.forfaitair();
}

// The day after six months of a forfaitaire period, which it may not reach.
std::optional<Dag> Grens(const contract::LksPeriode& periode) {
  const auto van = DagVanDatum(periode.datum_van());
  if (!van.has_value()) return std::nullopt;
  return MaandenVooruit(*van, 6);
}

bool EindigtOp(const contract::LksPeriode& periode, int dagen_na_grens) {
  const auto grens = Grens(periode);
  return grens.has_value() && DagVanDatum(periode.datum_tot()) == *grens + Dagen(dagen_na_grens);
}

// The same, where the day number is simply carried over (31 August + 6 months = 3 March).
Dag ZonderMaandeinde(Dag van) {
  const std::chrono::year_month_day civil(van);
  const auto first = std::chrono::sys_days(civil.year() / civil.month() / std::chrono::day(1));
  return MaandenVooruit(first, 6) + Dagen(static_cast<unsigned>(civil.day()) - 1);
}

template <typename Perioden>
bool AnyPeriode(const Perioden& perioden,
                const std::function<bool(std::optional<Dag> van, std::optional<Dag> tot)>& is_such) {
  for (const auto& periode : perioden) {
    if (is_such(DagVanDatum(periode.datum_van()), DagVanDatum(periode.datum_tot()))) return true;
  }
  return false;
}

// Of ends of LKS: when(E, the open period where there is one).
When Einde(std::function<bool(Dag tot, const std::optional<contract::LksPeriode>& open)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    if (!passage.record.has_einde_lks_periode() || !TotOf(passage.record).has_value()) return false;
    std::optional<contract::LksPeriode> open;
    for (const auto& periode : passage.world().LksPerioden(BsnOf(passage.record))) {
      if (!periode.has_datum_tot()) open = periode;
    }
    return when(*TotOf(passage.record), open);
  };
}

// What an accepted period is answered with.
Break Waarschuwt(std::function<void(contract::Verwerkt*, const contract::LksPeriode&)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    OnRecords(hooks, [change](RecordPassage& passage) {
      passage.Forward();
      const bool is_meant = passage.record.has_lks_periode() && passage.resultaat.has_verwerkt();
      if (is_meant) change(passage.resultaat.mutable_verwerkt(), passage.record.lks_periode());
    });
  };
}

Mutants LksVelden() {
  return {
      {"LKS-01/honderd-procent", "Een loonwaarde van 100 wordt aangenomen.",
       Accepts("LKS-01", Lks([](const auto& p) { return p.loonwaarde() == 100; }))},
      {"LKS-01/boven-honderd", "Een loonwaarde boven 100 wordt aangenomen.",
       Accepts("LKS-01", Lks([](const auto& p) { return p.loonwaarde() > 100; }))},
      {"LKS-01/negatief", "Een negatieve loonwaarde wordt aangenomen.",
       Accepts("LKS-01", Lks([](const auto& p) { return p.loonwaarde() < 0; }))},
      {"LKS-01/nul-geweigerd", "Een loonwaarde van 0 wordt geweigerd.",
       Refuses("LKS-01", kVeld,
               Lks([](const auto& p) { return p.has_loonwaarde() && p.loonwaarde() == 0; }))},
      {"LKS-01/99-geweigerd", "Een loonwaarde van 99 wordt geweigerd.",
       Refuses("LKS-01", kVeld, Lks([](const auto& p) { return p.loonwaarde() == 99; }))},
      {"LKS-01/zonder-loonwaarde", "Een periode zonder loonwaarde wordt aangenomen.",
       Accepts("LKS-01", Lks([](const auto& p) { return !p.has_loonwaarde(); }))},
      {"LKS-01/zonder-forfaitair", "Een periode die niet zegt of zij forfaitair is, wordt aangenomen.",
       Accepts("LKS-01", Lks([](const auto& p) { return !p.has_forfaitair(); }))},
      {"LKS-01/onbekende-gemeente", "Een periode van een gemeente die niet bestaat, wordt aangenomen.",
       Accepts("LKS-01", Lks([](const auto& p) { return p.gemeentecode().size() == 4; }))},
      {"LKS-01/opgeheven-code-geweigerd", "De code van een opgeheven gemeente wordt geweigerd.",
       Refuses("LKS-01", kVeld, Lks([](const auto& p) {
                 return EmbeddedGemeentetabel().herindelingen().contains(p.gemeentecode());
               }))},
      {"LKS-01/zonder-gemeente", "Een periode zonder gemeente wordt aangenomen.",
       Accepts("LKS-01", Lks([](const auto& p) { return p.gemeentecode().empty(); }))},
      {"LKS-01/zonder-eerste-dag", "Een periode zonder eerste dag wordt aangenomen.",
       Accepts("LKS-01", Lks([](const auto& p) { return !p.has_datum_van(); }))},
      {"LKS-01/einde-voor-begin", "Een periode mag eindigen voor zij begint.",
       Accepts("LKS-01", Lks([](const auto& p) {
                 return p.has_datum_tot() && DagVanDatum(p.datum_tot()) < DagVanDatum(p.datum_van());
               }))},
      {"LKS-01/een-dag-geweigerd", "Een periode van een dag wordt geweigerd.",
       Refuses("LKS-01", kVeld, Lks([](const auto& p) {
                 return p.has_datum_tot() && DagVanDatum(p.datum_tot()) == DagVanDatum(p.datum_van());
               }))},
      {"LKS-02/geen-waarschuwing", "Een loonwaarde buiten 30 tot en met 80 geeft geen waarschuwing.",
       Waarschuwt([](contract::Verwerkt* verwerkt, const auto&) { verwerkt->clear_waarschuwingen(); })},
      {"LKS-02/waarschuwt-altijd", "Elke loonwaarde geeft een waarschuwing.",
       Waarschuwt([](contract::Verwerkt* verwerkt, const auto&) {
         if (verwerkt->waarschuwingen().empty()) verwerkt->add_waarschuwingen()->set_regel("LKS-02");
       })},
      {"LKS-02/grenzen-ook", "Ook een loonwaarde van 30 of 80 geeft een waarschuwing.",
       Waarschuwt([](contract::Verwerkt* verwerkt, const auto& p) {
         if (p.loonwaarde() == 30 || p.loonwaarde() == 80) {
           verwerkt->add_waarschuwingen()->set_regel("LKS-02");
         }
       })},
      {"LKS-02/naast-grenzen-niet", "Een loonwaarde van 29 of 81 geeft geen waarschuwing.",
       Waarschuwt([](contract::Verwerkt* verwerkt, const auto& p) {
         if (p.loonwaarde() == 29 || p.loonwaarde() == 81) verwerkt->clear_waarschuwingen();
       })},
      {"LKS-02/geweigerd", "Een loonwaarde buiten 30 tot en met 80 wordt geweigerd.",
       Refuses("LKS-02", kVeld,
               Lks([](const auto& p) { return p.loonwaarde() < 30 || p.loonwaarde() > 80; }))},
  };
}

Mutants Forfaitair() {
  return {
      {"LKS-03/andere-loonwaarde", "Een forfaitaire periode mag een andere loonwaarde dan 50 hebben.",
       Accepts("LKS-03", Lks([](const auto& p) { return IsForfaitair(p) && p.loonwaarde() != 50; }))},
      {"LKS-03/zonder-einde", "Een forfaitaire periode mag zonder einde zijn.",
       Accepts("LKS-03", Lks([](const auto& p) { return IsForfaitair(p) && !p.has_datum_tot(); }))},
      {"LKS-03/onbegrensd", "Een forfaitaire periode mag langer dan zes maanden zijn.",
       Accepts("LKS-03", Lks([](const auto& p) { return IsForfaitair(p) && p.loonwaarde() == 50; }))},
      {"LKS-03/een-dag-te-lang", "Een forfaitaire periode mag een dag langer dan zes maanden zijn.",
       Accepts("LKS-03", Lks([](const auto& p) { return IsForfaitair(p) && EindigtOp(p, 0); }))},
      {"LKS-03/een-dag-te-kort", "Een forfaitaire periode van precies zes maanden wordt geweigerd.",
       Refuses("LKS-03", kVeld, Lks([](const auto& p) { return IsForfaitair(p) && EindigtOp(p, -1); }))},
      {"LKS-03/180-dagen", "Een forfaitaire periode van meer dan 180 dagen wordt geweigerd.",
       Refuses("LKS-03", kVeld, Lks([](const auto& p) {
                 return IsForfaitair(p) && p.has_datum_tot() &&
                        *DagVanDatum(p.datum_tot()) - *DagVanDatum(p.datum_van()) > Dagen(180) &&
                        !EindigtOp(p, 0);
               }))},
      {"LKS-03/maandeinde-loopt-over", "Zes maanden na 31 augustus is 3 maart.",
       Accepts("LKS-03", Lks([](const auto& p) {
                 return IsForfaitair(p) && p.has_datum_tot() &&
                        *DagVanDatum(p.datum_tot()) < ZonderMaandeinde(*DagVanDatum(p.datum_van()));
               }))},
      {"LKS-03/ook-gewone-lks", "Ook gewone LKS is ten hoogste zes maanden.",
       Refuses("LKS-03", kVeld, Lks([](const auto& p) {
                 return !IsForfaitair(p) && (!p.has_datum_tot() || DagVanDatum(p.datum_tot()) >= Grens(p));
               }))},
      {"LKS-03/vijftig-is-forfaitair", "Een loonwaarde van 50 geldt als forfaitair.",
       Refuses("LKS-03", kVeld, Lks([](const auto& p) {
                 return !IsForfaitair(p) && p.loonwaarde() == 50 && !p.has_datum_tot();
               }))},
  };
}

Mutants Registers() {
  return {
      {"LKS-04/niet-getoetst", "LKS buiten het doelgroepregister wordt aangenomen.", Accepts("LKS-04")},
      {"LKS-04/dag-na-inschrijving", "LKS vanaf de dag na de inschrijving wordt aangenomen.",
       Accepts("LKS-04", OpEersteDag([](Dag van, const auto& bsn, const World& world) {
                 return AnyPeriode(world.Doelgroepregistraties(bsn),
                                   [=](auto, auto tot) { return tot == van - Dagen(1); });
               }))},
      {"LKS-04/dag-voor-inschrijving", "LKS vanaf de dag voor de inschrijving wordt aangenomen.",
       Accepts("LKS-04", OpEersteDag([](Dag van, const auto& bsn, const World& world) {
                 return AnyPeriode(world.Doelgroepregistraties(bsn),
                                   [=](auto first, auto) { return first == van + Dagen(1); });
               }))},
      {"LKS-04/laatste-dag-geweigerd", "LKS vanaf de laatste dag van de inschrijving wordt geweigerd.",
       Refuses("LKS-04", kToestand, OpEersteDag([](Dag van, const auto& bsn, const World& world) {
                 return AnyPeriode(world.Doelgroepregistraties(bsn),
                                   [=](auto, auto tot) { return tot == van; });
               }))},
      {"LKS-04/eerste-dag-geweigerd", "LKS vanaf de eerste dag van de inschrijving wordt geweigerd.",
       Refuses("LKS-04", kToestand, OpEersteDag([](Dag van, const auto& bsn, const World& world) {
                 return AnyPeriode(world.Doelgroepregistraties(bsn),
                                   [=](auto first, auto) { return first == van; });
               }))},
      {"LKS-04/hele-periode", "De inschrijving moet de hele LKS-periode bevatten.",
       Refuses("LKS-04", kToestand,
               [](const RecordPassage& passage) {
                 if (!passage.record.has_lks_periode()) return false;
                 const auto tot = TotOf(passage.record);
                 return AnyPeriode(
                     passage.world().Doelgroepregistraties(BsnOf(passage.record)),
                     [&](auto, auto last) { return last.has_value() && (!tot.has_value() || *tot > *last); });
               })},
      {"LKS-05/niet-getoetst", "LKS zonder dienstverband wordt aangenomen.", Accepts("LKS-05")},
      {"LKS-05/dag-na-einde", "LKS vanaf de dag na het dienstverband wordt aangenomen.",
       Accepts("LKS-05", OpEersteDag([](Dag van, const auto& bsn, const World& world) {
                 return AnyPeriode(world.Dienstverbanden(bsn),
                                   [=](auto, auto tot) { return tot == van - Dagen(1); });
               }))},
      {"LKS-05/dag-voor-begin", "LKS vanaf de dag voor het dienstverband wordt aangenomen.",
       Accepts("LKS-05", OpEersteDag([](Dag van, const auto& bsn, const World& world) {
                 return AnyPeriode(world.Dienstverbanden(bsn),
                                   [=](auto first, auto) { return first == van + Dagen(1); });
               }))},
      {"LKS-05/laatste-dag-geweigerd", "LKS vanaf E wordt geweigerd.",
       Refuses("LKS-05", kToestand, OpEersteDag([](Dag van, const auto& bsn, const World& world) {
                 return AnyPeriode(world.Dienstverbanden(bsn), [=](auto, auto tot) { return tot == van; });
               }))},
      {"LKS-05/eerste-dag-geweigerd", "LKS vanaf de eerste dag van het dienstverband wordt geweigerd.",
       Refuses("LKS-05", kToestand, OpEersteDag([](Dag van, const auto& bsn, const World& world) {
                 return AnyPeriode(world.Dienstverbanden(bsn),
                                   [=](auto first, auto) { return first == van; });
               }))},
  };
}

Mutants Overlap() {
  return {
      {"LKS-06/niet-getoetst", "LKS-perioden die elkaar overlappen, worden aangenomen.", Accepts("LKS-06")},
      {"LKS-06/een-dag-overlap-aanvaard", "Een periode mag beginnen op de laatste dag van een andere.",
       Accepts("LKS-06", OpEersteDag([](Dag van, const auto& bsn, const World& world) {
                 return AnyPeriode(world.LksPerioden(bsn), [=](auto, auto tot) { return tot == van; });
               }))},
      {"LKS-06/andere-gemeente-aanvaard", "Perioden van twee gemeenten mogen overlappen.",
       Accepts("LKS-06",
               [](const RecordPassage& passage) {
                 for (const auto& other : passage.world().LksPerioden(BsnOf(passage.record))) {
                   if (other.gemeentecode() == passage.record.lks_periode().gemeentecode()) return false;
                 }
                 return true;
               })},
      {"LKS-06/naast-lopende-aanvaard", "Een periode naast een lopende wordt aangenomen.",
       Accepts("LKS-06", OpEersteDag([](Dag, const auto& bsn, const World& world) {
                 return AnyPeriode(world.LksPerioden(bsn), [](auto, auto tot) { return !tot.has_value(); });
               }))},
      {"LKS-06/aansluitend-geweigerd", "Een periode die op een andere aansluit, wordt geweigerd.",
       Refuses("LKS-06", kToestand, OpEersteDag([](Dag van, const auto& bsn, const World& world) {
                 return AnyPeriode(world.LksPerioden(bsn),
                                   [=](auto, auto tot) { return tot == van - Dagen(1); });
               }))},
      {"LKS-07/einde-voor-begin", "Een periode kan beëindigd worden voor haar eerste dag.",
       Accepts("LKS-07", Einde([](Dag tot, const auto& open) {
                 return open.has_value() && tot < *DagVanDatum(open->datum_van());
               }))},
      {"LKS-07/tweede-einde", "Een beëindigde periode kan nog eens beëindigd worden.",
       Accepts("LKS-07", Einde([](Dag, const auto& open) { return !open.has_value(); }))},
      {"LKS-07/op-eerste-dag-geweigerd", "Een einde op de eerste dag wordt geweigerd.",
       Refuses("LKS-07", kToestand, Einde([](Dag tot, const auto& open) {
                 return open.has_value() && tot == *DagVanDatum(open->datum_van());
               }))},
      {"LKS-07/vergeten", "Een einde wordt aangenomen en niet bewaard.",
       Swallows(Einde([](Dag tot, const auto& open) {
         return open.has_value() && tot >= *DagVanDatum(open->datum_van());
       }))},
      {"LKS-07/een-dag-eerder", "Een periode eindigt een dag eerder dan opgegeven.",
       Changes([](RecordPassage& passage) {
         if (!passage.record.has_einde_lks_periode() || !TotOf(passage.record).has_value()) return;
         *passage.record.mutable_einde_lks_periode()->mutable_datum_tot() =
             DatumVanDag(*TotOf(passage.record) - Dagen(1));
       })},
      {"LKS-07/als-overlap", "Een einde zonder lopende periode noemt LKS-06.", Names("LKS-07", "LKS-06")},
  };
}

}  // namespace

Mutants LksMutants() {
  Mutants mutants = LksVelden();
  for (Mutant& mutant : Forfaitair()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Registers()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Overlap()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::ib
