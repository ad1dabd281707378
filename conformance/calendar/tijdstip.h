// Instants and the civil time of the Netherlands (KAL-01): the day to which an instant belongs, and the
// instant at which a clock there shows a time of a day, on days of 23 and 25 hours too.
//
// Pure functions: safe from any thread. The zone is Europe/Amsterdam of the system's zone files (Debian
// package tzdata). A command asks CheckAmsterdam first; without the zone the other functions end the program,
// because every day that they would give might be the wrong one.
//
//   TijdstipOp(*ParseDag("2025-03-30"), "03:00");            // 2025-03-30T01:00:00Z
//   TijdstipOp(*ParseDag("2025-03-30"), "02:30");            // nullopt: clocks jumped over it
//   DagVan(*ParseTijdstip("2025-06-30T22:30:00Z"));          // 2025-07-01

#ifndef CONFORMANCE_CALENDAR_TIJDSTIP_H_
#define CONFORMANCE_CALENDAR_TIJDSTIP_H_

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "conformance/calendar/dag.h"

namespace ketenproef::conformance {

// FAILED_PRECONDITION where the machine has no Europe/Amsterdam, saying what to install.
absl::Status CheckAmsterdam();

// The civil day to which an instant belongs.
Dag DagVan(absl::Time tijdstip);

// The first instant of a day, and of the day after it: a day is [BeginVan(dag), EindeVan(dag)).
absl::Time BeginVan(Dag dag);
absl::Time EindeVan(Dag dag);

// The instant at which clocks show `kloktijd` on that day: HH:MM, HH:MM:SS or HH:MM:SS. with one to nine
// digits. A time that comes twice (clocks go back) is its first; nullopt: of another form, or clocks jump
// over it on that day.
std::optional<absl::Time> TijdstipOp(Dag dag, absl::string_view kloktijd);

// The instant at which the exchange of that day runs: 06:00, which every day has (rules.md, X).
absl::Time UitwisselingOp(Dag dag);

// RFC 3339 with an offset or Z. Nullopt where it is not.
std::optional<absl::Time> ParseTijdstip(absl::string_view text);

// RFC 3339 as clocks in the Netherlands show it, with a fraction where there is one:
// 2025-03-31T06:00:00+02:00.
std::string FormatTijdstip(absl::Time tijdstip);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CALENDAR_TIJDSTIP_H_
