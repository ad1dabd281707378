// The state of one environment: everything that follows from its events, in memory.
//
// State changes by Apply alone, and Apply never judges: the same events in the same order give the same
// state, whether they were just decided or are read from a journal. References and views stay valid until the
// next Apply. Not thread-safe: an environment's writer is the only user.
#ifndef KETENPROEF_SERVER_OMGEVING_TOESTAND_H_
#define KETENPROEF_SERVER_OMGEVING_TOESTAND_H_

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/btree_map.h"
#include "absl/container/btree_set.h"
#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "server/omgeving/agenda.h"
#include "server/omgeving/leveringen.h"
#include "server/omgeving/meldingen.h"
#include "server/omgeving/rollen.h"
#include "server/omgeving/storingen.h"
#include "server/rules/dossier.h"
#include "server/rules/gebeurtenis.h"
#include "server/rules/melding.h"

namespace ketenproef {

// A report as it stands ready for its gemeente (CSV-05), and with it its notification (NOT-01).
struct Rapportage {
  RapportageReady inhoud;
  Tijdstip klaargezet;
  std::optional<Tijdstip> bevestigd;
};

struct Doorlevering {
  DoorleveringSent inhoud;
  std::optional<Tijdstip> bevestigd;
};

// A signal that waits (SIG-04, SIG-09).
struct Aanhouding {
  Signaalsoort soort;
  Aanhoudreden reden;
};

// How a gemeente receives; collecting, without e-mail, unless it said otherwise or its role has an address.
struct Afnemer {
  Ontvangstwijze wijze = Ontvangstwijze::kOphalen;
  std::string adres;
  std::string email;
};

// Where what the Inlichtingenbureau has for a gemeente goes.
struct Bestemming {
  enum class Soort {
    kOphalen,   // nowhere: it is collected
    kZelf,      // the simulated gemeente takes it in itself
    kEndpoint,  // to a GemeenteService
  };
  Soort soort = Soort::kOphalen;
  std::string adres;  // of kEndpoint; empty where there ought to be one and is none
};

// An e-mail that is still to be sent (NOT-01).
struct TeNotificeren {
  std::string email;
  std::string reden;  // why the last attempt failed
};

struct Tellers {
  std::array<std::int64_t, kAantalOpdrachtsoorten> geaccepteerd{};
  std::array<std::int64_t, kAantalOpdrachtsoorten> geweigerd{};
  std::array<std::int64_t, kAantalRegels> geweigerd_onder{};
};

class Toestand {
 public:
  // `volgnummer` is the number of the event in the journal.
  void Apply(std::int64_t volgnummer, Tijdstip tijdstip, const Gebeurtenis& gebeurtenis);

  // The environment's own settings, from its first event.
  const OmgevingCreated& instellingen() const { return instellingen_; }

  // Null: nothing is known of this BSN.
  const Persoon* FindPersoon(Bsn bsn) const;
  const Persoon& GetPersoon(Persoonnummer nummer) const {
    return personen_[static_cast<std::size_t>(nummer)];
  }
  Dossier DossierOf(const Persoon* persoon) const;

  const Ziektegeval& GetGeval(Gevalnummer nummer) const {
    return gevallen_[static_cast<std::size_t>(nummer)];
  }
  std::size_t aantal_gevallen() const { return gevallen_.size(); }
  const Dienstverband& DienstverbandOf(const Ziektegeval& geval) const;
  // The case that the ziekmelding with this key started; its geval is null where there is none.
  GenoemdGeval FindGeval(Loonheffingennummer loonheffingennummer, absl::string_view kenmerk) const;

  const Meldingen& meldingen() const { return meldingen_; }

  // What the exchanges made, in order.
  const std::deque<Doorlevering>& doorleveringen() const { return doorleveringen_; }
  // The place in doorleveringen() of the forward of this message: each message is forwarded once at the most.
  std::optional<std::size_t> FindDoorlevering(Meldingnummer melding) const;
  const std::deque<Rapportage>& rapportages() const { return rapportages_; }
  const std::deque<BerichtPlaced>& berichten() const { return berichten_; }
  const absl::btree_map<Gevalnummer, Aanhouding>& aanhoudingen() const { return aanhoudingen_; }
  // The place in rapportages() of the report of this gemeente and exchange.
  std::optional<std::size_t> FindRapportage(Gemeentecode gemeentecode, Dag uitwisseling) const;

  // What the next exchange has to look at. Messages that wait for DKD (SIG-09) come before the new ones.
  const absl::btree_set<Meldingnummer>& aangehouden_meldingen() const { return aangehouden_meldingen_; }
  const std::vector<Meldingnummer>& door_te_leveren() const { return door_te_leveren_; }
  std::vector<Gevalnummer> TeBeoordelenOn(Dag uitwisseling) const;

  // When the next term may lapse, and the cases to look at then.
  const Agenda& termijnen() const { return termijnen_; }
  // Everything entered up to and including this day has been looked at.
  void ForgetTermijnenUpTo(Dag dag) { termijnen_.RemoveUpTo(dag); }

  const Rollen& rollen() const { return rollen_; }
  Afnemer AfnemerOf(Gemeentecode gemeentecode) const;
  // Whether the gemeente ever said how it receives.
  bool HasAfnemer(Gemeentecode gemeentecode) const { return afnemers_.contains(gemeentecode); }
  Bestemming BestemmingOf(Gemeentecode gemeentecode) const;
  // What endpoints of gemeenten have not acknowledged, and when that is tried again before the next exchange.
  const Leveringen& leveringen() const { return leveringen_; }
  const std::optional<Tijdstip>& herhaling() const { return herhaling_; }
  // E-mails to send, by the place of their report.
  const absl::btree_map<std::uint32_t, TeNotificeren>& te_notificeren() const { return te_notificeren_; }

