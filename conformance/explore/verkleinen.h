// Makes a playbook that shows something as short and plain as it can be while it still shows it: first lines
// are left out (delta debugging), then fields, then instants and days move nearer to each other.

#ifndef CONFORMANCE_EXPLORE_VERKLEINEN_H_
#define CONFORMANCE_EXPLORE_VERKLEINEN_H_

#include <functional>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "conformance/explore/proef.h"

namespace ketenproef::conformance {

struct Verkleind {
  Proef proef;          // no single line of it can be left out, unless the search was cut short
  int plays = 0;        // how often it was tried
  absl::Status status;  // why the search was cut short; OK: it was not
};

// `still_shows` plays a candidate. An error ends the search with the best until then, and so do `max_plays`.
Verkleind Verklein(const Proef& proef, const std::function<absl::StatusOr<bool>(const Proef&)>& still_shows,
                   int max_plays = 3'000);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_VERKLEINEN_H_
