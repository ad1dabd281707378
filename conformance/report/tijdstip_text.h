// Virtual instants as a reader of a report wants them: the weekday, the day and the clock in the Netherlands.
//
// Pure functions: safe from any thread. An instant outside the years 1 to 9999 is taken for the nearest one
// in them.

#ifndef CONFORMANCE_REPORT_TIJDSTIP_TEXT_H_
#define CONFORMANCE_REPORT_TIJDSTIP_TEXT_H_

#include <google/protobuf/timestamp.pb.h>

#include <string>

#include "absl/time/time.h"
#include "conformance/calendar/dag.h"

namespace ketenproef::conformance {

absl::Time TimeOf(const google::protobuf::Timestamp& tijdstip);

// `ma 2025-02-17`.
std::string DagText(Dag dag);

// `06:00`, with seconds and their fraction where there are any: `23:59:59.999999999`. In the hour that comes
// twice when clocks go back it says which one: `02:30 +02:00`.
std::string KloktijdText(absl::Time time);

// Both: `ma 2025-02-17 06:00`.
std::string TijdstipText(absl::Time time);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_TIJDSTIP_TEXT_H_
