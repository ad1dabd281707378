// Decisions about the registers (REG) and the loonkostensubsidie (LKS).
//
// Every function is pure: the person as known at this moment (null: nothing is known), the command, and
// either the event that follows or the rule that refuses.
#ifndef KETENPROEF_SERVER_RULES_REGISTRATIE_H_
#define KETENPROEF_SERVER_RULES_REGISTRATIE_H_

#include "server/rules/gebeurtenis.h"
#include "server/rules/opdracht.h"
#include "server/rules/persoon.h"
#include "server/rules/termijn.h"
#include "server/rules/weigering.h"

namespace ketenproef {

// REG-01.
Besluit<DoelgroepregistratieRegistered> Decide(const Persoon* persoon,
                                               const RegisterDoelgroepregistratie& opdracht);
Besluit<DoelgroepregistratieEnded> Decide(const Persoon* persoon, const EndDoelgroepregistratie& opdracht);

// REG-02.
Besluit<WoonplaatsRegistered> Decide(const Regelkader& kader, const RegisterWoonplaats& opdracht);

// REG-04.
Besluit<DienstverbandRegistered> Decide(const Persoon* persoon, const RegisterDienstverband& opdracht);
Besluit<DienstverbandEnded> Decide(const Persoon* persoon, const EndDienstverband& opdracht);

// LKS-01 to LKS-06.
Besluit<LksPeriodeRegistered> Decide(const Regelkader& kader, const Persoon* persoon,
                                     const RegisterLksPeriode& opdracht);
// LKS-07.
Besluit<LksPeriodeEnded> Decide(const Persoon* persoon, const EndLksPeriode& opdracht);

// The index of the one open entry that an end applies to, if there is one: REG-01, REG-04, LKS-07.
std::optional<std::size_t> OpenDoelgroepregistratie(const Persoon& persoon);
std::optional<std::size_t> OpenDienstverband(const Persoon& persoon, Loonheffingennummer nummer);
std::optional<std::size_t> OpenLksPeriode(const Persoon& persoon);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_REGISTRATIE_H_
