// What the daily exchange of day X must send about one case: forwards to the gemeente (DL), the re-integratie
// signal and what follows it (SIG). Pure; every function judges the case as it is known at that exchange.
#ifndef KETENPROEF_SERVER_RULES_SIGNAAL_H_
#define KETENPROEF_SERVER_RULES_SIGNAAL_H_

#include <optional>

#include "absl/types/span.h"
#include "server/rules/dossier.h"
#include "server/rules/gebeurtenis.h"
#include "server/rules/termijn.h"

namespace ketenproef {

// SIG-08: there was no exchange before 2017-01-01.
inline constexpr Dag kEersteUitwisseling = Dag::FromDaysSince1970(17'167);

// What the gemeenten answered when DKD was asked for the LKS periods of one person. "Nothing found" is an
// answer without periods; "not available" is no answer (SIG-09).
struct DkdAntwoord {
  bool beschikbaar;
  absl::Span<const LksPeriode> perioden;
};

// ZM-09: the AO that signals and forwards carry, the first one of the chain that the case belongs to.
Dag EersteAoDagVanKeten(const Regelkader& kader, const Dossier& dossier, const Ziektegeval& geval);

// DL-02: whether the messages of the case are forwarded at all, whoever granted LKS.
bool WordtDoorgeleverd(const Regelkader& kader, const Ziektegeval& geval);

// SIG-02: the first day of the look-back from E.
Dag BeginVanTerugblik(Dag einde);

// DL-01, DL-02: the gemeente that granted the LKS for which a ziekmelding goes on, if it does.
std::optional<Gemeentecode> VerlenerVanDoorlevering(const Regelkader& kader, const Ziektegeval& geval,
                                                    const DkdAntwoord& dkd);

// What is to be done about a row of the report.
struct Signaalbesluit {
  enum class Actie { kNiets, kVerzenden, kAanhouden };
  Actie actie = Actie::kNiets;
  Aanhoudreden reden = Aanhoudreden::kOnbestelbaar;  // where kAanhouden
  std::optional<Gemeentecode> ontvanger;             // where kVerzenden, and what follows
  Dag eerste_ao_dag;
  Dag einde_arbeidsverhouding;
  OptionalDag einde_uitkeringsverhouding;
};

// SIG-01 to SIG-05, SIG-09: the first signal.
Signaalbesluit JudgeEersteSignaal(const Regelkader& kader, const Dossier& dossier, const Ziektegeval& geval,
                                  const DkdAntwoord& dkd, Dag uitwisseling);

// SIG-06: the follow-up row with the end of ZW.
Signaalbesluit JudgeVervolgsignaal(const Regelkader& kader, const Dossier& dossier, const Ziektegeval& geval,
                                   Dag uitwisseling);

// SIG-07: the bericht that takes a signal back, if one is due.
std::optional<BerichtPlaced> JudgeBericht(const Regelkader& kader, const Dossier& dossier, Gevalnummer nummer,
                                          const Ziektegeval& geval, Dag uitwisseling);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_SIGNAAL_H_
