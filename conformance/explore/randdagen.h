// Days and instants at which systems go wrong: clock changes, leap days, weekends and holidays, year ends,
// the edges of the holiday table, mergers of gemeenten, the changes of law; midnight and 06:00.
//
// Immutable: safe from any thread, each with its own Random.

#ifndef CONFORMANCE_EXPLORE_RANDDAGEN_H_
#define CONFORMANCE_EXPLORE_RANDDAGEN_H_

#include <string>
#include <vector>

#include "absl/time/time.h"
#include "conformance/calendar/dag.h"
#include "conformance/model/maatstaf.h"
#include "fixtures/population/random.h"

namespace ketenproef::conformance {

class Randdagen {
 public:
  explicit Randdagen(const Maatstaf& maatstaf);

  // A day of 2016 to 2031: often one of those above, or next to it.
  Dag Pick(Random& random) const;

  // A code of now, or one that is merged away in the months around the day.
  std::string PickGemeentecode(Random& random, Dag around) const;

 private:
  std::vector<Dag> dagen_;
  const Gemeenten* gemeenten_;
};

// An instant of that day, often next to midnight or to the exchange.
absl::Time PickTijdstip(Random& random, Dag dag);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_RANDDAGEN_H_
