#include "server/journal/waarde_text.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_format.h"
#include "absl/time/time.h"

namespace ketenproef {
namespace {

constexpr absl::string_view kNothing = "-";

// Whether `word` is nothing but so many digits.
bool IsDigits(absl::string_view word, std::size_t aantal) {
  return word.size() == aantal && word.find_first_not_of("0123456789") == absl::string_view::npos;
}

}  // namespace

void AppendWaarde(bool waarde, std::string* text) {
  absl::StrAppend(text, waarde ? "ja" : "nee");
}

bool ParseWaarde(absl::string_view word, bool* waarde) {
  *waarde = word == "ja";
  return *waarde || word == "nee";
}

void AppendWaarde(char waarde, std::string* text) {
  AppendWaarde(std::string(1, waarde), text);
}

bool ParseWaarde(absl::string_view word, char* waarde) {
  std::string one;
  if (!ParseWaarde(word, &one) || one.size() != 1) return false;
  *waarde = one.front();
  return true;
}

void AppendWaarde(Dag waarde, std::string* text) {
  const std::string civil = waarde.ToString();
  if (Dag::Parse(civil) == waarde) {
    absl::StrAppend(text, civil);
  } else {
    absl::StrAppend(text, "@", waarde.days_since_1970());
  }
}

bool ParseWaarde(absl::string_view word, Dag* waarde) {
  if (!word.empty() && word.front() == '@') {
    std::int32_t days = 0;
    if (!absl::SimpleAtoi(word.substr(1), &days)) return false;
    *waarde = Dag::FromDaysSince1970(days);
    return true;
  }
  const auto dag = Dag::Parse(word);
  *waarde = dag.value_or(Dag());
  return dag.has_value();
}

void AppendWaarde(OptionalDag waarde, std::string* text) {
  if (waarde.has_value()) {
    AppendWaarde(waarde.value(), text);
  } else {
    absl::StrAppend(text, kNothing);
  }
}

bool ParseWaarde(absl::string_view word, OptionalDag* waarde) {
  *waarde = OptionalDag();
  if (word == kNothing) return true;
  Dag dag;
  if (!ParseWaarde(word, &dag)) return false;
  *waarde = dag;
  return true;
}

void AppendWaarde(Tijdstip waarde, std::string* text) {
  absl::StrAppend(text, waarde.ToString());
}

bool ParseWaarde(absl::string_view word, Tijdstip* waarde) {
  absl::Time time;
  std::string ignored;  // the error names what stands there, which may be anything
  if (!absl::ParseTime(absl::RFC3339_full, word, &time, &ignored)) return false;
  *waarde = Tijdstip::FromUnixNanos(absl::ToUnixNanos(time));
  return true;
}

void AppendWaarde(Bsn waarde, std::string* text) {
  absl::StrAppend(text, waarde.Digits());
}

bool ParseWaarde(absl::string_view word, Bsn* waarde) {
  std::uint32_t number = 0;
  if (!IsDigits(word, 9) || !absl::SimpleAtoi(word, &number)) return false;
  // Whether it is one (BSN-01) was judged before it came into a journal.
  *waarde = Bsn::FromTrustedNumber(number);
  return true;
}

void AppendWaarde(Loonheffingennummer waarde, std::string* text) {
  absl::StrAppend(text, waarde.ToString());
}

bool ParseWaarde(absl::string_view word, Loonheffingennummer* waarde) {
  const auto nummer = Loonheffingennummer::Parse(word);
  if (nummer.has_value()) *waarde = *nummer;
  return nummer.has_value();
}

void AppendWaarde(Gemeentecode waarde, std::string* text) {
  absl::StrAppend(text, waarde.ToString());
}

bool ParseWaarde(absl::string_view word, Gemeentecode* waarde) {
  const auto code = Gemeentecode::Parse(word);
  if (code.has_value()) *waarde = *code;
  return code.has_value();
}

void AppendWaarde(std::optional<Gemeentecode> waarde, std::string* text) {
  absl::StrAppend(text, waarde.has_value() ? waarde->ToString() : std::string(kNothing));
}

bool ParseWaarde(absl::string_view word, std::optional<Gemeentecode>* waarde) {
  *waarde = Gemeentecode::Parse(word);
  return waarde->has_value() || word == kNothing;
}

void AppendWaarde(Percentage waarde, std::string* text) {
  absl::StrAppend(text, waarde.number());
}

bool ParseWaarde(absl::string_view word, Percentage* waarde) {
  std::int64_t number = 0;
  if (!absl::SimpleAtoi(word, &number)) return false;
  const auto percentage = Percentage::FromNumber(number);
  if (percentage.has_value()) *waarde = *percentage;
  return percentage.has_value();
}

void AppendWaarde(Regel waarde, std::string* text) {
  const auto number = static_cast<int>(waarde);
  if (number < kAantalRegels) {
    absl::StrAppend(text, RegelId(waarde));
  } else {
    absl::StrAppend(text, number);
  }
}

bool ParseWaarde(absl::string_view word, Regel* waarde) {
  if (const auto regel = ParseRegel(word); regel.has_value()) {
    *waarde = *regel;
    return true;
  }
  std::uint32_t number = 0;
  if (!absl::SimpleAtoi(word, &number)) return false;
  *waarde = static_cast<Regel>(number);
  return number <= std::numeric_limits<std::uint8_t>::max();
}

void AppendWaarde(const std::string& waarde, std::string* text) {
  absl::StrAppend(text, "\"", absl::CHexEscape(waarde), "\"");
}

bool ParseWaarde(absl::string_view word, std::string* waarde) {
  if (word.size() < 2 || word.front() != '"' || word.back() != '"') return false;
  return absl::CUnescape(word.substr(1, word.size() - 2), waarde);
}

}  // namespace ketenproef
