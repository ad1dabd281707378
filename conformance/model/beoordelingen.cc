#include "conformance/model/beoordelingen.h"

#include "conformance/calendar/tijdstip.h"
#include "conformance/model/meldingen.h"
#include "conformance/model/velden.h"

namespace ketenproef::conformance {
namespace {

Antwoord PlayVerlenging(Ziektegeval& geval, const Maatstaf& maatstaf, Dag ontvangen_op) {
  Beoordeling& beoordeling = geval.beoordeling;
  if (beoordeling.verlengd) return Geweigerd("BO-03");
  if (beoordeling.uitkomst != Uitkomst::kGeen || ontvangen_op > beoordeling.uiterste_dag) {
    return Geweigerd("BO-04");
  }
  // KAL-05: counted from the original start, then shifted once.
  const int dagen = maatstaf.beoordeling_termijn_dagen + maatstaf.beoordeling_verlenging_dagen;
  const auto uiterste_dag = maatstaf.UitersteDag(geval.ontvangen_op + Dagen(dagen));
  if (!uiterste_dag) return Geweigerd("KAL-03");
  beoordeling.verlengd = true;
  beoordeling.uiterste_dag = *uiterste_dag;
  return {};
}

Antwoord PlayBeslissing(Beoordeling& beoordeling, const Draaiboekregel& regel) {
  if (beoordeling.uitkomst != Uitkomst::kGeen) return Geweigerd("BO-07");
  beoordeling.uitkomst = regel.soort == Soort::kToekenning ? Uitkomst::kToekenning : Uitkomst::kAfwijzing;
  beoordeling.besloten_tijdstip = regel.tijdstip;
  return {};
}

}  // namespace

Antwoord PlayBeoordeling(Keten& keten, const Maatstaf& maatstaf, const Draaiboekregel& regel) {
  if (const auto refused = CheckBeoordelingvelden(regel)) return Geweigerd(*refused);
  Ziektegeval* const geval = FindGeval(keten, regel);
  if (geval == nullptr || geval->ingetrokken) return Geweigerd("BO-07");
  if (regel.soort == Soort::kVerlenging) return PlayVerlenging(*geval, maatstaf, DagVan(regel.tijdstip));
  return PlayBeslissing(geval->beoordeling, regel);
}

absl::string_view StatusOp(const Beoordeling& beoordeling, Dag dag) {
  if (beoordeling.uitkomst == Uitkomst::kGeen) {
    return beoordeling.uiterste_dag < dag ? "TERMIJN_VERSTREKEN" : "OPEN";
  }
  return DagVan(beoordeling.besloten_tijdstip) <= beoordeling.uiterste_dag ? "TIJDIG"
                                                                           : "TERMIJN_OVERSCHREDEN";
}

}  // namespace ketenproef::conformance
