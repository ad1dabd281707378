#include "server/rules/dag.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"

namespace ketenproef {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

// absl::CivilDay walks through the years to find a day, which was an eighth of what taking in a melding cost.
// Here a year begins on 1 March, so that the leap day is its last, and 400 of them, which all look alike,
// have kEraDays (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
struct Civil {
  int jaar;
  int maand;
  int dag;
};
constexpr int kEraDays = 146'097;
constexpr int kEraJaren = 400;
constexpr int kDagenTot1970 = 719'468;  // from 1 March of the year 0

// For days in the year 0 and later.
constexpr Civil ToCivil(Dag dag) {
  const int days = dag.days_since_1970() + kDagenTot1970;
  const int era = days / kEraDays;
  const int day_of_era = days % kEraDays;
  const int year_of_era =
      (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int months_from_march = (5 * day_of_year + 2) / 153;
  const int maand = months_from_march < 10 ? months_from_march + 3 : months_from_march - 9;
  return {year_of_era + era * kEraJaren + (maand <= 2 ? 1 : 0), maand,
          day_of_year - (153 * months_from_march + 2) / 5 + 1};
}

// For a day that the calendar has.
constexpr Dag DagOfCivil(Civil civil) {
  const int jaar = civil.maand <= 2 ? civil.jaar - 1 : civil.jaar;
  const int year_of_era = jaar % kEraJaren;
  const int months_from_march = civil.maand > 2 ? civil.maand - 3 : civil.maand + 9;
  const int day_of_year = (153 * months_from_march + 2) / 5 + civil.dag - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return Dag::FromDaysSince1970(jaar / kEraJaren * kEraDays + day_of_era - kDagenTot1970);
}

constexpr int LastOfMonth(int jaar, int maand) {
  if (maand == 2) return jaar % 4 == 0 && (jaar % 100 != 0 || jaar % 400 == 0) ? 29 : 28;
  return maand == 4 || maand == 6 || maand == 9 || maand == 11 ? 30 : 31;
}

// The number that the digits at `begin` stand for; the caller has checked that they are digits.
int Number(absl::string_view text, std::size_t begin, std::size_t count) {
  int number = 0;
  for (const char digit : text.substr(begin, count)) number = number * 10 + (digit - '0');
  return number;
}

}  // namespace

std::optional<Dag> Dag::FromCivil(int jaar, int maand, int dag) {
  if (jaar < kFirstYear || jaar > kLastYear || maand < 1 || maand > 12) return std::nullopt;
  if (dag < 1 || dag > LastOfMonth(jaar, maand)) return std::nullopt;
  return DagOfCivil({jaar, maand, dag});
}

std::optional<Dag> Dag::Parse(absl::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(text[at]))) return std::nullopt;
  }
  return FromCivil(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
}

int Dag::jaar() const {
  return ToCivil(*this).jaar;
}
int Dag::maand() const {
  return ToCivil(*this).maand;
}
int Dag::dag() const {
  return ToCivil(*this).dag;
}

Weekdag Dag::weekdag() const {
  // 1970-01-01 was a Thursday; the double modulo keeps days before it in range.
  return static_cast<Weekdag>(((sinds_1970_ + 3) % 7 + 7) % 7);
}

Dag Dag::YearsBefore(int jaren) const {
  const Civil civil = ToCivil(*this);
  const int jaar = civil.jaar - jaren;
  return DagOfCivil({jaar, civil.maand, std::min(civil.dag, LastOfMonth(jaar, civil.maand))});
}

Dag Dag::MonthsAfter(int maanden) const {
  const Civil civil = ToCivil(*this);
  const int months = civil.jaar * 12 + (civil.maand - 1) + maanden;
  const int jaar = months / 12;
  const int maand = months % 12 + 1;
  return DagOfCivil({jaar, maand, std::min(civil.dag, LastOfMonth(jaar, maand))});
}

std::string Dag::ToString() const {
  const Civil civil = ToCivil(*this);
  return absl::StrFormat("%04d-%02d-%02d", civil.jaar, civil.maand, civil.dag);
}

std::string Dag::ToCompactString() const {
  const Civil civil = ToCivil(*this);
  return absl::StrFormat("%04d%02d%02d", civil.jaar, civil.maand, civil.dag);
}

}  // namespace ketenproef
