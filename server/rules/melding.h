// Decisions about the messages of employers: ziekmelding (ZM), herstelmelding (HM), both in one, intrekking.
//
// Every function is pure. `ontvangen_op` is the ontvangstdag. Fields are well formed and the kenmerk is new
// (ZM-07, see kenmerk.h) by the time these are called; rules are tried in the order of the catalogue, KAL-03
// last.
#ifndef KETENPROEF_SERVER_RULES_MELDING_H_
#define KETENPROEF_SERVER_RULES_MELDING_H_

#include "server/rules/dossier.h"
#include "server/rules/gebeurtenis.h"
#include "server/rules/opdracht.h"
#include "server/rules/termijn.h"
#include "server/rules/weigering.h"

namespace ketenproef {

// ZM-02 to ZM-06, ZM-08. The dossier is that of the BSN in the message.
Besluit<ZiekmeldingAccepted> DecideZiekmelding(const Regelkader& kader, const Dossier& dossier,
                                               const SubmitZiekmelding& opdracht, Dag ontvangen_op);

// HM-02 and HM-05 besides.
Besluit<ZiekEnHerstelmeldingAccepted> DecideZiekEnHerstelmelding(const Regelkader& kader,
                                                                 const Dossier& dossier,
                                                                 const SubmitZiekEnHerstelmelding& opdracht,
                                                                 Dag ontvangen_op);

// The case that a message names by the kenmerk of its ziekmelding; null where there is none.
struct GenoemdGeval {
  Gevalnummer nummer{};
  const Ziektegeval* geval = nullptr;
  const Dienstverband* dienstverband = nullptr;
};

// HM-01 to HM-04, HM-06, HM-07.
Besluit<HerstelmeldingAccepted> DecideHerstelmelding(const Regelkader& kader, const GenoemdGeval& genoemd,
                                                     const SubmitHerstelmelding& opdracht, Dag ontvangen_op);

// ZM-10.
Besluit<IntrekkingAccepted> DecideIntrekking(const GenoemdGeval& genoemd, const WithdrawZiekmelding& opdracht,
                                             Dag ontvangen_op);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_MELDING_H_
