// `ketenproef conformance explore`: random playbooks against a system and the suite's own model.
#include <CLI/CLI.hpp>

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/command.h"
#include "client/cli/complaint.h"
#include "client/cli/exit_code.h"
#include "client/cli/progress.h"
#include "client/cli/system_flags.h"
#include "conformance/explore/explore.h"
#include "conformance/explore/vondst_files.h"

namespace ketenproef {
namespace {

constexpr int kExitDifference = 1;
constexpr int kExitInconclusive = 2;
constexpr int kMostCases = 10'000'000;

struct ExploreFlags {
  SystemFlags system;
  std::uint64_t seed = 1;
  int cases = 2'000;
  std::vector<std::string> profielen;
  int parallel = 2;
  int timeout_s = 20;
  std::string out;
  bool is_quiet = false;
};

conformance::ExploreOptions OptionsOf(const ExploreFlags& flags) {
  conformance::ExploreOptions options;
  options.seed = flags.seed;
  options.cases = flags.cases;
  if (!flags.profielen.empty()) options.profielen = flags.profielen;
  options.parallel = flags.parallel;
  options.timeout = absl::Seconds(flags.timeout_s);
  return options;
}

// Says why, and leaves behind what the system could not cope with.
int TellInconclusive(const absl::Status& status, const std::string& out) {
  Complain(kExitInconclusive, absl::StrCat("niet te beoordelen: ", std::string(status.message())));
  const std::string draaiboek = conformance::UnjudgedDraaiboek(status);
  if (out.empty() || draaiboek.empty()) return kExitInconclusive;
  const absl::Status written = conformance::WriteDraaiboekFile(draaiboek, out);
  return Complain(kExitInconclusive, written.ok() ? absl::StrCat("dat draaiboek staat in ", out)
                                                  : std::string(written.message()));
}

int TellVondst(const conformance::Vondst& vondst, const std::string& out) {
  std::printf("%s\n", conformance::VondstText(vondst).c_str());
  if (out.empty()) {
    std::printf("Met --out MAP komen het draaiboek en een casus voor de suite in een map.\n");
    return kExitDifference;
  }
  if (absl::Status status = conformance::WriteVondst(vondst, out); !status.ok()) {
    return Complain(kExitCannotCreate, status.message());
  }
  std::printf("In %s: gebeurtenissen.csv, casus.textproto, verschil.txt\n", out.c_str());
  return kExitDifference;
}

int Run(const ExploreFlags& flags) {
  if (!flags.system.is_said()) return Complain(kExitUsage, kNoSystemSaid);
  conformance::SystemConfig config;
  config.kind = conformance::v1::SYSTEM_KIND_INLICHTINGENBUREAU;
  const auto source = SourceOf(flags.system);
  auto system = source->Start(config);
  if (!system.ok()) return TellInconclusive(system.status(), "");
  conformance::ExploreOptions options = OptionsOf(flags);
  options.channel = (*system)->channel();
  std::unique_ptr<Progress> progress;
  if (!flags.is_quiet) {
    options.progress = [&progress](int done, int total) {
      if (progress == nullptr) {
        progress = std::make_unique<Progress>("exploring", static_cast<std::size_t>(total));
      }
      progress->Show(static_cast<std::size_t>(done));
    };
  }
  const auto found = conformance::Explore(options);
  progress.reset();
  if (!found.ok()) return TellInconclusive(found.status(), flags.out);
  if (*found) return TellVondst(**found, flags.out);
  std::printf("%s\n", absl::StrCat("Geen verschil: ", options.cases, " draaiboeken in profiel ",
                                   absl::StrJoin(options.profielen, " en "), ", seed ", options.seed, ".")
                          .c_str());
  return kExitOk;
}

}  // namespace

void AddExploreCommand(CLI::App& conformance, RunCommand* run) {
  auto flags = std::make_shared<ExploreFlags>();
  CLI::App* command = conformance.add_subcommand(
      "explore",
      "Look for a playbook on which a system and the suite's own model disagree, and make it short");
  AddSystemFlags(command, &flags->system);
  command->add_option("--seed", flags->seed, "Other playbooks for every other seed")->capture_default_str();
  command->add_option("--cases", flags->cases, "How many playbooks in each profile")
      ->check(CLI::Range(1, kMostCases))
      ->capture_default_str();
  command->add_option("--profile", flags->profielen, "Only in this profile; otherwise in both")
      ->check(CLI::IsMember({"handleiding", "wet"}));
  command->add_option("--parallel", flags->parallel, "How many playbooks are played side by side")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command->add_option("--timeout", flags->timeout_s, "Seconds that one call may take")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  command->add_option("--out", flags->out,
                      "Folder for what is found: a playbook, a case for the suite, a text");
  command->add_flag("--quiet", flags->is_quiet, "No progress");
  command->footer(
      "Example:\n"
      "  ketenproef conformance explore --reference --seed 7 --cases 2000 --out verschil\n"
      "Exit codes: 0 nothing found, 1 a difference, 2 the system could not be judged, 64 the command line is "
      "wrong.");
  command->callback([flags, run] { *run = [flags] { return Run(*flags); }; });
}

}  // namespace ketenproef
