#include <CLI/CLI.hpp>

#include <memory>

#include "client/cli/command.h"
#include "client/cli/conformance_run.h"

namespace ketenproef {

void AddConformanceCommand(CLI::App& app, RunCommand* run) {
  auto flags = std::make_shared<ConformanceFlags>();
  CLI::App* command = app.add_subcommand(
      "conformance", "Show whether a system that plays UWV, Inlichtingenbureau or gemeente keeps the rules");
  command->add_option("--rol", flags->rol, "Which system is under test")
      ->check(CLI::IsMember({"gemeente", "gemeente-ophaler", "inlichtingenbureau", "uwv"}));
  AddSystemFlags(command, &flags->system);
  command->add_option("--case", flags->selection.globs,
                      "Only cases with this id; * for any text; can be repeated");
  command->add_option("--rule", flags->selection.regels,
                      "Only cases that check this rule, as ZM-04; can be repeated");
  command->add_option("--level", flags->level, "Only cases of this level")
      ->check(CLI::IsMember({"MUST", "SHOULD"}));
  command->add_option("--profile", flags->selection.profielen, "Only in this profile; otherwise in both")
      ->check(CLI::IsMember({"handleiding", "wet"}));
  command->add_flag("--list", flags->is_list, "Print a line for each chosen case and run nothing");
  command->add_flag("--rules", flags->is_rules,
                    "Print the rules with the chosen cases as Markdown and run nothing");
  command->add_flag("--dry-run", flags->is_dry_run,
                    "Work out every step of the chosen cases, print them, run nothing");
  command->add_option("--parallel", flags->parallel, "How many cases run side by side")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command->add_option("--timeout", flags->timeout_s, "Seconds for all calls of a case together")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  command->add_option("--listen", flags->listen,
                      "gemeente-ophaler that runs already: where it finds the Inlichtingenbureau, HOST:PORT");
  command->add_option("--claims", flags->claims,
                      "File that says which features the system has; other cases are skipped");
  command->add_option("--known-failing", flags->known_failing, "File of failures that are known");
  command->add_option("--suites", flags->suites, "Folder of suites instead of those in the program");
  command->add_option("--junit", flags->junit, "Write a JUnit XML report here");
  command->add_option("--json", flags->json, "Write a JSON report here");
  command->add_option("--html", flags->html, "Write a report to read here");
  command->add_option("--evidence", flags->evidence, "Write every call of every case into this folder");
  command->add_flag("--quiet", flags->is_quiet, "No progress");
  command->footer(
      "Examples:\n"
      "  ketenproef conformance --rol gemeente --start '/usr/bin/python3 "
      "conformance/sut/python/gemeente.py'\n"
      "  ketenproef conformance --rol uwv --address localhost:5050 --rule ZM-04 --html rapport.html\n"
      "Exit codes: 0 all well, 1 a rule is broken, 2 something could not be judged, 64 the command line is "
      "wrong,\n"
      "70 a fault of ketenproef.");
  AddExploreCommand(*command, run);
  AddMutantsCommand(*command, run);
  command->callback([command, flags, run] {
    if (command->get_subcommands().empty()) *run = [flags] { return RunConformance(*flags); };
  });
}

}  // namespace ketenproef
