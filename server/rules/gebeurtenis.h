// Events (gebeurtenissen): what an environment has accepted or done, in the past tense. They are what the
// journal keeps and what the state is made of; an event is applied as it stands and never judged again.
//
// The order of the alternatives of `Gebeurtenis` and of their fields stands in journals; see
// server/journal/codec.cc before changing either.
#ifndef KETENPROEF_SERVER_RULES_GEBEURTENIS_H_
#define KETENPROEF_SERVER_RULES_GEBEURTENIS_H_

#include <cstdint>
#include <string>
#include <variant>

#include "server/rules/opdracht.h"
#include "server/rules/regel.h"
#include "server/rules/rol.h"
#include "server/rules/signaalrapport.h"
#include "server/rules/storing.h"
#include "server/rules/termijn.h"
#include "server/rules/tijdstip.h"
#include "server/rules/ziektegeval.h"

namespace ketenproef {

// The environment began: always the first event of a journal.
struct OmgevingCreated {
  std::string naam;
  std::string profiel;
  Tijdstip start;
  std::uint64_t seed;
  BsnReeks bsn_reeks;
  Rapportvorm rapportvorm;
};

struct DoelgroepregistratieRegistered {
  RegisterDoelgroepregistratie registratie;
};
struct DoelgroepregistratieEnded {
  EndDoelgroepregistratie einde;
};
struct WoonplaatsRegistered {
  RegisterWoonplaats woonplaats;
};
struct DienstverbandRegistered {
  RegisterDienstverband dienstverband;
};
struct DienstverbandEnded {
  EndDienstverband einde;
};
struct LksPeriodeRegistered {
  RegisterLksPeriode periode;
  bool buiten_bandbreedte;  // LKS-02: accepted with a warning
};
struct LksPeriodeEnded {
  EndLksPeriode einde;
};

struct ZiekmeldingAccepted {
  SubmitZiekmelding melding;
  Dag ontvangen_op;
  Meldingoordeel oordeel;
  Dag beoordeling_uiterste_dag;
};
struct HerstelmeldingAccepted {
  SubmitHerstelmelding melding;
  Gevalnummer geval;
  Dag ontvangen_op;
  Meldingoordeel oordeel;
};
struct ZiekEnHerstelmeldingAccepted {
  SubmitZiekEnHerstelmelding melding;
  Dag ontvangen_op;
  Meldingoordeel oordeel_ziek;
  Meldingoordeel oordeel_herstel;
  Dag beoordeling_uiterste_dag;
};
struct IntrekkingAccepted {
  WithdrawZiekmelding melding;
  Gevalnummer geval;
  Dag ontvangen_op;
};

struct BeoordelingExtended {
  Gevalnummer geval;
  std::string toelichting;
  Dag uiterste_dag;
};
struct BeoordelingDecided {
  Gevalnummer geval;
  Uitkomst uitkomst;
  Dag besloten_op;
};
// BO-06.
struct TermijnVerstreken {
  Gevalnummer geval;
};

// A refused command is counted; of its content nothing is kept.
struct OpdrachtRefused {
  Opdrachtsoort soort;
  Regel regel;
};

enum class Doorleveringsoort : std::uint8_t { kZiek, kHerstel, kIntrekking };

// DL-01: a message went on to the gemeente.
struct DoorleveringSent {
  Meldingnummer melding;
  Gevalnummer geval;
  Doorleveringsoort soort;
  Gemeentecode verlener;   // granted the LKS
  Gemeentecode ontvanger;  // its successor on X (DL-03)
  Dag uitwisseling;        // X
  Dag datum_ingang;        // AO of the chain, or H
};

// SIG-01, SIG-06: a row of a report.
struct SignaalSent {
  Gevalnummer geval;
  Signaalsoort soort;
  Gemeentecode ontvanger;
  Dag uitwisseling;  // X
  Dag eerste_ao_dag;
  Dag einde_arbeidsverhouding;             // E
  OptionalDag einde_uitkeringsverhouding;  // H - 1
};

// Why a signal that is due did not go out: no woonplaats (SIG-04), or no answer from DKD (SIG-09).
enum class Aanhoudreden : std::uint8_t { kOnbestelbaar, kDkdNietBeschikbaar };

// From this exchange on the signal waits; it is tried again in every later one.
struct SignaalHeld {
  Gevalnummer geval;
  Signaalsoort soort;
  Dag uitwisseling;
  Aanhoudreden reden;
};
// A waiting signal no longer holds (SIG-04).
struct SignaalLapsed {
  Gevalnummer geval;
  Signaalsoort soort;
  Dag uitwisseling;
};

// SIG-07.
struct BerichtPlaced {
  Gevalnummer geval;
  Berichtsoort soort;
  Gemeentecode ontvanger;
  Dag uitwisseling;
};

// CSV-03, CSV-05, NOT-01: the report as it will always be downloaded, and the notification of it.
struct RapportageReady {
  Gemeentecode gemeentecode;
  Dag uitwisseling;
  std::uint32_t aantal_rijen;
  std::string sha256;  // 32 bytes
  std::string inhoud;
};

// What one exchange did.
struct Uitwisselingtelling {
  std::uint32_t doorleveringen = 0;
  std::uint32_t signalen = 0;
  std::uint32_t berichten = 0;
  std::uint32_t rapportages = 0;
  std::uint32_t aangehouden = 0;  // waiting after it
};

// The exchange of this day ran and had something to judge; closes its other events.
struct UitwisselingRun {
  Dag uitwisseling;
  Uitwisselingtelling telling;
};

// The gemeente has the report, with the right hash and row count.
struct RapportageConfirmed {
  std::uint32_t rapportage;  // from 0, in order of RapportageReady
};
struct DoorleveringConfirmed {
  std::uint32_t doorlevering;  // from 0, in order of DoorleveringSent
};

// How a gemeente receives.
enum class Ontvangstwijze : std::uint8_t { kOphalen, kEndpoint };
struct AfnemerSet {
  Gemeentecode gemeentecode;
  Ontvangstwijze wijze;
  std::string adres;  // of the endpoint
  std::string email;
};

// What was delivered to a simulated gemeente and taken in by it, once per bericht-id (DL-04).
struct RapportageDelivered {
  Gemeentecode gemeentecode;
  std::string bericht_id;
  Dag uitwisseling;
  std::string bestandsnaam;
  std::string sha256;  // 32 bytes
  std::uint32_t aantal_rijen;
};
struct DoorleveringDelivered {
  Gemeentecode gemeentecode;
  std::string bericht_id;
  Dag uitwisseling;
  Doorleveringsoort soort;
  Meldingsleutel melding;     // of the message itself
  std::string verwijst_naar;  // kenmerk of the ziekmelding
  Bsn bsn;
  Dag datum_ingang;
};
struct BerichtDelivered {
  Gemeentecode gemeentecode;
  std::string bericht_id;
  Dag uitwisseling;
  Berichtsoort soort;
  Meldingsleutel ziekmelding;
  Bsn bsn;
};

// The roles are replaced: so many RolSet follow, and who is not named is simulated.
struct RollenSet {
  std::uint32_t aantal;
};
struct RolSet {
  Rol rol;
};

// What a gemeente answers to a DKD question.
enum class Lksantwoord : std::uint8_t { kGevonden, kNietsGevonden, kNietBeschikbaar };

// A gemeente outside the simulator was asked for the LKS of one person.
struct LksLookedUp {
  Gemeentecode gemeentecode;
  Bsn bsn;
  Dag van;
  Dag tot;
  Lksantwoord antwoord;
  std::uint32_t aantal_perioden;
  std::string reden;  // where not available
};

// SIG-09: DKD could not tell to whom the message goes; it waits.
struct DoorleveringHeld {
  Meldingnummer melding;
  Gevalnummer geval;
  Dag uitwisseling;
};
// A message that waited goes to nobody.
struct DoorleveringLapsed {
  Meldingnummer melding;
  Gevalnummer geval;
  Dag uitwisseling;
};

enum class Leveringsoort : std::uint8_t { kRapportage, kDoorlevering, kBericht };

// The endpoint of a gemeente took over a delivery; `nummer` is its place among those of its kind, from 0.
struct LeveringAcknowledged {
  Gemeentecode gemeentecode;
  Leveringsoort soort;
  std::uint32_t nummer;
  bool herhaald;
};
// It did not.
struct LeveringFailed {
  Gemeentecode gemeentecode;
  Leveringsoort soort;
  std::uint32_t nummer;
  bool geweigerd;     // it said no; otherwise it could not be reached
  bool in_herhaling;  // an hour after the exchange, not in one
  std::string reden;
};

// 0: the clock is stepped; otherwise virtual thousandths of a second per real second.
struct ClockModeSet {
  std::uint32_t factor_duizendsten;
};

// NOT-01: the e-mail about a report, by its place among the reports.
struct NotificatieSent {
  std::uint32_t rapportage;
};
struct NotificatieFailed {
  std::uint32_t rapportage;
  std::string reden;
};

struct StoringCreated {
  Storing storing;
};
struct StoringDeleted {
  std::uint32_t nummer;
};
// The plan hit a call, which was number `aanroep` of those that match, from 1.
struct StoringHit {
  std::uint32_t nummer;
  std::uint64_t aanroep;
};

using Gebeurtenis =
    std::variant<OmgevingCreated, DoelgroepregistratieRegistered, DoelgroepregistratieEnded,
                 WoonplaatsRegistered, DienstverbandRegistered, DienstverbandEnded, LksPeriodeRegistered,
                 LksPeriodeEnded, ZiekmeldingAccepted, HerstelmeldingAccepted, ZiekEnHerstelmeldingAccepted,
                 IntrekkingAccepted, BeoordelingExtended, BeoordelingDecided, TermijnVerstreken,
                 OpdrachtRefused, DoorleveringSent, SignaalSent, SignaalHeld, SignaalLapsed, BerichtPlaced,
                 RapportageReady, UitwisselingRun, RapportageConfirmed, DoorleveringConfirmed, AfnemerSet,
                 RapportageDelivered, DoorleveringDelivered, BerichtDelivered, RollenSet, RolSet, LksLookedUp,
                 DoorleveringHeld, DoorleveringLapsed, LeveringAcknowledged, LeveringFailed, ClockModeSet,
                 NotificatieSent, NotificatieFailed, StoringCreated, StoringDeleted, StoringHit>;

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_GEBEURTENIS_H_
