// For tests: a running `ketenproef serve`, or another command that serves, on a port of its own.
#ifndef KETENPROEF_CLIENT_CLI_SERVE_PROCESS_H_
#define KETENPROEF_CLIENT_CLI_SERVE_PROCESS_H_

#include <grpcpp/channel.h>
#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "client/cli/run_binary.h"

namespace ketenproef {

class ServeProcess {
 public:
  // Starts `ketenproef` with these words and waits until it has written a line to standard output that holds
  // `awaited`, or has ended. `serve` writes one line, its address.
  explicit ServeProcess(const std::vector<std::string>& arguments, const std::string& awaited = ":");
  // Ends it, the hard way where it still runs.
  ~ServeProcess();
  ServeProcess(const ServeProcess&) = delete;
  ServeProcess& operator=(const ServeProcess&) = delete;

  // The first HOST:PORT in what it wrote; empty where it ended first.
  const std::string& address() const { return address_; }
  std::shared_ptr<grpc::Channel> Channel() const;
  // Until Wait.
  pid_t process() const { return process_; }

  void Signal(int signal) const;
  // Waits for its end; the exit code, -1 where a signal ended it.
  int Wait();
  // Signal and Wait.
  int Stop(int signal);
  // What it told on standard error so far.
  std::string Log() const;

 private:
  TemporaryFolder folder_;
  pid_t process_ = -1;
  std::string address_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_SERVE_PROCESS_H_
