#include "conformance/explore/randdagen.h"

#include <optional>

#include "absl/strings/string_view.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/explore/kans.h"

namespace ketenproef::conformance {
namespace {

constexpr int kFirstJaar = 2017;
constexpr int kLastJaar = 2030;

// The last Sunday of a month of 31 days: when clocks change.
Dag LastSundayOf(int jaar, int maand) {
  Dag dag = *DagOf(jaar, maand, 31);
  while (std::chrono::weekday(dag) != std::chrono::Sunday) dag -= Dagen(1);
  return dag;
}

}  // namespace

Randdagen::Randdagen(const Maatstaf& maatstaf) : gemeenten_(maatstaf.gemeenten) {
  for (int jaar = kFirstJaar; jaar <= kLastJaar; ++jaar) {
    dagen_.insert(dagen_.end(), {LastSundayOf(jaar, 3), LastSundayOf(jaar, 10), *DagOf(jaar, 12, 31),
                                 *DagOf(jaar, 1, 1), *DagOf(jaar, 2, 28), *DagOf(jaar, 3, 1)});
    if (const std::optional<Dag> leap_day = DagOf(jaar, 2, 29)) dagen_.push_back(*leap_day);
  }
  for (Dag dag = *DagOf(kFirstJaar, 1, 1); dag <= *DagOf(kLastJaar, 12, 31); dag += Dagen(1)) {
    if (maatstaf.feestdagen->Contains(dag)) dagen_.push_back(dag);
  }
  for (const auto& [code, herindeling] : gemeenten_->herindelingen()) {
    if (JaarOf(herindeling.datum) >= kFirstJaar) dagen_.push_back(herindeling.datum);
  }
  // The first exchange (SIG-08), the end of forwarding (DL-02), the ends of the holiday table (KAL-03): once
  // a week in such a long time would be too seldom.
  for (int i = 0; i < 20; ++i) {
    dagen_.insert(dagen_.end(), {*DagOf(2016, 12, 31), *DagOf(2022, 1, 1), *DagOf(2030, 12, 31)});
  }
}

Dag Randdagen::Pick(Random& random) const {
  if (random.Chance(0.3)) return *DagOf(kFirstJaar, 1, 1) + Dagen(random.Below(14 * 365));
  return PickFrom(random, dagen_) + Dagen(PickOf(random, {-1, 0, 0, 1}));
}

std::string Randdagen::PickGemeentecode(Random& random, Dag around) const {
  std::vector<std::string> codes;
  for (const auto& [code, herindeling] : gemeenten_->herindelingen()) {
    const Dag datum = herindeling.datum;
    if (around - Dagen(100) <= datum && datum <= around + Dagen(150)) codes.push_back(code);
  }
  if (!codes.empty() && random.Chance(0.5)) return PickFrom(random, codes);
  return PickOf<const char*>(random, {"0363", "0014", "0344", "0599", "0457", "0265"});
}

absl::Time PickTijdstip(Random& random, Dag dag) {
  const absl::string_view kloktijd = PickOf<const char*>(
      random, {"09:00", "09:00", "13:37", "00:00", "00:00:00.000000001", "05:59:59", "05:59:59.999999999",
               "06:00", "06:00", "06:00:00.000000001", "02:30", "23:59:59", "23:59:59.999999999"});
  // Where clocks jump over 02:30 the day begins.
  return TijdstipOp(dag, kloktijd).value_or(BeginVan(dag));
}

}  // namespace ketenproef::conformance
