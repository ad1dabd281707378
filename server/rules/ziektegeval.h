// One ziektegeval: what an accepted ziekmelding starts, and everything that has come of it since.
#ifndef KETENPROEF_SERVER_RULES_ZIEKTEGEVAL_H_
#define KETENPROEF_SERVER_RULES_ZIEKTEGEVAL_H_

#include <cstdint>
#include <optional>

#include "server/rules/dag.h"
#include "server/rules/nummers.h"
#include "server/rules/tijdstip.h"

namespace ketenproef {

// Numbers within one environment, from 0, in order of acceptance. Stand in journals.
enum class Persoonnummer : std::uint32_t {};
enum class Gevalnummer : std::uint32_t {};
enum class Meldingnummer : std::uint32_t {};

// The values of the enumerations stand in journals: append only.
enum class Uitkomst : std::uint8_t { kGeen, kToekenning, kAfwijzing };
enum class Signaalsoort : std::uint8_t { kEerste, kVervolg };
enum class Berichtsoort : std::uint8_t { kGeen, kIngetrokken, kHersteldVoorEinde };

// The assessment by UWV (BO).
struct Beoordeling {
  Dag uiterste_dag;
  Dag besloten_op;             // where uitkomst is not kGeen
  Tijdstip besloten_tijdstip;  // likewise; orders the rows of a report (CSV-03)
  Uitkomst uitkomst = Uitkomst::kGeen;
  bool verlengd = false;
  bool verstreken = false;  // BO-06: lapsed undecided, whatever came later
};

// The re-integratie signal (SIG).
struct Signaal {
  OptionalDag verzonden_op;               // X of the first signal
  OptionalDag vervolg_op;                 // X of the follow-up row
  OptionalDag bericht_op;                 // X of the bericht
  Dag eerste_ao_dag;                      // as the first row had it (ZM-09)
  std::optional<Gemeentecode> ontvanger;  // who received the first signal
  Berichtsoort bericht = Berichtsoort::kGeen;
  bool met_einde_uitkering = false;  // the first row carried the date (SIG-06)
};

struct Ziektegeval {
  Persoonnummer persoon;
  Meldingnummer ziekmelding;
  std::uint32_t dienstverband;  // index into the person's dienstverbanden; holds the AO (ZM-02)
  Dag eerste_ao_dag;            // AO
  OptionalDag hersteld_per;     // H
  Dag ontvangen_op;             // of the ziekmelding
  bool ingetrokken = false;
  bool no_risk = false;
  std::optional<Gemeentecode> doorgeleverd_voor;  // granting gemeente to which the ziekmelding was forwarded
  std::optional<Meldingnummer> herstelmelding;
  Beoordeling beoordeling;
  Signaal signaal;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_ZIEKTEGEVAL_H_
