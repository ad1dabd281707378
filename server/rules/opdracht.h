// Commands (opdrachten): what a caller asks of an environment, in strong types. Every field is well formed
// already; whether the command is accepted is for the rules to say.
#ifndef KETENPROEF_SERVER_RULES_OPDRACHT_H_
#define KETENPROEF_SERVER_RULES_OPDRACHT_H_

#include <cstdint>
#include <string>
#include <variant>

#include "server/rules/bsn.h"
#include "server/rules/dag.h"
#include "server/rules/nummers.h"
#include "server/rules/persoon.h"
#include "server/rules/ziektegeval.h"

namespace ketenproef {

// The sender's own reference of a message, unique per loonheffingennummer (ZM-07).
struct Meldingsleutel {
  Loonheffingennummer loonheffingennummer;
  std::string kenmerk;
  friend bool operator==(const Meldingsleutel&, const Meldingsleutel&) = default;
};

// ZM-01.
struct SubmitZiekmelding {
  Meldingsleutel sleutel;
  Bsn bsn;
  Dag eerste_ao_dag;
  bool no_risk;
};

// HM-01. `verwijst_naar` is the kenmerk of the ziekmelding.
struct SubmitHerstelmelding {
  Meldingsleutel sleutel;
  std::string verwijst_naar;
  Dag hersteld_per;
};

// HM-05.
struct SubmitZiekEnHerstelmelding {
  Meldingsleutel sleutel;
  Bsn bsn;
  Dag eerste_ao_dag;
  Dag hersteld_per;
  bool no_risk;
};

// ZM-10.
struct WithdrawZiekmelding {
  Meldingsleutel sleutel;
  std::string verwijst_naar;
};

// BO-02. `ziekmelding` names the case.
struct ExtendBeoordeling {
  Meldingsleutel ziekmelding;
  std::string toelichting;
};

// BO-07.
struct DecideBeoordeling {
  Meldingsleutel ziekmelding;
  Uitkomst uitkomst;
};

// REG-01.
struct RegisterDoelgroepregistratie {
  Bsn bsn;
  Doelgroepregistratie registratie;
};
struct EndDoelgroepregistratie {
  Bsn bsn;
  Dag tot;
};

// REG-02.
struct RegisterWoonplaats {
  Bsn bsn;
  Woonplaats woonplaats;
};

// REG-04.
struct RegisterDienstverband {
  Bsn bsn;
  Dienstverband dienstverband;
};
struct EndDienstverband {
  Bsn bsn;
  Loonheffingennummer loonheffingennummer;
  Dag tot;
};

// LKS-01, LKS-07.
struct RegisterLksPeriode {
  Bsn bsn;
  LksPeriode periode;
};
struct EndLksPeriode {
  Bsn bsn;
  Dag tot;
};

using Opdracht = std::variant<SubmitZiekmelding, SubmitHerstelmelding, SubmitZiekEnHerstelmelding,
                              WithdrawZiekmelding, ExtendBeoordeling, DecideBeoordeling,
                              RegisterDoelgroepregistratie, EndDoelgroepregistratie, RegisterWoonplaats,
                              RegisterDienstverband, EndDienstverband, RegisterLksPeriode, EndLksPeriode>;

// The kind of a command, in the order of `Opdracht`; stands in journals: append only.
enum class Opdrachtsoort : std::uint8_t {
  kZiekmelding,
  kHerstelmelding,
  kZiekEnHerstelmelding,
  kIntrekking,
  kVerlenging,
  kBeslissing,
  kDoelgroepregistratie,
  kEindeDoelgroepregistratie,
  kWoonplaats,
  kDienstverband,
  kEindeDienstverband,
  kLksPeriode,
  kEindeLksPeriode,
};
inline constexpr int kAantalOpdrachtsoorten = static_cast<int>(Opdrachtsoort::kEindeLksPeriode) + 1;
static_assert(std::variant_size_v<Opdracht> == kAantalOpdrachtsoorten);

inline Opdrachtsoort SoortOf(const Opdracht& opdracht) {
  return static_cast<Opdrachtsoort>(opdracht.index());
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_OPDRACHT_H_
