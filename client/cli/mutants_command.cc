// `ketenproef conformance mutants`: the suite against systems that are broken on purpose, made of the
// reference.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/command.h"
#include "client/cli/complaint.h"
#include "client/cli/conformance_reference.h"
#include "client/cli/conformance_run.h"
#include "client/cli/exit_code.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/mutants/kill_table.h"
#include "conformance/mutants/mutant_run.h"
#include "conformance/runner/suite_file.h"

namespace ketenproef {
namespace {

struct MutantFlags {
  std::string rol;
  std::vector<std::string> regels;
  std::string suites;
  int parallel = 4;
  bool is_list = false;
  bool is_quiet = false;
};

std::vector<const conformance::Mutant*> Chosen(const MutantFlags& flags) {
  std::vector<const conformance::Mutant*> chosen;
  for (const conformance::Mutant& mutant : conformance::AllMutants()) {
    if (!flags.rol.empty() && mutant.kind != KindOf(flags.rol)) continue;
    const bool is_named = flags.regels.empty() || std::find(flags.regels.begin(), flags.regels.end(),
                                                            mutant.regel()) != flags.regels.end();
    if (is_named) chosen.push_back(&mutant);
  }
  return chosen;
}

// A line for each; how many there are.
std::size_t Tell(const char* what, const std::vector<std::string>& names) {
  for (const std::string& name : names) std::printf("%s: %s\n", what, name.c_str());
  return names.size();
}

int Run(const MutantFlags& flags) {
  if (absl::Status status = conformance::CheckAmsterdam(); !status.ok()) {
    return Complain(kExitUnavailable, status.message());
  }
  const auto suites =
      flags.suites.empty() ? conformance::EmbeddedSuites() : conformance::ReadSuites(flags.suites);
  if (!suites.ok()) return Complain(kExitData, suites.status().message());
  const auto plan = conformance::Expand(*suites);
  if (!plan.ok()) return Complain(kExitData, plan.status().message());
  const auto mutants = Chosen(flags);
  if (mutants.empty()) return Complain(kExitUsage, "no broken system is chosen by these words");
  if (flags.is_list) {
    for (const conformance::Mutant* mutant : mutants) {
      std::printf("%s: %s\n", mutant->id.c_str(), mutant->uitleg.c_str());
    }
    return kExitOk;
  }
  conformance::MutantRunOptions options;
  options.parallel = flags.parallel;
  if (!flags.is_quiet) {
    options.mutant_done = [](const conformance::MutantResult& result, int done, int total) {
      std::fprintf(stderr, "%d/%d %s %s\n", done, total, result.is_killed() ? "gedood" : "OVERLEEFT",
                   result.mutant->id.c_str());
    };
  }
  const auto reference = MakeReference();
  const conformance::MutantRun run = conformance::RunMutants(mutants, *plan, *reference, options);
  std::fputs(conformance::MutantTable(run.results).c_str(), stdout);
  // Only of all rules and kinds together can it be said that a rule has none.
  const bool is_whole = flags.rol.empty() && flags.regels.empty();
  const conformance::Gaps gaps = is_whole ? conformance::FindGaps(mutants, *plan) : conformance::Gaps();
  const bool has_gaps = Tell("regel zonder mutant", gaps.without_mutant) +
                            Tell("regel zonder geval", gaps.without_case) +
                            Tell("faalt ook op het goede systeem", run.unfit) >
                        0;
  const bool all_killed =
      std::all_of(run.results.begin(), run.results.end(),
                  [](const conformance::MutantResult& result) { return result.is_killed(); });
  return all_killed && !has_gaps ? kExitOk : kExitRefused;
}

}  // namespace

void AddMutantsCommand(CLI::App& conformance, RunCommand* run) {
  auto flags = std::make_shared<MutantFlags>();
  CLI::App* command = conformance.add_subcommand(
      "mutants", "Try the suite on systems that are broken on purpose: all must fail");
  command->add_option("--rol", flags->rol, "Only broken systems of this role")
      ->check(CLI::IsMember({"gemeente", "gemeente-ophaler", "inlichtingenbureau", "uwv"}));
  command->add_option("--rule", flags->regels, "Only those that break this rule, as ZM-04; can be repeated");
  command->add_option("--suites", flags->suites, "Folder of suites instead of those in the program");
  command->add_option("--parallel", flags->parallel, "How many are tried side by side")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command->add_flag("--list", flags->is_list, "Print what is broken in each and try nothing");
  command->add_flag("--quiet", flags->is_quiet, "No progress");
  command->footer(
      "Exit codes: 0 every one failed a case that names its rule; 1 one did not, a rule of level MUST has no "
      "mutant or no\n"
      "case, or the good system does not pass.");
  command->callback([flags, run] { *run = [flags] { return Run(*flags); }; });
}

}  // namespace ketenproef
