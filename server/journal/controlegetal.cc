#include "server/journal/controlegetal.h"

#include <zlib.h>

#include <array>
#include <cstring>

namespace ketenproef {

std::uint32_t Controlegetal(std::int64_t volgnummer, Tijdstip tijdstip, absl::string_view inhoud) {
  const std::array<std::int64_t, 2> numbers = {volgnummer, tijdstip.unix_nanos()};
  std::array<unsigned char, sizeof(numbers)> head{};
  std::memcpy(head.data(), numbers.data(), head.size());
  uLong crc = crc32_z(0, head.data(), head.size());
  // Of bytes that are nowhere zlib makes 0, whatever was before them: a damaged row without content, with a
  // checksum of 0, would be right.
  if (inhoud.empty()) return static_cast<std::uint32_t>(crc);
  crc = crc32_z(crc, reinterpret_cast<const unsigned char*>(inhoud.data()), inhoud.size());
  return static_cast<std::uint32_t>(crc);
}

}  // namespace ketenproef
