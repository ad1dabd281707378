// Choices by chance that are the same on every machine, over the random numbers of fixtures/population.

#ifndef CONFORMANCE_EXPLORE_KANS_H_
#define CONFORMANCE_EXPLORE_KANS_H_

#include <cstddef>
#include <initializer_list>
#include <vector>

#include "fixtures/population/random.h"

namespace ketenproef::conformance {

// One of them, each as likely; what should come more often is named more often.
template <typename Value>
Value PickOf(Random& random, std::initializer_list<Value> values) {
  return values.begin()[random.Below(static_cast<int>(values.size()))];
}

// `values` must not be empty.
template <typename Value>
const Value& PickFrom(Random& random, const std::vector<Value>& values) {
  return values[static_cast<size_t>(random.Below(static_cast<int>(values.size())))];
}

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_KANS_H_
