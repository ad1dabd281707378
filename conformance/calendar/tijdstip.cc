#include "conformance/calendar/tijdstip.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"

namespace ketenproef::conformance {
namespace {

constexpr char kZone[] = "Europe/Amsterdam";

const absl::TimeZone& Amsterdam() {
  static const auto* const kAmsterdam = [] {
    auto* zone = new absl::TimeZone();
    if (absl::LoadTimeZone(kZone, zone)) return zone;
    std::fputs("this machine does not know the time zone Europe/Amsterdam: install tzdata\n", stderr);
    std::abort();
  }();
  return *kAmsterdam;
}

absl::CivilDay CivilDayOf(Dag dag) {
  return absl::CivilDay() + dag.time_since_epoch().count();
}

// absl lets small letters, a space for T, missing seconds and a leap second pass; the chain knows none of
// them.
bool HasForm(absl::string_view text) {
  static constexpr absl::string_view kForm = "dddd-dd-ddTdd:dd:dd";
  if (text.size() <= kForm.size()) return false;
  for (size_t i = 0; i < kForm.size(); ++i) {
    const bool is_digit = absl::ascii_isdigit(static_cast<unsigned char>(text[i]));
    if (kForm[i] == 'd' ? !is_digit : text[i] != kForm[i]) return false;
  }
  return text[17] <= '5' && text.back() != 'z';
}

}  // namespace

absl::Status CheckAmsterdam() {
  absl::TimeZone zone;
  if (absl::LoadTimeZone(kZone, &zone)) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat("this machine does not know the time zone ", kZone, ": install tzdata"));
}

Dag DagVan(absl::Time tijdstip) {
  const absl::CivilDay day = absl::ToCivilDay(tijdstip, Amsterdam());
  return Dag(Dagen(static_cast<int>(day - absl::CivilDay())));
}

absl::Time BeginVan(Dag dag) {
  return absl::FromCivil(CivilDayOf(dag), Amsterdam());
}

absl::Time EindeVan(Dag dag) {
  return BeginVan(dag + Dagen(1));
}

std::optional<absl::Time> TijdstipOp(Dag dag, absl::string_view kloktijd) {
  const std::string text = absl::StrCat("1970-01-01T", kloktijd, kloktijd.size() == 5 ? ":00Z" : "Z");
  const std::optional<absl::Time> since_midnight = ParseTijdstip(text);
  if (!since_midnight) return std::nullopt;
  const int64_t seconds = absl::ToUnixSeconds(*since_midnight);
  const absl::CivilSecond civil = absl::CivilSecond(CivilDayOf(dag)) + seconds;
  const absl::TimeZone::TimeInfo info = Amsterdam().At(civil);
  if (info.kind == absl::TimeZone::TimeInfo::SKIPPED) return std::nullopt;
  return info.pre + (*since_midnight - absl::FromUnixSeconds(seconds));
}

absl::Time UitwisselingOp(Dag dag) {
  return absl::FromCivil(absl::CivilHour(CivilDayOf(dag)) + 6, Amsterdam());
}

std::optional<absl::Time> ParseTijdstip(absl::string_view text) {
  absl::Time tijdstip;
  std::string error;
  if (!HasForm(text) || !absl::ParseTime(absl::RFC3339_full, text, &tijdstip, &error)) return std::nullopt;
  return tijdstip;
}

std::string FormatTijdstip(absl::Time tijdstip) {
  return absl::FormatTime(absl::RFC3339_full, tijdstip, Amsterdam());
}

}  // namespace ketenproef::conformance
