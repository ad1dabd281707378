#include "bench/child_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "absl/strings/str_cat.h"

namespace ketenproef::bench {

absl::StatusOr<std::unique_ptr<ChildProcess>> ChildProcess::Start(const std::vector<std::string>& words) {
  std::vector<std::string> copies = words;
  std::vector<char*> pointers;
  pointers.reserve(copies.size() + 1);
  for (std::string& word : copies) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  std::array<int, 2> in = {};
  std::array<int, 2> out = {};
  if (pipe2(in.data(), O_CLOEXEC) != 0) return absl::UnavailableError(std::strerror(errno));
  if (pipe2(out.data(), O_CLOEXEC) != 0) return absl::UnavailableError(std::strerror(errno));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  pid_t process = -1;
  const int error = posix_spawnp(&process, words[0].c_str(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(in[0]);
  close(out[1]);
  if (error != 0) {
    close(in[1]);
    close(out[0]);
    return absl::NotFoundError(absl::StrCat(words[0], ": ", std::strerror(error)));
  }
  return std::unique_ptr<ChildProcess>(new ChildProcess(process, in[1], out[0]));
}

ChildProcess::~ChildProcess() {
  Kill();
  close(input_);
  close(output_);
}

absl::StatusOr<std::string> ChildProcess::ReadLine() const {
  std::string line;
  char character = 0;
  while (read(output_, &character, 1) == 1) {
    if (character == '\n') return line;
    line += character;
  }
  return absl::UnavailableError("the process ended before it wrote a line");
}

std::string ChildProcess::ReadAll() const {
  std::string all;
  std::array<char, 4096> buffer{};
  for (;;) {
    const ssize_t bytes = read(output_, buffer.data(), buffer.size());
    if (bytes <= 0) return all;
    all.append(buffer.data(), static_cast<std::size_t>(bytes));
  }
}

void ChildProcess::Kill() {
  if (process_ <= 0) return;
  kill(process_, SIGKILL);
  (void)Wait();  // killed, as was asked for
}

absl::Status ChildProcess::Wait() {
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return absl::OkStatus();
  return absl::AbortedError(absl::StrCat("the process ended with ",
                                         WIFEXITED(status) ? "exit code " : "signal ",
                                         WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status)));
}

}  // namespace ketenproef::bench
