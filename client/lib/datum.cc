#include "client/lib/datum.h"

#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"

namespace ketenproef::client {
namespace {

constexpr int kFirstJaar = 1900;
constexpr int kLastJaar = 2199;
constexpr std::size_t kDateLength = 10;  // of JJJJ-MM-DD

// The form JJJJ-MM-DD; whether there is such a day is for the caller.
bool IsDateForm(absl::string_view text) {
  if (text.size() != kDateLength) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_hyphen = i == 4 || i == 7;
    if (is_hyphen ? text[i] != '-' : !absl::ascii_isdigit(static_cast<unsigned char>(text[i]))) return false;
  }
  return true;
}

int NumberAt(absl::string_view text, std::size_t begin, std::size_t length) {
  int number = 0;
  return absl::SimpleAtoi(text.substr(begin, length), &number) ? number : 0;
}

}  // namespace

absl::StatusOr<v1::Datum> ParseDatum(absl::string_view text) {
  if (!IsDateForm(text)) return absl::InvalidArgumentError("must be a date, JJJJ-MM-DD");
  v1::Datum datum;
  datum.set_jaar(NumberAt(text, 0, 4));
  datum.set_maand(NumberAt(text, 5, 2));
  datum.set_dag(NumberAt(text, 8, 2));
  const absl::CivilDay day(datum.jaar(), datum.maand(), datum.dag());
  // A day that does not exist is another one by then.
  if (day.year() != datum.jaar() || day.month() != datum.maand() || day.day() != datum.dag()) {
    return absl::InvalidArgumentError("is a day that does not exist");
  }
  if (datum.jaar() < kFirstJaar || datum.jaar() > kLastJaar) {
    return absl::InvalidArgumentError("must be in the years 1900 to 2199");
  }
  return datum;
}

std::string FormatDatum(const v1::Datum& datum) {
  return absl::StrFormat("%04d-%02d-%02d", datum.jaar(), datum.maand(), datum.dag());
}

absl::StatusOr<google::protobuf::Timestamp> ParseTijdstip(absl::string_view text) {
  if (IsDateForm(text)) {
    const auto datum = ParseDatum(text);
    if (!datum.ok()) return datum.status();
    return TimestampOf(
        absl::FromCivil(absl::CivilDay(datum->jaar(), datum->maand(), datum->dag()), Amsterdam()));
  }
  absl::Time time;
  std::string ignored;  // says what a parser of Abseil expects, which helps nobody
  if (!IsDateForm(text.substr(0, kDateLength)) ||
      !absl::ParseTime(absl::RFC3339_full, text, &time, &ignored) || absl::StrContains(text, ' ')) {
    return absl::InvalidArgumentError(
        "must be an instant such as 2025-03-31T06:00:00+02:00, or a date, JJJJ-MM-DD");
  }
  const auto datum = ParseDatum(text.substr(0, kDateLength));
  if (!datum.ok()) return datum.status();
  return TimestampOf(time);
}

std::string FormatTijdstip(const google::protobuf::Timestamp& tijdstip) {
  return absl::FormatTime(absl::RFC3339_full, TimeOf(tijdstip), Amsterdam());
}

google::protobuf::Timestamp TimestampOf(absl::Time time) {
  google::protobuf::Timestamp timestamp;
  const std::int64_t seconds = absl::ToUnixSeconds(time);
  timestamp.set_seconds(seconds);
  timestamp.set_nanos(
      static_cast<std::int32_t>(absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(seconds))));
  return timestamp;
}

absl::Time TimeOf(const google::protobuf::Timestamp& timestamp) {
  return absl::FromUnixSeconds(timestamp.seconds()) + absl::Nanoseconds(timestamp.nanos());
}

absl::TimeZone Amsterdam() {
  absl::TimeZone amsterdam;
  return absl::LoadTimeZone("Europe/Amsterdam", &amsterdam) ? amsterdam : absl::UTCTimeZone();
}

}  // namespace ketenproef::client
