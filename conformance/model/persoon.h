// What is known about one person at some moment of the play: REG and LKS. The model adds to it as lines are
// accepted; whoever asks gets the answer as known then.
//
// Not thread-safe. Dienstverbanden keep their address, so that a case can point to its own.

#ifndef CONFORMANCE_MODEL_PERSOON_H_
#define CONFORMANCE_MODEL_PERSOON_H_

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "conformance/calendar/dag.h"

namespace ketenproef::conformance {

// Days from `van` to `tot`, both included; without `tot` it is open.
struct Periode {
  Dag van;
  std::optional<Dag> tot;

  bool Holds(Dag dag) const { return van <= dag && (!tot || dag <= *tot); }
  bool Overlaps(const Periode& other) const {
    return (!tot || other.van <= *tot) && (!other.tot || van <= *other.tot);
  }
};

struct Woonplaats {
  std::string gemeentecode;  // empty: from `van` on no woonplaats is known
  Dag van;
};

struct Dienstverband {
  std::string loonheffingennummer;
  Periode periode;  // until E, once known

  std::optional<Dag> einde() const { return periode.tot; }
};

struct LksPeriode {
  std::string gemeentecode;
  Periode periode;
};

struct Persoon {
  std::vector<Periode> doelgroepregister;
  std::vector<Woonplaats> woonplaatsen;  // in order of acceptance
  std::deque<Dienstverband> dienstverbanden;
  std::vector<LksPeriode> lks_perioden;

  bool IsInDoelgroepregisterOp(Dag dag) const;

  // REG-02: of the entries that start on or before the day the one with the latest start, of equal starts the
  // one accepted last. Empty: not known.
  std::string WoonplaatsOp(Dag dag) const;

  // Null: none holds the day.
  const Dienstverband* DienstverbandOp(const std::string& loonheffingennummer, Dag dag) const;
  bool HasDienstverbandOp(Dag dag) const;

  // The LKS period that holds the day; null: none.
  const LksPeriode* LksOp(Dag dag) const;
  // Whether an LKS period shares at least one day with these.
  bool HasLksIn(const Periode& periode) const;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_MODEL_PERSOON_H_
