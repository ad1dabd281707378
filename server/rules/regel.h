// The rules of the catalogue (rules.md, fixtures/data/regels.csv) by their stable IDs. A refusal names one.
#ifndef KETENPROEF_SERVER_RULES_REGEL_H_
#define KETENPROEF_SERVER_RULES_REGEL_H_

#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"

namespace ketenproef {

// In the order of the catalogue, which is also the order in which rules are tried.
// The values stand in journals: append only.
// clang-format off
enum class Regel : std::uint8_t {
  kKal01, kKal02, kKal03, kKal04, kKal05,
  kBsn01, kBsn02, kBsn03,
  kReg01, kReg02, kReg03, kReg04,
  kLks01, kLks02, kLks03, kLks04, kLks05, kLks06, kLks07,
  kZm01, kZm02, kZm03, kZm04, kZm05, kZm06, kZm07, kZm08, kZm09, kZm10,
  kHm01, kHm02, kHm03, kHm04, kHm05, kHm06, kHm07,
  kBoe01, kBoe02,
  kBo01, kBo02, kBo03, kBo04, kBo05, kBo06, kBo07,
  kDl01, kDl02, kDl03, kDl04,
  kSig01, kSig02, kSig03, kSig04, kSig05, kSig06, kSig07, kSig08, kSig09,
  kCsv01, kCsv02, kCsv03, kCsv04, kCsv05,
  kNot01, kNot02,
};
// clang-format on

inline constexpr int kAantalRegels = static_cast<int>(Regel::kNot02) + 1;

// The ID as the catalogue writes it, for instance "ZM-04".
absl::string_view RegelId(Regel regel);

// The rule with this ID, or nothing.
std::optional<Regel> ParseRegel(absl::string_view id);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_REGEL_H_
