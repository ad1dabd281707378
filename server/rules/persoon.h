// What is known about one person: the registers (REG) and the loonkostensubsidie (LKS).
#ifndef KETENPROEF_SERVER_RULES_PERSOON_H_
#define KETENPROEF_SERVER_RULES_PERSOON_H_

#include <cstdint>
#include <optional>

#include "server/rules/bsn.h"
#include "server/rules/dag.h"
#include "server/rules/korte_lijst.h"
#include "server/rules/nummers.h"

namespace ketenproef {

// REG-01: in the doelgroepregister from `van` up to and including `tot`.
struct Doelgroepregistratie {
  Dag van;
  OptionalDag tot;
  friend bool operator==(const Doelgroepregistratie&, const Doelgroepregistratie&) = default;
};

// REG-02: lives in `gemeentecode` from `van` on; without a code: no known woonplaats.
struct Woonplaats {
  Dag van;
  std::optional<Gemeentecode> gemeentecode;
  friend bool operator==(const Woonplaats&, const Woonplaats&) = default;
};

// REG-04: employed from `van` up to and including `tot`, the rules' E.
struct Dienstverband {
  Loonheffingennummer loonheffingennummer;
  Dag van;
  OptionalDag tot;
  friend bool operator==(const Dienstverband&, const Dienstverband&) = default;
};

// LKS-01: loonkostensubsidie granted by `gemeentecode`.
struct LksPeriode {
  Gemeentecode gemeentecode;
  Dag van;
  OptionalDag tot;
  Percentage loonwaarde;
  bool forfaitair;
  friend bool operator==(const LksPeriode&, const LksPeriode&) = default;
};

// Everything in order of acceptance. One entry of each is the ordinary case and takes no memory of its own.
struct Persoon {
  explicit Persoon(Bsn nummer) : bsn(nummer) {}

  Bsn bsn;
  KorteLijst<Doelgroepregistratie, 1> doelgroepregistraties;
  KorteLijst<Woonplaats, 1> woonplaatsen;
  KorteLijst<Dienstverband, 1> dienstverbanden;
  KorteLijst<LksPeriode, 1> lks_perioden;
  // The numbers of this person's ziektegevallen in the environment.
  KorteLijst<std::uint32_t, 2> gevallen;
};

// REG-01, SIG-03: whether a registration holds the day, both ends included.
bool InDoelgroepregister(const Persoon& persoon, Dag dag);

// REG-02, REG-03: the woonplaats on `dag` as it was entered; the successor is for the caller to take.
std::optional<Gemeentecode> WoonplaatsOn(const Persoon& persoon, Dag dag);

// ZM-02: the index of the dienstverband of this employer that holds the day.
std::optional<std::size_t> DienstverbandOn(const Persoon& persoon, Loonheffingennummer nummer, Dag dag);

// DL-01: the LKS period that holds the day, or null. Periods of one person never overlap (LKS-06).
const LksPeriode* LksPeriodeOn(const Persoon& persoon, Dag dag);

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_PERSOON_H_
