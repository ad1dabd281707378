#include "conformance/checks/expression.h"

#include <cctype>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "conformance/calendar/feestdagen.h"

namespace ketenproef::conformance {
namespace {

// Names that stand for each other in a ring end here.
constexpr int kMaxDepth = 20;
// Far beyond any term of the chain, and no sum of it overflows.
constexpr int kMaxStep = 100'000;

class Parser {
 public:
  Parser(absl::string_view text, const ExpressionContext& context, int depth)
      : text_(text), rest_(text), context_(context), depth_(depth) {}

  absl::StatusOr<CountedDay> Whole() {
    if (depth_ > kMaxDepth) return Wrong("names stand for each other in a ring");
    auto day = Day();
    if (!day.ok()) return day;
    SkipSpaces();
    if (!rest_.empty()) return Wrong("is followed by something that does not belong there");
    return day;
  }

 private:
  absl::Status Wrong(absl::string_view why) const {
    return absl::InvalidArgumentError(absl::StrCat("\"", text_, "\" ", why));
  }

  void SkipSpaces() { rest_ = absl::StripLeadingAsciiWhitespace(rest_); }

  bool Take(char wanted) {
    SkipSpaces();
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // Letters, digits and underscores; digits and hyphens where it begins with a digit: a date.
  absl::string_view Word() {
    SkipSpaces();
    std::size_t end = 0;
    const bool is_date = !rest_.empty() && absl::ascii_isdigit(static_cast<unsigned char>(rest_.front()));
    while (end < rest_.size() && (absl::ascii_isalnum(static_cast<unsigned char>(rest_[end])) ||
                                  rest_[end] == (is_date ? '-' : '_'))) {
      ++end;
    }
    const absl::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word;
  }

  absl::StatusOr<CountedDay> Day() {
    auto day = Term();
    while (day.ok()) {
      const bool plus = Take('+');
      if (!plus && !Take('-')) return day;
      day = Step(*std::move(day), plus);
    }
    return day;
  }

  absl::StatusOr<CountedDay> Step(CountedDay day, bool plus) {
    SkipSpaces();
    std::size_t end = 0;
    while (end < rest_.size() && absl::ascii_isdigit(static_cast<unsigned char>(rest_[end]))) ++end;
    int count = 0;
    if (end == 0 || !absl::SimpleAtoi(rest_.substr(0, end), &count) || count > kMaxStep) {
      return Wrong("needs a number of days after + or -");
    }
    rest_.remove_prefix(end);
    const bool is_unit = !rest_.empty() && (rest_.front() == 'j' || rest_.front() == 'm');
    const char unit = is_unit ? rest_.front() : 'd';
    if (is_unit) rest_.remove_prefix(1);
    if (unit == 'j' && plus) return Wrong("counts years back only (KAL-04): write - 2j");
    if (unit == 'm' && !plus) return Wrong("counts months on only (LKS-03): write + 6m");
    absl::StrAppend(&day.counting, plus ? " + " : " - ", count, unit == 'j' ? " jaar" : "",
                    unit == 'm' ? " maanden" : "");
    day.is_counted = true;
    if (unit == 'j') {
      day.dag = JarenTerug(day.dag, count);
    } else if (unit == 'm') {
      day.dag = MaandenVooruit(day.dag, count);
    } else {
      day.dag += Dagen(plus ? count : -count);
    }
    return day;
  }

  absl::StatusOr<CountedDay> Term() {
    const absl::string_view word = Word();
    if (word.empty()) return Wrong("needs a day or a name here");
    if (Take('(')) return Function(word);
    if (const auto date = ParseDag(word); date.has_value()) return CountedDay{*date, FormatDag(*date), false};
    if (absl::ascii_isdigit(static_cast<unsigned char>(word.front()))) {
      return Wrong("holds a day that does not exist");
    }
    const auto value = context_.name(word);
    if (!value.ok()) return value.status();
    auto named = Parser(*value, context_, depth_ + 1).Whole();
    if (!named.ok()) return named.status();
    // A name that is counted itself shows how; one that is a day shows the day.
    named->counting = named->is_counted
                          ? absl::StrCat(word, " (", named->counting, " = ", FormatDag(named->dag), ")")
                          : absl::StrCat(word, " ", FormatDag(named->dag));
    return named;
  }

  absl::StatusOr<CountedDay> Function(absl::string_view name) {
    auto day = Day();
    if (!day.ok()) return day;
    if (name == "later") {
      if (!Take(',')) return Wrong("needs two days: later(A, B)");
      auto other = Day();
      if (!other.ok()) return other;
      day->counting = absl::StrCat("de laatste van ", day->counting, " = ", FormatDag(day->dag), " en ",
                                   other->counting, " = ", FormatDag(other->dag));
      day->dag = std::max(day->dag, other->dag);
      day->is_counted = true;
    } else if (name != "werkdag" && name != "termijn") {
      return Wrong(absl::StrCat("has no function ", name, "; there are werkdag, termijn and later"));
    } else if (name == "werkdag" || context_.shifts) {
      if (absl::Status status = Shift(&*day); !status.ok()) return status;
    }
    if (!Take(')')) return Wrong("has a parenthesis that is not closed");
    return day;
  }

  absl::Status Shift(CountedDay* day) const {
    const auto shifted = EmbeddedFeestdagentabel().Werkdag(day->dag);
    if (!shifted.has_value()) return Wrong("needs holidays of a year that is not in the table");
    if (*shifted == day->dag) return absl::OkStatus();
    absl::StrAppend(&day->counting, day->is_counted ? absl::StrCat(" = ", FormatDag(day->dag)) : "",
                    ", opgeschoven naar een werkdag (KAL-03)");
    day->dag = *shifted;
    day->is_counted = true;
    return absl::OkStatus();
  }

  absl::string_view text_;
  absl::string_view rest_;
  const ExpressionContext& context_;
  int depth_;
};

}  // namespace

absl::StatusOr<CountedDay> EvaluateDay(absl::string_view expression, const ExpressionContext& context) {
  return Parser(expression, context, 0).Whole();
}

}  // namespace ketenproef::conformance
