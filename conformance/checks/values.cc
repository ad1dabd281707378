#include "conformance/checks/values.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/checks/expression.h"

namespace ketenproef::conformance {
namespace {

// BSNs of the testreeks that are nobody's, and employers that do not exist.
constexpr std::pair<absl::string_view, absl::string_view> kGivenNames[] = {
    {"P1", "999990007"},    {"P2", "999990019"},    {"P3", "999990020"},    {"P4", "999990032"},
    {"P5", "999990044"},    {"P6", "999990056"},    {"P7", "999990068"},    {"P8", "999990081"},
    {"P9", "999990093"},    {"W1", "100000000L01"}, {"W2", "200000000L01"}, {"W3", "300000000L01"},
    {"W4", "100000000L02"},
};

// JJJJ-MM-DD that need not exist.
bool ReadDateForm(absl::string_view text, DayValue* value) {
  const std::vector<absl::string_view> parts = absl::StrSplit(text, '-');
  if (parts.size() != 3 || parts[0].size() != 4 || parts[1].size() != 2 || parts[2].size() != 2) return false;
  return absl::SimpleAtoi(parts[0], &value->jaar) && absl::SimpleAtoi(parts[1], &value->maand) &&
         absl::SimpleAtoi(parts[2], &value->dag_van_maand);
}

bool IsBsn(absl::string_view text) {
  if (text.size() != 9) return false;
  for (const char c : text) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) return false;
  }
  return true;
}

}  // namespace

std::string DayValue::Text() const {
  return absl::StrFormat("%04d-%02d-%02d", jaar, maand, dag_van_maand);
}

Values::Values(std::string profiel) : profiel_(std::move(profiel)) {
  for (const auto& [name, value] : kGivenNames) Set(std::string(name), std::string(value));
}

void Values::Set(const std::string& name, const std::string& value) {
  for (auto& [known, old] : names_) {
    if (known == name) {
      old = value;
      return;
    }
  }
  names_.emplace_back(name, value);
}

const std::string* Values::Find(absl::string_view name) const {
  for (const auto& [known, value] : names_) {
    if (known == name) return &value;
  }
  return nullptr;
}

std::string Values::Text(const std::string& text) const {
  const std::string* value = Find(text);
  // A name can stand for another one.
  for (int depth = 0; value != nullptr && depth < 5; ++depth) {
    const std::string* next = Find(*value);
    if (next == nullptr || next == value) return *value;
    value = next;
  }
  return value == nullptr ? text : *value;
}

absl::StatusOr<DayValue> Values::Day(absl::string_view text, std::optional<Dag> vandaag) const {
  DayValue value;
  // A day that does not exist can stand under a name as well.
  const std::string direct = Text(std::string(text));
  if (ReadDateForm(direct, &value) && !ParseDag(direct).has_value()) return value;
  ExpressionContext context;
  context.shifts = profiel_ == "wet";
  context.name = [&](absl::string_view name) -> absl::StatusOr<std::string> {
    if (name == "vandaag" && vandaag.has_value()) return FormatDag(*vandaag);
    if (const std::string* found = Find(name)) return *found;
    return absl::InvalidArgumentError(absl::StrCat("\"", text, "\" names ", name, ", which is no name here"));
  };
  // A name alone is shown as what it stands for.
  const auto counted = EvaluateDay(direct, context);
  if (!counted.ok()) return counted.status();
  value.dag = counted->dag;
  const std::string date = FormatDag(counted->dag);
  if (!IsDagOfKeten(counted->dag) || !ReadDateForm(date, &value)) {
    return absl::InvalidArgumentError(absl::StrCat("\"", text, "\" leaves the years 1900 to 2199"));
  }
  if (counted->is_counted) value.because = absl::StrCat(counted->counting, " = ", date);
  return value;
}

absl::StatusOr<absl::Time> Values::Instant(absl::string_view text, std::optional<Dag> vandaag) const {
  const std::string whole = Text(std::string(text));
  if (const auto instant = ParseTijdstip(whole); instant.has_value()) return *instant;
  const std::size_t space = whole.rfind(' ');
  if (space == std::string::npos) {
    return absl::InvalidArgumentError(
        absl::StrCat("\"", text, "\" is no instant: a day and HH:MM, or RFC 3339"));
  }
  const absl::string_view day_text = absl::string_view(whole).substr(0, space);
  const std::string clock = Text(whole.substr(space + 1));
  // `NAME 09:00` where the name is an instant would be two times of day.
  const auto day = Day(day_text, vandaag);
  if (!day.ok()) return day.status();
  if (!day->dag.has_value()) return absl::InvalidArgumentError(absl::StrCat("\"", text, "\": no such day"));
  const auto instant = TijdstipOp(*day->dag, clock);
  if (!instant.has_value()) {
    return absl::InvalidArgumentError(
        absl::StrCat("\"", text, "\": clocks do not show ", clock, " on ", FormatDag(*day->dag)));
  }
  return *instant;
}

absl::StatusOr<std::string> Values::Fill(absl::string_view text_format, std::optional<Dag> vandaag) const {
  std::string filled;
  for (;;) {
    const std::size_t begin = text_format.find("${");
    if (begin == absl::string_view::npos) break;
    const std::size_t end = text_format.find('}', begin);
    if (end == absl::string_view::npos) return absl::InvalidArgumentError("${ is not closed by }");
    absl::StrAppend(&filled, text_format.substr(0, begin));
    const std::string inside(text_format.substr(begin + 2, end - begin - 2));
    const auto day = Day(inside, vandaag);
    const auto instant = Instant(inside, vandaag);
    if (day.ok()) {
      absl::StrAppend(&filled, "jaar: ", day->jaar, " maand: ", day->maand, " dag: ", day->dag_van_maand);
    } else if (instant.ok()) {
      const absl::Duration since = *instant - absl::UnixEpoch();
      const std::int64_t seconds = absl::ToUnixSeconds(*instant);
      absl::StrAppend(&filled, "seconds: ", seconds,
                      " nanos: ", absl::ToInt64Nanoseconds(since - absl::Seconds(seconds)));
    } else if (Find(inside) != nullptr) {
      absl::StrAppend(&filled, Text(inside));
    } else {
      return day.status();
    }
    text_format.remove_prefix(end + 1);
  }
  return absl::StrCat(filled, text_format);
}

std::string Values::Masked(std::string text) const {
  for (const auto& [name, value] : names_) {
    if (IsBsn(value)) absl::StrReplaceAll({{value, name}}, &text);
  }
  return text;
}

bool Values::HoldsBsn(absl::string_view text) const {
  for (const auto& [name, value] : names_) {
    if (IsBsn(value) && absl::StrContains(text, value)) return true;
  }
  return false;
}

}  // namespace ketenproef::conformance
