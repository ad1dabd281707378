#include "server/rules/regel.h"

#include <array>
#include <cstddef>

namespace ketenproef {
namespace {

// clang-format off
constexpr std::array<absl::string_view, kAantalRegels> kIds = {
    "KAL-01", "KAL-02", "KAL-03", "KAL-04", "KAL-05",
    "BSN-01", "BSN-02", "BSN-03",
    "REG-01", "REG-02", "REG-03", "REG-04",
    "LKS-01", "LKS-02", "LKS-03", "LKS-04", "LKS-05", "LKS-06", "LKS-07",
    "ZM-01", "ZM-02", "ZM-03", "ZM-04", "ZM-05", "ZM-06", "ZM-07", "ZM-08", "ZM-09", "ZM-10",
    "HM-01", "HM-02", "HM-03", "HM-04", "HM-05", "HM-06", "HM-07",
    "BOE-01", "BOE-02",
    "BO-01", "BO-02", "BO-03", "BO-04", "BO-05", "BO-06", "BO-07",
    "DL-01", "DL-02", "DL-03", "DL-04",
    "SIG-01", "SIG-02", "SIG-03", "SIG-04", "SIG-05", "SIG-06", "SIG-07", "SIG-08", "SIG-09",
    "CSV-01", "CSV-02", "CSV-03", "CSV-04", "CSV-05",
    "NOT-01", "NOT-02",
};
// clang-format on

}  // namespace

absl::string_view RegelId(Regel regel) {
  return kIds[static_cast<std::size_t>(regel)];
}

std::optional<Regel> ParseRegel(absl::string_view id) {
  for (std::size_t i = 0; i < kIds.size(); ++i) {
    if (kIds[i] == id) return static_cast<Regel>(i);
  }
  return std::nullopt;
}

}  // namespace ketenproef
