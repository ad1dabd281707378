#include "conformance/model/meldingen.h"

#include <algorithm>
#include <utility>

#include "conformance/calendar/tijdstip.h"
#include "conformance/model/termijnen.h"
#include "conformance/model/velden.h"

namespace ketenproef::conformance {
namespace {

// ZM-07: the kind plus the fields of that kind.
bool HasSameInhoud(const Draaiboekregel& a, const Draaiboekregel& b) {
  if (a.soort != b.soort) return false;
  switch (a.soort) {
    case Soort::kZiek:
      return a.bsn == b.bsn && a.datum_van == b.datum_van;
    case Soort::kZiekEnHerstel:
      return a.bsn == b.bsn && a.datum_van == b.datum_van && a.datum_tot == b.datum_tot;
    case Soort::kHerstel:
      return a.verwijst_naar == b.verwijst_naar && a.datum_van == b.datum_van;
    default:
      return a.verwijst_naar == b.verwijst_naar;
  }
}

// ZM-08: a case of the same dienstverband that is not recovered, or was still ill on the AO.
bool IsInTheWay(const Ziektegeval& geval, const Dienstverband* dienstverband, Dag ao) {
  if (geval.dienstverband != dienstverband || geval.ingetrokken) return false;
  return !geval.hersteld_per || ao < *geval.hersteld_per;
}

// HM-02.
bool IsPossibleHerstel(Dag hersteld_per, Dag ao, Dag ontvangen_op) {
  return ao < hersteld_per && hersteld_per <= ontvangen_op;
}

void AcceptHerstel(Keten& keten, Ziektegeval& geval, const std::string& kenmerk, Dag hersteld_per) {
  geval.hersteld_per = hersteld_per;
  geval.herstel_volgorde = ++keten.aantal_herstelmeldingen;
  keten.sinds_uitwisseling.push_back({"HERSTEL", kenmerk, &geval});
}

// ZIEK and ZIEK_EN_HERSTEL.
Antwoord PlayZiek(Keten& keten, const Maatstaf& maatstaf, const Draaiboekregel& regel) {
  const bool with_herstel = regel.soort == Soort::kZiekEnHerstel;
  const Dag ontvangen_op = DagVan(regel.tijdstip);
  const Dag ao = *regel.datum_van;
  const Persoon& persoon = keten.personen[regel.bsn];
  const Dienstverband* const dienstverband = persoon.DienstverbandOp(regel.loonheffingennummer, ao);
  if (dienstverband == nullptr) return Geweigerd("ZM-02");
  if (ao > ontvangen_op) return Geweigerd("ZM-03");
  const bool is_blocked =
      std::any_of(keten.gevallen.begin(), keten.gevallen.end(),
                  [&](const Ziektegeval& geval) { return IsInTheWay(geval, dienstverband, ao); });
  if (is_blocked) return Geweigerd("ZM-08");
  if (with_herstel && !IsPossibleHerstel(*regel.datum_tot, ao, ontvangen_op)) return Geweigerd("HM-02");

  Antwoord antwoord;
  antwoord.bsn = regel.bsn;
  const auto ziek = JudgeZiek(maatstaf, ao, dienstverband->einde(), ontvangen_op);
  const auto beoordeling = maatstaf.UitersteDag(ontvangen_op + Dagen(maatstaf.beoordeling_termijn_dagen));
  if (!ziek || !beoordeling) return Geweigerd("KAL-03");
  antwoord.oordelen.push_back(*ziek);
  if (with_herstel) {
    const auto herstel = JudgeHerstel(
        maatstaf, {*regel.datum_tot, dienstverband->einde(), ontvangen_op, *ziek->uiterste_dag});  // HM-05
    if (!herstel) return Geweigerd("KAL-03");
    antwoord.oordelen.push_back(*herstel);
  }

  Ziektegeval geval{
      regel.loonheffingennummer, regel.kenmerk, regel.bsn, &persoon, dienstverband, ao, ontvangen_op};
  geval.beoordeling.uiterste_dag = *beoordeling;  // BO-01
  keten.gevallen.push_back(std::move(geval));
  Ziektegeval& accepted = keten.gevallen.back();
  keten.geval_van_ziekmelding[{regel.loonheffingennummer, regel.kenmerk}] = &accepted;
  keten.sinds_uitwisseling.push_back({"ZIEK", regel.kenmerk, &accepted});
  if (with_herstel) AcceptHerstel(keten, accepted, regel.kenmerk, *regel.datum_tot);
  return antwoord;
}

Antwoord PlayHerstel(Keten& keten, const Maatstaf& maatstaf, const Draaiboekregel& regel) {
  Ziektegeval* const geval = FindGeval(keten, regel);
  if (geval == nullptr || geval->ingetrokken || geval->hersteld_per) return Geweigerd("HM-01");
  const Dag ontvangen_op = DagVan(regel.tijdstip);
  if (!IsPossibleHerstel(*regel.datum_van, geval->ao, ontvangen_op)) return Geweigerd("HM-02");
  const auto oordeel =
      JudgeHerstel(maatstaf, {*regel.datum_van, geval->einde(), ontvangen_op, geval->ontvangen_op});  // HM-06
  if (!oordeel) return Geweigerd("KAL-03");
  AcceptHerstel(keten, *geval, regel.kenmerk, *regel.datum_van);
  Antwoord antwoord;
  antwoord.bsn = geval->bsn;
  antwoord.oordelen.push_back(*oordeel);
  return antwoord;
}

Antwoord PlayIntrekking(Keten& keten, const Draaiboekregel& regel) {
  Ziektegeval* const geval = FindGeval(keten, regel);
  if (geval == nullptr || geval->ingetrokken) return Geweigerd("ZM-10");
  geval->ingetrokken = true;
  keten.sinds_uitwisseling.push_back({"INTREKKING", regel.kenmerk, geval});
  return {};
}

Antwoord PlayNew(Keten& keten, const Maatstaf& maatstaf, const Draaiboekregel& regel) {
  switch (regel.soort) {
    case Soort::kHerstel:
      return PlayHerstel(keten, maatstaf, regel);
    case Soort::kIntrekking:
      return PlayIntrekking(keten, regel);
    default:
      return PlayZiek(keten, maatstaf, regel);
  }
}

}  // namespace

Ziektegeval* FindGeval(const Keten& keten, const Draaiboekregel& regel) {
  const auto found = keten.geval_van_ziekmelding.find({regel.loonheffingennummer, regel.verwijst_naar});
  return found == keten.geval_van_ziekmelding.end() ? nullptr : found->second;
}

Antwoord PlayMelding(Keten& keten, const Maatstaf& maatstaf, const Draaiboekregel& regel) {
  if (const auto refused = CheckMeldingvelden(regel)) return Geweigerd(*refused);
  const Sleutel sleutel(regel.loonheffingennummer, regel.kenmerk);
  const auto earlier = keten.aanvaarde_meldingen.find(sleutel);
  if (earlier != keten.aanvaarde_meldingen.end()) {
    if (!HasSameInhoud(earlier->second.first, regel)) return Geweigerd("ZM-07");
    Antwoord antwoord = earlier->second.second;
    antwoord.herhaald = true;
    return antwoord;
  }
  Antwoord antwoord = PlayNew(keten, maatstaf, regel);
  if (!antwoord.geweigerd) keten.aanvaarde_meldingen[sleutel] = {regel, antwoord};
  return antwoord;
}

}  // namespace ketenproef::conformance
