#include "conformance/runner/child_process.h"

#include <dirent.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Optional;

constexpr absl::Duration kLong = absl::Seconds(60);

std::unique_ptr<ChildProcess> Spawn(const std::string& command, const std::string& input = "") {
  auto child = ChildProcess::Spawn(command, input);
  EXPECT_TRUE(child.ok()) << child.status();
  return *std::move(child);
}

// Whether the process is there, be it as a zombie.
bool IsThere(pid_t process) {
  return kill(process, 0) == 0 || errno != ESRCH;
}

pid_t PidIn(const std::optional<std::string>& line) {
  pid_t process = 0;
  EXPECT_TRUE(absl::SimpleAtoi(line.value_or(""), &process)) << line.value_or("nothing");
  return process;
}

int OpenFds() {
  DIR* folder = opendir("/proc/self/fd");
  int count = 0;
  while (readdir(folder) != nullptr) ++count;
  closedir(folder);
  return count;
}

TEST(ChildProcess, ReadsItsInputToTheEnd) {
  const auto child = Spawn("cat; echo; echo second", "{\"a\": 1}");
  EXPECT_EQ(child->AwaitLine(kLong), "{\"a\": 1}");
  EXPECT_EQ(child->AwaitEnd(kLong), "exit code 0");
}

TEST(ChildProcess, InputAndOutputMayBeLargerThanAPipe) {
  const auto child =
      Spawn("wc -c; yes | head -c 3000000; yes >&2 | head -c 3000000 >&2", std::string(1 << 20, 'x'));
  EXPECT_EQ(child->AwaitLine(kLong), "1048576");
  EXPECT_THAT(child->ErrorTail().size(), testing::Le(4096U));
}

TEST(ChildProcess, WhoDoesNotReadItsInputRaisesNoSigpipe) {
  const auto child = Spawn("exec 0<&-; echo ready", std::string(1 << 20, 'x'));
  EXPECT_EQ(child->AwaitLine(kLong), "ready");
  EXPECT_EQ(child->AwaitEnd(kLong), "exit code 0");
}

TEST(ChildProcess, TellsHowItEnded) {
  EXPECT_EQ(Spawn("exit 3")->AwaitEnd(kLong), "exit code 3");
  EXPECT_EQ(Spawn("kill -SEGV $$")->AwaitEnd(kLong), "signal 11 (SIGSEGV)");
  // A shell that stays tells of its child by its own exit code.
  EXPECT_EQ(Spawn("sh -c 'kill -ABRT $$'; exit $?")->AwaitEnd(kLong), "exit code 134, signal 6 (SIGABRT)");
  EXPECT_EQ(Spawn("/does/not/exist")->AwaitEnd(kLong), "exit code 127");
  EXPECT_EQ(Spawn("exec sleep 1000")->AwaitEnd(absl::ZeroDuration()), std::nullopt);
}

TEST(ChildProcess, AllThatItSaidIsThereWhenItEnds) {
  const auto child = Spawn("echo one >&2; printf 'no end of line'; echo two >&2");
  EXPECT_EQ(child->AwaitEnd(kLong), "exit code 0");
  EXPECT_EQ(child->AwaitLine(absl::ZeroDuration()), "no end of line");
  EXPECT_EQ(child->ErrorTail(), "one\ntwo\n");
}

TEST(ChildProcess, ALineWithoutEndIsCutOff) {
  const auto child = Spawn("yes | tr -d '\\n'");
  EXPECT_THAT(child->AwaitLine(kLong)->substr(0, 4), "yyyy");
  EXPECT_EQ(child->AwaitEnd(absl::ZeroDuration()), std::nullopt);
}

TEST(ChildProcess, NothingIsNoLine) {
  EXPECT_EQ(Spawn("exec sleep 1000")->AwaitLine(absl::Milliseconds(10)), std::nullopt);
  EXPECT_THAT(Spawn("exec >&-; exec sleep 1000")->AwaitLine(kLong), Optional(std::string()));
}

TEST(ChildProcess, StopEndsTheWholeGroupAndLeavesNoZombie) {
  // A shell that stays, whose child has a child that ignores SIGTERM.
  auto child = Spawn("sh -c \"trap '' TERM; sleep 1000 & echo \\$!; wait\" & wait");
  const pid_t grandchild = PidIn(child->AwaitLine(kLong));
  EXPECT_TRUE(IsThere(grandchild));
  child->Stop(absl::ZeroDuration());
  EXPECT_FALSE(IsThere(grandchild));
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a zombie is left";
  EXPECT_EQ(child->AwaitEnd(absl::ZeroDuration()), "signal 9 (SIGKILL)");
  child->Stop(absl::ZeroDuration());  // again is no harm
}

TEST(ChildProcess, StopLetsItCloseItsFilesFirst) {
  auto child = Spawn("trap 'echo bye >&2; exit 5' TERM; echo ready; while :; do sleep 0.01; done");
  EXPECT_EQ(child->AwaitLine(kLong), "ready");
  child->Stop(kLong);
  EXPECT_EQ(child->AwaitEnd(absl::ZeroDuration()), "exit code 5");
  EXPECT_THAT(child->ErrorTail(), EndsWith("bye\n"));
}

TEST(ChildProcess, LeaksNothingEitherWay) {
  const int open_before = OpenFds();
  // One that has no O_CLOEXEC.
  const int ours = fcntl(STDERR_FILENO, F_DUPFD, 100);
  EXPECT_EQ(
      Spawn(absl::StrCat("test -e /proc/$$/fd/", ours, " && echo leaked || echo none"))->AwaitLine(kLong),
      "none");
  close(ours);
  EXPECT_EQ(OpenFds(), open_before);
}

TEST(ChildProcess, HasNoSignalBlockedOrIgnored) {
  sigset_t blocked;
  sigset_t before;
  sigfillset(&blocked);
  pthread_sigmask(SIG_BLOCK, &blocked, &before);
  const auto old_handler = signal(SIGPIPE, SIG_IGN);
  const auto child = Spawn("grep -E 'Sig(Blk|Ign)' /proc/self/status | tr -d '\\n'");
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  signal(SIGPIPE, old_handler);
  const std::string line = child->AwaitLine(kLong).value_or("");
  EXPECT_THAT(line, HasSubstr("SigBlk:\t0000000000000000"));
  EXPECT_THAT(line, EndsWith("0"));  // SIGPIPE is 13: of the last four digits none is set by that
}

// A runner of its own, which is killed with its child alive.
TEST(ChildProcess, DiesWithTheRunner) {
  Spawn("exit 0");  // from here on orphans come to this process
  int ends[2];
  ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
  const pid_t runner = fork();
  if (runner == 0) {
    // A shell that stays, with a child.
    const auto child = Spawn("sleep 1000 & echo $!; wait");
    const std::string line = child->AwaitLine(kLong).value_or("") + "\n";
    (void)!write(ends[1], line.data(), line.size());
    pause();
  }
  close(ends[1]);
  std::string line;
  for (char byte = 0; read(ends[0], &byte, 1) == 1 && byte != '\n';) line += byte;
  const pid_t grandchild = PidIn(line);
  kill(runner, SIGKILL);
  // This process takes in all that is left of it, and hears of the last end: then there is nobody to wait
  // for.
  while (waitpid(-1, nullptr, 0) > 0 || IsThere(grandchild)) {
  }
  close(ends[0]);
}

}  // namespace
}  // namespace ketenproef::conformance
