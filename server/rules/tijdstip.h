// Instants of the virtual clock, and the civil time of the Netherlands.
//
// A `Tijdstip` is a point on the UTC time line in nanoseconds; `Amsterdam` says to which civil day it belongs
// (KAL-01) and when a day begins or its exchange runs. Nothing here reads a clock.
#ifndef KETENPROEF_SERVER_RULES_TIJDSTIP_H_
#define KETENPROEF_SERVER_RULES_TIJDSTIP_H_

#include <compare>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "server/rules/dag.h"

namespace ketenproef {

class Tijdstip {
 public:
  // 1970-01-01T00:00:00Z.
  constexpr Tijdstip() : nanos_(0) {}
  // Holds instants of the years 1678 to 2261; the contract's bounds lie well inside.
  static constexpr Tijdstip FromUnixNanos(std::int64_t nanos) { return Tijdstip(nanos); }
  static constexpr Tijdstip FromUnixSeconds(std::int64_t seconds) {
    return Tijdstip(seconds * 1'000'000'000);
  }

  constexpr std::int64_t unix_nanos() const { return nanos_; }
  absl::Time ToTime() const { return absl::FromUnixNanos(nanos_); }
  // RFC 3339 in UTC, for instance 2025-06-30T22:30:00Z.
  std::string ToString() const;

  friend constexpr auto operator<=>(Tijdstip, Tijdstip) = default;

 private:
  constexpr explicit Tijdstip(std::int64_t nanos) : nanos_(nanos) {}

  std::int64_t nanos_;
};

// Civil time in Europe/Amsterdam. Copies share the loaded zone; safe to use from any thread.
class Amsterdam {
 public:
  // Fails with NOT_FOUND where this machine has no time zone data (Debian package tzdata).
  static absl::StatusOr<Amsterdam> Load();

  // KAL-01: the civil day to which the instant belongs.
  Dag DagOf(Tijdstip tijdstip) const;
  // 00:00 of the day: when a term that ended the day before has lapsed (BO-06).
  Tijdstip BeginOf(Dag dag) const;
  // 06:00 of the day: when its exchange runs.
  Tijdstip UitwisselingOf(Dag dag) const;

 private:
  explicit Amsterdam(absl::TimeZone zone) : zone_(zone) {}

  absl::TimeZone zone_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_TIJDSTIP_H_
