// The identifiers by which deliveries are known outside.
#ifndef KETENPROEF_SERVER_OMGEVING_BERICHT_ID_H_
#define KETENPROEF_SERVER_OMGEVING_BERICHT_ID_H_

#include <string>

#include "server/omgeving/toestand.h"

namespace ketenproef {

// A report: gemeentecode and X, "0363-20250603".
std::string RapportageId(Gemeentecode gemeentecode, Dag uitwisseling);
// "D-" and the number of the message that is forwarded; "B-" and the number of the case: each message is
// forwarded once at the most, and each case has one bericht at the most.
std::string DoorleveringId(Meldingnummer melding);
std::string BerichtId(Gevalnummer geval);
// Of what is delivered to an endpoint: one of the above.
std::string LeveringId(const Toestand& toestand, Leveringsoort soort, std::uint32_t nummer);
// X of it.
Dag UitwisselingOf(const Toestand& toestand, Leveringsoort soort, std::uint32_t nummer);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_BERICHT_ID_H_
