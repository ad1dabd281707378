#include "conformance/explore/generator.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "conformance/calendar/tijdstip.h"
#include "conformance/explore/kans.h"
#include "conformance/explore/ruis.h"
#include "conformance/explore/verloop.h"

namespace ketenproef::conformance {
namespace {

constexpr size_t kMaxRegels = 25;

// BSNs of the testreeks that are nobody's. Two of them work for one employer.
const std::array<Werknemer, 3>& Werknemers() {
  static const auto* const kWerknemers = new std::array<Werknemer, 3>{
      {{1, "999990007", "100000000L01"}, {2, "999990019", "200000000L01"}, {3, "999990020", "100000000L01"}}};
  return *kWerknemers;
}

void SortByTijdstip(Draaiboek& draaiboek) {
  std::stable_sort(draaiboek.begin(), draaiboek.end(),
                   [](const Draaiboekregel& a, const Draaiboekregel& b) { return a.tijdstip < b.tijdstip; });
}

}  // namespace

// The end of the last line's day or a little later, or beside the day on which a term of UWV lapses.
Dag Generator::PickUntil(Random& random, const Draaiboek& draaiboek) const {
  const Dag last = DagVan(draaiboek.back().tijdstip);
  Dag until = last + Dagen(PickOf(random, {0, 1, 1, 2, 5, 40}));
  if (random.Chance(0.6)) return until;
  for (const Draaiboekregel& regel : draaiboek) {
    if (regel.soort != Soort::kZiek && regel.soort != Soort::kZiekEnHerstel) continue;
    const Dag termijn = DagVan(regel.tijdstip) + Dagen(maatstaf_.beoordeling_termijn_dagen);
    const Dag lapse = maatstaf_.UitersteDag(termijn).value_or(termijn) + Dagen(PickOf(random, {0, 1}));
    until = std::max(until, lapse);
  }
  return until;
}

Proef Generator::Make(uint64_t seed, uint64_t nummer) const {
  Random random(seed, nummer);
  Proef proef;
  const int persons = PickOf(random, {1, 1, 1, 2, 2, 3});
  const Dag anker = randdagen_.Pick(random);
  for (int i = 0; i < persons; ++i) {
    const Plan plan = MakePlan(random, maatstaf_, anker + Dagen(random.Below(4)));
    const Draaiboek verloop = MakeVerloop(random, randdagen_, Werknemers()[static_cast<size_t>(i)], plan);
    proef.draaiboek.insert(proef.draaiboek.end(), verloop.begin(), verloop.end());
  }
  SortByTijdstip(proef.draaiboek);
  for (int i = PickOf(random, {0, 0, 1, 1, 2, 4}); i > 0; --i) AddRuis(random, proef.draaiboek);
  if (proef.draaiboek.size() > kMaxRegels) proef.draaiboek.resize(kMaxRegels);
  NumberRegels(proef.draaiboek);
  proef.until = PickUntil(random, proef.draaiboek);
  return proef;
}

}  // namespace ketenproef::conformance
