// Waits for SIGINT or SIGTERM, on a thread instead of in a signal handler. The second of them ends the
// process at once, with exit code 128 plus its number.
//
// Make it before any other thread starts: threads inherit that these signals are blocked.
#ifndef KETENPROEF_CLIENT_CLI_STOP_SIGNAL_H_
#define KETENPROEF_CLIENT_CLI_STOP_SIGNAL_H_

#include <csignal>
#include <thread>

#include "absl/synchronization/notification.h"

namespace ketenproef {

class StopSignal {
 public:
  StopSignal();
  // Ends the thread; the signals stay blocked.
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  bool has_come() const { return came_.HasBeenNotified(); }
  // Blocks until one has come; its number.
  int Wait() const;

 private:
  void Loop();

  sigset_t signals_;
  int first_ = 0;  // written before came_
  absl::Notification came_;
  std::thread thread_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_STOP_SIGNAL_H_
