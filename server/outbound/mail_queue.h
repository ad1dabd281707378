// Sends notifications on a thread of its own, each at least once, so that a mail server that is down or slow
// delays nothing but mail.
//
//   MailQueue queue({.from = "ketenproef@gemeente.example"}, std::make_unique<MailFolder>("post"),
//                   [](const Notification& notification, const absl::Status& outcome) { ... });
//   queue.Put(notification);
//
// Order is kept within an omgeving: while its first mail has to be tried again, those behind it wait, and
// those of other omgevingen do not. What a server refuses for good is reported and the next goes on. A
// notification that has not been reported when the queue stops was perhaps not sent: put it in again next
// time. All methods may be called from any thread.
#ifndef KETENPROEF_SERVER_OUTBOUND_MAIL_QUEUE_H_
#define KETENPROEF_SERVER_OUTBOUND_MAIL_QUEUE_H_

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/functional/any_invocable.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "server/outbound/mail.h"
#include "server/outbound/mail_sender.h"

namespace ketenproef {

struct MailQueueOptions {
  // The sender's address.
  std::string from = {};
  // How long to wait, in real time, before what failed is tried again: after the first time, the second, ...;
  // the last holds from then on. Not empty.
  std::vector<absl::Duration> pauses = {absl::Seconds(1), absl::Seconds(5), absl::Seconds(30),
                                        absl::Minutes(2)};
};

class MailQueue {
 public:
  // Called once for each notification, on the queue's thread: OK when the mail has been taken, otherwise why
  // it never will be. May call Put; may block, and mail waits meanwhile; may not call Stop.
  using Report = absl::AnyInvocable<void(const Notification&, const absl::Status&)>;

  MailQueue(MailQueueOptions options, std::unique_ptr<MailSender> sender, Report report);
  MailQueue(const MailQueue&) = delete;
  MailQueue& operator=(const MailQueue&) = delete;
  ~MailQueue() { Stop(); }

  // Never waits. After Stop it does nothing.
  void Put(Notification notification);

  // Gives up what is being sent and returns when the thread has ended; nothing is reported any more then.
  void Stop();

  // How many wait or are being sent, and, while something has to be tried again, why; otherwise OK.
  struct Standing {
    std::size_t waiting = 0;
    absl::Status trouble;
  };
  Standing standing() const;

 private:
  // What waits in one omgeving, never empty.
  struct Lane {
    std::deque<Notification> waiting;
    bool is_held = false;  // the first has to be tried again after a pause
  };

  void Loop(const std::stop_token& stop);
  // The next to send, which stays at the head of its lane; nothing when stopping. Waits.
  std::optional<Notification> Next();
  // Takes the head of the lane out, or holds the lane.
  void Settle(const std::string& omgeving, const absl::Status& outcome);
  bool HasReady() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Release() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const MailQueueOptions options_;
  const std::unique_ptr<MailSender> sender_;
  Report report_;
  mutable absl::Mutex mutex_;
  std::map<std::string, Lane> lanes_ ABSL_GUARDED_BY(mutex_);
  std::string last_ ABSL_GUARDED_BY(mutex_);  // the omgeving that was served last: they take turns
  std::size_t pauses_taken_ ABSL_GUARDED_BY(mutex_) = 0;  // since the server last answered
  absl::Status trouble_ ABSL_GUARDED_BY(mutex_);
  bool is_stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OUTBOUND_MAIL_QUEUE_H_
