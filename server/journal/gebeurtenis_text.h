// Events as text, for people to read and to compare: the kind, and every field with its name.
//
//   BeoordelingDecided geval=300 uitkomst=afwijzing besloten_op=2025-02-17
//
// Whatever event it is, its text is read back as the same event. The values are those of waarde_text.h.
// Thread-safe: pure functions.
#ifndef KETENPROEF_SERVER_JOURNAL_GEBEURTENIS_TEXT_H_
#define KETENPROEF_SERVER_JOURNAL_GEBEURTENIS_TEXT_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "server/rules/gebeurtenis.h"

namespace ketenproef {

void AppendGebeurtenisText(const Gebeurtenis& gebeurtenis, std::string* text);

// INVALID_ARGUMENT naming the field where `text` is not exactly one event; never what stands there (BSN-03).
absl::StatusOr<Gebeurtenis> ParseGebeurtenisText(absl::string_view text);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_GEBEURTENIS_TEXT_H_
