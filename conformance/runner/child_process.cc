#include "conformance/runner/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "conformance/runner/file_descriptor.h"

namespace ketenproef::conformance {
namespace {

constexpr std::size_t kChunkBytes = 64 * 1024;
// What is read of a child that has ended: more than pipes hold.
constexpr int kLastReads = 32;
constexpr std::size_t kMaxLineBytes = 64 * 1024;
constexpr std::size_t kMaxTailBytes = 4 * 1024;
// Where the kernel does not tell when a process ends, it is asked this often.
constexpr int kAskMs = 20;
constexpr int kFirstOwnFd = 3;
// As a shell says it.
constexpr int kExitNotFound = 127;
constexpr int kExitBySignal = 128;

// One end for the child, one for us, which does not block.
struct Pipe {
  Fd childs;
  Fd ours;
};

std::optional<Pipe> MakePipe(bool child_reads) {
  std::array<int, 2> ends = {};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  const Fd childs(child_reads ? ends[0] : ends[1]);
  Pipe pipe;
  pipe.ours = Fd(child_reads ? ends[1] : ends[0]);
  // Above those that it will be put over, should this process have closed one of them.
  pipe.childs = Fd(fcntl(childs.get(), F_DUPFD_CLOEXEC, kFirstOwnFd));
  if (pipe.childs.get() < 0 || fcntl(pipe.ours.get(), F_SETFL, O_NONBLOCK) != 0) return std::nullopt;
  return pipe;
}

// The kernel sends it to the guard when the thread that forked it is gone.
constexpr int kRunnerIsGone = SIGUSR2;

// Everything from here to EndAs runs after fork: only what is safe in a signal handler, as other threads may
// have held any lock.

void KillGroup(int /*signal*/) {
  kill(0, SIGKILL);
}

[[noreturn]] void BecomeCommand(const char* command, int input, int output, int error) {
  dup2(input, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(error, STDERR_FILENO);
  // Also what a library opened without O_CLOEXEC.
  close_range(kFirstOwnFd, ~0U, 0);
  execl("/bin/sh", "sh", "-c", command, nullptr);
  _exit(kExitNotFound);
}

// As another process ended, without a core of its own.
[[noreturn]] void EndAs(int status) {
  if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
  const rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  signal(WTERMSIG(status), SIG_DFL);
  raise(WTERMSIG(status));
  _exit(kExitBySignal + WTERMSIG(status));
}

// The leader of the group: it ends when the command does, and ends the whole group when the runner dies,
// however that may be. (What the kernel does at the death of a parent it does for a child only, not for what
// a shell started.)
[[noreturn]] void Guard(const char* command, int input, int output, int error, pid_t runner) {
  setpgid(0, 0);
  signal(kRunnerIsGone, KillGroup);
  // For the command to hear; the guard goes with it.
  signal(SIGTERM, SIG_IGN);
  prctl(PR_SET_PDEATHSIG, kRunnerIsGone);
  if (getppid() != runner) _exit(kExitNotFound);  // it died before that was said
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  // Not fork, which would take locks of libraries.
  const pid_t child = _Fork();
  if (child == 0) {
    for (const int changed : {SIGTERM, SIGPIPE, kRunnerIsGone}) signal(changed, SIG_DFL);
    BecomeCommand(command, input, output, error);
  }
  // Their ends are seen by the runner only when nobody else has them.
  close_range(0, ~0U, 0);
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) != child) {
  }
  if (child < 0) _exit(kExitNotFound);
  EndAs(status);
}

std::string SignalText(int number) {
  const char* name = sigabbrev_np(number);
  return name == nullptr ? absl::StrCat("signal ", number)
                         : absl::StrCat("signal ", number, " (SIG", name, ")");
}

std::string EndText(const siginfo_t& info) {
  if (info.si_code != CLD_EXITED) return SignalText(info.si_status);
  const std::string text = absl::StrCat("exit code ", info.si_status);
  // A shell that did not become the command says so that a signal ended it.
  if (info.si_status <= kExitBySignal || sigabbrev_np(info.si_status - kExitBySignal) == nullptr) return text;
  return absl::StrCat(text, ", ", SignalText(info.si_status - kExitBySignal));
}

// What there is to read now: appended to `bytes`. Closes `fd` at its end. False: nothing for now.
bool ReadSome(Fd& fd, std::string* bytes) {
  if (fd.get() < 0) return false;
  std::array<char, kChunkBytes> chunk;
  const ssize_t size = read(fd.get(), chunk.data(), chunk.size());
  if (size > 0) {
    bytes->append(chunk.data(), static_cast<std::size_t>(size));
    return true;
  }
  if (size == 0 || (errno != EAGAIN && errno != EINTR)) fd.Close();
  return false;
}

}  // namespace

// Our ends. One that is closed is -1, which poll leaves out.
struct ChildProcess::Pipes {
  Fd input;
  Fd output;
  Fd error;
  Fd process;  // readable when the child has ended
  bool ended = false;
};

absl::StatusOr<std::unique_ptr<ChildProcess>> ChildProcess::Spawn(std::string command, std::string input) {
  // Orphans of its group come to us, who wait for them.
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  std::unique_ptr<ChildProcess> child(new ChildProcess(std::move(command), std::move(input)));
  if (child->process_ < 0) return absl::UnavailableError("er kan nu geen proces bij op deze machine");
  return child;
}

ChildProcess::ChildProcess(std::string command, std::string input)
    : command_(std::move(command)), input_(std::move(input)), wake_(eventfd(0, EFD_CLOEXEC)) {
  if (wake_ < 0) return;
  thread_ = std::thread([this] { Watch(); });
  forked_.WaitForNotification();
}

