// Days and instants as text and as messages of the contract. Pure functions. Errors are INVALID_ARGUMENT,
// worded to follow the name of what was given ("--to must be ..."), and never quote what was given: it may be
// a BSN that was typed in the wrong place (BSN-03).
#ifndef KETENPROEF_CLIENT_LIB_DATUM_H_
#define KETENPROEF_CLIENT_LIB_DATUM_H_

#include <google/protobuf/timestamp.pb.h>

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "ketenproef/v1/datum.pb.h"

namespace ketenproef::client {

// JJJJ-MM-DD, an existing day in the years 1900 to 2199.
absl::StatusOr<v1::Datum> ParseDatum(absl::string_view text);
// JJJJ-MM-DD, whatever the message holds.
std::string FormatDatum(const v1::Datum& datum);

// RFC 3339 with seconds and an offset, such as 2025-03-31T06:00:00+02:00; a day alone is 00:00 of that day in
// the Netherlands.
absl::StatusOr<google::protobuf::Timestamp> ParseTijdstip(absl::string_view text);
// As the clock stands in the Netherlands, such as 2025-03-31T06:00:00+02:00, with a fraction where there is.
std::string FormatTijdstip(const google::protobuf::Timestamp& tijdstip);

google::protobuf::Timestamp TimestampOf(absl::Time time);
absl::Time TimeOf(const google::protobuf::Timestamp& timestamp);

// Europe/Amsterdam; UTC on a machine that has no time zones (Debian package tzdata).
absl::TimeZone Amsterdam();

}  // namespace ketenproef::client

#endif  // KETENPROEF_CLIENT_LIB_DATUM_H_
