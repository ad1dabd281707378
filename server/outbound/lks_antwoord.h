// Reads what a gemeente answered to a DKD question. An answer that cannot be right is "not available", never
// "no LKS" (SIG-09).
#ifndef KETENPROEF_SERVER_OUTBOUND_LKS_ANTWOORD_H_
#define KETENPROEF_SERVER_OUTBOUND_LKS_ANTWOORD_H_

#include "ketenproef/v1/gemeente_service.pb.h"
#include "server/omgeving/buitenwereld.h"
#include "server/rules/gemeenten.h"

namespace ketenproef {

// A period may stand under the code of a gemeente that was merged into the one that was asked, on `vandaag`.
Lksuitkomst ReadLksAntwoord(const Lksvraag& vraag, const Gemeenten& gemeenten, Dag vandaag,
                            const v1::LookupLksResponse& response);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OUTBOUND_LKS_ANTWOORD_H_
