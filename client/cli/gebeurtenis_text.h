// Events of the journal in Dutch, for people: a line that says what happened, and lines below it that say
// what was due when and whether it was on time.
#ifndef KETENPROEF_CLIENT_CLI_GEBEURTENIS_TEXT_H_
#define KETENPROEF_CLIENT_CLI_GEBEURTENIS_TEXT_H_

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "ketenproef/v1/gebeurtenis.pb.h"

namespace ketenproef {

// What happened, such as `Ziekmelding M-1: ziek vanaf 2025-03-10`.
std::string TitleOf(const v1::Gebeurtenis& gebeurtenis);

// What was due, when, and whether it was on time. `beoordeling_uiterste_dag` is the last day for the decision
// as the events before this one left it; unset where there is none.
std::vector<std::string> RemarksOn(const v1::Gebeurtenis& gebeurtenis,
                                   const v1::Datum& beoordeling_uiterste_dag);

absl::CivilDay CivilDayOf(const v1::Datum& datum);
// The civil day in the Netherlands on which it happened (KAL-01).
absl::CivilDay CivilDayOf(const v1::Gebeurtenis& gebeurtenis);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_GEBEURTENIS_TEXT_H_
