// For tests: what a running process holds. Linux: it is read from /proc.
#ifndef KETENPROEF_CLIENT_CLI_PROCESS_FOOTPRINT_H_
#define KETENPROEF_CLIENT_CLI_PROCESS_FOOTPRINT_H_

#include <sys/types.h>

#include <cstdint>
#include <ostream>

namespace ketenproef {

struct ProcessFootprint {
  std::int64_t resident_kib = 0;
  std::int64_t threads = 0;
  std::int64_t handles = 0;  // open file descriptors
};

// A process that is not there holds nothing.
ProcessFootprint FootprintOf(pid_t process);

// By how much more `after` is.
ProcessFootprint Growth(const ProcessFootprint& before, const ProcessFootprint& after);

std::ostream& operator<<(std::ostream& out, const ProcessFootprint& footprint);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_PROCESS_FOOTPRINT_H_
