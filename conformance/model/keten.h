// The state of the chain while a playbook is played: persons, cases, and what went on since the last
// exchange. Plain data; the functions beside it (registraties.h, meldingen.h, beoordelingen.h,
// uitwisseling.h) keep the rules.
//
// Not thread-safe. Persons and cases keep their address.

#ifndef CONFORMANCE_MODEL_KETEN_H_
#define CONFORMANCE_MODEL_KETEN_H_

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "conformance/calendar/dag.h"
#include "conformance/model/draaiboek.h"
#include "conformance/model/persoon.h"

namespace ketenproef::conformance {

// The ID of a rule, such as ZM-04; always a literal of the code.
using RegelId = absl::string_view;

// The verdict on one part of a melding.
struct Oordeel {
  absl::string_view soort;  // ZIEK or HERSTEL
  Dag ontvangen_op;
  std::optional<Dag> uiterste_dag;  // nullopt: no report is owed (HM-07)
  int dagen_te_laat = 0;
  int boete_eur = 0;

  bool tijdig() const { return dagen_te_laat == 0; }
};

// What a line is answered with.
struct Antwoord {
  std::optional<RegelId> geweigerd = {};  // the rule; then nothing else is set
  bool herhaald = false;                  // ZM-07: the rest is the first answer
  std::string bsn = {};                   // of the worker, where there are verdicts
  std::vector<Oordeel> oordelen = {};
  std::optional<RegelId> waarschuwing = {};
};

inline Antwoord Geweigerd(RegelId regel) {
  Antwoord antwoord;
  antwoord.geweigerd = regel;
  return antwoord;
}

enum class Uitkomst { kGeen, kToekenning, kAfwijzing };

struct Beoordeling {
  Dag uiterste_dag;
  bool verlengd = false;
  Uitkomst uitkomst = Uitkomst::kGeen;
  absl::Time besloten_tijdstip = absl::InfiniteFuture();
};

// What went out about a case to the woongemeente.
struct Signaal {
  Dag verzonden_op;
  std::string gemeentecode;
  Dag ao;                    // of the first row; a follow-up carries the same (ZM-09)
  bool met_einde_uitkering;  // the first row carried the end of the uitkeringsverhouding
  std::optional<Dag> vervolg_op = {};
  absl::string_view bericht = {};  // empty: none yet
  std::optional<Dag> bericht_op = {};
};

// What an accepted ziekmelding started.
struct Ziektegeval {
  std::string loonheffingennummer;
  std::string kenmerk;
  std::string bsn;
  const Persoon* persoon;
  const Dienstverband* dienstverband;  // the one that held the AO when the ziekmelding was accepted
  Dag ao;
  Dag ontvangen_op;
  std::optional<Dag> hersteld_per = {};
  int herstel_volgorde = 0;  // orders the accepted herstelmeldingen
  bool ingetrokken = false;
  Beoordeling beoordeling = {};
  std::string doorgeleverd_voor = {};  // the granting gemeente; empty: not forwarded
  std::optional<Signaal> signaal = {};

  std::optional<Dag> einde() const { return dienstverband->einde(); }
};

// An accepted message that the next exchange forwards, or not.
struct TeDoorleveren {
  absl::string_view soort;  // ZIEK, HERSTEL or INTREKKING
  std::string kenmerk;
  Ziektegeval* geval;
};

// (loonheffingennummer, kenmerk)
using Sleutel = std::pair<std::string, std::string>;

struct Keten {
  std::map<std::string, Persoon> personen;  // by BSN
  std::deque<Ziektegeval> gevallen;         // in order of acceptance
  std::map<Sleutel, Ziektegeval*> geval_van_ziekmelding;
  std::map<Sleutel, std::pair<Draaiboekregel, Antwoord>> aanvaarde_meldingen;  // ZM-07
  std::vector<TeDoorleveren> sinds_uitwisseling;                               // in order of acceptance
  int aantal_herstelmeldingen = 0;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_KETEN_H_
