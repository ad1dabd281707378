#include "conformance/calendar/dag.h"

#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"

namespace ketenproef::conformance {
namespace {

using std::chrono::year_month_day;

constexpr int kFirstJaar = 1900;
constexpr int kLastJaar = 2199;

// The number that the digits at [begin, begin + length) stand for; -1 where one is no digit.
int NumberAt(absl::string_view text, size_t begin, size_t length) {
  int number = 0;
  for (const char c : text.substr(begin, length)) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

// The day itself where it exists, else the last day of its month.
Dag LastOfMonthAtMost(year_month_day day) {
  if (day.ok()) return Dag(day);
  return Dag(day.year() / day.month() / std::chrono::last);
}

}  // namespace

std::optional<Dag> DagOf(int jaar, int maand, int dag) {
  if (jaar < kFirstJaar || jaar > kLastJaar || maand < 1 || dag < 1) return std::nullopt;
  const year_month_day day(std::chrono::year(jaar), std::chrono::month(static_cast<unsigned>(maand)),
                           std::chrono::day(static_cast<unsigned>(dag)));
  if (!day.ok()) return std::nullopt;
  return Dag(day);
}

std::optional<Dag> ParseDag(absl::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return DagOf(NumberAt(text, 0, 4), NumberAt(text, 5, 2), NumberAt(text, 8, 2));
}

std::string FormatDag(Dag dag) {
  const year_month_day day(dag);
  return absl::StrFormat("%04d-%02d-%02d", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                         static_cast<unsigned>(day.day()));
}

std::string FormatDagCompact(Dag dag) {
  const year_month_day day(dag);
  return absl::StrFormat("%04d%02d%02d", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                         static_cast<unsigned>(day.day()));
}

int JaarOf(Dag dag) {
  return static_cast<int>(year_month_day(dag).year());
}

bool IsDagOfKeten(Dag dag) {
  const int jaar = JaarOf(dag);
  return jaar >= kFirstJaar && jaar <= kLastJaar;
}

bool IsWeekend(Dag dag) {
  const std::chrono::weekday day(dag);
  return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

// Only 29 February has no such day in another year, and the last day of that month is the 28th.
Dag JarenTerug(Dag dag, int jaren) {
  return LastOfMonthAtMost(year_month_day(dag) - std::chrono::years(jaren));
}

Dag MaandenVooruit(Dag dag, int maanden) {
  return LastOfMonthAtMost(year_month_day(dag) + std::chrono::months(maanden));
}

}  // namespace ketenproef::conformance
