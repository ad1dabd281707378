#include "server/rules/dag.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"

namespace ketenproef {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

absl::CivilDay ToCivil(Dag dag) {
  return absl::CivilDay(1970, 1, 1) + dag.days_since_1970();
}

Dag FromCivilDay(absl::CivilDay dag) {
  return Dag::FromDaysSince1970(static_cast<std::int32_t>(dag - absl::CivilDay(1970, 1, 1)));
}

// The number that the digits at `begin` stand for; the caller has checked that they are digits.
int Number(absl::string_view text, std::size_t begin, std::size_t count) {
  int number = 0;
  for (const char digit : text.substr(begin, count)) number = number * 10 + (digit - '0');
  return number;
}

}  // namespace

std::optional<Dag> Dag::FromCivil(int jaar, int maand, int dag) {
  if (jaar < kFirstYear || jaar > kLastYear) return std::nullopt;
  const absl::CivilDay civil(jaar, maand, dag);
  // absl normalises 30 February to 1 March; a day that moved did not exist.
  if (civil.year() != jaar || civil.month() != maand || civil.day() != dag) return std::nullopt;
  return FromCivilDay(civil);
}

std::optional<Dag> Dag::Parse(absl::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(text[at]))) return std::nullopt;
  }
  return FromCivil(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
}

int Dag::jaar() const {
  return static_cast<int>(ToCivil(*this).year());
}
int Dag::maand() const {
  return ToCivil(*this).month();
}
int Dag::dag() const {
  return ToCivil(*this).day();
}

Weekdag Dag::weekdag() const {
  // 1970-01-01 was a Thursday; the double modulo keeps days before it in range.
  return static_cast<Weekdag>(((sinds_1970_ + 3) % 7 + 7) % 7);
}

Dag Dag::YearsBefore(int jaren) const {
  const absl::CivilDay civil = ToCivil(*this);
  const absl::CivilDay moved(civil.year() - jaren, civil.month(), civil.day());
  if (moved.month() == civil.month()) return FromCivilDay(moved);
  return FromCivilDay(absl::CivilDay(civil.year() - jaren, 2, 28));
}

Dag Dag::MonthsAfter(int maanden) const {
  const absl::CivilDay civil = ToCivil(*this);
  const absl::CivilMonth month = absl::CivilMonth(civil) + maanden;
  const absl::CivilDay last_of_month = absl::CivilDay(month + 1) - 1;
  const absl::CivilDay same_number = absl::CivilDay(month) + (civil.day() - 1);
  return FromCivilDay(same_number < last_of_month ? same_number : last_of_month);
}

std::string Dag::ToString() const {
  const absl::CivilDay civil = ToCivil(*this);
  return absl::StrFormat("%04d-%02d-%02d", civil.year(), civil.month(), civil.day());
}

std::string Dag::ToCompactString() const {
  const absl::CivilDay civil = ToCivil(*this);
  return absl::StrFormat("%04d%02d%02d", civil.year(), civil.month(), civil.day());
}

}  // namespace ketenproef
