// What a record says, whatever its kind; empty where that kind does not say it. Pure functions.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_RECORD_FACTS_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_RECORD_FACTS_H_

#include <optional>
#include <string>

#include "conformance/mutants/records.h"

namespace ketenproef::conformance {

std::string BsnOf(const contract::Draaiboekregel& record);
std::string NummerOf(const contract::Draaiboekregel& record);
std::string KenmerkOf(const contract::Draaiboekregel& record);
std::string VerwijstNaar(const contract::Draaiboekregel& record);

// AO, H, and the first and last day of a registration.
std::optional<Dag> AoOf(const contract::Draaiboekregel& record);
std::optional<Dag> HersteldPerOf(const contract::Draaiboekregel& record);
std::optional<Dag> VanOf(const contract::Draaiboekregel& record);
std::optional<Dag> TotOf(const contract::Draaiboekregel& record);

// Ziekmelding, or ziek- en herstelmelding in one.
bool MeldtZiek(const contract::Draaiboekregel& record);

// The case that the record names; nullopt: it is not known.
std::optional<contract::Ziektegeval> GenoemdGeval(const RecordPassage& passage);
// Whether what it names is not its own (no `geval`), while another employer has a case by that name.
bool IsVanEenAnder(const RecordPassage& passage, const std::optional<contract::Ziektegeval>& geval);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_RECORD_FACTS_H_
