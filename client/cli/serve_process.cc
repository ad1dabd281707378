#include "client/cli/serve_process.h"

#include <fcntl.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <regex>

namespace ketenproef {

ServeProcess::ServeProcess(const std::vector<std::string>& arguments, const std::string& awaited) {
  std::vector<std::string> words = {KETENPROEF_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  std::array<int, 2> out = {};
  EXPECT_EQ(pipe2(out.data(), O_CLOEXEC), 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, (folder_ / "log").c_str(), O_CREAT | O_WRONLY,
                                   0600);
  EXPECT_EQ(posix_spawn(&process_, KETENPROEF_BINARY, &actions, nullptr, pointers.data(), environ), 0);
  posix_spawn_file_actions_destroy(&actions);
  close(out[1]);
  std::string written;
  std::string line;
  char character = 0;
  while (read(out[0], &character, 1) == 1) {
    line += character;
    if (character != '\n') continue;
    written += line;
    if (line.find(awaited) != std::string::npos) break;
    line.clear();
  }
  close(out[0]);
  std::smatch match;
  if (std::regex_search(written, match, std::regex("[a-z0-9.]+:[0-9]+"))) address_ = match.str();
}

ServeProcess::~ServeProcess() {
  if (process_ > 0) Stop(SIGKILL);
}

std::shared_ptr<grpc::Channel> ServeProcess::Channel() const {
  return grpc::CreateChannel(address_, grpc::InsecureChannelCredentials());
}

void ServeProcess::Signal(int signal) const {
  EXPECT_EQ(kill(process_, signal), 0);
}

int ServeProcess::Wait() {
  const int exit_code = WaitFor(process_);
  process_ = -1;
  return exit_code;
}

int ServeProcess::Stop(int signal) {
  Signal(signal);
  return Wait();
}

std::string ServeProcess::Log() const {
  return ReadTextFile(folder_ / "log");
}

}  // namespace ketenproef
