// One environment (omgeving): its own profile, virtual clock, seed, BSN range and journal.
//
// A command is decided by the rules against the state, becomes an event, and the event is put in the batch
// for the journal and applied to the state. Nothing may be acknowledged before a commit has said OK: then
// everything since the last one is durable. After one that failed the environment has stopped: every
// further one fails with the same error, and its state must not be shown to anybody.
//
// Deterministic: the same commands at the same virtual instants give the same events, byte for byte.
// Not thread-safe: its writer (writer.h) is the only user.
//
//   auto omgeving = Omgeving::Open(referentie, std::move(journal), instellingen);
//   Besluit<Aanvaarding> antwoord = (*omgeving)->Execute(opdracht);
//   absl::Status durable = (*omgeving)->Commit();
#ifndef KETENPROEF_SERVER_OMGEVING_OMGEVING_H_
#define KETENPROEF_SERVER_OMGEVING_OMGEVING_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "server/journal/journal.h"
#include "server/omgeving/buitenwereld.h"
#include "server/omgeving/dkd_ronde.h"
#include "server/omgeving/journal_thread.h"
#include "server/omgeving/toestand.h"
#include "server/omgeving/uitwisseling.h"
#include "server/rules/feestdagen.h"
#include "server/rules/gemeenten.h"
#include "server/rules/opdracht.h"
#include "server/rules/profiel.h"
#include "server/rules/tijdstip.h"
#include "server/rules/weigering.h"

