// What was measured: the rounds of every metric, and absolute figures for orientation beside them. As a table
// for people, and as JSON that `compare` reads again:
//
//   {"ingest_vs_floor": {"value": 0.41, "target": 0.35, "met": true, "median": 0.41, "spread": 0.01,
//                        "rounds": [0.40, 0.41, 0.42]}, ...,
//    "orientation": {"ingest_per_s": {"median": 280000, "spread": 9000, "rounds": [...]}, ...},
//    "machine": {"cores": "2", ...}}
//
// `value` is the median. Not thread-safe.
#ifndef KETENPROEF_BENCH_READINGS_H_
#define KETENPROEF_BENCH_READINGS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/container/btree_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace ketenproef::bench {

class Readings {
 public:
  // One round of a metric, or of another figure.
  void Add(absl::string_view key, double value) { rounds_[std::string(key)].push_back(value); }
  void SetMachine(std::vector<std::pair<std::string, std::string>> machine) { machine_ = std::move(machine); }

  // Empty where there are none.
  std::vector<double> RoundsOf(absl::string_view key) const;

  std::string ToTable() const;
  std::string ToJson() const;
  // INVALID_ARGUMENT where it is no such text.
  static absl::StatusOr<Readings> FromJson(const std::string& text);

 private:
  absl::btree_map<std::string, std::vector<double>> rounds_;
  std::vector<std::pair<std::string, std::string>> machine_;
};

// A number with as many digits as say something.
std::string NumberText(double value);

}  // namespace ketenproef::bench

#endif  // KETENPROEF_BENCH_READINGS_H_
