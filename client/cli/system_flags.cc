#include "client/cli/system_flags.h"

#include <CLI/CLI.hpp>

#include "client/cli/conformance_reference.h"
#include "conformance/runner/process_system.h"
#include "conformance/runner/running_system.h"

namespace ketenproef {

const char kNoSystemSaid[] = "--address HOST:PORT, --start 'COMMAND' or --reference says where the system is";

CLI::Option* AddSystemFlags(CLI::App* command, SystemFlags* flags) {
  auto* const address =
      command->add_option("--address", flags->address, "The system that runs there, HOST:PORT");
  auto* const start =
      command->add_option("--start", flags->start,
                          "Command that starts the system; gets its configuration as JSON on standard input");
  auto* const reference = command->add_flag("--reference", flags->is_reference, "The simulator itself");
  address->excludes(start)->excludes(reference);
  start->excludes(reference);
  return reference;
}

std::unique_ptr<conformance::SystemSource> SourceOf(const SystemFlags& flags) {
  if (flags.is_reference) return MakeReference();
  if (!flags.start.empty()) return conformance::MakeProcessSource({flags.start});
  return conformance::MakeAddressSource(flags.address);
}

}  // namespace ketenproef
