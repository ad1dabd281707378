// Threads on which hooks run, so that a hook may wait for the system behind the proxy: a thread of gRPC never
// may. As many as there are hooked calls at one time, kept for the next. Safe from any thread.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_WORKERS_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_WORKERS_H_

#include <deque>
#include <functional>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace ketenproef::conformance {

class Workers {
 public:
  // What more calls than this want waits its turn.
  static constexpr std::size_t kMaxThreads = 64;

  Workers() = default;
  Workers(const Workers&) = delete;
  // Finishes what was given.
  ~Workers();

  void Run(std::function<void()> work);

 private:
  void Loop();

  absl::Mutex mutex_;
  std::deque<std::function<void()>> waiting_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::thread> threads_ ABSL_GUARDED_BY(mutex_);
  std::size_t idle_ ABSL_GUARDED_BY(mutex_) = 0;
  bool ending_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_WORKERS_H_
