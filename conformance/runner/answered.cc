#include "conformance/runner/answered.h"

#include <optional>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "conformance/checks/refusal.h"

namespace ketenproef::conformance {

bool Answered(const absl::Status& status, System& system, Findings* findings) {
  if (!status.ok()) CheckNoBsn(status, findings);
  if (!IsUnreachable(status)) return true;
  if (const std::optional<std::string> end = system.ended(); end.has_value()) {
    BlameEnd(*end, system, findings);
  } else {
    findings->SetInconclusive(absl::StrCat("geen antwoord: ", StatusText(status)));
  }
  return false;
}

void BlameEnd(const std::string& end, const System& system, Findings* findings) {
  const std::string said = system.last_words();
  const absl::string_view last = absl::StripAsciiWhitespace(said);
  findings->SetBroken(absl::StrCat("het systeem eindigde zelf: ", end,
                                   last.empty() ? "" : "; het laatste op standard error: ", last));
}

}  // namespace ketenproef::conformance
