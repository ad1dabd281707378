// State and answers as messages of the contract. Encode... fills the message that is given; it must be empty.
#ifndef KETENPROEF_SERVER_WIRE_ANTWOORD_H_
#define KETENPROEF_SERVER_WIRE_ANTWOORD_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "ketenproef/v1/domein.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.pb.h"
#include "ketenproef/v1/klok_service.pb.h"
#include "ketenproef/v1/omgeving_service.pb.h"
#include "server/omgeving/bericht_id.h"
#include "server/omgeving/omgeving.h"
#include "server/omgeving/toestand.h"
#include "server/omgeving/writer.h"
#include "server/rules/profiel.h"

namespace ketenproef {

// UWV.
void EncodeOntvangst(const Toestand& toestand, const Aanvaarding& aanvaarding, v1::Ontvangst* wire);
void EncodeVerwerkt(const Aanvaarding& aanvaarding, v1::Verwerkt* wire);
void EncodeMeldingoordeel(const Toestand& toestand, Meldingnummer nummer, v1::Meldingoordeel* wire);
void EncodeBeoordeling(const Beoordeling& beoordeling, v1::Beoordeling* wire);
void EncodeZiektegeval(const Toestand& toestand, Gevalnummer nummer, v1::Ziektegeval* wire);

// Registers.
void EncodeDoelgroepregistratie(Bsn bsn, const Doelgroepregistratie& registratie,
                                v1::Doelgroepregistratie* wire);
void EncodeWoonplaats(Bsn bsn, const Woonplaats& woonplaats, v1::Woonplaats* wire);
void EncodeDienstverband(Bsn bsn, const Dienstverband& dienstverband, v1::Dienstverband* wire);
void EncodeLksPeriode(Bsn bsn, const LksPeriode& periode, v1::LksPeriode* wire);
void EncodeBuitenBandbreedte(v1::Waarschuwing* wire);  // LKS-02

// Inlichtingenbureau.
void EncodeRapportage(const Rapportage& rapportage, v1::Rapportage* wire);
void EncodeNotificatie(const Rapportage& rapportage, v1::Notificatie* wire);
void EncodeDoorlevering(const Toestand& toestand, std::size_t index, v1::Doorlevering* wire);
void EncodeDoorleveringinhoud(const Toestand& toestand, const DoorleveringSent& sent,
                              v1::Doorleveringinhoud* wire);
void EncodeBericht(const Toestand& toestand, std::size_t index, v1::Bericht* wire);
void EncodeBerichtinhoud(const Toestand& toestand, const BerichtPlaced& bericht, v1::Berichtinhoud* wire);
void EncodeAangehouden(const Toestand& toestand, Gevalnummer nummer, const Aanhouding& aanhouding,
                       v1::Aangehouden* wire);
void EncodeLevering(const Toestand& toestand, Gemeentecode gemeentecode, const Levering& levering,
                    v1::Levering* wire);
void EncodeAfnemer(Gemeentecode gemeentecode, const Afnemer& afnemer, v1::Afnemer* wire);

// Simulator.
void EncodeInstelling(const OmgevingCreated& instellingen, v1::Omgevingsinstelling* wire);
void EncodeOmgeving(const Writer::Overzicht& overzicht, v1::Omgeving* wire);
void EncodeProfiel(const Profiel& profiel, v1::Profiel* wire);
void EncodeTelling(const Uitwisselingtelling& telling, v1::Uitwisselingstelling* wire);
void EncodeKwitantie(const Kwitantie& kwitantie, v1::Kwitantie* wire);
void EncodeClock(const Omgeving& omgeving, v1::Clock* wire);
void EncodeRol(const Rol& rol, v1::Rol* wire);

// Identifiers as callers see them (server/omgeving/bericht_id.h), read back.
// The place in Toestand::rapportages(), or nothing.
std::optional<std::size_t> FindRapportageById(const Toestand& toestand, absl::string_view rapportage_id);
// The place in Toestand::doorleveringen(), or nothing.
std::optional<std::size_t> FindDoorleveringById(const Toestand& toestand, absl::string_view bericht_id);

// 64 lowercase hexadecimal digits of a hash of 32 bytes.
std::string HexOf(absl::string_view hash);

v1::Leveringsoort ToWire(Leveringsoort soort);
v1::Signaalsoort ToWire(Signaalsoort soort);
v1::Berichtsoort ToWire(Berichtsoort soort);
v1::Doorleveringsoort ToWire(Doorleveringsoort soort);
v1::Aanhoudreden ToWire(Aanhoudreden reden);
v1::Uitkomst ToWire(Uitkomst uitkomst);
v1::Bsnreeks ToWire(BsnReeks reeks);
v1::Opdrachtsoort ToWire(Opdrachtsoort soort);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_WIRE_ANTWOORD_H_
