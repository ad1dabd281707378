// Random playbooks biased to the edges of the rules: a few workers, a few lines, and some of it wrong. The
// same seed, number and profile give the same playbook on every machine; playbook 7 of a seed does not depend
// on the six before it.
//
// Immutable: safe from any thread.
//
//   const Generator generator(*FindMaatstaf("wet"));
//   const Proef proef = generator.Make(seed, 7);

#ifndef CONFORMANCE_EXPLORE_GENERATOR_H_
#define CONFORMANCE_EXPLORE_GENERATOR_H_

#include <cstdint>

#include "conformance/explore/proef.h"
#include "conformance/explore/randdagen.h"
#include "conformance/model/maatstaf.h"

namespace ketenproef::conformance {

class Generator {
 public:
  // What lies at an edge is told by the measure: a profile that shifts terms has other last days.
  explicit Generator(const Maatstaf& maatstaf) : maatstaf_(maatstaf), randdagen_(maatstaf) {}

  // At most 25 lines.
  Proef Make(uint64_t seed, uint64_t nummer) const;

 private:
  Dag PickUntil(Random& random, const Draaiboek& draaiboek) const;

  Maatstaf maatstaf_;
  Randdagen randdagen_;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_GENERATOR_H_
