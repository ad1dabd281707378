#include "client/cli/run_binary.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace ketenproef {
namespace {

namespace fs = std::filesystem;

// In the new process: only calls that are safe between fork and exec.
[[noreturn]] void Execute(char* const* arguments, int out, int err, char* hidden, std::size_t hidden_size) {
  if (hidden != nullptr) {
    // The process number behind the prefix, written by hand.
    char digits[16];
    int length = 0;
    for (pid_t rest = getpid(); rest > 0; rest /= 10) digits[length++] = static_cast<char>('0' + rest % 10);
    while (length > 0) hidden[hidden_size++] = digits[--length];
    hidden[hidden_size] = '\0';
    mkdir(hidden, 0755);
  }
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  execv(KETENPROEF_BINARY, arguments);
  _exit(127);
}

pid_t Start(const std::vector<std::string>& arguments, int out, int err, const std::string& hidden_prefix) {
  std::vector<std::string> words = {KETENPROEF_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  std::string hidden = hidden_prefix;
  hidden.resize(hidden_prefix.size() + 20);
  const pid_t process = fork();
  if (process == 0) {
    Execute(pointers.data(), out, err, hidden_prefix.empty() ? nullptr : hidden.data(), hidden_prefix.size());
  }
  EXPECT_GT(process, 0);
  return process;
}

}  // namespace

const char kHeader[] =
    "tijdstip;soort;kenmerk;bsn;loonheffingennummer;gemeentecode;datum_van;datum_tot;loonwaarde;forfaitair;"
    "verwijst_naar;toelichting";
const char kGoodLine[] = "2025-01-06T08:00:00+01:00;WOONPLAATS;;999990299;;0363;2016-01-01;;;;;";

pid_t StartBinary(const std::vector<std::string>& arguments, const std::string& hidden_prefix) {
  const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
  const pid_t process = Start(arguments, null, null, hidden_prefix);
  close(null);
  return process;
}

int WaitFor(pid_t process) {
  int status = 0;
  EXPECT_EQ(waitpid(process, &status, 0), process);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Outcome RunBinary(const std::vector<std::string>& arguments) {
  const TemporaryFolder folder;
  const std::string out_name = (folder / "out").string();
  const std::string err_name = (folder / "err").string();
  const int out = open(out_name.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  const int err = open(err_name.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  Outcome outcome;
  outcome.exit_code = WaitFor(Start(arguments, out, err, ""));
  close(out);
  close(err);
  outcome.stdout_text = ReadTextFile(out_name);
  outcome.stderr_text = ReadTextFile(err_name);
  return outcome;
}

void WriteTextFile(const fs::path& path, const std::string& content) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << content;
  file.close();
  EXPECT_TRUE(file) << path;
}

std::string ReadTextFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::map<std::string, std::string> ReadFolder(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = fs::relative(entry.path(), folder).string();
    if (entry.is_directory()) {
      files[name + "/"];
    } else {
      files[name] = ReadTextFile(entry.path());
    }
  }
  return files;
}

std::vector<std::string> NamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace ketenproef
