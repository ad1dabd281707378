// The verdicts on meldingen and the assessments of cases, on their way to whoever asked: a hook says another
// day, and what follows from the day follows.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_OORDELEN_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_OORDELEN_H_

#include <functional>
#include <optional>

#include "conformance/mutants/breaks.h"

namespace ketenproef::conformance {

// One verdict of an accepted melding, first answer or repeat.
struct Oordeelblik {
  const contract::Draaiboekregel& record;
  contract::Meldingoordeel& oordeel;
  // The case as it stands after this melding.
  const contract::Ziektegeval& geval;
  const World& world;

  bool is_ziek() const { return oordeel.soort() == contract::MELDINGSOORT_ZIEK; }
  bool is_gecombineerd() const { return record.has_ziek_en_herstelmelding(); }
  Dag ontvangen_op() const { return *DagVanDatum(oordeel.ontvangen_op()); }
  Dag ao() const { return *DagVanDatum(geval.eerste_ao_dag()); }
  std::optional<Dag> hersteld_per() const { return DagVanDatum(geval.hersteld_per()); }
  std::optional<Dag> einde() const { return DagVanDatum(geval.einde_dienstverband()); }
  // Nullopt: no report is owed.
  std::optional<Dag> uiterste_dag() const { return DagVanDatum(oordeel.uiterste_dag()); }

  // With being late and the fine as they follow from it.
  void StelUitersteDag(Dag uiterste_dag) const;
};

// Stands at every verdict.
Break Oordelen(std::function<void(const Oordeelblik&)> change);
// Only at those of ziekmeldingen, or of herstelmeldingen.
Break Ziekoordelen(std::function<void(const Oordeelblik&)> change);
Break Hersteloordelen(std::function<void(const Oordeelblik&)> change);
// Refuses, after it has been taken in, what is such.
Break RefusesJudged(std::string regel, std::function<bool(const Oordeelblik&)> when);

// Stands wherever UWV shows a case or its assessment.
Break Beoordelingen(std::function<void(contract::Ziektegeval&, const World&)> change);
// Whether UWV has decided.
bool IsBeslist(const contract::Beoordeling& beoordeling);
bool IsBeslist(const contract::Ziektegeval& geval);
// Whether the employment ended before today.
bool IsUitDienst(const contract::Ziektegeval& geval, const World& world);
// The day, and where the assessment stands by it today.
void StelUitersteDag(contract::Ziektegeval* geval, Dag uiterste_dag, Dag vandaag);

// The first day from this one on that is no Saturday, Sunday or holiday.
Dag Werkdag(Dag dag);
// The last day of a term that ends there: moved to a working day where the profile does so.
Dag LaatsteDag(const World& world, Dag einde);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_OORDELEN_H_
