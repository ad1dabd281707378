#include "conformance/runner/report_text.h"

#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "conformance/calendar/dag.h"

namespace ketenproef::conformance {
namespace {

bool IsDigit(char character) {
  return absl::ascii_isdigit(static_cast<unsigned char>(character));
}

// JJJJMMDD, as in the names of reports (CSV-04).
bool IsCompactDag(absl::string_view digits) {
  int number = 0;
  return digits.size() == 8 && absl::SimpleAtoi(digits, &number) &&
         DagOf(number / 10'000, number / 100 % 100, number % 100).has_value();
}

// A BSN has nine digits, or eight where somebody lost its leading zero.
bool CouldBeBsn(absl::string_view digits, absl::string_view rest) {
  if (digits.size() == 9) return rest.empty() || rest.front() != 'L';
  return digits.size() == 8 && !IsCompactDag(digits);
}

std::string WithoutBsn(absl::string_view text) {
  std::string masked;
  while (!text.empty()) {
    std::size_t count = 0;
    while (count < text.size() && IsDigit(text[count])) ++count;
    const bool is_bsn = CouldBeBsn(text.substr(0, count), text.substr(count));
    absl::StrAppend(&masked, is_bsn ? absl::string_view("#") : text.substr(0, count));
    text.remove_prefix(count);
    if (text.empty()) break;
    masked += text.front();
    text.remove_prefix(1);
  }
  return masked;
}

// How many bytes the character at the beginning has; 0: it is none (RFC 3629), or a control character.
std::size_t CharacterSize(absl::string_view text) {
  const auto byte = [&text](std::size_t place) { return static_cast<std::uint8_t>(text[place]); };
  if (byte(0) < 0x80) return byte(0) >= 0x20 ? byte(0) != 0x7F : byte(0) == '\n' || byte(0) == '\t';
  const std::size_t size = byte(0) < 0xC2   ? 0
                           : byte(0) < 0xE0 ? 2
                           : byte(0) < 0xF0 ? 3
                           : byte(0) < 0xF5 ? 4
                                            : 0;
  if (size == 0 || size > text.size()) return 0;
  for (std::size_t place = 1; place < size; ++place) {
    if (byte(place) < 0x80 || byte(place) > 0xBF) return 0;
  }
  const bool is_overlong = (byte(0) == 0xE0 && byte(1) < 0xA0) || (byte(0) == 0xF0 && byte(1) < 0x90);
  const bool is_surrogate = byte(0) == 0xED && byte(1) > 0x9F;
  const bool is_beyond = byte(0) == 0xF4 && byte(1) > 0x8F;
  return is_overlong || is_surrogate || is_beyond ? 0 : size;
}

}  // namespace

std::string ReportText(absl::string_view said, std::size_t max_bytes) {
  constexpr absl::string_view kTooMuch = "...";
  // Masked as a whole, before anything is cut: half a BSN would not be recognised.
  const std::string masked = WithoutBsn(said);
  std::string text;
  for (absl::string_view rest = masked; !rest.empty();) {
    const std::size_t size = CharacterSize(rest);
    const absl::string_view character = size == 0 ? "?" : rest.substr(0, size);
    if (text.size() + character.size() > max_bytes) return absl::StrCat(text, kTooMuch);
    absl::StrAppend(&text, character);
    rest.remove_prefix(size == 0 ? 1 : size);
  }
  return text;
}

}  // namespace ketenproef::conformance
