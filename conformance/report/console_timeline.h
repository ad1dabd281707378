// The course of a case drawn in text: a bar with a row for what was sent, due and came, and below it the
// moments in order, with their distance in days from the first one.
//
//           ma 2025-01-06                                     di 2025-02-18
//   sent    ●····························································●
//   due     ···························································●··
//   came    ·····························································✗
//
//      +0  ma 2025-01-06 09:00               sent  dienstverband van P1 bij W1
//     +42  ma 2025-02-17 23:59:59.999999999  due   uiterste dag van de ziekmelding
//     +43  di 2025-02-18 00:00               sent  ziekmelding zm-1
//   ✗ +43  di 2025-02-18 00:00               came  op tijd, geen boete
//
// Pure function: safe from any thread.

#ifndef CONFORMANCE_REPORT_CONSOLE_TIMELINE_H_
#define CONFORMANCE_REPORT_CONSOLE_TIMELINE_H_

#include <google/protobuf/repeated_ptr_field.h>

#include <cstddef>
#include <string>

#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

// `timeline` in order of time; nothing comes of an empty one. Of a long one, what
// shown_moments.h chooses. The bar is left out where all of it is on one day.
std::string DrawTimeline(const google::protobuf::RepeatedPtrField<v1::Moment>& timeline, std::size_t width);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_CONSOLE_TIMELINE_H_
