// What keeps a BSN out of errors that quote what somebody typed (BSN-03).
#ifndef KETENPROEF_CLIENT_CLI_BSN_MASK_H_
#define KETENPROEF_CLIENT_CLI_BSN_MASK_H_

#include <string>

#include "absl/strings/string_view.h"

namespace ketenproef {

// The text with every run of eight digits or more as one `#`.
std::string WithoutBsn(absl::string_view text);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_BSN_MASK_H_
