#include "conformance/mutants/workers.h"

#include <utility>

namespace ketenproef::conformance {

Workers::~Workers() {
  std::vector<std::thread> threads;
  {
    absl::MutexLock lock(&mutex_);
    ending_ = true;
    threads.swap(threads_);
  }
  for (std::thread& thread : threads) thread.join();
}

void Workers::Run(std::function<void()> work) {
  absl::MutexLock lock(&mutex_);
  waiting_.push_back(std::move(work));
  if (idle_ < waiting_.size() && threads_.size() < kMaxThreads) threads_.emplace_back([this] { Loop(); });
}

void Workers::Loop() {
  const auto has_something = [this]()
                                 ABSL_SHARED_LOCKS_REQUIRED(mutex_) { return ending_ || !waiting_.empty(); };
  for (;;) {
    std::function<void()> work;
    {
      absl::MutexLock lock(&mutex_);
      ++idle_;
      mutex_.Await(absl::Condition(&has_something));
      --idle_;
      if (waiting_.empty()) return;
      work = std::move(waiting_.front());
      waiting_.pop_front();
    }
    work();
  }
}

}  // namespace ketenproef::conformance
