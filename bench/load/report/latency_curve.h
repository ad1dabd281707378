// The curves of latency of a run as one drawing: along the bottom the share of what was answered, finer
// towards its slowest part (90 %, 99 %, 99.9 % at equal distances), upwards how long that took, in powers of
// ten.
//
// Pure functions. Coordinates are those of an SVG of kWidth by kHeight.
#ifndef KETENPROEF_BENCH_LOAD_REPORT_LATENCY_CURVE_H_
#define KETENPROEF_BENCH_LOAD_REPORT_LATENCY_CURVE_H_

#include <string>
#include <vector>

#include "bench/load/load_result.h"

namespace ketenproef::load {

struct Tick {
  double place = 0;  // x of a percentile, y of a duration
  std::string text;
};

struct Curve {
  std::string naam;
  std::string points;  // as of an SVG polyline: "x,y x,y"
};

struct LatencyDrawing {
  static constexpr double kWidth = 720;
  static constexpr double kHeight = 340;
  // Of the field in which the curves are.
  static constexpr double kLeft = 64;
  static constexpr double kTop = 12;
  static constexpr double kRight = kWidth - 16;
  static constexpr double kBottom = kHeight - 28;

  std::vector<Tick> percentielen;
  std::vector<Tick> duren;
  std::vector<Curve>
      curves;  // in the order of the measurements; those of which nothing was measured left out
};

LatencyDrawing DrawLatency(const std::vector<Meting>& metingen);

}  // namespace ketenproef::load

#endif  // KETENPROEF_BENCH_LOAD_REPORT_LATENCY_CURVE_H_
