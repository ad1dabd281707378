#include "bench/statistics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace ketenproef::bench {
namespace {

// The value below which `share` of the sorted values lies, in between two where need be.
double Quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

// Twice the rank of every value among all, so that the mean of two ranks is whole.
std::vector<std::size_t> TwiceTheRanks(const std::vector<double>& values) {
  std::vector<double> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::size_t> ranks;
  for (const double value : values) {
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), value);
    ranks.push_back(static_cast<std::size_t>((first - sorted.begin()) + (last - sorted.begin()) + 1));
  }
  return ranks;
}

}  // namespace

double Median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return Quantile(values, 0.5);
}

double InterquartileRange(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return Quantile(values, 0.75) - Quantile(values, 0.25);
}

double MannWhitneyChance(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.empty() || b.empty()) return 1;
  std::vector<double> all = a;
  all.insert(all.end(), b.begin(), b.end());
  const std::vector<std::size_t> ranks = TwiceTheRanks(all);
  const std::size_t total = std::accumulate(ranks.begin(), ranks.end(), std::size_t{0});
  const std::size_t seen =
      std::accumulate(ranks.begin(), ranks.begin() + static_cast<std::ptrdiff_t>(a.size()), std::size_t{0});
  // ways[n][sum]: in how many ways n of the values have ranks with this sum.
  std::vector<std::vector<double>> ways(a.size() + 1, std::vector<double>(total + 1, 0));
  ways[0][0] = 1;
  for (const std::size_t rank : ranks) {
    for (std::size_t n = a.size(); n > 0; --n) {
      for (std::size_t sum = total; sum >= rank; --sum) ways[n][sum] += ways[n - 1][sum - rank];
    }
  }
  const double expected =
      static_cast<double>(total) * static_cast<double>(a.size()) / static_cast<double>(all.size());
  const double distance = std::abs(static_cast<double>(seen) - expected);
  double as_far = 0;
  double every = 0;
  for (std::size_t sum = 0; sum <= total; ++sum) {
    every += ways[a.size()][sum];
    if (std::abs(static_cast<double>(sum) - expected) >= distance - 1e-9) as_far += ways[a.size()][sum];
  }
  return as_far / every;
}

}  // namespace ketenproef::bench
