// A line of progress on standard error for a run of load, twice a second, where that is a terminal; nothing
// where it is not.
#ifndef KETENPROEF_CLIENT_CLI_LOAD_PROGRESS_H_
#define KETENPROEF_CLIENT_CLI_LOAD_PROGRESS_H_

#include <thread>

#include "absl/synchronization/notification.h"
#include "bench/load/live_figures.h"

namespace ketenproef {

class LoadProgress {
 public:
  explicit LoadProgress(bool is_quiet);
  // Ends the line.
  ~LoadProgress();
  LoadProgress(const LoadProgress&) = delete;
  LoadProgress& operator=(const LoadProgress&) = delete;

  // What the run has to count in; null where nobody looks.
  load::LiveFigures* figures() { return thread_.joinable() ? &figures_ : nullptr; }

 private:
  void Show();

  load::LiveFigures figures_;
  absl::Notification ended_;
  std::thread thread_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_LOAD_PROGRESS_H_
