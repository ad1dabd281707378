#include "server/rules/beoordeling.h"

namespace ketenproef {
namespace {

// BO-07: an unknown or withdrawn case can be neither extended nor decided.
std::optional<Weigering> CheckGenoemd(const GenoemdGeval& genoemd) {
  if (genoemd.geval == nullptr) {
    return WeigerOnbekend(Regel::kBo07,
                          "no ziekmelding of this loonheffingennummer has the kenmerk in verwijst_naar");
  }
  if (genoemd.geval->ingetrokken) return WeigerToestand(Regel::kBo07, "the ziekmelding was withdrawn");
  return std::nullopt;
}

}  // namespace

Besluit<BeoordelingExtended> DecideVerlenging(const Regelkader& kader, const GenoemdGeval& genoemd,
                                              const ExtendBeoordeling& opdracht, Dag vandaag) {
  if (auto weigering = CheckGenoemd(genoemd)) return *std::move(weigering);
  const Beoordeling& beoordeling = genoemd.geval->beoordeling;
  // BO-03, also where BO-04 would refuse as well.
  if (beoordeling.verlengd) return WeigerToestand(Regel::kBo03, "the term was extended before; once is all");
  // BO-04.
  if (beoordeling.uitkomst != Uitkomst::kGeen) return WeigerToestand(Regel::kBo04, "the case is decided");
  if (vandaag > beoordeling.uiterste_dag) {
    return WeigerToestand(Regel::kBo04, "the term has ended; extend on or before its uiterste dag");
  }
  // KAL-05: counted from the original start.
  const auto uiterste_dag = UitersteDag(
      kader, genoemd.geval->ontvangen_op,
      Dagen(kader.profiel.beoordeling_termijn.aantal() + kader.profiel.beoordeling_verlenging.aantal()));
  if (!uiterste_dag.has_value()) return WeigerTermijnBuitenTabel();
  return BeoordelingExtended{genoemd.nummer, opdracht.toelichting, *uiterste_dag};
}

Besluit<BeoordelingDecided> DecideBeslissing(const GenoemdGeval& genoemd, const DecideBeoordeling& opdracht,
                                             Dag vandaag) {
  if (auto weigering = CheckGenoemd(genoemd)) return *std::move(weigering);
  if (genoemd.geval->beoordeling.uitkomst != Uitkomst::kGeen) {
    return WeigerToestand(Regel::kBo07, "the case is decided already");
  }
  return BeoordelingDecided{genoemd.nummer, opdracht.uitkomst, vandaag};
}

Beoordelingstatus StatusOf(const Beoordeling& beoordeling) {
  if (beoordeling.uitkomst != Uitkomst::kGeen) {
    // BO-05.
    return beoordeling.besloten_op > beoordeling.uiterste_dag ? Beoordelingstatus::kTermijnOverschreden
                                                              : Beoordelingstatus::kTijdig;
  }
  return beoordeling.verstreken ? Beoordelingstatus::kTermijnVerstreken : Beoordelingstatus::kOpen;
}

// BO-06.
bool LapsesOn(const Ziektegeval& geval, Dag dag) {
  return !geval.ingetrokken && geval.beoordeling.uitkomst == Uitkomst::kGeen &&
         geval.beoordeling.uiterste_dag + Dagen(1) == dag;
}

}  // namespace ketenproef
