#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>

#include "client/cli/command.h"
#include "client/cli/exit_code.h"

namespace ketenproef {
namespace {

int Run(int argc, char** argv) {
  CLI::App app{
      "Ketenproef simulates the LKS re-integratie chain (UWV, Inlichtingenbureau, gemeente) under a virtual "
      "clock.",
      "ketenproef"};
  app.set_version_flag("--version", KETENPROEF_VERSION);
  app.require_subcommand(1);
  app.failure_message([](const CLI::App* failed, const CLI::Error& error) {
    return std::string("ketenproef: ") + error.what() + "\nTry `" + failed->get_name() + " --help`.\n";
  });
  RunCommand run;
  AddPlayCommand(app, &run);
  AddPopulationCommand(app, &run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    app.exit(error);
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
