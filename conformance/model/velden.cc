#include "conformance/model/velden.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace ketenproef::conformance {
namespace {

constexpr size_t kMaxKenmerkBytes = 256;
constexpr size_t kMaxToelichtingBytes = 4'000;

bool AreDigits(absl::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); });
}

bool IsKenmerk(absl::string_view text) {
  return !text.empty() && text.size() <= kMaxKenmerkBytes;
}

// What ZM-01 asks of a melding; that a BSN is there, but not what it is.
bool IsComplete(const Draaiboekregel& regel) {
  if (!IsKenmerk(regel.kenmerk) || !IsLoonheffingennummer(regel.loonheffingennummer)) return false;
  switch (regel.soort) {
    case Soort::kZiek:
      return !regel.bsn.empty() && regel.datum_van.has_value();
    case Soort::kZiekEnHerstel:
      return !regel.bsn.empty() && regel.datum_van.has_value() && regel.datum_tot.has_value();
    case Soort::kHerstel:
      return IsKenmerk(regel.verwijst_naar) && regel.datum_van.has_value();
    default:
      return IsKenmerk(regel.verwijst_naar);
  }
}

}  // namespace

bool IsBsn(absl::string_view text) {
  if (text.size() != 9 || !AreDigits(text) || text == "000000000") return false;
  int sum = -(text[8] - '0');
  for (int i = 0; i < 8; ++i) sum += (9 - i) * (text[static_cast<size_t>(i)] - '0');
  return sum % 11 == 0;
}

bool IsInTestreeks(absl::string_view bsn) {
  return absl::StartsWith(bsn, "99999") || absl::StartsWith(bsn, "0000");
}

bool IsLoonheffingennummer(absl::string_view text) {
  return text.size() == 12 && AreDigits(text.substr(0, 9)) && text[9] == 'L' && AreDigits(text.substr(10));
}

bool IsLoonwaarde(absl::string_view text) {
  return (text.size() == 1 || text.size() == 2) && AreDigits(text);
}

std::optional<RegelId> CheckBsn(absl::string_view bsn) {
  if (!IsBsn(bsn)) return "BSN-01";
  if (!IsInTestreeks(bsn)) return "BSN-02";
  return std::nullopt;
}

std::optional<RegelId> CheckMeldingvelden(const Draaiboekregel& regel) {
  if (!IsComplete(regel)) return "ZM-01";
  const bool names_bsn = regel.soort == Soort::kZiek || regel.soort == Soort::kZiekEnHerstel;
  return names_bsn ? CheckBsn(regel.bsn) : std::nullopt;
}

std::optional<RegelId> CheckBeoordelingvelden(const Draaiboekregel& regel) {
  if (!IsLoonheffingennummer(regel.loonheffingennummer) || !IsKenmerk(regel.verwijst_naar)) return "ZM-01";
  if (regel.soort != Soort::kVerlenging) return std::nullopt;
  if (regel.toelichting.size() > kMaxToelichtingBytes) return "ZM-01";
  if (regel.toelichting.empty()) return "BO-02";
  return std::nullopt;
}

}  // namespace ketenproef::conformance
