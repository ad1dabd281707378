// `ketenproef load`: load on a system that speaks the contract, measured and reconciled.
#include <unistd.h>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/load/load_run.h"
#include "bench/load/report/eisen.h"
#include "bench/load/report/verslag.h"
#include "client/cli/bsn_mask.h"
#include "client/cli/command.h"
#include "client/cli/complaint.h"
#include "client/cli/exit_code.h"
#include "client/cli/load_progress.h"
#include "client/cli/load_system.h"
#include "client/cli/system_flags.h"

namespace ketenproef {
namespace {

using load::Modus;
using load::Uitslag;

constexpr int kExitLoadFailed = 1;
constexpr int kExitLoadInvalid = 2;
constexpr int kMaxWerknemers = 5'000'000;
constexpr int kNotSaid = -1;
// Of what there is to send, where nothing else was said.
constexpr std::int64_t kWarmUpOneIn = 20;

struct LoadFlags {
  SystemFlags system;
  std::string data;
  std::string mode = "stroom";
  int werknemers = kNotSaid;
  std::int64_t warm_up = kNotSaid;
  load::LoadOptions options;
  std::string require;
  double max_busy_percent = load::LoadReport::kMaxBusyShare * 100;
  double max_late_percent = load::LoadReport::kMaxLateShare * 100;
  std::string json;
  std::string html;
  bool is_quiet = false;
};

struct ModusFlag {
  Modus modus;
  int werknemers;  // where nothing else was said
  std::vector<std::string> metingen;
};
const std::map<std::string, ModusFlag>& Modi() {
  static const auto* const kModi = new std::map<std::string, ModusFlag>{
      {"enkel", {Modus::kEnkel, 20'000, {"melding"}}},
      {"stroom", {Modus::kStroom, 200'000, {"batch"}}},
      {"jaar", {Modus::kJaar, 10'000, {"dag", "batch", "uitwisseling", "ophalen"}}},
      {"ophalen", {Modus::kOphalen, 20'000, {"ophalen"}}}};
  return *kModi;
}

int ComplainOfLoad(int exit_code, const std::string& text) {
  return Complain(exit_code, WithoutBsn(text));
}

// What the rate and the warm-up count.
std::int64_t UnitsOf(const load::LoadOptions& options) {
  switch (options.modus) {
    case Modus::kJaar:
      return options.dagen;
    case Modus::kOphalen:
      return options.rondes;
    case Modus::kEnkel:
    case Modus::kStroom:
      break;
  }
  return options.werknemers;
}

load::LoadOptions LoadOptionsOf(const LoadFlags& flags) {
  load::LoadOptions options = flags.options;
  const ModusFlag& modus = Modi().at(flags.mode);
  options.modus = modus.modus;
  options.werknemers = flags.werknemers == kNotSaid ? modus.werknemers : flags.werknemers;
  options.warm_up = flags.warm_up == kNotSaid ? UnitsOf(options) / kWarmUpOneIn : flags.warm_up;
  if (options.omgeving.empty()) options.omgeving = absl::StrCat("load-", getpid());
  return options;
}

absl::StatusOr<std::unique_ptr<LoadSystem>> LoadSystemOf(const LoadFlags& flags) {
  if (flags.system.is_reference) return StartReferenceSystem(flags.data);
  if (!flags.system.start.empty()) return StartLoadSystem(flags.system.start);
  return LoadSystemAt(flags.system.address);
}

std::vector<std::pair<std::string, std::string>> OpzetOf(const load::LoadOptions& options) {
  std::vector<std::pair<std::string, std::string>> opzet = {
      {"Werknemers", absl::StrCat(options.werknemers)},
      {"Tempo",
       options.rate_per_s > 0 ? absl::StrCat(options.rate_per_s, " per seconde") : "zo snel het gaat"},
      {"Inwerken", absl::StrCat(options.warm_up)}};
  if (options.modus == Modus::kEnkel) {
    opzet.emplace_back("Onderweg", absl::StrCat(options.in_flight));
    opzet.emplace_back("Verbindingen", absl::StrCat(options.connections));
  } else if (options.modus == Modus::kStroom) {
    opzet.emplace_back("Stromen", absl::StrCat(options.streams));
    opzet.emplace_back("Batches onderweg per stroom", absl::StrCat(options.under_way));
    opzet.emplace_back("Records per batch", absl::StrCat(options.batch_records));
  } else {
    opzet.emplace_back("Gemeenten tegelijk", absl::StrCat(options.afnemers));
  }
  return opzet;
}

// Whether a file can be written is found out before a run of minutes is made for nothing.
bool CanWriteReport(const std::string& path) {
  return path.empty() || std::ofstream(path, std::ios::binary | std::ios::app).is_open();
}

bool WriteLoadReport(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  return static_cast<bool>(file);
}

int TellLoad(const LoadFlags& flags, const load::Verslag& verslag) {
  std::printf("%s", load::TextOf(verslag).c_str());
  if (!flags.json.empty() && !WriteLoadReport(flags.json, load::JsonOf(verslag))) {
    return ComplainOfLoad(kExitCannotCreate, absl::StrCat(flags.json, ": cannot be written"));
  }
  if (!flags.html.empty()) {
    const auto html = load::HtmlOf(verslag);
    if (!html.ok()) return ComplainOfLoad(kExitInternal, std::string(html.status().message()));
    if (!WriteLoadReport(flags.html, *html)) {
      return ComplainOfLoad(kExitCannotCreate, absl::StrCat(flags.html, ": cannot be written"));
    }
  }
  switch (verslag.uitslag) {
    case Uitslag::kGoed:
      return kExitOk;
    case Uitslag::kOngeldig:
      return kExitLoadInvalid;
    case Uitslag::kGefaald:
      break;
  }
  return kExitLoadFailed;
}

// What is wrong with the flags together; empty: nothing.
std::string FlagsError(const LoadFlags& flags, const load::LoadOptions& options) {
  if (!flags.system.is_said()) return kNoSystemSaid;
  if (options.warm_up >= UnitsOf(options)) {
    return absl::StrCat("--warm-up ", options.warm_up, " leaves nothing to measure of ", UnitsOf(options));
  }
  return "";
}

// Whether the mode measures what is required is found out before the run.
absl::StatusOr<std::vector<load::Eis>> EisenOf(const LoadFlags& flags) {
  if (flags.require.empty()) return std::vector<load::Eis>();
  auto eisen = load::ParseEisen(flags.require);
  if (!eisen.ok()) return eisen;
  load::LoadResult result;
  for (const std::string& naam : Modi().at(flags.mode).metingen) result.metingen.push_back({naam, "", {}});
  const auto oordelen = load::JudgeEisen(*eisen, result);
  if (!oordelen.ok()) return oordelen.status();
  return eisen;
}

int RunLoadCommand(const LoadFlags& flags) {
  load::LoadOptions options = LoadOptionsOf(flags);
  if (const std::string error = FlagsError(flags, options); !error.empty()) {
    return ComplainOfLoad(kExitUsage, error);
  }
  const auto eisen = EisenOf(flags);
  if (!eisen.ok()) {
    return ComplainOfLoad(kExitUsage, absl::StrCat("--require ", std::string(eisen.status().message())));
  }
  for (const std::string& path : {flags.json, flags.html}) {
    if (!CanWriteReport(path)) {
      return ComplainOfLoad(kExitCannotCreate, absl::StrCat(path, ": cannot be written"));
    }
  }
  const auto system = LoadSystemOf(flags);
  if (!system.ok()) {
    return ComplainOfLoad(ExitCodeOf(system.status()), std::string(system.status().message()));
  }
  options.address = (*system)->address();

  absl::StatusOr<load::LoadResult> result;
  {
    LoadProgress progress(flags.is_quiet);
    options.live = progress.figures();
    result = load::RunLoad(options);
  }
  if (!result.ok()) {
    return ComplainOfLoad(absl::IsUnavailable(result.status()) ? kExitUnavailable : kExitState,
                          absl::StrCat(options.address, ": ", std::string(result.status().message())));
  }
  for (load::Meting& meting : result->metingen) {
    meting.report.first_error = WithoutBsn(meting.report.first_error);
  }
  auto oordelen = load::JudgeEisen(*eisen, *result);
  if (!oordelen.ok()) return ComplainOfLoad(kExitInternal, std::string(oordelen.status().message()));
  bool meets = true;
  for (const load::EisOordeel& oordeel : *oordelen) meets = meets && oordeel.meets;
  const load::Verzadiging verzadiging = {flags.max_late_percent / 100, flags.max_busy_percent / 100};
  load::Verslag verslag;
  verslag.systeem = (*system)->naam();
  verslag.modus = flags.mode;
  verslag.opzet = OpzetOf(options);
  verslag.eisen = *std::move(oordelen);
  verslag.uitslag = load::UitslagOf(*result, meets, verzadiging);
  verslag.verzadiging = load::VerzadigingVan(*result, verzadiging);
  verslag.result = *std::move(result);
  return TellLoad(flags, verslag);
}

void AddLoadSystemFlags(CLI::App* command, LoadFlags* flags) {
  auto* const reference = AddSystemFlags(command, &flags->system);
  command->add_option("--data", flags->data, "With --reference: where its journals go; otherwise in memory")
      ->needs(reference);
  command->add_option("--omgeving", flags->options.omgeving,
                      "Name of the omgeving that is made for the run, and removed after it");
  command->add_flag("--keep", flags->options.keeps_omgeving, "Leave that omgeving there");
}

void AddLoadFlags(CLI::App* command, LoadFlags* flags) {
  load::LoadOptions* options = &flags->options;
  std::vector<std::string> modi;
  for (const auto& [naam, modus] : Modi()) modi.push_back(naam);
  command
      ->add_option("--mode", flags->mode,
                   "enkel: single calls; stroom: streams of batches; jaar: daily batches under the virtual "
                   "clock, which gemeenten collect every day; ophalen: gemeenten that collect")
      ->check(CLI::IsMember(modi))
      ->capture_default_str();
  command
      ->add_option("--werknemers", flags->werknemers,
                   "Workers, each with one ziekmelding; by default 20000 (enkel, ophalen), 200000 (stroom) "
                   "or 10000 (jaar)")
      ->check(CLI::Range(1, kMaxWerknemers));
  command->add_option("--gemeenten", options->gemeenten, "In how many gemeenten they live; otherwise in all")
      ->check(CLI::Range(1, 1'000));
  command->add_option("--dagen", options->dagen, "jaar: how many days of it")
      ->check(CLI::Range(1, 365))
      ->capture_default_str();
  command->add_option("--rondes", options->rondes, "ophalen: how often a gemeente comes, in all")
      ->check(CLI::Range(1, 100'000'000))
      ->capture_default_str();
  command
      ->add_option("--rate", options->rate_per_s,
                   "Open loop: so many a second, whatever the system does: ziekmeldingen (enkel, stroom), "
                   "days (jaar), rounds (ophalen); otherwise as fast as it goes")
      ->check(CLI::Range(1e-3, 1e9));
  command
      ->add_option("--warm-up", flags->warm_up, "The first so many of these are not measured; otherwise 5 %")
      ->check(CLI::Range(0, 100'000'000));
  command->add_option("--in-flight", options->in_flight, "enkel: calls at the same time")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  command->add_option("--connections", options->connections, "enkel, stroom: TCP connections")
      ->check(CLI::Range(1, 1'000))
      ->capture_default_str();
  command->add_option("--threads", options->threads, "enkel, stroom: threads of the generator")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command->add_option("--streams", options->streams, "stroom: how many")
      ->check(CLI::Range(1, 1'000))
      ->capture_default_str();
  command
      ->add_option("--under-way", options->under_way, "stroom: batches of a stream that wait for an answer")
      ->check(CLI::Range(1, 1'000))
      ->capture_default_str();
  command->add_option("--batch", options->batch_records, "stroom: records in a batch")
      ->check(CLI::Range(1, 1'000))
      ->capture_default_str();
  command->add_option("--afnemers", options->afnemers, "jaar, ophalen: gemeenten that come at the same time")
      ->check(CLI::Range(1, 342))
      ->capture_default_str();
}

void AddVerdictFlags(CLI::App* command, LoadFlags* flags) {
  command->add_option("--require", flags->require,
                      "What must hold, such as 'p99<20ms,rate>=50000,lost=0,dag.max<10s'");
  command
      ->add_option("--max-busy", flags->max_busy_percent,
                   "Percent of the time that a thread of the generator may compute; above it the run is not "
                   "valid; 100: no bound")
      ->check(CLI::Range(0.0, 100.0))
      ->capture_default_str();
  command
      ->add_option("--max-late", flags->max_late_percent,
                   "Percent that the generator may send late; above it the run is not valid; 100: no bound")
      ->check(CLI::Range(0.0, 100.0))
      ->capture_default_str();
  command->add_option("--json", flags->json, "Write a JSON report here, with the complete histograms");
  command->add_option("--html", flags->html, "Write a report to read here, with the curves of latency");
  command->add_flag("--quiet", flags->is_quiet, "No progress");
}

}  // namespace

void AddLoadCommand(CLI::App& app, RunCommand* run) {
  auto flags = std::make_shared<LoadFlags>();
  CLI::App* command = app.add_subcommand(
      "load", "Put load on a system that plays UWV and Inlichtingenbureau, and reconcile every record");
  AddLoadSystemFlags(command, flags.get());
  AddLoadFlags(command, flags.get());
  AddVerdictFlags(command, flags.get());
  command->footer(
      "Latency counts from the instant at which something ought to be sent.\n"
      "Examples:\n"
      "  ketenproef load --reference --data /tmp/journaal\n"
      "  ketenproef load --address localhost:5050 --mode enkel --rate 5000 --require 'p99<20ms,lost=0'\n"
      "  ketenproef load --address localhost:5050 --mode jaar --werknemers 300000 --html belasting.html\n"
      "Exit codes: 0 well; 1 something lost, doubled or wrong, a call that failed, or a requirement not "
      "met;\n"
      "2 not valid as the generator was the limit, or what the system holds forbids the run; 64 the command\n"
      "line is wrong; 69 nobody there; 70 a fault of ketenproef; 73 the output cannot be written.");
  command->callback([flags, run] { *run = [flags] { return RunLoadCommand(*flags); }; });
}

}  // namespace ketenproef
