// BOE-01, BOE-02: the indicated fine.
#include "conformance/calendar/feestdagen.h"
#include "conformance/checks/melding.h"
#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

// Other fines by the days late, where there is one.
Break Boete(std::function<int(int dagen)> boete_eur) {
  return Oordelen([boete_eur = std::move(boete_eur)](const Oordeelblik& blik) {
    const int dagen = blik.oordeel.dagen_te_laat();
    if (blik.oordeel.boete_eur() == FineOf(dagen)) blik.oordeel.set_boete_eur(boete_eur(dagen));
  });
}

int Trap(int dagen, int laag, int midden, int hoog) {
  if (dagen < laag) return 0;
  if (dagen < midden) return 70;
  return dagen < hoog ? 230 : 455;
}

// Ziekmeldingen that are late, with E known: whether E was their uiterste dag.
Break BoeteNaEinde(std::function<void(const Oordeelblik&, Dag einde)> change) {
  return Ziekoordelen([change = std::move(change)](const Oordeelblik& blik) {
    if (blik.einde().has_value() && blik.oordeel.dagen_te_laat() > 0) change(blik, *blik.einde());
  });
}

void Beboet(const Oordeelblik& blik, bool is_fined) {
  blik.oordeel.set_boete_eur(is_fined ? FineOf(blik.oordeel.dagen_te_laat()) : 0);
}

bool IsDueOnEinde(const Oordeelblik& blik, Dag einde) {
  return blik.uiterste_dag() == einde;
}

Dag EersteWeekdag(Dag dag) {
  while (IsWeekend(dag)) dag += Dagen(1);
  return dag;
}

Mutants Trappen() {
  return {
      {"BOE-01/eerste-grens-te-vroeg", "Vanaf zes dagen te laat kost het 230 euro.",
       Boete([](int dagen) { return Trap(dagen, 1, 6, 28); })},
      {"BOE-01/eerste-grens-te-laat", "Pas vanaf acht dagen te laat kost het 230 euro.",
       Boete([](int dagen) { return Trap(dagen, 1, 8, 28); })},
      {"BOE-01/tweede-grens-te-vroeg", "Vanaf 27 dagen te laat kost het 455 euro.",
       Boete([](int dagen) { return Trap(dagen, 1, 7, 27); })},
      {"BOE-01/tweede-grens-te-laat", "Pas vanaf 29 dagen te laat kost het 455 euro.",
       Boete([](int dagen) { return Trap(dagen, 1, 7, 29); })},
      {"BOE-01/eerste-dag-vrij", "Een dag te laat kost niets.",
       Boete([](int dagen) { return Trap(dagen, 2, 7, 28); })},
      {"BOE-01/op-tijd-beboet", "Ook op tijd kost 70 euro.",
       Boete([](int dagen) { return Trap(dagen, 0, 7, 28); })},
      {"BOE-01/geen-maximum", "Boven 28 dagen loopt de boete op.",
       Boete([](int dagen) { return dagen <= 28 ? Trap(dagen, 1, 7, 28) : 455 + 10 * (dagen - 28); })},
      {"BOE-01/per-dag", "De boete is 70 euro per dag, tot 455.",
       Boete([](int dagen) { return std::min(70 * dagen, 455); })},
      {"BOE-01/altijd-maximum", "Elke te late melding kost 455 euro.",
       Boete([](int dagen) { return dagen > 0 ? 455 : 0; })},
      {"BOE-01/herstel-zonder-boete", "Alleen een ziekmelding kan beboet worden.",
       Hersteloordelen([](const Oordeelblik& blik) { blik.oordeel.set_boete_eur(0); })},
      {"BOE-01/uiterste-dag-telt-mee", "De uiterste dag telt mee in de dagen te laat.",
       Oordelen([](const Oordeelblik& blik) {
         const int dagen = blik.oordeel.dagen_te_laat();
         if (dagen > 0) blik.oordeel.set_dagen_te_laat(dagen + 1);
       })},
      {"BOE-01/een-dag-minder", "De eerste dag te laat telt niet mee.", Oordelen([](const Oordeelblik& blik) {
         const int dagen = blik.oordeel.dagen_te_laat();
         if (dagen > 0) blik.oordeel.set_dagen_te_laat(dagen - 1);
       })},
  };
}

}  // namespace

