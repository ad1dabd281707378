// What can be said about a few rounds of one measurement. Pure functions.
#ifndef KETENPROEF_BENCH_STATISTICS_H_
#define KETENPROEF_BENCH_STATISTICS_H_

#include <vector>

namespace ketenproef::bench {

// Of at least one value.
double Median(std::vector<double> values);

// From the first to the third quartile, between values where need be; of at least one value.
double InterquartileRange(std::vector<double> values);

// The chance that two samples of one and the same distribution differ in rank at least as much as these do
// (two-sided Mann-Whitney test, exact: over all ways to deal the values, equal ones with the mean of their
// ranks). 1 where one is empty.
double MannWhitneyChance(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace ketenproef::bench

#endif  // KETENPROEF_BENCH_STATISTICS_H_
