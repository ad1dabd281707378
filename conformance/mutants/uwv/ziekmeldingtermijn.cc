// ZM-04 to ZM-06 and ZM-09: until when a ziekmelding is on time, and what becomes of a late one.
#include "conformance/calendar/feestdagen.h"
#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

// Where the six weeks decide: another uiterste dag than AO + 42.
Break ZesWeken(std::function<Dag(const Oordeelblik&)> uiterste_dag) {
  return Ziekoordelen([uiterste_dag = std::move(uiterste_dag)](const Oordeelblik& blik) {
    if (blik.uiterste_dag() == LaatsteDag(blik.world, blik.ao() + Dagen(42))) {
      blik.StelUitersteDag(uiterste_dag(blik));
    }
  });
}

// Where E is known when the ziekmelding comes: another uiterste dag, or nullopt for the same.
Break MetEinde(std::function<std::optional<Dag>(const Oordeelblik&, Dag einde)> uiterste_dag) {
  return Ziekoordelen([uiterste_dag = std::move(uiterste_dag)](const Oordeelblik& blik) {
    if (!blik.einde().has_value()) return;
    if (const auto dag = uiterste_dag(blik, *blik.einde())) blik.StelUitersteDag(*dag);
  });
}

std::optional<Dag> If(bool is_such, Dag dag) {
  return is_such ? std::optional<Dag>(dag) : std::nullopt;
}

bool IsBinnenZesWeken(const Oordeelblik& blik, Dag einde) {
  return einde <= blik.ao() + Dagen(41);
}

// 30 days that are no Saturday or Sunday.
Dag DertigWerkdagen(const Oordeelblik& blik) {
  Dag dag = blik.ao();
  for (int werkdagen = 0; werkdagen < 30;) {
    dag += Dagen(1);
    if (!IsWeekend(dag)) ++werkdagen;
  }
  return dag + Dagen(1);
}

// The E of any employment of this worker that ends in the six weeks.
std::optional<Dag> EindeElders(const Oordeelblik& blik) {
  for (const auto& dienstverband : blik.world.Dienstverbanden(blik.geval.bsn())) {
    const auto einde = DagVanDatum(dienstverband.datum_tot());
    if (einde.has_value() && *einde >= blik.ao() && IsBinnenZesWeken(blik, *einde)) return einde;
  }
  return std::nullopt;
}

// The AO of the first of the cases that follow each other within four weeks.
Dag AoVanKeten(const Oordeelblik& blik) {
  Dag ao = blik.ao();
  const auto gevallen = blik.world.Gevallen();
  for (auto geval = gevallen.rbegin(); geval != gevallen.rend(); ++geval) {
    const auto hersteld_per = DagVanDatum(geval->hersteld_per());
    if (geval->bsn() != blik.geval.bsn() || !hersteld_per.has_value() || *hersteld_per > ao) continue;
    if (ao - *hersteld_per < Dagen(28)) ao = *DagVanDatum(geval->eerste_ao_dag());
  }
  return ao;
}

// What is said about being late, without another uiterste dag.
Break ZiekTeLaat(std::function<void(contract::Meldingoordeel&)> change) {
  return Ziekoordelen([change = std::move(change)](const Oordeelblik& blik) {
    if (blik.oordeel.dagen_te_laat() > 0) change(blik.oordeel);
  });
}

// A late ziekmelding is answered as it should be, but starts no case.
void VergeetTeLate(Hooks* hooks) {
  hooks->On<contract::GetZiektegevalRequest>([](auto& call) {
    const grpc::Status status = call.Forward();
    const contract::Ziektegeval& geval = call.response.ziektegeval();
    if (!status.ok() ||
        *DagVanDatum(geval.ontvangen_op()) <= *DagVanDatum(geval.eerste_ao_dag()) + Dagen(42)) {
      return status;
    }
    return Refusal(grpc::StatusCode::NOT_FOUND, "ZIEKTEGEVAL_ONBEKEND");
  });
}

Mutants ZesWeken() {
  return {
      {"ZM-04/een-dag-te-vroeg", "De zes weken eindigen een dag te vroeg.",
       ZesWeken([](const auto& blik) { return *blik.uiterste_dag() - Dagen(1); })},
      {"ZM-04/een-dag-te-laat", "De zes weken eindigen een dag te laat.",
       ZesWeken([](const auto& blik) { return *blik.uiterste_dag() + Dagen(1); })},
      {"ZM-04/anderhalve-maand", "Zes weken zijn een kalendermaand en twee weken.",
       ZesWeken([](const auto& blik) {
         return LaatsteDag(blik.world, MaandenVooruit(blik.ao(), 1) + Dagen(14));
       })},
      {"ZM-04/dertig-werkdagen", "Zes weken zijn dertig werkdagen.", ZesWeken(DertigWerkdagen)},
      {"ZM-04/vanaf-ontvangst", "De zes weken tellen vanaf de ontvangst.",
       ZesWeken([](const auto& blik) { return LaatsteDag(blik.world, blik.ontvangen_op() + Dagen(42)); })},
      {"ZM-04/vier-dagen", "De termijn is die van de ziekmelding voor het ziekengeld.",
       ZesWeken([](const auto& blik) { return LaatsteDag(blik.world, blik.ao() + Dagen(4)); })},
      {"ZM-04/gecombineerd-zonder-termijn", "In een gecombineerd bericht is de ziekmelding altijd op tijd.",
       ZesWeken([](const auto& blik) {
         return blik.is_gecombineerd() ? blik.ontvangen_op() : *blik.uiterste_dag();
       })},
      {"ZM-04/verschuift-in-handleiding", "Ook in profiel handleiding schuift de uiterste dag op.",
       ZesWeken([](const auto& blik) { return Werkdag(blik.ao() + Dagen(42)); }), kHandleiding},
      {"ZM-04/laatste-dag-te-laat", "Op de uiterste dag zelf heet een ziekmelding te laat.",
       Ziekoordelen([](const Oordeelblik& blik) {
         if (blik.uiterste_dag() == blik.ontvangen_op()) blik.oordeel.set_tijdig(false);
       })},
  };
}

