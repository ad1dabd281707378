// For tests: what tests of journals say in short.
#ifndef KETENPROEF_SERVER_JOURNAL_JOURNAL_FIXTURE_H_
#define KETENPROEF_SERVER_JOURNAL_JOURNAL_FIXTURE_H_

#include <cstdint>
#include <string>

#include "server/journal/codec.h"
#include "server/rules/gebeurtenis.h"
#include "server/rules/tijdstip.h"

namespace ketenproef {

inline std::string Encode(const Gebeurtenis& gebeurtenis) {
  std::string bytes;
  EncodeGebeurtenis(gebeurtenis, &bytes);
  return bytes;
}

inline Tijdstip At(std::int64_t nanos) {
  return Tijdstip::FromUnixNanos(nanos);
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_JOURNAL_FIXTURE_H_
