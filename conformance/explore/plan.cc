#include "conformance/explore/plan.h"

#include <algorithm>
#include <utility>

#include "conformance/explore/kans.h"

namespace ketenproef::conformance {
namespace {

class Planner {
 public:
  Planner(Random& random, const Maatstaf& maatstaf) : random_(random), maatstaf_(maatstaf) {}

  Plan Make(Dag anker) {
    PlanGevallen(anker);
    PlanEinde();
    PlanBesluiten();
    PlanNews();
    const GevalPlan& first = plan_.gevallen.front();
    plan_.begin = std::min(first.ao, first.ontvangen_op) - Dagen(Pick({1, 1, 7, 60}));
    return std::move(plan_);
  }

 private:
  int Pick(std::initializer_list<int> values) { return PickOf(random_, values); }

  // The last day of a term, where there is one.
  Dag UitersteDag(Dag einde) const { return maatstaf_.UitersteDag(einde).value_or(einde); }
  Dag UiterstZiek(Dag ao) const { return UitersteDag(ao + Dagen(maatstaf_.ziekmelding_termijn_dagen)); }
  Dag UiterstHerstel(Dag h) const { return UitersteDag(h + Dagen(maatstaf_.herstelmelding_termijn_dagen)); }
  Dag UiterstBesluit(Dag ontvangen_op, bool verlengd) const {
    const int dagen = maatstaf_.beoordeling_termijn_dagen;
    return UitersteDag(ontvangen_op +
                       Dagen(verlengd ? dagen + maatstaf_.beoordeling_verlenging_dagen : dagen));
  }

  void PlanGevallen(Dag anker) {
    Dag ao = anker - Dagen(Pick({0, 1, 2, 14, 41, 42, 42, 43, 70, 84}));
    const int count = Pick({1, 1, 1, 2, 2, 3});
    for (int i = 1; i <= count; ++i) {
      GevalPlan geval;
      geval.ao = ao;
      geval.ontvangen_op = PickOf(random_, {ao + Dagen(Pick({0, 1, 5})), std::max(ao, Beside(random_, anker)),
                                            UiterstZiek(ao) + Dagen(Pick({-1, 0, 1, 6, 7, 27, 28}))});
      if (i > 1 && random_.Chance(0.9)) {
        geval.ontvangen_op = std::max(geval.ontvangen_op, plan_.gevallen.back().herstel_ontvangen_op);
      }
      if (i < count || random_.Chance(0.6)) PlanHerstel(geval);
      plan_.gevallen.push_back(geval);
      if (geval.hersteld_per) ao = *geval.hersteld_per + Dagen(Pick({-1, 0, 1, 27, 27, 28, 28, 29}));
    }
  }

  void PlanHerstel(GevalPlan& geval) {
    const Dag h = geval.ao + Dagen(Pick({1, 2, 3, 10, 42, 60}));
    geval.hersteld_per = h;
    geval.herstel_ontvangen_op = PickOf(random_, {h, UiterstHerstel(h) + Dagen(Pick({-1, 0, 0, 1, 6, 7})),
                                                  geval.ontvangen_op + Dagen(Pick({0, 1}))});
    geval.herstel_ontvangen_op = std::max({geval.herstel_ontvangen_op, geval.ontvangen_op, h});
    if (!random_.Chance(0.25)) return;
    geval.is_een_bericht = true;
    geval.ontvangen_op = std::max(geval.ontvangen_op, h);
    geval.herstel_ontvangen_op = geval.ontvangen_op;
  }

  // E beside the AO or H of the last case, or at the end of its six weeks.
  void PlanEinde() {
    if (random_.Chance(0.15)) return;
    GevalPlan& last = plan_.gevallen.back();
    Dag einde = last.hersteld_per && random_.Chance(0.6)
                    ? *last.hersteld_per + Dagen(Pick({-2, -1, -1, 0, 1, 5}))
                    : last.ao + Dagen(Pick({0, 0, 1, 10, 40, 41, 42}));
    if (random_.Chance(0.5)) {
      if (random_.Chance(0.1)) einde = last.ao - Dagen(1);  // REG-04: accepted, and never a signal
      plan_.einde_bekend_op = PickOf(random_, {last.ontvangen_op, Beside(random_, einde), einde + Dagen(1),
                                               last.ontvangen_op + Dagen(3)});
    }
    plan_.einde = einde;
    // ZM-05 and BOE-02: received beside E, and beside the working day after it.
    if (plan_.einde_bekend_op || last.ao > einde || random_.Chance(0.5)) return;
    const Dag werkdag = maatstaf_.feestdagen->Werkdag(einde + Dagen(1)).value_or(einde);
    last.ontvangen_op =
        std::max(last.ao, PickOf(random_, {Beside(random_, einde), Beside(random_, werkdag)}));
  }

  void PlanBesluiten() {
    for (GevalPlan& geval : plan_.gevallen) {
      if (!random_.Chance(&geval == &plan_.gevallen.back() ? 0.9 : 0.3)) continue;
      bool verlengd = false;
      if (random_.Chance(0.2)) {
        geval.verlengd_op = UiterstBesluit(geval.ontvangen_op, false) + Dagen(Pick({-20, -1, 0, 0, 1}));
        verlengd = random_.Chance(0.7);
      }
      geval.besloten_op = verlengd || random_.Chance(0.3)
                              ? Beside(random_, UiterstBesluit(geval.ontvangen_op, verlengd))
                              : geval.ontvangen_op + Dagen(Pick({0, 1, 10}));
    }
  }

  // What is heard beside or after the first signal: a late herstelmelding (SIG-06), an intrekking (SIG-07).
  void PlanNews() {
    GevalPlan& last = plan_.gevallen.back();
    plan_.signaal_op =
        std::max(plan_.einde.value_or(last.ontvangen_op), last.besloten_op.value_or(last.ontvangen_op)) +
        Dagen(1);
    if (last.hersteld_per && !last.is_een_bericht && random_.Chance(0.5)) {
      last.herstel_ontvangen_op =
          std::max(last.herstel_ontvangen_op, plan_.signaal_op + Dagen(Pick({-1, 0, 1, 5})));
    }
    for (GevalPlan& geval : plan_.gevallen) {
      if (!random_.Chance(0.15)) continue;
      const Dag dag = PickOf(random_, {geval.ontvangen_op, geval.ontvangen_op + Dagen(1), plan_.signaal_op,
                                       plan_.signaal_op + Dagen(1), plan_.signaal_op + Dagen(6)});
      geval.ingetrokken_op = std::max(dag, geval.ontvangen_op);
    }
  }

  Random& random_;
  const Maatstaf& maatstaf_;
  Plan plan_;
};

}  // namespace

Plan MakePlan(Random& random, const Maatstaf& maatstaf, Dag anker) {
  return Planner(random, maatstaf).Make(anker);
}

Dag Beside(Random& random, Dag dag) {
  return dag + Dagen(PickOf(random, {-1, 0, 0, 1}));
}

}  // namespace ketenproef::conformance