  // 0: the clock is stepped.
  std::uint32_t klokfactor_duizendsten() const { return klokfactor_duizendsten_; }
  // Counts of calls are no part of what events say, so matching a call changes it too.
  const Storingen& storingen() const { return storingen_; }
  Storingen& mutable_storingen() { return storingen_; }

  bool HasReceived(Gemeentecode gemeentecode, const std::string& bericht_id) const;
  const Tellers& tellers() const { return tellers_; }

 private:
  void On(const OmgevingCreated& event);
  void On(const DoelgroepregistratieRegistered& event);
  void On(const DoelgroepregistratieEnded& event);
  void On(const WoonplaatsRegistered& event);
  void On(const DienstverbandRegistered& event);
  void On(const DienstverbandEnded& event);
  void On(const LksPeriodeRegistered& event);
  void On(const LksPeriodeEnded& event);
  void On(const ZiekmeldingAccepted& event);
  void On(const HerstelmeldingAccepted& event);
  void On(const ZiekEnHerstelmeldingAccepted& event);
  void On(const IntrekkingAccepted& event);
  void On(const BeoordelingExtended& event);
  void On(const BeoordelingDecided& event);
  void On(const TermijnVerstreken& event);
  void On(const OpdrachtRefused& event);
  void On(const DoorleveringSent& event);
  void On(const SignaalSent& event);
  void On(const SignaalHeld& event);
  void On(const SignaalLapsed& event);
  void On(const BerichtPlaced& event);
  void On(const RapportageReady& event);
  void On(const UitwisselingRun& event);
  void On(const RapportageConfirmed& event);
  void On(const DoorleveringConfirmed& event);
  void On(const AfnemerSet& event);
  void On(const RapportageDelivered& event);
  void On(const DoorleveringDelivered& event);
  void On(const BerichtDelivered& event);
  void On(const RollenSet& event);
  void On(const RolSet& event);
  void On(const LksLookedUp& event);
  void On(const DoorleveringHeld& event);
  void On(const DoorleveringLapsed& event);
  void On(const LeveringAcknowledged& event);
  void On(const LeveringFailed& event);
  void On(const ClockModeSet& event);
  void On(const NotificatieSent& event);
  void On(const NotificatieFailed& event);
  void On(const StoringCreated& event);
  void On(const StoringDeleted& event);
  void On(const StoringHit& event);

  Persoonnummer PersoonFor(Bsn bsn);
  Persoon& Get(Persoonnummer nummer) { return personen_[static_cast<std::size_t>(nummer)]; }
  Ziektegeval& Get(Gevalnummer nummer) { return gevallen_[static_cast<std::size_t>(nummer)]; }

  // What a ziekmelding and the ziek part of a combined message have in common.
  struct NieuwGeval {
    const Meldingsleutel& sleutel;
    Opdrachtsoort soort;
    Bsn bsn;
    Dag eerste_ao_dag;
    bool no_risk;
    Dag ontvangen_op;
    const Meldingoordeel& oordeel;
    Dag beoordeling_uiterste_dag;
  };
  Gevalnummer AddGeval(const NieuwGeval& nieuw);
  Meldingnummer AddMelding(const Meldingsleutel& sleutel, Opdrachtsoort soort, Gevalnummer geval,
                           Dag ontvangen_op, const Meldingoordeel& oordeel);
  void Count(Opdrachtsoort soort) { ++tellers_.geaccepteerd[static_cast<std::size_t>(soort)]; }

  // What was just sent to this gemeente is owed, unless it collects.
  void Owe(Gemeentecode gemeentecode, Leveringsoort soort, std::size_t nummer,
           std::optional<Gevalnummer> geval);

  // Something about the case changed that a signal may hang on: the next exchange looks at it, and the one
  // after E does.
  void Touch(Gevalnummer nummer);
  void TouchAll(const Persoon& persoon);

  std::int64_t volgnummer_ = 0;  // of the event being applied
  Tijdstip tijdstip_;            // likewise

  OmgevingCreated instellingen_;
  std::deque<Persoon> personen_;
  absl::flat_hash_map<Bsn, Persoonnummer> personen_by_bsn_;
  std::deque<Ziektegeval> gevallen_;
  Meldingen meldingen_;

  Agenda termijnen_;                            // by the day after the uiterste dag
  Agenda einden_;                               // by the day after E
  std::vector<Gevalnummer> te_beoordelen_;      // changed since the last exchange
  std::vector<Meldingnummer> door_te_leveren_;  // accepted since the last exchange
  absl::btree_map<Gevalnummer, Aanhouding> aanhoudingen_;

  std::deque<Doorlevering> doorleveringen_;
  absl::flat_hash_map<Meldingnummer, std::uint32_t> doorleveringen_by_melding_;
  std::deque<Rapportage> rapportages_;
  absl::btree_map<std::pair<Gemeentecode, Dag>, std::size_t> rapportages_by_gemeente_;
  std::deque<BerichtPlaced> berichten_;

  absl::btree_set<Meldingnummer> aangehouden_meldingen_;

  Rollen rollen_;
  Leveringen leveringen_;
  std::optional<Tijdstip> herhaling_;
  absl::btree_map<std::uint32_t, TeNotificeren> te_notificeren_;
  std::uint32_t klokfactor_duizendsten_ = 0;
  Storingen storingen_;

  absl::btree_map<Gemeentecode, Afnemer> afnemers_;
  absl::flat_hash_set<std::pair<Gemeentecode, std::string>> ontvangen_;
  Tellers tellers_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_TOESTAND_H_
