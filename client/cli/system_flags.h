// Which system a command tries: one that runs already, one that it starts, or the simulator itself.
#ifndef KETENPROEF_CLIENT_CLI_SYSTEM_FLAGS_H_
#define KETENPROEF_CLIENT_CLI_SYSTEM_FLAGS_H_

#include <memory>
#include <string>

#include "conformance/runner/system.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace ketenproef {

// At most one is said.
struct SystemFlags {
  std::string address;
  std::string start;
  bool is_reference = false;

  bool is_said() const { return !address.empty() || !start.empty() || is_reference; }
};

// What to tell whoever said none.
extern const char kNoSystemSaid[];

// Gives the option `--reference`. `flags` must outlive the command.
CLI::Option* AddSystemFlags(CLI::App* command, SystemFlags* flags);

// Where systems to be judged come from.
std::unique_ptr<conformance::SystemSource> SourceOf(const SystemFlags& flags);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_SYSTEM_FLAGS_H_
