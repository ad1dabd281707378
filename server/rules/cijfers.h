// Numbers as a fixed count of digits, leading zeros kept. Every answer and every event has some, and a format
// string costs ten times as much. Pure; safe from any thread.
#ifndef KETENPROEF_SERVER_RULES_CIJFERS_H_
#define KETENPROEF_SERVER_RULES_CIJFERS_H_

#include <cstddef>
#include <cstdint>
#include <string>

namespace ketenproef {

// Writes the last `aantal` digits of `getal` over the characters of `*tekst` from `begin` on, which are
// there.
inline void PutCijfers(std::uint64_t getal, std::size_t begin, std::size_t aantal, std::string* tekst) {
  for (std::size_t at = begin + aantal; at > begin; --at) {
    (*tekst)[at - 1] = static_cast<char>('0' + getal % 10);
    getal /= 10;
  }
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_CIJFERS_H_
