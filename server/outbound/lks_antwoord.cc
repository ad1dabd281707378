#include "server/outbound/lks_antwoord.h"

#include <utility>

#include "server/wire/datum.h"

namespace ketenproef {
namespace {

constexpr int kMaxPerioden = 1'000;

Lksuitkomst Nonsense(const char* reden) {
  Lksuitkomst uitkomst;
  uitkomst.reden = reden;
  return uitkomst;
}

// Null where the period is well formed; otherwise what is wrong with it.
const char* ReadPeriode(const Lksvraag& vraag, const Gemeenten& gemeenten, Dag vandaag,
                        const v1::LksPeriode& wire, std::vector<LksPeriode>* perioden) {
  if (wire.bsn() != vraag.bsn.Digits()) return "the answer holds a period of another BSN";
  const auto gemeentecode = Gemeentecode::Parse(wire.gemeentecode());
  if (!gemeentecode.has_value() ||
      gemeenten.SuccessorOn(*gemeentecode, vandaag) != gemeenten.SuccessorOn(vraag.gemeentecode, vandaag)) {
    return "the answer holds a period of another gemeente";
  }
  const auto van = FromWire(wire.datum_van());
  if (!van.has_value()) return "the answer holds a period without a first day";
  OptionalDag tot;
  if (wire.has_datum_tot()) {
    const auto last = FromWire(wire.datum_tot());
    if (!last.has_value() || *last < *van) return "the answer holds a period with a wrong last day";
    tot = *last;
  }
  if (!Overlaps(*van, tot, vraag.van, vraag.tot)) {
    return "the answer holds a period outside the days asked about";
  }
  const auto loonwaarde = Percentage::FromNumber(wire.loonwaarde());
  if (!loonwaarde.has_value()) return "the answer holds a period with a wrong loonwaarde";
  perioden->push_back({*gemeentecode, *van, tot, *loonwaarde, wire.forfaitair()});
  return nullptr;
}

}  // namespace

Lksuitkomst ReadLksAntwoord(const Lksvraag& vraag, const Gemeenten& gemeenten, Dag vandaag,
                            const v1::LookupLksResponse& response) {
  Lksuitkomst uitkomst;
  switch (response.antwoord()) {
    case v1::LKS_ANTWOORD_NIETS_GEVONDEN:
      if (response.lks_perioden_size() != 0) return Nonsense("the answer is \"nothing found\", with periods");
      uitkomst.beschikbaar = true;
      return uitkomst;
    case v1::LKS_ANTWOORD_GEVONDEN:
      break;
    case v1::LKS_ANTWOORD_NIET_BESCHIKBAAR:
      return Nonsense("the gemeente answered that it cannot tell now");
    default:
      return Nonsense("the answer is of no known kind");
  }
  if (response.lks_perioden_size() == 0) return Nonsense("the answer is \"found\", without a period");
  if (response.lks_perioden_size() > kMaxPerioden) return Nonsense("the answer holds too many periods");
  for (const v1::LksPeriode& wire : response.lks_perioden()) {
    const char* wrong = ReadPeriode(vraag, gemeenten, vandaag, wire, &uitkomst.perioden);
    if (wrong != nullptr) return Nonsense(wrong);
  }
  uitkomst.beschikbaar = true;
  return uitkomst;
}

}  // namespace ketenproef
