#include "client/cli/process_footprint.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

namespace ketenproef {

ProcessFootprint FootprintOf(pid_t process) {
  const std::filesystem::path proc = "/proc/" + std::to_string(process);
  ProcessFootprint footprint;
  std::ifstream status(proc / "status");
  for (std::string word; status >> word;) {
    if (word == "VmRSS:") status >> footprint.resident_kib;
    if (word == "Threads:") status >> footprint.threads;
  }
  std::error_code error;
  const std::filesystem::directory_iterator handles(proc / "fd", error);
  if (!error) footprint.handles = std::distance(begin(handles), end(handles));
  return footprint;
}

ProcessFootprint Growth(const ProcessFootprint& before, const ProcessFootprint& after) {
  return {after.resident_kib - before.resident_kib, after.threads - before.threads,
          after.handles - before.handles};
}

std::ostream& operator<<(std::ostream& out, const ProcessFootprint& footprint) {
  return out << footprint.resident_kib << " KiB, " << footprint.threads << " threads, " << footprint.handles
             << " handles";
}

}  // namespace ketenproef