namespace ketenproef {

// Data that all environments of a server share; immutable.
struct Referentiedata {
  Feestdagen feestdagen;
  Gemeenten gemeenten;
  Amsterdam amsterdam;
};

// The clock stops where civil dates of the chain do: at the end of 2199.
inline constexpr Tijdstip kLastKlok = Tijdstip::FromUnixSeconds(7'258'114'799);

// A command was accepted, or had been before (ZM-07).
struct Aanvaarding {
  std::int64_t volgnummer;          // of the event that accepted it
  bool herhaald = false;            // ZM-07: nothing changed, the first answer again
  bool buiten_bandbreedte = false;  // LKS-02
  std::optional<Meldingnummer>
      melding;  // of a message of an employer; a combined one has the next number too
};

// Something that fell due while the clock advanced.
struct Gevuurd {
  enum class Soort { kUitwisseling, kTermijnVerstreken, kHerhaling };
  Tijdstip tijdstip;
  Soort soort;
  Uitwisselingtelling uitwisseling;  // of an exchange
  int termijnen = 0;                 // of lapses: how many
  int herhalingen = 0;               // of repeats: how many deliveries were tried again
};

// The receipt of an advance: what fired, in order.
struct Kwitantie {
  // A receipt lists the first so many; `gevuurd_totaal` counts them all.
  static constexpr std::size_t kMaxGevuurd = 1'000;

  Tijdstip van;
  Tijdstip tot;
  std::vector<Gevuurd> gevuurd;
  std::int64_t gevuurd_totaal = 0;
  // Gemeenten that have not answered or acknowledged; none: the environment is quiet.
  OpenstaandPerGemeente openstaand;
};

// The next thing that falls due.
struct Vervaldag {
  Tijdstip tijdstip;
  Gevuurd::Soort soort;
};

class Omgeving {
 public:
  // Makes the environment in an empty journal, durably; one that is there already is replayed, and its own
  // settings hold. `referentie` must outlive it. NOT_FOUND for an unknown profile, DATA_LOSS where the
  // journal cannot be replayed, naming the event.
  static absl::StatusOr<std::unique_ptr<Omgeving>> Open(const Referentiedata& referentie,
                                                        std::unique_ptr<Journal> journal,
                                                        const OmgevingCreated& instellingen,
                                                        const std::vector<Rol>& rollen = {});

  ~Omgeving();

  // With whom deliveries and DKD questions go to systems outside the simulator; before the first Advance.
  // Without them what is owed stays owed, and DKD is not available where it is somebody else's. Both must
  // outlive it.
  void SetBuitenwereld(Buitenwereld* buitenwereld, Wachter* wachter);

  const Toestand& toestand() const { return toestand_; }
  const OmgevingCreated& instellingen() const { return toestand_.instellingen(); }
  const Profiel& profiel() const { return *profiel_; }
  const Referentiedata& referentie() const { return referentie_; }
  Tijdstip klok() const { return klok_; }
  Dag vandaag() const { return vandaag_; }

  // Decides the command at the present virtual instant. A refusal is counted and changes nothing else.
  Besluit<Aanvaarding> Execute(const Opdracht& opdracht);

  // Counts a refusal that was decided before there was a command, of its fields.
  void Refuse(Opdrachtsoort soort, Regel regel);

  // Records something that no rule judges: a confirmation, a setting, a delivery taken in.
  // The caller has checked that what it names is there. The volgnummer.
  std::int64_t Record(const Gebeurtenis& gebeurtenis);

  // Replaces who plays the roles; nothing is recorded where that changes nothing.
  void SetRollen(const std::vector<Rol>& rollen);

  // Moves the clock, running what falls due on the way in order. OUT_OF_RANGE where `tot` lies in the past or
  // behind the last year that dates may have. A long advance commits on the way; what it says is durable
  // after the next Commit, as with Execute.
  absl::StatusOr<Kwitantie> Advance(Tijdstip tot);

  // When the next exchange runs, and the next lapse, if any is due.
  Tijdstip next_uitwisseling() const;
  std::optional<Tijdstip> next_termijn() const;
  // The first of what falls due.
  Vervaldag next() const;

  // What waits for gemeenten outside the simulator, as a receipt would say it now.
  OpenstaandPerGemeente openstaand() const;

  // The fault plan that hits this call, if any; the hit is recorded. `gemeentecode`: that the call names.
  std::optional<Storing> MatchStoring(Storingrichting richting, absl::string_view methode,
                                      std::optional<Gemeentecode> gemeentecode);

  // The profile and tables that the rules judge with.
  Regelkader kader() const { return {*profiel_, referentie_.feestdagen, referentie_.gemeenten}; }

  // Makes everything since the last Commit durable.
  absl::Status Commit();
  // Likewise, on the journal's thread, while this one goes on; `done` is called there, after those of earlier
  // commits, and with their error where one failed.
  void CommitLater(JournalThread::Done done);
  // Whether there is nothing to commit, and no commit under way.
  bool IsDurable() const;
  // Waits for the commits that are under way, and for what their `done` does.
  void WaitForCommits() { journal_.WaitUntilIdle(); }

  // Reads committed events, once no commit is under way; see Journal::Read.
  absl::Status Read(std::int64_t volgnummer, absl::FunctionRef<bool(const JournalRecord&)> visit) {
    return journal_.WaitUntilIdle().Read(volgnummer, visit);
  }
  // Of the last event, committed or not.
  std::int64_t last_volgnummer() const { return volgnummer_; }

 private:
  Omgeving(const Referentiedata& referentie, std::unique_ptr<Journal> journal);

  absl::Status Replay();

  Besluit<Aanvaarding> Decide(const SubmitZiekmelding& opdracht);
  Besluit<Aanvaarding> Decide(const SubmitHerstelmelding& opdracht);
  Besluit<Aanvaarding> Decide(const SubmitZiekEnHerstelmelding& opdracht);
  Besluit<Aanvaarding> Decide(const WithdrawZiekmelding& opdracht);
  Besluit<Aanvaarding> Decide(const ExtendBeoordeling& opdracht);
  Besluit<Aanvaarding> Decide(const DecideBeoordeling& opdracht);
  Besluit<Aanvaarding> Decide(const RegisterDoelgroepregistratie& opdracht);
  Besluit<Aanvaarding> Decide(const EndDoelgroepregistratie& opdracht);
  Besluit<Aanvaarding> Decide(const RegisterWoonplaats& opdracht);
  Besluit<Aanvaarding> Decide(const RegisterDienstverband& opdracht);
  Besluit<Aanvaarding> Decide(const EndDienstverband& opdracht);
  Besluit<Aanvaarding> Decide(const RegisterLksPeriode& opdracht);
  Besluit<Aanvaarding> Decide(const EndLksPeriode& opdracht);

  // ZM-07: the answer that the kenmerk got before, or the refusal of other content; nothing: it is new.
  template <typename Melding>
  std::optional<Besluit<Aanvaarding>> FindEarlier(const Melding& opdracht) const;
  // Records the event of an accepted command.
  template <typename Event>
  Besluit<Aanvaarding> Accept(const Besluit<Event>& besluit);
  // Likewise of a message of an employer, which has a number of its own.
  template <typename Event>
  Besluit<Aanvaarding> AcceptMelding(const Besluit<Event>& besluit);

  void SetKlok(Tijdstip klok);
  absl::StatusOr<Gevuurd> Fire(const Vervaldag& vervaldag);
  absl::StatusOr<Gevuurd> FireUitwisseling(Dag dag);
  absl::StatusOr<Gevuurd> FireHerhaling(Tijdstip tijdstip);
  Gevuurd FireTermijnen(Dag dag);
  // Delivers what is owed; how many deliveries were tried.
  absl::StatusOr<int> Deliver(bool in_herhaling);

  const Referentiedata& referentie_;
  Toestand toestand_;
  const Profiel* profiel_ = nullptr;
  Tijdstip klok_;
  Tijdstip committed_klok_;    // of the last commit, which may be under way
  Dag vandaag_;                // the civil day of klok_
  Dag volgende_uitwisseling_;  // the day of the first exchange after klok_
  std::int64_t volgnummer_ = 0;
  JournalBatch batch_;
  Buitenwereld* buitenwereld_ = nullptr;
  Wachter* wachter_ = nullptr;
  bool advancing_ = false;
  OpenstaandPerGemeente dkd_openstaand_;  // of the last exchange
  JournalThread journal_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_OMGEVING_H_
