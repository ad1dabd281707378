// Where mail goes: one message at a time, and the sender waits until somebody has it.
#ifndef KETENPROEF_SERVER_OUTBOUND_MAIL_SENDER_H_
#define KETENPROEF_SERVER_OUTBOUND_MAIL_SENDER_H_

#include <stop_token>

#include "absl/status/status.h"
#include "server/outbound/mail.h"

namespace ketenproef {

class MailSender {
 public:
  virtual ~MailSender() = default;

  // Blocks until the mail has been taken (OK) or not. UNAVAILABLE and DEADLINE_EXCEEDED: try this mail again
  // later, it may have been taken all the same; CANCELLED: stop was requested; any other error: refused for
  // good. No error holds an address or what the other side said. One call at a time.
  virtual absl::Status Send(const Mail& mail, const std::stop_token& stop) = 0;
};

// Whether the same mail is worth another attempt.
inline bool IsWorthAnotherAttempt(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status);
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OUTBOUND_MAIL_SENDER_H_
