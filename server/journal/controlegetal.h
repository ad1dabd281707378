// The checksum of what stands in a journal: CRC-32 over the number, the instant and the bytes of an event. A
// pure function.
#ifndef KETENPROEF_SERVER_JOURNAL_CONTROLEGETAL_H_
#define KETENPROEF_SERVER_JOURNAL_CONTROLEGETAL_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "server/rules/tijdstip.h"

namespace ketenproef {

std::uint32_t Controlegetal(std::int64_t volgnummer, Tijdstip tijdstip, absl::string_view inhoud);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_CONTROLEGETAL_H_
