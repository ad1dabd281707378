// A shell command as a process of this one, watched by a thread of its own: what it says, and how it ends. It
// stands in a process group of its own, gets its input on a pipe that is then closed, and nothing else of
// this process: no open file, no blocked signal. Writing to it raises no SIGPIPE, and it can write as much as
// it likes.
//
// When this process dies, however that may be, the whole group is killed: its leader is a guard that waits
// for that. Stop kills the group too and leaves no zombie: this process takes in orphans
// (PR_SET_CHILD_SUBREAPER). The Await methods and ErrorTail are safe from any thread; Stop and the destructor
// are for one that owns it.
//
//   auto child = ChildProcess::Spawn("./gemeente --fast", "{}");
//   std::optional<std::string> line = (*child)->AwaitLine(absl::Seconds(30));
//   (*child)->Stop(absl::Seconds(1));
#ifndef KETENPROEF_CONFORMANCE_RUNNER_CHILD_PROCESS_H_
#define KETENPROEF_CONFORMANCE_RUNNER_CHILD_PROCESS_H_

#include <sys/types.h>

#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/synchronization/notification.h"
#include "absl/time/time.h"

namespace ketenproef::conformance {

class ChildProcess {
 public:
  // Runs `/bin/sh -c command`. UNAVAILABLE: there can be no further process now.
  static absl::StatusOr<std::unique_ptr<ChildProcess>> Spawn(std::string command, std::string input);
  ~ChildProcess() { Stop(absl::ZeroDuration()); }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // The first line of its standard output, or what it wrote instead of one until it ended, closed its output
  // or wrote too much without an end of line; nullopt: nothing of that until the time-out. Waits for it.
  std::optional<std::string> AwaitLine(absl::Duration timeout) const;

  // `exit code 3` or `signal 11 (SIGSEGV)`; nullopt: it did not end until the time-out. Waits for it.
  std::optional<std::string> AwaitEnd(absl::Duration timeout) const;

  // The last bytes that it wrote to standard error, raw.
  std::string ErrorTail() const;

  // SIGTERM to the whole group, and SIGKILL to what is not gone after the grace; zero: SIGKILL at once.
  // Returns when all of it is gone.
  void Stop(absl::Duration grace);

 private:
  struct Pipes;

  ChildProcess(std::string command, std::string input);
  // What the thread does. The kernel ties the life of the child to it, so it is the one that forks.
  void Watch();
  bool Fork(Pipes& pipes);
  void Attend(Pipes& pipes);
  void PassInput(Pipes& pipes);
  void TakeOutput(Pipes& pipes);
  void TakeError(Pipes& pipes);
  void TakeEnd(Pipes& pipes);

  const std::string command_;
  std::string input_;  // what has not been passed on yet; of the thread

  absl::Notification forked_;
  pid_t process_ = -1;  // the guard; of the thread until `forked_`, then constant; -1: there is none
  int wake_ = -1;       // an eventfd by which the thread is told to leave

  mutable absl::Mutex mutex_;
  std::string line_ ABSL_GUARDED_BY(mutex_);
  bool has_line_ ABSL_GUARDED_BY(mutex_) = false;
  std::string error_tail_ ABSL_GUARDED_BY(mutex_);
  std::optional<std::string> end_ ABSL_GUARDED_BY(mutex_);

  std::thread thread_;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_CHILD_PROCESS_H_
