// Lets the clocks run that were set to run by themselves (CLOCK_MODE_RUNNING): moves each, several times a
// second, to where its factor says it should stand by now. The one place where real time becomes virtual
// time.
#ifndef KETENPROEF_SERVER_APP_KLOKDRIJVER_H_
#define KETENPROEF_SERVER_APP_KLOKDRIJVER_H_

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/container/btree_map.h"
#include "absl/synchronization/mutex.h"
#include "server/omgeving/omgevingen.h"

namespace ketenproef {

class Klokdrijver {
 public:
  // `omgevingen` must outlive it.
  explicit Klokdrijver(Omgevingen& omgevingen);
  // No clock is moved any more once this returns; what was asked for still comes to its end.
  ~Klokdrijver();

 private:
  // A clock that runs: it stood at `klok` at `sinds`.
  struct Loop {
    std::uint32_t factor_duizendsten;
    std::chrono::steady_clock::time_point sinds;
    Tijdstip klok;
    // Whether the last move has ended; a system outside may hold it up.
    std::shared_ptr<std::atomic<bool>> rust;
  };

  void Run();
  void Drive(const std::string& naam, Writer& writer);
  bool IsStopped() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return stopped_; }

  Omgevingen& omgevingen_;
  absl::Mutex mutex_;
  bool stopped_ ABSL_GUARDED_BY(mutex_) = false;
  absl::btree_map<std::string, Loop> lopend_;  // the thread's own
  std::thread thread_;                         // last: it uses all of the above
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_APP_KLOKDRIJVER_H_
