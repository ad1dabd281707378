#include "server/rules/mailadres.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "server/rules/limits.h"

namespace ketenproef {
namespace {

constexpr std::size_t kMaxLocalPartBytes = 64;

// RFC 5322, atext.
bool IsLocalCharacter(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || absl::StrContains("!#$%&'*+-/=?^_`{|}~", c);
}

bool IsDomainCharacter(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '-';
}

// Parts of these characters, none empty, with single dots between.
bool IsDotted(absl::string_view text, bool (*is_allowed)(char)) {
  const std::vector<absl::string_view> parts = absl::StrSplit(text, '.');
  return std::all_of(parts.begin(), parts.end(), [is_allowed](absl::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), is_allowed);
  });
}

}  // namespace

bool IsMailadres(absl::string_view address) {
  const std::size_t at = address.rfind('@');
  return address.size() <= kMaxEmailadresBytes && at != absl::string_view::npos && at <= kMaxLocalPartBytes &&
         IsDotted(address.substr(0, at), IsLocalCharacter) &&
         IsDotted(address.substr(at + 1), IsDomainCharacter);
}

}  // namespace ketenproef
