// The e-mail that says a report is ready (NOT-01), as a message of RFC 5322: what it says, to whom, and under
// which name it is kept. Pure functions; no BSN and nothing else about a person is ever in it, and no address
// can bring a header or a recipient of its own.
#ifndef KETENPROEF_SERVER_OUTBOUND_MAIL_H_
#define KETENPROEF_SERVER_OUTBOUND_MAIL_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "server/rules/dag.h"
#include "server/rules/nummers.h"
#include "server/rules/tijdstip.h"

namespace ketenproef {

// One report that somebody is to hear about.
struct Notification {
  std::string id;        // of whoever asked for it, who hears the outcome under it; not in the mail
  std::string omgeving;  // 1 to 63 of a-z, 0-9 and hyphen
  Gemeentecode gemeentecode;
  std::string emailadres;
  std::string bestandsnaam;  // CSV-04
  Dag dag;                   // X, the day of the exchange
  Tijdstip tijdstip;         // when the exchange ran
};

// A message as it goes out.
struct Mail {
  std::string from;  // addresses alone, for the envelope
  std::string to;
  std::string name;  // of the message among all, fit for a file: the same report gets the same name
  std::string text;  // headers and body, lines ending in CRLF
};

// Whether mail can be sent to (or from) this address: LOCAL@DOMAIN of at most 254 bytes of printable ASCII,
// the local part without quotes. INVALID_ARGUMENT says which form is wanted and never repeats the address.
absl::Status CheckMailadres(absl::string_view address);

// The same notification gives the same bytes. INVALID_ARGUMENT where an address or a name is malformed.
absl::StatusOr<Mail> ComposeMail(const Notification& notification, absl::string_view from);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OUTBOUND_MAIL_H_
