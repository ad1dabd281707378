// Burgerservicenummers. A `Bsn` always passes the elfproef (BSN-01); whether an environment accepts it is a
// second question, answered by its BSN range (BSN-02).
//
// A Bsn has no ToString: only the places that may hold one (reports, wire) ask for its Digits (BSN-03).
#ifndef KETENPROEF_SERVER_RULES_BSN_H_
#define KETENPROEF_SERVER_RULES_BSN_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"

namespace ketenproef {

class Bsn {
 public:
  // BSN-01: nine digits, elfproef, not 000000000. Nothing for any other text.
  static std::optional<Bsn> Parse(absl::string_view text);
  // For a number that was a Bsn before, as in a journal; the caller vouches for it.
  static constexpr Bsn FromTrustedNumber(std::uint32_t number) { return Bsn(number); }

  constexpr std::uint32_t number() const { return number_; }
  // Nine digits, leading zeros kept. Not for logs, errors or file names (BSN-03).
  std::string Digits() const;

  friend constexpr auto operator<=>(Bsn, Bsn) = default;
  template <typename H>
  friend H AbslHashValue(H h, Bsn bsn) {
    return H::combine(std::move(h), bsn.number_);
  }

 private:
  constexpr explicit Bsn(std::uint32_t number) : number_(number) {}

  std::uint32_t number_;
};

// BSN-02: the numbers that an environment accepts.
enum class BsnReeks : std::uint8_t {
  kTestreeks,   // 99999xxxx and 0000xxxxx: handed to nobody
  kNegenreeks,  // 9xxxxxxxx, for load tests
  kAlle,        // any, by explicit choice only
};

bool Contains(BsnReeks reeks, Bsn bsn);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_BSN_H_
