// Events as messages of the contract.
#ifndef KETENPROEF_SERVER_WIRE_GEBEURTENIS_H_
#define KETENPROEF_SERVER_WIRE_GEBEURTENIS_H_

#include <cstdint>
#include <optional>

#include "ketenproef/v1/gebeurtenis.pb.h"
#include "server/omgeving/toestand.h"
#include "server/rules/gebeurtenis.h"

namespace ketenproef {

// `toestand` is the state of the environment after the event, or later.
void EncodeGebeurtenis(const Toestand& toestand, std::int64_t volgnummer, Tijdstip tijdstip,
                       const Gebeurtenis& gebeurtenis, v1::Gebeurtenis* wire);

// The person and the case that an event is about, where it is about one: what events are filtered by.
struct Betrokkene {
  std::optional<Bsn> bsn;
  std::optional<Gevalnummer> geval;
};
Betrokkene BetrokkeneOf(const Toestand& toestand, const Gebeurtenis& gebeurtenis);

// The kind as the contract counts them.
v1::Gebeurtenissoort SoortOfGebeurtenis(const Gebeurtenis& gebeurtenis);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_WIRE_GEBEURTENIS_H_
