#include "server/rules/nummers.h"

#include "absl/strings/ascii.h"
#include "server/rules/cijfers.h"

namespace ketenproef {
namespace {

// The number that `text` stands for, or nothing unless every character is an ASCII digit.
std::optional<std::uint64_t> Digits(absl::string_view text) {
  std::uint64_t number = 0;
  for (const char character : text) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(character))) return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(character - '0');
  }
  return number;
}

}  // namespace

std::optional<Loonheffingennummer> Loonheffingennummer::Parse(absl::string_view text) {
  if (text.size() != 12 || text[9] != 'L') return std::nullopt;
  const auto aanvrager = Digits(text.substr(0, 9));
  const auto volgnummer = Digits(text.substr(10));
  if (!aanvrager.has_value() || !volgnummer.has_value()) return std::nullopt;
  return Loonheffingennummer(*aanvrager * 100 + *volgnummer);
}

std::string Loonheffingennummer::ToString() const {
  std::string tekst = "000000000L00";
  PutCijfers(number_ / 100, 0, 9, &tekst);
  PutCijfers(number_ % 100, 10, 2, &tekst);
  return tekst;
}

std::optional<Gemeentecode> Gemeentecode::Parse(absl::string_view text) {
  if (text.size() != 4) return std::nullopt;
  const auto number = Digits(text);
  if (!number.has_value()) return std::nullopt;
  return Gemeentecode(static_cast<std::uint16_t>(*number));
}

std::string Gemeentecode::ToString() const {
  std::string tekst(4, '0');
  PutCijfers(number_, 0, tekst.size(), &tekst);
  return tekst;
}

}  // namespace ketenproef
