#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "client/cli/bsn_mask.h"
#include "client/cli/command.h"
#include "client/cli/exit_code.h"

namespace ketenproef {
namespace {

// The words after `ketenproef` that a help text would be asked with.
std::string NameOf(const CLI::App& app) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  return chosen.empty() ? app.get_name() : app.get_name() + " " + NameOf(*chosen.front());
}

std::vector<const CLI::App*> Commands(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

// Where the words stop naming commands at one that is none, what was asked for there; the parser would only
// say that a command is missing.
struct UnknownCommand {
  const CLI::App* parent = nullptr;  // null: every word that should be a command is one
  std::string words;
};

UnknownCommand FindUnknownCommand(const CLI::App& app, int argc, char** argv) {
  const CLI::App* parent = &app;
  std::string words;
  for (int i = 1; i < argc && argv[i][0] != '-'; ++i) {
    const std::vector<const CLI::App*> commands = Commands(*parent);
    if (commands.empty()) break;
    words += (i == 1 ? "" : " ") + std::string(argv[i]);
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&](const CLI::App* command) { return command->get_name() == argv[i]; });
    if (found == commands.end()) return {parent, words};
    parent = *found;
  }
  return {};
}

int RefuseUnknownCommand(const UnknownCommand& unknown) {
  std::fprintf(stderr, "ketenproef: there is no command \"%s\"; there are:\n",
               WithoutBsn(unknown.words).c_str());
  for (const CLI::App* command : Commands(*unknown.parent)) {
    std::fprintf(stderr, "  %-14s %s\n", command->get_name().c_str(), command->get_description().c_str());
  }
  return kExitUsage;
}

int Run(int argc, char** argv) {
  CLI::App app{
      "Ketenproef simulates the LKS re-integratie chain (UWV, Inlichtingenbureau, gemeente) under a virtual "
      "clock.",
      "ketenproef"};
  app.set_version_flag("--version", KETENPROEF_VERSION);
  app.require_subcommand(1);
  RunCommand run;
  AddDemoCommand(app, &run);
  AddServeCommand(app, &run);
  AddDoctorCommand(app, &run);
  AddConformanceCommand(app, &run);
  AddLoadCommand(app, &run);
  AddPlayCommand(app, &run);
  AddPopulationCommand(app, &run);
  AddClientCommands(app, &run);
  AddJournalCommands(app, &run);
  AddCompletionCommand(app, &run);
  app.footer(
      "Exit codes: 0 well, 1 refused by a rule, 2 what is named is not there or what is there forbids it,\n"
      "64 the command line is wrong, 65 an input file is wrong, 66 an input file is not there,\n"
      "69 no server, or no answer in time, 70 a fault of ketenproef, 73 the output cannot be written.");
  if (argc == 1) {
    std::fputs(app.help().c_str(), stderr);
    return kExitUsage;
  }
  const UnknownCommand unknown = FindUnknownCommand(app, argc, argv);
  if (unknown.parent != nullptr) return RefuseUnknownCommand(unknown);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "ketenproef: %s\nTry `%s --help`.\n", WithoutBsn(error.what()).c_str(),
                 NameOf(app).c_str());
    return kExitUsage;
  }
  return run();
}

}  // namespace
}  // namespace ketenproef

int main(int argc, char** argv) {
  try {
    return ketenproef::Run(argc, argv);
  } catch (const std::exception& fault) {
    // Nothing of ours throws; what a library throws (out of memory, for instance) ends here.
    std::fprintf(stderr, "ketenproef: %s\n", fault.what());
    return ketenproef::kExitInternal;
  }
}
