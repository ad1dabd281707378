#include "bench/compare.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "bench/metrics.h"
#include "bench/statistics.h"

namespace ketenproef::bench {
namespace {

constexpr double kMaxChance = 0.05;

}  // namespace

Comparison Compare(const Readings& before, const Readings& after) {
  Comparison comparison;
  comparison.text = absl::StrFormat("%-20s %12s %12s %8s  %s\n", "key", "before", "after", "change",
                                    "verdict (Mann-Whitney, exact, two-sided)");
  for (const Metric& metric : Metrics()) {
    const std::vector<double> old_rounds = before.RoundsOf(metric.key);
    const std::vector<double> new_rounds = after.RoundsOf(metric.key);
    if (old_rounds.empty() || new_rounds.empty()) {
      if (old_rounds.empty() != new_rounds.empty()) {
        absl::StrAppend(&comparison.text, absl::StrFormat("%-20s only in the %s run\n", metric.key,
                                                          old_rounds.empty() ? "second" : "first"));
      }
      continue;
    }
    const double old_median = Median(old_rounds);
    const double new_median = Median(new_rounds);
    const double chance = MannWhitneyChance(old_rounds, new_rounds);
    std::string verdict = "noise";
    if (chance < kMaxChance) {
      const bool is_better = (new_median > old_median) == metric.higher_is_better;
      comparison.has_worse = comparison.has_worse || !is_better;
      verdict = is_better ? "better" : "worse";
    }
    absl::StrAppend(
        &comparison.text,
        absl::StrFormat("%-20s %12s %12s %+7.1f%%  %s (%.1f %% sure that they differ; rounds %d and %d)\n",
                        metric.key, NumberText(old_median), NumberText(new_median),
                        old_median == 0 ? 0 : (new_median / old_median - 1) * 100, verdict,
                        (1 - chance) * 100, old_rounds.size(), new_rounds.size()));
  }
  return comparison;
}

}  // namespace ketenproef::bench
