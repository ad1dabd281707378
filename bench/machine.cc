#include "bench/machine.h"

#include <sys/utsname.h>

#include <fstream>
#include <thread>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace ketenproef::bench {
namespace {

// What follows the colon in the first line that begins so.
std::string ValueIn(const char* path, const std::string& beginning) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find(':');
    if (absl::StartsWith(line, beginning) && colon != std::string::npos) {
      return std::string(absl::StripAsciiWhitespace(line.substr(colon + 1)));
    }
  }
  return "unknown";
}

std::string FirstLineOf(const char* path) {
  std::ifstream file(path);
  std::string line;
  return std::getline(file, line) ? line : "unknown";
}

std::string Kernel() {
  utsname names{};
  return uname(&names) == 0 ? absl::StrCat(names.sysname, " ", names.release) : "unknown";
}

}  // namespace

std::vector<std::pair<std::string, std::string>> DescribeMachine() {
  return {{"processor", ValueIn("/proc/cpuinfo", "model name")},
          {"cores", absl::StrCat(std::thread::hardware_concurrency())},
          {"memory", ValueIn("/proc/meminfo", "MemTotal")},
          {"kernel", Kernel()},
          {"load at start", FirstLineOf("/proc/loadavg")}};
}

}  // namespace ketenproef::bench
