// The form of what stands in a line, before anything else is asked of it (rules.md, "Which rule a refusal
// names"). Pure functions: safe from any thread.

#ifndef CONFORMANCE_MODEL_VELDEN_H_
#define CONFORMANCE_MODEL_VELDEN_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "conformance/model/draaiboek.h"
#include "conformance/model/keten.h"

namespace ketenproef::conformance {

// BSN-01: nine digits, elfproef, not 000000000.
bool IsBsn(absl::string_view text);
// BSN-02: 99999xxxx or 0000xxxxx.
bool IsInTestreeks(absl::string_view bsn);
// REG-04: nine digits, the letter L and two digits.
bool IsLoonheffingennummer(absl::string_view text);
// LKS-01: one or two digits.
bool IsLoonwaarde(absl::string_view text);

// BSN-01 or BSN-02; nothing where the BSN is well.
std::optional<RegelId> CheckBsn(absl::string_view bsn);

// The fields of a melding: ZM-01, BSN-01, BSN-02.
std::optional<RegelId> CheckMeldingvelden(const Draaiboekregel& regel);

// The fields of a VERLENGING, TOEKENNING or AFWIJZING: ZM-01, BO-02.
std::optional<RegelId> CheckBeoordelingvelden(const Draaiboekregel& regel);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_VELDEN_H_
