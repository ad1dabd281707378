// Decisions about the assessment by UWV (BO). Pure; `vandaag` is the civil day of the command.
#ifndef KETENPROEF_SERVER_RULES_BEOORDELING_H_
#define KETENPROEF_SERVER_RULES_BEOORDELING_H_

#include <cstdint>

#include "server/rules/gebeurtenis.h"
#include "server/rules/melding.h"
#include "server/rules/opdracht.h"
#include "server/rules/termijn.h"
#include "server/rules/weigering.h"

namespace ketenproef {

// BO-02 to BO-04, BO-07.
Besluit<BeoordelingExtended> DecideVerlenging(const Regelkader& kader, const GenoemdGeval& genoemd,
                                              const ExtendBeoordeling& opdracht, Dag vandaag);

// BO-05, BO-07.
Besluit<BeoordelingDecided> DecideBeslissing(const GenoemdGeval& genoemd, const DecideBeoordeling& opdracht,
                                             Dag vandaag);

// BO-05, BO-06. Stands on the wire: append only.
enum class Beoordelingstatus : std::uint8_t { kOpen, kTijdig, kTermijnOverschreden, kTermijnVerstreken };
Beoordelingstatus StatusOf(const Beoordeling& beoordeling);

// BO-06: whether the term of this case lapses at 00:00 of `dag`.
bool LapsesOn(const Ziektegeval& geval, Dag dag);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_BEOORDELING_H_
