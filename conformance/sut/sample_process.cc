#include "conformance/sut/sample_process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

void SampleFolder::Write(const std::string& name, const std::string& content) const {
  std::ofstream file(folder_ / name, std::ios::binary);
  file << content;
  file.close();
  EXPECT_TRUE(file) << name;
}

std::map<std::string, std::string> SampleFolder::Reports() const {
  std::map<std::string, std::string> reports;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_ / "rapportages")) {
    reports[entry.path().filename().string()] = ReadAll(entry.path());
  }
  return reports;
}

std::vector<std::string> SampleFolder::Received() const {
  std::vector<std::string> lines = absl::StrSplit(ReadAll(folder_ / "ontvangen.jsonl"), '\n');
  EXPECT_EQ(lines.back(), "");
  lines.pop_back();
  return lines;
}

SampleProcess::SampleProcess(const std::string& language, const std::string& configuration) {
  const std::string folder = absl::StrCat(KETENPROEF_SOURCE_DIR, "/conformance/sut/", language);
  const std::string program = language == "python" ? "/usr/bin/python3" : "node";
  const std::string script = absl::StrCat(folder, "/gemeente.", language == "python" ? "py" : "js");
  setenv("NODE_PATH", KETENPROEF_NODE_PATH, 1);
  int in[2];
  int out[2];
  int error[2];
  EXPECT_EQ(pipe2(in, O_CLOEXEC) + pipe2(out, O_CLOEXEC) + pipe2(error, O_CLOEXEC), 0);
  process_ = fork();
  if (process_ == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    dup2(error[1], STDERR_FILENO);
    execlp(program.c_str(), program.c_str(), script.c_str(), nullptr);
    _exit(127);
  }
  EXPECT_GT(process_, 0);
  close(in[0]);
  close(out[1]);
  close(error[1]);
  out_ = out[0];
  error_ = error[0];
  EXPECT_EQ(write(in[1], configuration.data(), configuration.size()),
            static_cast<ssize_t>(configuration.size()));
  close(in[1]);
}

SampleProcess::~SampleProcess() {
  if (process_ > 0) Stop(SIGKILL);
  close(out_);
  close(error_);
}

std::string SampleProcess::Line(int fd) {
  std::string line;
  char byte = 0;
  while (read(fd, &byte, 1) == 1 && byte != '\n') line += byte;
  return line;
}

std::string SampleProcess::Address() const {
  const std::string line = OutLine();
  const std::vector<std::string> parts = absl::StrSplit(line, '"');
  if (parts.size() != 5 || parts[1] != "address") {
    ADD_FAILURE() << "no ready line but \"" << line << "\": " << ErrorLine();
    return "";
  }
  return parts[3];
}

int SampleProcess::Stop(int signal) {
  EXPECT_EQ(kill(process_, signal), 0);
  return Wait();
}

int SampleProcess::Wait() {
  int status = 0;
  EXPECT_EQ(waitpid(process_, &status, 0), process_);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace ketenproef
