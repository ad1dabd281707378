// For tests of the calendar: days in short.
#ifndef KETENPROEF_CONFORMANCE_CALENDAR_DAG_FIXTURE_H_
#define KETENPROEF_CONFORMANCE_CALENDAR_DAG_FIXTURE_H_

#include "absl/strings/string_view.h"
#include "conformance/calendar/dag.h"

namespace ketenproef::conformance {

// JJJJ-MM-DD; throws where there is no such day.
inline Dag D(absl::string_view text) {
  return ParseDag(text).value();
}

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_CALENDAR_DAG_FIXTURE_H_
