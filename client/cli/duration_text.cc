#include "client/cli/duration_text.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"

namespace ketenproef {
namespace {

// Of the unit at the beginning of the text, which is taken off; zero where there is none.
absl::Duration TakeUnit(absl::string_view* text) {
  constexpr struct {
    absl::string_view name;
    int hours;
    int seconds;
    int milliseconds;
  } kUnits[] = {{"ms", 0, 0, 1}, {"s", 0, 1, 0},  {"m", 0, 60, 0},
                {"h", 1, 0, 0},  {"d", 24, 0, 0}, {"w", 7 * 24, 0, 0}};
  for (const auto& unit : kUnits) {
    if (text->substr(0, unit.name.size()) != unit.name) continue;
    text->remove_prefix(unit.name.size());
    return absl::Hours(unit.hours) + absl::Seconds(unit.seconds) + absl::Milliseconds(unit.milliseconds);
  }
  return absl::ZeroDuration();
}

}  // namespace

absl::StatusOr<absl::Duration> ParseDuration(absl::string_view text) {
  const absl::Status wrong =
      absl::InvalidArgumentError("must be a length of time such as 90s, 15m, 36h, 7d, 2w or 1d12h");
  if (text.empty()) return wrong;
  absl::Duration sum;
  while (!text.empty()) {
    std::size_t digits = 0;
    while (digits < text.size() && absl::ascii_isdigit(static_cast<unsigned char>(text[digits]))) ++digits;
    int count = 0;
    if (!absl::SimpleAtoi(text.substr(0, digits), &count)) return wrong;
    text.remove_prefix(digits);
    const absl::Duration unit = TakeUnit(&text);
    if (unit == absl::ZeroDuration()) return wrong;
    sum += count * unit;
  }
  if (sum > kMostDays * absl::Hours(24)) return absl::InvalidArgumentError("must be at most 300 years");
  return sum;
}

}  // namespace ketenproef
