#include "bench/load/load_result.h"

#include <algorithm>

#include "absl/strings/str_format.h"

namespace ketenproef::load {
namespace {

constexpr double kPercent = 100;

double LateShare(const LoadReport& report) {
  return static_cast<double>(report.late) / static_cast<double>(std::max<std::int64_t>(report.answered, 1));
}

bool IsAbove(double share, double bound) {
  return bound < 1 && share > bound;
}

}  // namespace

std::vector<std::string> VerzadigingVan(const LoadResult& result, const Verzadiging& verzadiging) {
  std::vector<std::string> reasons;
  for (const Meting& meting : result.metingen) {
    if (IsAbove(meting.report.busy_share, verzadiging.max_busy_share)) {
      reasons.push_back(absl::StrFormat("%s: een draad van de generator rekende %.0f %% van de tijd",
                                        meting.naam, meting.report.busy_share * kPercent));
    }
    if (IsAbove(LateShare(meting.report), verzadiging.max_late_share)) {
      reasons.push_back(absl::StrFormat("%s: de generator verstuurde %.1f %% te laat", meting.naam,
                                        LateShare(meting.report) * kPercent));
    }
  }
  return reasons;
}

std::int64_t FailuresOf(const LoadResult& result) {
  std::int64_t failures = 0;
  for (const Meting& meting : result.metingen) failures += meting.report.failures;
  return failures;
}

Uitslag UitslagOf(const LoadResult& result, bool meets_requirements, const Verzadiging& verzadiging) {
  if (!result.afstemming.IsWell() || FailuresOf(result) > 0) return Uitslag::kGefaald;
  if (!VerzadigingVan(result, verzadiging).empty()) return Uitslag::kOngeldig;
  return meets_requirements ? Uitslag::kGoed : Uitslag::kGefaald;
}

}  // namespace ketenproef::load
