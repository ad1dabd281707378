#include "server/rules/bsn.h"

#include "absl/strings/ascii.h"
#include "server/rules/cijfers.h"

namespace ketenproef {

// BSN-01.
std::optional<Bsn> Bsn::Parse(absl::string_view text) {
  if (text.size() != 9) return std::nullopt;
  std::uint32_t number = 0;
  int sum = 0;
  for (int position = 0; position < 9; ++position) {
    const char character = text[static_cast<std::size_t>(position)];
    if (!absl::ascii_isdigit(static_cast<unsigned char>(character))) return std::nullopt;
    const int digit = character - '0';
    const int weight = position == 8 ? -1 : 9 - position;
    sum += weight * digit;
    number = number * 10 + static_cast<std::uint32_t>(digit);
  }
  if (number == 0 || sum % 11 != 0) return std::nullopt;
  return Bsn(number);
}

std::string Bsn::Digits() const {
  std::string tekst(9, '0');
  PutCijfers(number_, 0, tekst.size(), &tekst);
  return tekst;
}

// BSN-02.
bool Contains(BsnReeks reeks, Bsn bsn) {
  switch (reeks) {
    case BsnReeks::kTestreeks:
      return bsn.number() / 10'000 == 99'999 || bsn.number() < 100'000;
    case BsnReeks::kNegenreeks:
      return bsn.number() >= 900'000'000;
    case BsnReeks::kAlle:
      return true;
  }
  return false;
}

}  // namespace ketenproef
