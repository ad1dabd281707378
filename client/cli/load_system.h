// The system that `load` puts load on: one that runs already, one that is started for it, or the simulator in
// this process, on a port of its own so that it is reached as the others are.
#ifndef KETENPROEF_CLIENT_CLI_LOAD_SYSTEM_H_
#define KETENPROEF_CLIENT_CLI_LOAD_SYSTEM_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace ketenproef {

// What was started ends with it.
class LoadSystem {
 public:
  virtual ~LoadSystem() = default;
  virtual std::string address() const = 0;
  // For a report: its address, its command, or `referentie`.
  virtual std::string naam() const = 0;
};

// There at HOST:PORT; whether anybody answers is found out by the first call.
std::unique_ptr<LoadSystem> LoadSystemAt(const std::string& address);
// UNAVAILABLE where the command does not come to serve.
absl::StatusOr<std::unique_ptr<LoadSystem>> StartLoadSystem(const std::string& command);
// The simulator; `data_directory` empty: in memory. Errors as of Server::Start.
absl::StatusOr<std::unique_ptr<LoadSystem>> StartReferenceSystem(const std::string& data_directory);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_LOAD_SYSTEM_H_
