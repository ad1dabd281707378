// Addresses of e-mail (NOT-01): the one form that is taken in, and to which mail can be sent.
#ifndef KETENPROEF_SERVER_RULES_MAILADRES_H_
#define KETENPROEF_SERVER_RULES_MAILADRES_H_

#include "absl/strings/string_view.h"

namespace ketenproef {

// LOCAL@DOMAIN of at most kMaxEmailadresBytes of printable ASCII, the local part without quotes: no room for
// a second line, a second address or a header.
bool IsMailadres(absl::string_view address);

// What to tell whoever gave another.
inline constexpr char kMailadresVorm[] =
    "must be an e-mail address such as lks@gemeente.example, of at most 254 printable ASCII characters, "
    "without "
    "spaces, quotes, brackets, commas or control characters";

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_MAILADRES_H_
