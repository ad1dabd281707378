#include "conformance/model/uitwisseling.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "conformance/model/rapportage.h"

namespace ketenproef::conformance {
namespace {

// The case of the same dienstverband that was accepted last before this one and is not withdrawn; null: none.
const Ziektegeval* PreviousOf(const Keten& keten, const Ziektegeval& geval) {
  const Ziektegeval* previous = nullptr;
  for (const Ziektegeval& other : keten.gevallen) {
    if (&other == &geval) return previous;
    if (other.dienstverband == geval.dienstverband && !other.ingetrokken) previous = &other;
  }
  return previous;
}

// ZM-09: the AO of the first case of the chain, as it is in this exchange.
Dag AoOfChain(const Keten& keten, const Maatstaf& maatstaf, const Ziektegeval& geval) {
  const Ziektegeval* first = &geval;
  for (const Ziektegeval* previous = PreviousOf(keten, geval); previous != nullptr;
       previous = PreviousOf(keten, *previous)) {
    if (!previous->hersteld_per ||
        first->ao - *previous->hersteld_per >= Dagen(maatstaf.samengesteld_onder_dagen)) {
      break;
    }
    first = previous;
  }
  return first->ao;
}

// DL-01: whether the ziekmelding goes anywhere is decided once, in the first exchange after its acceptance.
void DecideDoorlevering(const Maatstaf& maatstaf, Ziektegeval& geval) {
  if (maatstaf.doorlevering_tot && geval.ontvangen_op >= *maatstaf.doorlevering_tot) return;  // DL-02
  const LksPeriode* const lks = geval.persoon->LksOp(geval.ao);
  if (lks != nullptr) geval.doorgeleverd_voor = lks->gemeentecode;
}

// DL-01, DL-03: every message goes or does not go in the first exchange after its acceptance.
void RunDoorleveringen(Keten& keten, const Maatstaf& maatstaf, Dag x, Uitvoer& uitvoer) {
  for (const TeDoorleveren& melding : keten.sinds_uitwisseling) {
    Ziektegeval& geval = *melding.geval;
    if (melding.soort == "ZIEK") DecideDoorlevering(maatstaf, geval);
    if (geval.doorgeleverd_voor.empty()) continue;
    const Dag ingang = melding.soort == "HERSTEL" ? *geval.hersteld_per : AoOfChain(keten, maatstaf, geval);
    uitvoer.doorleveringen.rijen.push_back(
        {FormatDag(x), maatstaf.gemeenten->OpvolgerOp(geval.doorgeleverd_voor, x), geval.loonheffingennummer,
         melding.kenmerk, std::string(melding.soort), geval.bsn, FormatDag(ingang)});
  }
  keten.sinds_uitwisseling.clear();
}

// SIG-07: one bericht per case, ever.
void RunBerichten(Keten& keten, const Maatstaf& maatstaf, Dag x, Rapportages& rapportages, Uitvoer& uitvoer) {
  for (Ziektegeval& geval : keten.gevallen) {
    if (!geval.signaal || !geval.signaal->bericht.empty()) continue;
    const bool is_fit_on_einde = geval.hersteld_per && *geval.hersteld_per <= *geval.einde();
    if (!geval.ingetrokken && !is_fit_on_einde) continue;
    geval.signaal->bericht = geval.ingetrokken ? "INGETROKKEN" : "HERSTELD_VOOR_EINDE";
    geval.signaal->bericht_op = x;
    const std::string gemeentecode = maatstaf.gemeenten->OpvolgerOp(geval.signaal->gemeentecode, x);
    rapportages.AddBericht(gemeentecode);
    uitvoer.berichten.rijen.push_back({FormatDag(x), gemeentecode, geval.loonheffingennummer, geval.kenmerk,
                                       std::string(geval.signaal->bericht)});
  }
}

// SIG-01 to SIG-03, and SIG-05: whether this is the time for a first signal.
bool HasFirstSignal(const Maatstaf& maatstaf, const Ziektegeval& geval, Dag x) {
  const std::optional<Dag> einde = geval.einde();
  if (geval.signaal || geval.ingetrokken || geval.beoordeling.uitkomst != Uitkomst::kToekenning) return false;
  if (!einde || *einde >= x || geval.ao > *einde) return false;
  if (geval.hersteld_per && *geval.hersteld_per <= *einde) return false;
  return geval.persoon->HasLksIn({JarenTerug(*einde, maatstaf.terugkijk_jaren), *einde}) &&
         geval.persoon->IsInDoelgroepregisterOp(*einde);
}

// SIG-06.
bool HasFollowUp(const Ziektegeval& geval) {
  return geval.signaal && !geval.signaal->met_einde_uitkering && !geval.signaal->vervolg_op &&
         !geval.ingetrokken && geval.hersteld_per && *geval.hersteld_per > *geval.einde();
}

Signaalrij RijOf(const Ziektegeval& geval) {
  Signaalrij rij{geval.bsn, {}, *geval.einde(), geval.signaal->ao};
  if (geval.hersteld_per) rij.einde_uitkeringsverhouding = *geval.hersteld_per - Dagen(1);
  return rij;
}

// SIG-04: the gemeente where the person lives on day X, by its name on that day; empty: not known.
std::string WoongemeenteOp(const Maatstaf& maatstaf, const Ziektegeval& geval, Dag x) {
  return maatstaf.gemeenten->OpvolgerOp(geval.persoon->WoonplaatsOp(x), x);
}

void RunFirstSignals(Keten& keten, const Maatstaf& maatstaf, Dag x, Rapportages& rapportages,
                     Uitvoer& uitvoer) {
  std::vector<Ziektegeval*> gevallen;
  for (Ziektegeval& geval : keten.gevallen) {
    if (HasFirstSignal(maatstaf, geval, x)) gevallen.push_back(&geval);
  }
  // CSV-03; of equals the one accepted first.
  std::stable_sort(gevallen.begin(), gevallen.end(), [](const Ziektegeval* a, const Ziektegeval* b) {
    return std::tie(a->beoordeling.besloten_tijdstip, a->bsn) <
           std::tie(b->beoordeling.besloten_tijdstip, b->bsn);
  });
  for (Ziektegeval* geval : gevallen) {
    const std::string gemeentecode = WoongemeenteOp(maatstaf, *geval, x);
    if (gemeentecode.empty()) {
      uitvoer.onbestelbaar.rijen.push_back({geval->loonheffingennummer, geval->kenmerk, "EERSTE"});
      continue;
    }
    geval->signaal =
        Signaal{x, gemeentecode, AoOfChain(keten, maatstaf, *geval), geval->hersteld_per.has_value()};
    rapportages.AddRij(gemeentecode, RijOf(*geval));
  }
}

void RunFollowUps(Keten& keten, const Maatstaf& maatstaf, Dag x, Rapportages& rapportages, Uitvoer& uitvoer) {
  std::vector<Ziektegeval*> gevallen;
  for (Ziektegeval& geval : keten.gevallen) {
    if (HasFollowUp(geval)) gevallen.push_back(&geval);
  }
  std::sort(gevallen.begin(), gevallen.end(), [](const Ziektegeval* a, const Ziektegeval* b) {
    return a->herstel_volgorde < b->herstel_volgorde;
  });
  for (Ziektegeval* geval : gevallen) {
    const std::string gemeentecode = WoongemeenteOp(maatstaf, *geval, x);
    if (gemeentecode.empty()) {
      uitvoer.onbestelbaar.rijen.push_back({geval->loonheffingennummer, geval->kenmerk, "VERVOLG"});
      continue;
    }
    geval->signaal->vervolg_op = x;
    rapportages.AddRij(gemeentecode, RijOf(*geval));
  }
}

}  // namespace

void RunUitwisseling(Keten& keten, const Maatstaf& maatstaf, Dag x, Uitvoer& uitvoer) {
  Rapportages rapportages;
  uitvoer.onbestelbaar.rijen.clear();
  RunDoorleveringen(keten, maatstaf, x, uitvoer);
  RunBerichten(keten, maatstaf, x, rapportages, uitvoer);
  RunFirstSignals(keten, maatstaf, x, rapportages, uitvoer);
  RunFollowUps(keten, maatstaf, x, rapportages, uitvoer);
  rapportages.WriteTo(x, uitvoer);
}

}  // namespace ketenproef::conformance
