// BO-02 to BO-04 and BO-07: whether an extension or a decision is accepted at all.
#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

using Geval = std::optional<contract::Ziektegeval>;

bool IsBeslistGeval(const Geval& geval) {
  return geval.has_value() && IsBeslist(*geval);
}

// Of extensions, or decisions: when(the case that is named, where it is known; vandaag).
When Verlenging(std::function<bool(const Geval&, Dag vandaag)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    return passage.record.has_verlenging() && when(GenoemdGeval(passage), passage.world().Vandaag());
  };
}

When Beslissing(std::function<bool(const Geval&, Dag vandaag)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    return passage.record.has_beslissing() && when(GenoemdGeval(passage), passage.world().Vandaag());
  };
}

bool IsIngetrokken(const Geval& geval) {
  return geval.has_value() && geval->ingetrokken();
}

Dag UitersteDag(const Geval& geval) {
  return *DagVanDatum(geval->beoordeling().uiterste_dag());
}

// An extension without a reason gets one.
void VerzinReden(RecordPassage& passage) {
  if (passage.record.has_verlenging() && passage.record.verlenging().toelichting().empty()) {
    passage.record.mutable_verlenging()->set_toelichting("geen");
  }
}

// The second decision counts, and the first is forgotten.
void LaatsteBesluitGeldt(Hooks* hooks) {
  Memory<std::map<std::string, contract::Uitkomst>> besluiten;
  OnRecords(hooks, [besluiten](RecordPassage& passage) {
    passage.Forward();
    if (!passage.record.has_beslissing() || passage.regel() != "BO-07" ||
        !IsBeslistGeval(GenoemdGeval(passage))) {
      return;
    }
    besluiten.With(passage.world().omgeving(), [&](auto& by_case) {
      by_case[NummerOf(passage.record) + VerwijstNaar(passage.record)] =
          passage.record.beslissing().uitkomst();
    });
    passage.Accept();
  });
  Beoordelingen([besluiten](contract::Ziektegeval& geval, const World& world) {
    besluiten.With(world.omgeving(), [&](auto& by_case) {
      const auto found = by_case.find(geval.loonheffingennummer() + geval.kenmerk());
      if (found != by_case.end()) geval.mutable_beoordeling()->set_uitkomst(found->second);
    });
  })(hooks);
}

// Decisions come out the other way round.
void Verwissel(RecordPassage& passage) {
  if (!passage.record.has_beslissing()) return;
  contract::Beslissing& beslissing = *passage.record.mutable_beslissing();
  if (beslissing.uitkomst() == contract::UITKOMST_AFWIJZING) {
    beslissing.set_uitkomst(contract::UITKOMST_TOEKENNING);
  } else if (beslissing.uitkomst() == contract::UITKOMST_TOEKENNING) {
    beslissing.set_uitkomst(contract::UITKOMST_AFWIJZING);
  }
}

Mutants Verlengingen() {
  return {
      {"BO-02/zonder-reden", "Een verlenging zonder reden wordt aangenomen.", Changes(VerzinReden)},
      {"BO-02/reden-heet-veld", "Een verlenging zonder reden noemt ZM-01.", Names("BO-02", "ZM-01")},
      {"BO-02/geweigerd", "Een verlenging wordt geweigerd.",
       Refuses("BO-04", kToestand, Verlenging([](const Geval& geval, Dag vandaag) {
                 return geval.has_value() && !IsBeslist(*geval) && !geval->beoordeling().verlengd() &&
                        !IsIngetrokken(geval) && vandaag <= UitersteDag(geval);
               }))},
      {"BO-02/reden-na-de-toestand", "Een ontbrekende reden komt na de toestand van het geval.",
       Names("BO-02", "BO-03", Verlenging([](const Geval& geval, Dag) {
               return geval.has_value() && geval->beoordeling().verlengd();
             }))},
      {"BO-03/tweede-aanvaard", "Een tweede verlenging wordt aangenomen.", Accepts("BO-03")},
      {"BO-03/noemt-BO-04", "De weigering van een tweede verlenging noemt BO-04.", Names("BO-03", "BO-04")},
      {"BO-03/als-fout-veld", "Een tweede verlenging geeft INVALID_ARGUMENT.",
       RefusesAs("BO-03", contract::WEIGERINGSOORT_VELD)},
      {"BO-04/na-uiterste-dag-aanvaard", "Na de uiterste dag kan nog verlengd worden.",
       Accepts("BO-04", Verlenging([](const Geval& geval, Dag vandaag) {
                 return geval.has_value() && vandaag > UitersteDag(geval);
               }))},
      {"BO-04/dag-erna-aanvaard", "Op de dag na de uiterste dag kan nog verlengd worden.",
       Accepts("BO-04", Verlenging([](const Geval& geval, Dag vandaag) {
                 return geval.has_value() && vandaag == UitersteDag(geval) + Dagen(1);
               }))},
      {"BO-04/na-besluit-aanvaard", "Na een besluit kan nog verlengd worden.",
       Accepts("BO-04", Verlenging([](const Geval& geval, Dag) { return IsBeslistGeval(geval); }))},
      {"BO-04/op-uiterste-dag-geweigerd", "Op de uiterste dag zelf kan niet meer verlengd worden.",
       Refuses("BO-04", kToestand, Verlenging([](const Geval& geval, Dag vandaag) {
                 return geval.has_value() && vandaag == UitersteDag(geval) &&
                        !geval->beoordeling().verlengd();
               }))},
      {"BO-04/noemt-BO-07", "De weigering van een verlenging na een besluit noemt BO-07.",
       Names("BO-04", "BO-07")},
  };
}

