// A thread that handles what is put in its queue, everything that waits at once. The queue is bounded. Put
// may be called from any thread; the handler runs on the one thread only. Stop, at the latest the destructor,
// handles what is queued and then ends the thread.
#ifndef KETENPROEF_SERVER_OMGEVING_BATCH_THREAD_H_
#define KETENPROEF_SERVER_OMGEVING_BATCH_THREAD_H_

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <thread>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/functional/any_invocable.h"
#include "absl/synchronization/mutex.h"

namespace ketenproef {

template <typename Item>
class BatchThread {
 public:
  // `handle` gets at least one item and may leave anything in the vector; it is cleared afterwards.
  BatchThread(std::size_t max_queued, absl::AnyInvocable<void(std::vector<Item>&)> handle)
      : max_queued_(max_queued), handle_(std::move(handle)), thread_([this] { Loop(); }) {}

  BatchThread(const BatchThread&) = delete;
  BatchThread& operator=(const BatchThread&) = delete;

  ~BatchThread() { Stop(); }

  // Not from the handler. Nothing is taken in any more from the beginning of the call on.
  void Stop() {
    {
      absl::MutexLock lock(&mutex_);
      stopping_ = true;
    }
    if (thread_.joinable()) thread_.join();
  }

  // False where the queue is full or the thread stopped; the item is then dropped.
  bool Put(Item item) {
    absl::MutexLock lock(&mutex_);
    if (stopping_ || queue_.size() >= max_queued_) return false;
    queue_.push_back(std::move(item));
    return true;
  }
  // Likewise, also where the queue is full: for what the handler itself has set going.
  bool PutAlways(Item item) {
    absl::MutexLock lock(&mutex_);
    if (stopping_) return false;
    queue_.push_back(std::move(item));
    return true;
  }

  // From the handler only: waits for more and appends it to `*items`. False where the thread is being stopped
  // and nothing is left.
  bool TakeMore(std::vector<Item>* items) {
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &BatchThread::HasWork));
    if (queue_.empty()) return false;
    std::move(queue_.begin(), queue_.end(), std::back_inserter(*items));
    queue_.clear();
    return true;
  }

 private:
  void Loop() {
    std::vector<Item> items;
    for (;;) {
      {
        absl::MutexLock lock(&mutex_);
        mutex_.Await(absl::Condition(this, &BatchThread::HasWork));
        if (queue_.empty()) return;
        items.swap(queue_);
      }
      handle_(items);
      items.clear();
    }
  }

  bool HasWork() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return stopping_ || !queue_.empty(); }

  const std::size_t max_queued_;
  absl::AnyInvocable<void(std::vector<Item>&)> handle_;
  absl::Mutex mutex_;
  std::vector<Item> queue_ ABSL_GUARDED_BY(mutex_);
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_BATCH_THREAD_H_