Mutants Einde() {
  return {
      {"ZM-05/gemist", "Een bekend einde binnen de zes weken vervroegt niets.",
       MetEinde([](const auto& blik, Dag einde) {
         return If(IsBinnenZesWeken(blik, einde), Werkdag(blik.ao() + Dagen(42)));
       }),
       kWet},
      {"ZM-05/grens-een-dag-te-ruim", "Ook een einde op AO + 42 vervroegt.",
       MetEinde([](const auto& blik, Dag einde) { return If(einde == blik.ao() + Dagen(42), einde); }), kWet},
      {"ZM-05/grens-een-dag-te-krap", "Een einde op AO + 41 vervroegt niet.",
       MetEinde([](const auto& blik, Dag einde) {
         return If(einde == blik.ao() + Dagen(41), Werkdag(blik.ao() + Dagen(42)));
       }),
       kWet},
      {"ZM-05/verschuift", "De uiterste dag op E schuift op.", MetEinde([](const auto& blik, Dag einde) {
         return If(IsBinnenZesWeken(blik, einde), Werkdag(einde));
       }),
       kWet},
      {"ZM-05/dag-na-einde", "De uiterste dag is de dag na E.", MetEinde([](const auto& blik, Dag einde) {
         return If(IsBinnenZesWeken(blik, einde), einde + Dagen(1));
       }),
       kWet},
      {"ZM-05/dag-voor-einde", "De uiterste dag is de dag voor E.", MetEinde([](const auto& blik, Dag einde) {
         return If(IsBinnenZesWeken(blik, einde), einde - Dagen(1));
       }),
       kWet},
      {"ZM-05/ook-in-handleiding", "Ook in profiel handleiding vervroegt het einde.",
       MetEinde([](const auto& blik, Dag einde) { return If(IsBinnenZesWeken(blik, einde), einde); }),
       kHandleiding},
      {"ZM-05/elk-dienstverband", "Ook het einde van een ander dienstverband vervroegt.",
       Ziekoordelen([](const Oordeelblik& blik) {
         if (const auto einde = EindeElders(blik)) blik.StelUitersteDag(*einde);
       }),
       kWet},
      {"ZM-05/niet-als-ao-op-einde", "Een AO op E zelf krijgt de volle zes weken.",
       MetEinde([](const auto& blik, Dag einde) {
         return If(einde == blik.ao(), Werkdag(blik.ao() + Dagen(42)));
       }),
       kWet},
      {"ZM-05/niet-gecombineerd", "In een gecombineerd bericht vervroegt het einde niets.",
       MetEinde([](const auto& blik, Dag einde) {
         return If(blik.is_gecombineerd() && IsBinnenZesWeken(blik, einde), Werkdag(blik.ao() + Dagen(42)));
       }),
       kWet},
  };
}

Mutants Late() {
  return {
      {"ZM-06/geweigerd", "Een te late ziekmelding wordt geweigerd.",
       RefusesJudged("ZM-04",
                     [](const Oordeelblik& blik) { return blik.is_ziek() && !blik.oordeel.tijdig(); })},
      {"ZM-06/niet-aangemerkt", "Een te late ziekmelding heet op tijd.",
       ZiekTeLaat([](contract::Meldingoordeel& oordeel) { oordeel.set_tijdig(true); })},
      {"ZM-06/zonder-dagen", "Bij een te late ziekmelding staat niet hoeveel dagen.",
       ZiekTeLaat([](contract::Meldingoordeel& oordeel) { oordeel.set_dagen_te_laat(0); })},
      {"ZM-06/zonder-boete", "Bij een te late ziekmelding staat geen boete.",
       ZiekTeLaat([](contract::Meldingoordeel& oordeel) { oordeel.set_boete_eur(0); })},
      {"ZM-06/geen-geval", "Een te late ziekmelding begint geen ziektegeval.", VergeetTeLate},
      {"ZM-09/termijn-vanaf-keten", "De termijn van een ziekmelding telt vanaf de eerste AO van de keten.",
       ZesWeken([](const auto& blik) { return Werkdag(AoVanKeten(blik) + Dagen(42)); }), kWet},
  };
}

}  // namespace

Mutants ZiekmeldingtermijnMutants() {
  Mutants mutants = ZesWeken();
  for (Mutant& mutant : Einde()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Late()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::uwv
