// Who is at an address where gRPC gets no answer: nobody, somebody who keeps silent, or a server of another
// kind. Asks as any client of gRPC begins (RFC 9113, section 3.4), and looks at the first bytes that come
// back.
#ifndef KETENPROEF_CONFORMANCE_RUNNER_GREETING_H_
#define KETENPROEF_CONFORMANCE_RUNNER_GREETING_H_

#include <string>

#include "absl/time/time.h"

namespace ketenproef::conformance {

enum class Greeting {
  kHttp2,   // it greets as gRPC does
  kOther,   // it says something else
  kCloses,  // it takes the connection and breaks it
  kSilent,  // it says nothing until the time is over
  kNobody,  // there is no connection
};

struct Greeted {
  Greeting greeting = Greeting::kNobody;
  // With kOther what it says, made fit for a report.
  std::string said = {};
};

// `address` is HOST:PORT. Waits no longer than this.
Greeted Greet(const std::string& address, absl::Duration longest);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_RUNNER_GREETING_H_
