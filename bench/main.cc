// ketenproef_bench: measures the product against the floor, compares two runs, or runs the micro benchmarks.
// The launcher's `bench`. Exit codes: 0 all well, 1 something could not be measured or is worse, 64 usage.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/compare.h"
#include "bench/machine.h"
#include "bench/measurements.h"
#include "bench/metrics.h"
#include "bench/readings.h"
#include "bench/settings.h"

namespace ketenproef::bench {
namespace {

constexpr int kExitOk = 0;
constexpr int kExitFailed = 1;
constexpr int kExitUsage = 64;
constexpr int kExitInternal = 70;

struct Measurement {
  std::vector<std::string> keys;  // empty: for orientation, where nothing was chosen
  absl::Status (*measure)(const Settings&, Readings*);
};

// Quick ones first; scale_10x divides by year_s.
std::vector<Measurement> Measurements() {
  return {{{"ready_ms"}, MeasureReady},
          {{"unary_vs_floor"}, MeasureUnary},
          {{"load_vs_h2load"}, MeasureH2load},
          {{"ingest_vs_floor"}, MeasureIngest},
          {{}, MeasureDisk},
          {{"replay_events_per_s"}, MeasureReplay},
          {{"bytes_per_case", "idle_exchange_us"}, MeasureToestand},
          {{"year_s", "scale_10x"}, MeasureYear},
          {{"scale_10x"}, MeasureScale}};
}

struct Flags {
  bool quick = false;
  std::vector<std::string> only;
  std::string json;
  Settings settings;
  std::string before;
  std::string after;
};

bool IsWanted(const Measurement& measurement, const Flags& flags) {
  if (flags.only.empty()) return true;
  return std::any_of(measurement.keys.begin(), measurement.keys.end(), [&](const std::string& key) {
    return std::find(flags.only.begin(), flags.only.end(), key) != flags.only.end();
  });
}

// Where this binary, and the others of its build, are.
void FindPrograms(Settings* settings) {
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe");
  const std::filesystem::path build = self.parent_path().parent_path();
  settings->self = self.string();
  settings->product = (build / "client/cli/ketenproef").string();
  settings->floor = (build / "bench/floor/ketenproef_floor").string();
  // A folder of our own in the one that was given: it is removed at the end.
  const std::filesystem::path parent =
      settings->directory.empty() ? build : std::filesystem::path(settings->directory);
  settings->directory = (parent / "ketenproef-bench").string();
}

bool WriteText(const std::string& text, const std::string& path) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) std::fprintf(stderr, "ketenproef_bench: %s cannot be written\n", path.c_str());
  return static_cast<bool>(file);
}

int RunMeasurements(Flags& flags) {
  Readings readings;
  readings.SetMachine(DescribeMachine());
  bool all_measured = true;
  for (const Measurement& measurement : Measurements()) {
    if (!IsWanted(measurement, flags)) continue;
    const absl::Status status = measurement.measure(flags.settings, &readings);
    if (status.ok()) continue;
    all_measured = false;
    std::fprintf(stderr, "ketenproef_bench: %s: %s\n",
                 measurement.keys.empty() ? "disk" : measurement.keys.front().c_str(),
                 std::string(status.message()).c_str());
  }
  std::error_code error;  // what cannot be removed is no measurement that failed
  std::filesystem::remove_all(flags.settings.directory, error);
  std::printf("%s", readings.ToTable().c_str());
  if (!flags.json.empty()) all_measured = WriteText(readings.ToJson(), flags.json) && all_measured;
  return all_measured ? kExitOk : kExitFailed;
}

absl::StatusOr<Readings> ReadReadings(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return absl::NotFoundError("cannot be read");
  return Readings::FromJson(std::string(std::istreambuf_iterator<char>(file), {}));
}

int RunCompare(const Flags& flags) {
  const auto before = ReadReadings(flags.before);
  const auto after = ReadReadings(flags.after);
  for (const auto& [path, readings] : {std::pair(flags.before, &before), std::pair(flags.after, &after)}) {
    if (readings->ok()) continue;
    std::fprintf(stderr, "ketenproef_bench: %s: %s\n", path.c_str(),
                 std::string(readings->status().message()).c_str());
    return kExitUsage;
  }
  const Comparison comparison = Compare(*before, *after);
  std::printf("%s", comparison.text.c_str());
  return comparison.has_worse ? kExitFailed : kExitOk;
}