std::optional<std::string> ChildProcess::AwaitLine(absl::Duration timeout) const {
  absl::MutexLock lock(&mutex_);
  if (!mutex_.AwaitWithTimeout(absl::Condition(&has_line_), timeout)) return std::nullopt;
  return line_;
}

std::optional<std::string> ChildProcess::AwaitEnd(absl::Duration timeout) const {
  absl::MutexLock lock(&mutex_);
  const auto has_ended = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return end_.has_value(); };
  mutex_.AwaitWithTimeout(absl::Condition(&has_ended), timeout);
  return end_;
}

std::string ChildProcess::ErrorTail() const {
  absl::MutexLock lock(&mutex_);
  return error_tail_;
}

void ChildProcess::Stop(absl::Duration grace) {
  if (thread_.joinable()) {
    if (process_ > 0) {
      if (grace > absl::ZeroDuration()) {
        kill(-process_, SIGTERM);
        AwaitEnd(grace);
      }
      // The child itself, dead or alive, is not reaped yet: nobody else can have its number.
      kill(-process_, SIGKILL);
      AwaitEnd(absl::InfiniteDuration());
    }
    eventfd_write(wake_, 1);
    thread_.join();
  }
  if (wake_ >= 0) close(std::exchange(wake_, -1));
}

void ChildProcess::Watch() {
  // A child that does not read its input is no reason for this process to die.
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
  Pipes pipes;
  const bool has_child = Fork(pipes);
  forked_.Notify();
  if (!has_child) return;
  Attend(pipes);
  // The whole group has been killed; its orphans are ours.
  while (waitpid(-process_, nullptr, 0) > 0 || errno == EINTR) {
  }
}

bool ChildProcess::Fork(Pipes& pipes) {
  std::optional<Pipe> input = MakePipe(true);
  std::optional<Pipe> output = MakePipe(false);
  std::optional<Pipe> error = MakePipe(false);
  if (!input || !output || !error) return false;
  const pid_t runner = getpid();
  const pid_t child = fork();
  if (child < 0) return false;
  if (child == 0) {
    Guard(command_.c_str(), input->childs.get(), output->childs.get(), error->childs.get(), runner);
  }
  // Here too, so that it holds before anybody sends a signal; refused where the child was faster.
  setpgid(child, child);
  process_ = child;
  pipes.input = std::move(input->ours);
  pipes.output = std::move(output->ours);
  pipes.error = std::move(error->ours);
  // Not by its function: in glibc 2.36 the header of that cannot be used from C++.
  pipes.process = Fd(static_cast<int>(syscall(SYS_pidfd_open, child, 0)));
  return true;
}

void ChildProcess::Attend(Pipes& pipes) {
  for (;;) {
    const bool must_ask = !pipes.ended && pipes.process.get() < 0;
    std::array<pollfd, 5> fds = {{{wake_, POLLIN, 0},
                                  {pipes.process.get(), POLLIN, 0},
                                  {pipes.output.get(), POLLIN, 0},
                                  {pipes.error.get(), POLLIN, 0},
                                  {pipes.input.get(), POLLOUT, 0}}};
    poll(fds.data(), fds.size(), must_ask ? kAskMs : -1);
    if (fds[0].revents != 0) return;
    if (fds[2].revents != 0) TakeOutput(pipes);
    if (fds[3].revents != 0) TakeError(pipes);
    if (fds[4].revents != 0) PassInput(pipes);
    if (must_ask || fds[1].revents != 0) TakeEnd(pipes);
  }
}

void ChildProcess::PassInput(Pipes& pipes) {
  const ssize_t size = write(pipes.input.get(), input_.data(), input_.size());
  if (size >= 0) input_.erase(0, static_cast<std::size_t>(size));
  const bool is_broken = size < 0 && errno != EAGAIN && errno != EINTR;
  if (input_.empty() || is_broken) pipes.input.Close();
}

void ChildProcess::TakeOutput(Pipes& pipes) {
  std::string bytes;
  ReadSome(pipes.output, &bytes);
  absl::MutexLock lock(&mutex_);
  if (has_line_) return;  // what comes after it is for nobody
  absl::StrAppend(&line_, bytes);
  const std::size_t end = line_.find('\n');
  has_line_ = end != std::string::npos || pipes.output.get() < 0 || line_.size() >= kMaxLineBytes;
  if (end != std::string::npos) line_.resize(end);
}

void ChildProcess::TakeError(Pipes& pipes) {
  std::string bytes;
  ReadSome(pipes.error, &bytes);
  absl::MutexLock lock(&mutex_);
  absl::StrAppend(&error_tail_, bytes);
  if (error_tail_.size() > kMaxTailBytes) error_tail_.erase(0, error_tail_.size() - kMaxTailBytes);
}

void ChildProcess::TakeEnd(Pipes& pipes) {
  siginfo_t info = {};
  // It stays a zombie until Stop, so that its number, which is that of its group, is not given away.
  if (waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOHANG | WNOWAIT) != 0) return;
  if (info.si_pid == 0) return;
  pipes.ended = true;
  pipes.process.Close();
  // All that it said, before anybody hears that it ended.
  for (int reads = 0; reads < kLastReads; ++reads) {
    TakeOutput(pipes);
    TakeError(pipes);
  }
  absl::MutexLock lock(&mutex_);
  has_line_ = true;
  end_ = EndText(info);
}

}  // namespace ketenproef::conformance
