#include "conformance/runner/answered.h"

#include <optional>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "conformance/checks/refusal.h"
#include "conformance/runner/greeting.h"

namespace ketenproef::conformance {

namespace {

constexpr absl::Duration kGreetingWait = absl::Seconds(1);

// What the runner sees at the address of a system that gives no answer; empty: nothing that explains it.
std::string WhatIsThere(const Greeted& greeted, const std::string& address) {
  switch (greeted.greeting) {
    case Greeting::kNobody:
      return absl::StrCat("op ", address, " luistert niemand; ");
    case Greeting::kCloses:
      return absl::StrCat(address, " verbreekt elke verbinding; ");
    case Greeting::kSilent:
      return absl::StrCat(address, " neemt de verbinding aan en zegt dan niets; ");
    default:
      return "";
  }
}

}  // namespace

bool Answered(const absl::Status& status, System& system, Findings* findings) {
  if (!status.ok()) CheckNoBsn(status, findings);
  if (!IsUnreachable(status)) return true;
  if (const std::optional<std::string> end = system.ended(); end.has_value()) {
    BlameEnd(*end, system, findings);
    return false;
  }
  const std::string address = system.address();
  const Greeted greeted = address.empty() ? Greeted{Greeting::kHttp2} : Greet(address, kGreetingWait);
  if (greeted.greeting == Greeting::kOther) {
    findings->SetBroken(absl::StrCat(address, " spreekt geen gRPC: het begint met \"", greeted.said, "\""));
  } else {
    findings->SetInconclusive(
        absl::StrCat("geen antwoord: ", WhatIsThere(greeted, address), StatusText(status)));
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
