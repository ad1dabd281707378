#include "client/cli/serve_limits.h"

#include <sys/resource.h>

#include <csignal>

namespace ketenproef {

void LiftServeLimits() {
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit files = {};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = files.rlim_max;
  // Where it cannot be had, the file that is one too many says so.
  (void)setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace ketenproef
