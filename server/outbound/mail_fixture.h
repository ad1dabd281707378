// For tests of e-mail: a notification, and what was reported of several.
#ifndef KETENPROEF_SERVER_OUTBOUND_MAIL_FIXTURE_H_
#define KETENPROEF_SERVER_OUTBOUND_MAIL_FIXTURE_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "server/outbound/mail.h"
#include "server/outbound/mail_queue.h"

namespace ketenproef {

inline constexpr char kFrom[] = "ketenproef@ib.example";

inline Notification NotificationOf(const std::string& id, const std::string& emailadres,
                                   const std::string& omgeving = "standaard") {
  return {.id = id,
          .omgeving = omgeving,
          .gemeentecode = Gemeentecode::FromTrustedNumber(363),
          .emailadres = emailadres,
          .bestandsnaam = "Re-integratie_signaalrapport_0363_20250301.csv",
          .dag = *Dag::FromCivil(2025, 3, 1),
          .tijdstip = Tijdstip::FromUnixSeconds(1'740'805'200)};
}

// Collects what a queue reports, as "ID CODE".
class Reported {
 public:
  MailQueue::Report Report() {
    return [this](const Notification& notification, const absl::Status& outcome) {
      absl::MutexLock lock(&mutex_);
      lines_.push_back(absl::StrCat(notification.id, " ", absl::StatusCodeToString(outcome.code())));
    };
  }
  // Waits for this many; what there is when they do not come within a minute.
  std::vector<std::string> Await(std::size_t count) {
    absl::MutexLock lock(&mutex_);
    const auto is_there = [&] { return lines_.size() >= count; };
    mutex_.AwaitWithTimeout(absl::Condition(&is_there), absl::Minutes(1));
    return lines_;
  }

 private:
  absl::Mutex mutex_;
  std::vector<std::string> lines_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OUTBOUND_MAIL_FIXTURE_H_
