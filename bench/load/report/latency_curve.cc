#include "bench/load/report/latency_curve.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "bench/load/live_figures.h"

namespace ketenproef::load {
namespace {

// 90 %, 99 %, and so on: one decade each. Further than the last nothing can be told apart.
constexpr double kMostDecades = 6;

struct Scale {
  double decades = 2;  // of the share that is slower still
  double lowest = 3;   // powers of ten of nanoseconds
  double highest = 9;
};

double XOf(double share_slower, const Scale& scale) {
  const double decade = std::min(-std::log10(std::max(share_slower, 1e-9)), scale.decades);
  return LatencyDrawing::kLeft + (LatencyDrawing::kRight - LatencyDrawing::kLeft) * decade / scale.decades;
}

double YOf(double nanos, const Scale& scale) {
  const double power = std::clamp(std::log10(std::max(nanos, 1.0)), scale.lowest, scale.highest);
  return LatencyDrawing::kBottom - (LatencyDrawing::kBottom - LatencyDrawing::kTop) * (power - scale.lowest) /
                                       (scale.highest - scale.lowest);
}

Scale ScaleOf(const std::vector<Meting>& metingen) {
  double fastest = std::numeric_limits<double>::max();
  double slowest = 1;
  std::int64_t most = 1;
  for (const Meting& meting : metingen) {
    const Histogram& latency = meting.report.latency;
    if (latency.count() == 0) continue;
    fastest = std::min(fastest, static_cast<double>(std::max<std::int64_t>(latency.min(), 1)));
    slowest = std::max(slowest, static_cast<double>(latency.max()));
    most = std::max(most, latency.count());
  }
  Scale scale;
  if (slowest < fastest) return scale;
  scale.decades = std::clamp(std::ceil(std::log10(static_cast<double>(most))), 1.0, kMostDecades);
  scale.lowest = std::floor(std::log10(fastest));
  scale.highest = std::max(std::ceil(std::log10(slowest)), scale.lowest + 1);
  return scale;
}

Curve CurveOf(const Meting& meting, const Scale& scale) {
  Curve curve{meting.naam, ""};
  const Histogram& latency = meting.report.latency;
  const auto total = static_cast<double>(latency.count());
  std::int64_t before = 0;
  latency.ForEachBucket([&](std::int64_t highest, std::int64_t count) {
    const double nanos = static_cast<double>(std::min(highest, latency.max()));
    const double y = YOf(nanos, scale);
    // A step: everything in the bucket took that long.
    for (const std::int64_t faster : {before, before + count}) {
      // The last one is where the curve ends: of what would be slower still nothing is known.
      const double slower = (total - std::min(static_cast<double>(faster), total - 1)) / total;
      absl::StrAppendFormat(&curve.points, "%s%.1f,%.1f", curve.points.empty() ? "" : " ", XOf(slower, scale),
                            y);
    }
    before += count;
  });
  return curve;
}

}  // namespace

LatencyDrawing DrawLatency(const std::vector<Meting>& metingen) {
  const Scale scale = ScaleOf(metingen);
  LatencyDrawing drawing;
  drawing.percentielen.push_back({XOf(1, scale), "0 %"});
  for (int decade = 1; decade <= static_cast<int>(scale.decades); ++decade) {
    const double share = std::pow(10, -decade);
    const int digits = std::max(decade - 2, 0);
    drawing.percentielen.push_back(
        {XOf(share, scale), absl::StrFormat("%.*f %%", digits, 100 - 100 * share)});
  }
  for (int power = static_cast<int>(scale.lowest); power <= static_cast<int>(scale.highest); ++power) {
    const double nanos = std::pow(10, power);
    drawing.duren.push_back({YOf(nanos, scale), DurationText(static_cast<std::int64_t>(nanos))});
  }
  for (const Meting& meting : metingen) {
    if (meting.report.latency.count() > 0) drawing.curves.push_back(CurveOf(meting, scale));
  }
  return drawing;
}

}  // namespace ketenproef::load
