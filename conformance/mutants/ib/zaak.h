// A case as an Inlichtingenbureau judges it: what is known now about the case and its worker, each condition
// of a signal by itself, so that a break can leave one out.
#ifndef KETENPROEF_CONFORMANCE_MUTANTS_IB_ZAAK_H_
#define KETENPROEF_CONFORMANCE_MUTANTS_IB_ZAAK_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "conformance/mutants/breaks.h"
#include "conformance/mutants/uitgaand.h"

namespace ketenproef::conformance::ib {

struct Zaak {
  contract::Ziektegeval geval;
  Dag ao;
  Dag ontvangen_op;
  std::optional<Dag> einde;
  std::optional<Dag> hersteld_per;
  std::vector<contract::LksPeriode> lks_perioden;
  std::vector<contract::Doelgroepregistratie> doelgroep;
  std::vector<contract::Woonplaats> woonplaatsen;

  bool IsToegekend() const { return geval.beoordeling().uitkomst() == contract::UITKOMST_TOEKENNING; }
  bool IsIngetrokken() const { return geval.ingetrokken(); }
  // SIG-01: E is known, the AO is not after it, and the worker has not recovered by then.
  bool IsZiekOpEinde() const {
    return einde.has_value() && ao <= *einde && (!hersteld_per.has_value() || *hersteld_per > *einde);
  }
  // SIG-02, SIG-03.
  bool HeeftLksIn(Dag van, Dag tot) const;
  bool HeeftLksOp(Dag dag) const { return HeeftLksIn(dag, dag); }
  bool IsInDoelgroepOp(Dag dag) const;
  bool HeeftLks() const;
  bool IsInDoelgroep() const { return einde.has_value() && IsInDoelgroepOp(*einde); }
  bool HeeftSignaal() const { return geval.has_signaal(); }

  // REG-02, as it was recorded; empty: not known.
  std::string WoonplaatsOp(Dag dag) const;
  // The first exchange that can send a signal: after E, and after the decision, or after the receipt where
  // there is none.
  Dag EersteUitwisseling() const;
};

Zaak ZaakOf(const contract::Ziektegeval& geval, const World& world);

// The first exchange that sees what was accepted at this instant.
Dag UitwisselingNa(absl::Time tijdstip);
// REG-03.
std::string OpvolgerOp(const std::string& gemeentecode, Dag dag);
// The row of a first signal.
Signaal SignaalOf(const Zaak& zaak, Dag datum, const std::string& gemeentecode);
// The forward of a ziekmelding, herstelmelding or intrekking of this case, with a bericht-id of its own.
contract::Doorlevering DoorleveringOf(const Zaak& zaak, contract::Doorleveringsoort soort, Dag datum,
                                      const std::string& gemeentecode);
void Sorteer(std::vector<contract::Doorlevering>* doorleveringen);

// First signals that are such do not go out.
Break LaatSignaalWeg(std::function<bool(const Signaal&, const Zaak&)> when);
// First signals that should not go out do, in the first exchange that could send them, where the woonplaats
// is known.
Break GeeftSignaal(std::function<bool(const Zaak&)> when);
// Every signal, first or follow-up, is another.
Break Signalen(std::function<void(Signaal&, const World&)> change);
// Every follow-up is another.
Break Vervolgen(std::function<void(Signaal&, const Zaak&)> change);
// Every forward is another.
Break Doorleveringen(std::function<void(contract::Doorlevering&, const World&)> change);
Break LaatDoorleveringWeg(std::function<bool(const contract::Doorlevering&, const Zaak&)> when);
// What should not be forwarded is; nothing where it returns nullopt.
Break LevertDoor(std::function<std::optional<contract::Doorlevering>(const Zaak&)> make);
// About registrations of LKS that say their first day.
When OpEersteDag(std::function<bool(Dag van, const std::string& bsn, const World&)> when);
// The case that a forward is about.
Zaak ZaakVan(const contract::Doorlevering& doorlevering, const World& world);

}  // namespace ketenproef::conformance::ib

#endif  // KETENPROEF_CONFORMANCE_MUTANTS_IB_ZAAK_H_
