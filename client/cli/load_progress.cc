#include "client/cli/load_progress.h"

#include <unistd.h>

#include <cstdio>

#include "bench/load/stopwatch.h"

namespace ketenproef {
namespace {

const absl::Duration kPause = absl::Milliseconds(500);
// Over what a longer line left behind.
constexpr char kClearToEnd[] = "\033[K";

}  // namespace

LoadProgress::LoadProgress(bool is_quiet) {
  if (!is_quiet && isatty(STDERR_FILENO) == 1) thread_ = std::thread([this] { Show(); });
}

LoadProgress::~LoadProgress() {
  if (!thread_.joinable()) return;
  ended_.Notify();
  thread_.join();
  std::fputc('\n', stderr);
}

void LoadProgress::Show() {
  while (!ended_.WaitForNotificationWithTimeout(kPause)) {
    std::fprintf(stderr, "\r%s%s", figures_.TakeLine(load::NowNanos()).c_str(), kClearToEnd);
    std::fflush(stderr);
  }
}

}  // namespace ketenproef
