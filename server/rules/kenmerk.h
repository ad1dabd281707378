// ZM-07: one kenmerk serves one message. The same content again gets the first answer; other content under a
// used kenmerk is refused. Content is the kind plus the fields of that kind.
#ifndef KETENPROEF_SERVER_RULES_KENMERK_H_
#define KETENPROEF_SERVER_RULES_KENMERK_H_

#include "absl/strings/string_view.h"
#include "server/rules/opdracht.h"
#include "server/rules/weigering.h"
#include "server/rules/ziektegeval.h"

namespace ketenproef {

// The message that used the kenmerk, as far as its content is told by what came of it.
struct EerdereMelding {
  Opdrachtsoort soort;
  Bsn bsn;
  const Ziektegeval& geval;
  absl::string_view kenmerk_ziekmelding;
};

bool SameContent(const EerdereMelding& eerder, const SubmitZiekmelding& opdracht);
bool SameContent(const EerdereMelding& eerder, const SubmitHerstelmelding& opdracht);
bool SameContent(const EerdereMelding& eerder, const SubmitZiekEnHerstelmelding& opdracht);
bool SameContent(const EerdereMelding& eerder, const WithdrawZiekmelding& opdracht);

// The refusal of other content.
Weigering WeigerAndereInhoud();

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_KENMERK_H_
