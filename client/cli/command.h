// A subcommand of the binary: it adds itself to the command line and says what to run when it was chosen.
#ifndef KETENPROEF_CLIENT_CLI_COMMAND_H_
#define KETENPROEF_CLIENT_CLI_COMMAND_H_

#include <functional>

namespace CLI {
class App;
}  // namespace CLI

namespace ketenproef {

// Runs the chosen subcommand; its exit code.
using RunCommand = std::function<int()>;

// Each adds its subcommand to `app` and sets `*run` when that subcommand is chosen.
void AddConformanceCommand(CLI::App& app, RunCommand* run);
void AddDemoCommand(CLI::App& app, RunCommand* run);
void AddDoctorCommand(CLI::App& app, RunCommand* run);
void AddLoadCommand(CLI::App& app, RunCommand* run);
void AddPlayCommand(CLI::App& app, RunCommand* run);
void AddPopulationCommand(CLI::App& app, RunCommand* run);
void AddServeCommand(CLI::App& app, RunCommand* run);

// Below `conformance`.
void AddExploreCommand(CLI::App& conformance, RunCommand* run);
void AddMutantsCommand(CLI::App& conformance, RunCommand* run);

// Every operation of the contract, see operation.h.
void AddClientCommands(CLI::App& app, RunCommand* run);
// Beside those of `journal`, so behind AddClientCommands.
void AddJournalCommands(CLI::App& app, RunCommand* run);
void AddCompletionCommand(CLI::App& app, RunCommand* run);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_COMMAND_H_
