// Two runs of the benchmark beside each other.
#ifndef KETENPROEF_BENCH_COMPARE_H_
#define KETENPROEF_BENCH_COMPARE_H_

#include <string>

#include "bench/readings.h"

namespace ketenproef::bench {

struct Comparison {
  std::string text;  // a line for each key that both have
  bool has_worse = false;
};

// A metric is better or worse where the exact Mann-Whitney test gives less than 5 % for a difference as large
// as that between its rounds to come by chance, else noise. With three rounds or fewer on a side it is always
// noise.
Comparison Compare(const Readings& before, const Readings& after);

}  // namespace ketenproef::bench

#endif  // KETENPROEF_BENCH_COMPARE_H_
