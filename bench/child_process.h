// A process that is measured: started with what it writes readable here, its errors going where ours go.
#ifndef KETENPROEF_BENCH_CHILD_PROCESS_H_
#define KETENPROEF_BENCH_CHILD_PROCESS_H_

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace ketenproef::bench {

class ChildProcess {
 public:
  // NOT_FOUND where there is no such program. Its standard input ends when this does.
  static absl::StatusOr<std::unique_ptr<ChildProcess>> Start(const std::vector<std::string>& words);
  // Kills it where it still runs.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // The next line of its standard output, without its end; UNAVAILABLE where it has ended.
  absl::StatusOr<std::string> ReadLine() const;
  // All that is left of it, once it has closed it.
  std::string ReadAll() const;

  // As a power cut does it, and waits until it is gone.
  void Kill();
  // Waits for its end: OK where its exit code is 0.
  absl::Status Wait();

 private:
  ChildProcess(pid_t process, int input, int output) : process_(process), input_(input), output_(output) {}

  pid_t process_;
  int input_;   // we write there, and never do
  int output_;  // we read there
};

}  // namespace ketenproef::bench

#endif  // KETENPROEF_BENCH_CHILD_PROCESS_H_