Mutants Beslissingen() {
  return {
      {"BO-07/tweede-aanvaard", "Een tweede besluit wordt aangenomen en verandert niets.",
       Accepts("BO-07", Beslissing([](const Geval& geval, Dag) { return IsBeslistGeval(geval); }))},
      {"BO-07/laatste-geldt", "Een tweede besluit komt in de plaats van het eerste.", LaatsteBesluitGeldt},
      {"BO-07/over-ingetrokken-geval", "Over een ingetrokken geval kan besloten worden.",
       Accepts("BO-07", Beslissing([](const Geval& geval, Dag) { return IsIngetrokken(geval); }))},
      {"BO-07/over-onbekend-geval", "Over een onbekend geval kan besloten worden.",
       Accepts("BO-07", Beslissing([](const Geval& geval, Dag) { return !geval.has_value(); }))},
      {"BO-07/verlenging-van-ingetrokken-geval", "Een ingetrokken geval kan verlengd worden.",
       Accepts("BO-07", Verlenging([](const Geval& geval, Dag) { return IsIngetrokken(geval); }))},
      {"BO-07/verlenging-van-onbekend-geval", "Een onbekend geval kan verlengd worden.",
       Accepts("BO-07", Verlenging([](const Geval& geval, Dag) { return !geval.has_value(); }))},
      {"BO-07/hersteld-geval-geweigerd", "Over een hersteld geval kan niet besloten worden.",
       Refuses("BO-07", kToestand, Beslissing([](const Geval& geval, Dag) {
                 return geval.has_value() && geval->has_hersteld_per() && !IsBeslist(*geval);
               }))},
      {"BO-07/onbekend-als-toestand", "Een onbekend geval geeft FAILED_PRECONDITION in plaats van NOT_FOUND.",
       RefusesAs("BO-07", kToestand)},
      {"BO-07/toestand-als-onbekend", "Een beslist of ingetrokken geval geeft NOT_FOUND.",
       RefusesAs("BO-07", contract::WEIGERINGSOORT_ONBEKEND)},
      {"BO-07/tweede-noemt-BO-04", "De weigering van een tweede besluit noemt BO-04.",
       Names("BO-07", "BO-04", Beslissing([](const Geval& geval, Dag) { return IsBeslistGeval(geval); }))},
      {"BO-07/ingetrokken-noemt-BO-03", "Dat een geval al verlengd is, gaat voor dat het ingetrokken is.",
       Names("BO-07", "BO-03", Verlenging([](const Geval& geval, Dag) {
               return IsIngetrokken(geval) && geval->beoordeling().verlengd();
             }))},
      {"BO-07/verwisseld", "Toekenning en afwijzing zijn verwisseld.", Changes(Verwissel)},
      {"BO-07/niet-bewaard", "Een besluit wordt aangenomen en niet bewaard.",
       Beoordelingen([](contract::Ziektegeval& geval, const World&) {
         geval.mutable_beoordeling()->set_uitkomst(contract::UITKOMST_UNSPECIFIED);
         geval.mutable_beoordeling()->clear_besloten_op();
       })},
  };
}

}  // namespace

Mutants BesluitMutants() {
  Mutants mutants = Verlengingen();
  for (Mutant& mutant : Beslissingen()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::uwv
