#include "bench/readings.h"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "bench/metrics.h"
#include "bench/statistics.h"

namespace ketenproef::bench {
namespace {

using google::protobuf::Struct;
using google::protobuf::Value;

constexpr char kOrientation[] = "orientation";
constexpr char kMachine[] = "machine";
constexpr char kRounds[] = "rounds";

// Text within quotes; what machines say of themselves has no control characters.
std::string Quoted(absl::string_view text) {
  return absl::StrCat("\"", absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"\"", "\\\""}}), "\"");
}

std::string NumberJson(double value) {
  return absl::StrFormat("%.10g", value);
}

std::string RoundsJson(const std::vector<double>& rounds) {
  return absl::StrCat(
      "\"median\": ", NumberJson(Median(rounds)), ", \"spread\": ", NumberJson(InterquartileRange(rounds)),
      ", \"rounds\": [",
      absl::StrJoin(rounds, ", ", [](std::string* out, double round) { out->append(NumberJson(round)); }),
      "]");
}

absl::Status TakeRounds(const Struct& object, absl::string_view key, Readings* readings) {
  const auto found = object.fields().find(kRounds);
  if (found == object.fields().end() || !found->second.has_list_value()) {
    return absl::InvalidArgumentError(absl::StrCat(key, " has no rounds"));
  }
  for (const Value& round : found->second.list_value().values()) {
    if (round.kind_case() != Value::kNumberValue) {
      return absl::InvalidArgumentError(absl::StrCat(key, ": a round is no number"));
    }
    readings->Add(key, round.number_value());
  }
  return absl::OkStatus();
}

}  // namespace

std::string NumberText(double value) {
  if (std::abs(value) >= 1'000) return absl::StrFormat("%.0f", value);
  return absl::StrFormat("%.3g", value);
}

std::vector<double> Readings::RoundsOf(absl::string_view key) const {
  const auto found = rounds_.find(std::string(key));
  return found == rounds_.end() ? std::vector<double>() : found->second;
}

std::string Readings::ToTable() const {
  std::string table =
      absl::StrFormat("%-20s %12s %12s %12s %7s  %s\n", "key", "median", "spread", "target", "rounds", "");
  for (const Metric& metric : Metrics()) {
    const std::vector<double> rounds = RoundsOf(metric.key);
    if (rounds.empty()) continue;
    const double median = Median(rounds);
    absl::StrAppend(
        &table,
        absl::StrFormat("%-20s %12s %12s %12s %7d  %s  %s\n", metric.key, NumberText(median),
                        NumberText(InterquartileRange(rounds)),
                        absl::StrCat(metric.higher_is_better ? ">= " : "<= ", NumberText(metric.target)),
                        rounds.size(), metric.Meets(median) ? "met   " : "MISSED", metric.what));
  }
  absl::StrAppend(&table, "\nFor orientation:\n");
  for (const auto& [key, rounds] : rounds_) {
    if (FindMetric(key) != nullptr) continue;
    absl::StrAppend(&table, absl::StrFormat("%-36s %12s %12s\n", key, NumberText(Median(rounds)),
                                            NumberText(InterquartileRange(rounds))));
  }
  for (const auto& [name, value] : machine_) {
    absl::StrAppend(&table, absl::StrFormat("%-20s %s\n", name, value));
  }
  return table;
}

std::string Readings::ToJson() const {
  std::vector<std::string> metrics;
  for (const Metric& metric : Metrics()) {
    const std::vector<double> rounds = RoundsOf(metric.key);
    if (rounds.empty()) continue;
    const double median = Median(rounds);
    metrics.push_back(absl::StrCat("  ", Quoted(metric.key), ": {\"value\": ", NumberJson(median),
                                   ", \"target\": ", NumberJson(metric.target), ", \"met\": ",
                                   metric.Meets(median) ? "true" : "false", ", ", RoundsJson(rounds), "}"));
  }
  std::vector<std::string> orientation;
  for (const auto& [key, rounds] : rounds_) {
    if (FindMetric(key) == nullptr) {
      orientation.push_back(absl::StrCat("    ", Quoted(key), ": {", RoundsJson(rounds), "}"));
    }
  }
  std::vector<std::string> machine;
  for (const auto& [name, value] : machine_) {
    machine.push_back(absl::StrCat("    ", Quoted(name), ": ", Quoted(value)));
  }
  metrics.push_back(
      absl::StrCat("  ", Quoted(kOrientation), ": {\n", absl::StrJoin(orientation, ",\n"), "\n  }"));
  metrics.push_back(absl::StrCat("  ", Quoted(kMachine), ": {\n", absl::StrJoin(machine, ",\n"), "\n  }"));
  return absl::StrCat("{\n", absl::StrJoin(metrics, ",\n"), "\n}\n");
}

absl::StatusOr<Readings> Readings::FromJson(const std::string& text) {
  Struct file;
  if (const auto parsed = google::protobuf::util::JsonStringToMessage(text, &file); !parsed.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("no JSON: ", parsed.ToString()));
  }
  Readings readings;
  for (const Metric& metric : Metrics()) {
    const auto found = file.fields().find(std::string(metric.key));
    if (found == file.fields().end()) continue;
    if (absl::Status status = TakeRounds(found->second.struct_value(), metric.key, &readings); !status.ok()) {
      return status;
    }
  }
  if (readings.rounds_.empty()) return absl::InvalidArgumentError("holds none of the keys of the benchmark");
  return readings;
}

}  // namespace ketenproef::bench
