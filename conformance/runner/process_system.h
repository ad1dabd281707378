// Systems that the runner starts itself (--start 'CMD'). The command is run by /bin/sh in a process group of
// its own; it reads its configuration from standard input, to the end (configuration_json.h), and writes one
// line to standard output when it is ready: {"address": "HOST:PORT"}, with an empty address where nobody
// calls it. The command must stay: when it ends, so has the system. At the end of a System its whole group is
// asked to stop (SIGTERM), and a second later killed. When the runner itself is killed, the kernel kills the
// command.
//
// Safe from any thread. A command that fails to start three times in a row is not started again: Start then
// gives the last error at once, so that one that hangs costs its time-out three times, not once per case.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_PROCESS_SYSTEM_H_
#define KETENPROEF_CONFORMANCE_RUNNER_PROCESS_SYSTEM_H_

#include <memory>
#include <string>

#include "absl/time/time.h"
#include "conformance/runner/system.h"

namespace ketenproef::conformance {

struct ProcessOptions {
  // As for /bin/sh -c.
  std::string command;
  // How long it may take until the line with its address.
  absl::Duration start_timeout = absl::Seconds(30);
};

std::unique_ptr<SystemSource> MakeProcessSource(ProcessOptions options);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_PROCESS_SYSTEM_H_
