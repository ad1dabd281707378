#include "client/cli/bsn_mask.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace ketenproef {

std::string WithoutBsn(absl::string_view text) {
  constexpr std::size_t kShortestBsn = 8;  // written without its leading zero
  std::string masked;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && absl::ascii_isdigit(static_cast<unsigned char>(text[end]))) ++end;
    if (end - i >= kShortestBsn) {
      masked += '#';
    } else {
      absl::StrAppend(&masked, text.substr(i, end - i));
    }
    if (end < text.size()) masked += text[end];
    i = end + 1;
  }
  return masked;
}

}  // namespace ketenproef