int RunToestand(const Flags& flags) {
  const absl::Status status = PrintToestand(flags.settings);
  if (status.ok()) return kExitOk;
  std::fprintf(stderr, "ketenproef_bench: %s\n", std::string(status.message()).c_str());
  return kExitFailed;
}

void AddSizes(CLI::App& app, Settings* settings) {
  app.add_option("--rounds", settings->rounds, "Rounds of everything but scale_10x")
      ->check(CLI::PositiveNumber);
  app.add_option("--ingest-records", settings->ingest_records, "Ziekmeldingen a round of ingest_vs_floor");
  app.add_option("--unary-calls", settings->unary_calls,
                 "Calls a round of unary_vs_floor and load_vs_h2load");
  app.add_option("--replay-events", settings->replay_events, "Events in the journal of replay_events_per_s");
  app.add_option("--cases", settings->cases, "Open cases of bytes_per_case and idle_exchange_us");
  app.add_option("--idle-exchanges", settings->idle_exchanges, "Exchanges a round of idle_exchange_us");
  app.add_option("--year-persons", settings->year_persons, "Persons of year_s");
  app.add_option("--scale", settings->scale, "How many times those persons scale_10x has");
  app.add_option("--scale-rounds", settings->scale_rounds, "Rounds of scale_10x");
  app.add_option("--connections", settings->connections, "TCP connections of single calls");
  app.add_option("--in-flight", settings->in_flight, "Single calls in flight, over all connections");
  app.add_option("--streams", settings->streams, "Streams of batches");
  app.add_option("--threads", settings->threads, "Threads of the generator");
  app.add_option("--directory", settings->directory,
                 "Where a folder for journals is made: the disk that is measured");
}

int Main(int argc, char** argv) {
  CLI::App app("Measures Ketenproef against the bare limits of this machine, in turns");
  Flags flags;
  // The sizes of --quick are defaults too, which other flags override.
  if (std::find(argv, argv + argc, std::string("--quick")) != argv + argc) flags.settings = QuickSettings();
  app.add_flag("--quick", flags.quick, "Small sizes: tries the benchmark itself, its figures say nothing");
  app.add_option("--only", flags.only, "Keys to measure")->check([](const std::string& key) {
    return FindMetric(key) == nullptr ? absl::StrCat(key, " is no key; see the table") : std::string();
  });
  app.add_option("--json", flags.json, "File for the figures as JSON");
  AddSizes(app, &flags.settings);
  CLI::App* compare =
      app.add_subcommand("compare", "Two --json files: better, worse or noise; 1 where one is worse");
  compare->add_option("BEFORE", flags.before)->required();
  compare->add_option("AFTER", flags.after)->required();
  CLI::App* micro = app.add_subcommand("micro", "The hot functions; options as of Google Benchmark");
  micro->prefix_command();
  CLI::App* toestand =
      app.add_subcommand("toestand", "One round of bytes_per_case in this process")->group("");
  AddSizes(*toestand, &flags.settings);
  app.require_subcommand(0, 1);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitOk : kExitUsage;
  }
  FindPrograms(&flags.settings);
  if (compare->parsed()) return RunCompare(flags);
  if (toestand->parsed()) return RunToestand(flags);
  if (micro->parsed()) {
    std::vector<std::string> words = micro->remaining();
    words.insert(
        words.begin(),
        std::filesystem::path(flags.settings.self).replace_filename("micro/ketenproef_micro").string());
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    execv(pointers[0], pointers.data());
    std::fprintf(stderr, "ketenproef_bench: cannot run %s\n", words[0].c_str());
    return kExitFailed;
  }
  return RunMeasurements(flags);
}

}  // namespace
}  // namespace ketenproef::bench

int main(int argc, char** argv) {
  try {
    return ketenproef::bench::Main(argc, argv);
  } catch (const std::exception& fault) {
    // Nothing of ours throws; what a library throws (a folder that cannot be made, for instance) ends here.
    std::fprintf(stderr, "ketenproef_bench: %s\n", fault.what());
    return ketenproef::bench::kExitInternal;
  }
}