Mutants BoeteMutants() {
  Mutants mutants = {
      {"BOE-02/gemist", "Ook op de eerste werkdag na E is er een boete.",
       BoeteNaEinde([](const auto& blik, Dag einde) {
         Beboet(blik, IsDueOnEinde(blik, einde) || blik.oordeel.boete_eur() > 0);
       }),
       kWet},
      {"BOE-02/een-werkdag-te-ruim", "Ook op de tweede werkdag na E is er geen boete.",
       BoeteNaEinde([](const auto& blik, Dag einde) {
         const Dag vrij = Werkdag(Werkdag(einde + Dagen(1)) + Dagen(1));
         if (IsDueOnEinde(blik, einde)) Beboet(blik, blik.ontvangen_op() > vrij);
       }),
       kWet},
      {"BOE-02/dag-na-einde", "Alleen op de dag na E is er geen boete, ook als dat geen werkdag is.",
       BoeteNaEinde([](const auto& blik, Dag einde) {
         if (IsDueOnEinde(blik, einde)) Beboet(blik, blik.ontvangen_op() > einde + Dagen(1));
       }),
       kWet},
      {"BOE-02/feestdag-is-werkdag", "Voor de eerste werkdag na E tellen feestdagen als werkdag.",
       BoeteNaEinde([](const auto& blik, Dag einde) {
         if (IsDueOnEinde(blik, einde)) Beboet(blik, blik.ontvangen_op() > EersteWeekdag(einde + Dagen(1)));
       }),
       kWet},
      {"BOE-02/alleen-op-die-dag", "Tussen E en de eerste werkdag erna is er wel een boete.",
       BoeteNaEinde([](const auto& blik, Dag einde) {
         if (IsDueOnEinde(blik, einde)) Beboet(blik, blik.ontvangen_op() != Werkdag(einde + Dagen(1)));
       }),
       kWet},
      {"BOE-02/heet-op-tijd", "Zonder boete heet de ziekmelding op tijd.",
       BoeteNaEinde([](const auto& blik, Dag einde) {
         if (IsDueOnEinde(blik, einde) && blik.oordeel.boete_eur() == 0) {
           blik.StelUitersteDag(blik.ontvangen_op());
         }
       }),
       kWet},
      {"BOE-02/ook-na-zes-weken", "Ook na de zes weken is er geen boete tot de eerste werkdag.",
       Ziekoordelen([](const Oordeelblik& blik) {
         if (blik.uiterste_dag().has_value() &&
             blik.ontvangen_op() <= Werkdag(*blik.uiterste_dag() + Dagen(1))) {
           Beboet(blik, false);
         }
       }),
       kWet},
      {"BOE-02/ook-bij-herstel", "Ook een herstelmelding is zonder boete tot de eerste werkdag.",
       Hersteloordelen([](const Oordeelblik& blik) {
         if (blik.uiterste_dag().has_value() &&
             blik.ontvangen_op() <= Werkdag(*blik.uiterste_dag() + Dagen(1))) {
           Beboet(blik, false);
         }
       }),
       kWet},
      {"BOE-02/ook-in-handleiding",
       "Ook in profiel handleiding is er na de uiterste dag een dag zonder boete.",
       Ziekoordelen([](const Oordeelblik& blik) {
         if (blik.uiterste_dag().has_value() &&
             blik.ontvangen_op() <= Werkdag(*blik.uiterste_dag() + Dagen(1))) {
           Beboet(blik, false);
         }
       }),
       kHandleiding},
  };
  Mutants trappen = Trappen();
  for (Mutant& mutant : mutants) trappen.push_back(std::move(mutant));
  return trappen;
}

}  // namespace ketenproef::conformance::uwv
