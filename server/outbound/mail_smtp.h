// Mail by SMTP, through libcurl. A connection is kept for the mails that follow.
#ifndef KETENPROEF_SERVER_OUTBOUND_MAIL_SMTP_H_
#define KETENPROEF_SERVER_OUTBOUND_MAIL_SMTP_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "server/outbound/mail_sender.h"

namespace ketenproef {

struct SmtpOptions {
  // smtp://HOST:PORT (protected by STARTTLS where the server offers it) or smtps://HOST:PORT.
  std::string url = {};
  // Both or neither. With them STARTTLS is obliged: a password never goes over an open line.
  std::string user = {};
  std::string password = {};
  // How long the sending of one mail may take in all.
  absl::Duration deadline = absl::Seconds(30);
};

// INVALID_ARGUMENT, saying what is wrong, where the options cannot be right; no connection is made yet.
//
// Of Send: a reply 5xx to the mail itself or its recipient is FAILED_PRECONDITION; whatever else keeps it
// from being taken (no connection, no TLS, a password that is not accepted, a reply 4xx) is UNAVAILABLE.
absl::StatusOr<std::unique_ptr<MailSender>> MakeSmtpSender(const SmtpOptions& options);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OUTBOUND_MAIL_SMTP_H_
