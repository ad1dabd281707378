// The identifying numbers of the chain besides the BSN: loonheffingennummer, gemeentecode, percentage. Each
// is a strong type that can only be made from text of the right form.
#ifndef KETENPROEF_SERVER_RULES_NUMMERS_H_
#define KETENPROEF_SERVER_RULES_NUMMERS_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"

namespace ketenproef {

// Nine digits, the letter L, two digits (REG-04); kept as the eleven digits in one number.
class Loonheffingennummer {
 public:
  static std::optional<Loonheffingennummer> Parse(absl::string_view text);
  static constexpr Loonheffingennummer FromTrustedNumber(std::uint64_t number) {
    return Loonheffingennummer(number);
  }

  constexpr std::uint64_t number() const { return number_; }
  std::string ToString() const;

  friend constexpr auto operator<=>(Loonheffingennummer, Loonheffingennummer) = default;
  template <typename H>
  friend H AbslHashValue(H h, Loonheffingennummer nummer) {
    return H::combine(std::move(h), nummer.number_);
  }

 private:
  constexpr explicit Loonheffingennummer(std::uint64_t number) : number_(number) {}

  std::uint64_t number_;
};

// Four digits. Whether a gemeente with this code is or was there is for `Gemeenten` to say.
class Gemeentecode {
 public:
  static std::optional<Gemeentecode> Parse(absl::string_view text);
  static constexpr Gemeentecode FromTrustedNumber(std::uint16_t number) { return Gemeentecode(number); }

  constexpr std::uint16_t number() const { return number_; }
  std::string ToString() const;

  friend constexpr auto operator<=>(Gemeentecode, Gemeentecode) = default;
  template <typename H>
  friend H AbslHashValue(H h, Gemeentecode code) {
    return H::combine(std::move(h), code.number_);
  }

 private:
  constexpr explicit Gemeentecode(std::uint16_t number) : number_(number) {}

  std::uint16_t number_;
};

// A share in whole percent, 0 to 99 (LKS-01).
class Percentage {
 public:
  static constexpr std::optional<Percentage> FromNumber(std::int64_t number) {
    if (number < 0 || number > 99) return std::nullopt;
    return Percentage(static_cast<std::uint8_t>(number));
  }

  constexpr int number() const { return number_; }
  friend constexpr auto operator<=>(Percentage, Percentage) = default;

 private:
  constexpr explicit Percentage(std::uint8_t number) : number_(number) {}

  std::uint8_t number_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_NUMMERS_H_
