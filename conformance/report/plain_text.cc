#include "conformance/report/plain_text.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "fixtures/csv/utf8.h"

namespace ketenproef::conformance {
namespace {

unsigned char Byte(char byte) {
  return static_cast<unsigned char>(byte);
}

// C0, DEL, C1, and the two non-characters that XML 1.0 forbids.
bool IsControl(absl::string_view character) {
  const unsigned char first = Byte(character[0]);
  if (character.size() == 1) return (first < 0x20 && first != '\n' && first != '\t') || first == 0x7F;
  if (character.size() == 2) return first == 0xC2 && Byte(character[1]) < 0xA0;
  return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
}

void AppendEscaped(absl::string_view bytes, std::string* text) {
  for (const char byte : bytes) absl::StrAppendFormat(text, "\\x%02x", Byte(byte));
}

}  // namespace

std::string Plain(absl::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = Utf8CharacterLength(text);
    const absl::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
    text.remove_prefix(character.size());
    if (character == "\r" && !text.empty() && text[0] == '\n') continue;
    if (length == 0 || IsControl(character)) {
      AppendEscaped(character, &plain);
    } else {
      absl::StrAppend(&plain, character);
    }
  }
  return plain;
}

std::size_t WidthOf(absl::string_view text) {
  // Every byte that does not continue a character of UTF-8 begins one.
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (Byte(byte) & 0xC0U) != 0x80U; }));
}

std::vector<std::string> Folded(absl::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (const absl::string_view paragraph : absl::StrSplit(text, '\n')) {
    // As it stands where it fits, with the indentation that an answer in several lines has.
    if (WidthOf(paragraph) <= width) {
      lines.emplace_back(paragraph);
      continue;
    }
    lines.emplace_back();
    for (const absl::string_view word : absl::StrSplit(paragraph, ' ')) {
      if (lines.back().empty()) {
        absl::StrAppend(&lines.back(), word);
      } else if (WidthOf(lines.back()) + 1 + WidthOf(word) > width) {
        lines.emplace_back(word);
      } else {
        absl::StrAppend(&lines.back(), " ", word);
      }
    }
  }
  return lines;
}

std::string Shortened(absl::string_view text, std::size_t width) {
  if (WidthOf(text) <= width) return std::string(text);
  std::string shortened;
  for (std::size_t columns = 0; columns + 1 < width; ++columns) {
    const std::size_t length = std::max<std::size_t>(Utf8CharacterLength(text), 1);
    absl::StrAppend(&shortened, text.substr(0, length));
    text.remove_prefix(length);
  }
  return width == 0 ? "" : shortened + "…";
}

}  // namespace ketenproef::conformance
