#include "server/rules/signaal.h"

#include <algorithm>

namespace ketenproef {
namespace {

constexpr int kTerugkijkJaren = 2;

// SIG-02: LKS of any gemeente on at least one day of the two years up to and including E.
bool HadLksInLookBack(absl::Span<const LksPeriode> perioden, Dag einde) {
  return std::any_of(perioden.begin(), perioden.end(), [einde](const LksPeriode& periode) {
    return Overlaps(periode.van, periode.tot, BeginVanTerugblik(einde), einde);
  });
}

// SIG-01: ill at the end of employment.
bool IllOn(const Ziektegeval& geval, Dag einde) {
  return geval.eerste_ao_dag <= einde &&
         (!geval.hersteld_per.has_value() || geval.hersteld_per.value() > einde);
}

// SIG-06: the last day of ZW, where H is known.
OptionalDag EindeUitkeringsverhouding(const Ziektegeval& geval) {
  if (!geval.hersteld_per.has_value()) return {};
  return geval.hersteld_per.value() - Dagen(1);
}

// SIG-04: sends to the woongemeente on X, or holds where it is not known.
void Address(const Regelkader& kader, const Persoon& persoon, Dag uitwisseling, Signaalbesluit& besluit) {
  const auto woonplaats = WoonplaatsOn(persoon, uitwisseling);
  if (!woonplaats.has_value()) {
    besluit.actie = Signaalbesluit::Actie::kAanhouden;
    besluit.reden = Aanhoudreden::kOnbestelbaar;
    return;
  }
  besluit.actie = Signaalbesluit::Actie::kVerzenden;
  besluit.ontvanger = kader.gemeenten.SuccessorOn(*woonplaats, uitwisseling);
}

}  // namespace

Dag EersteAoDagVanKeten(const Regelkader& kader, const Dossier& dossier, const Ziektegeval& geval) {
  if (!kader.profiel.samengesteld_onder.has_value()) return geval.eerste_ao_dag;
  Dag first = geval.eerste_ao_dag;
  // From the case back, over cases accepted earlier; a withdrawn one is in nobody else's chain.
  auto it = std::find(dossier.gevallen.rbegin(), dossier.gevallen.rend(), &geval);
  if (it == dossier.gevallen.rend()) return first;
  for (++it; it != dossier.gevallen.rend(); ++it) {
    const Ziektegeval& vorig = **it;
    if (vorig.ingetrokken || vorig.dienstverband != geval.dienstverband) continue;
    if (!vorig.hersteld_per.has_value() ||
        first - vorig.hersteld_per.value() >= *kader.profiel.samengesteld_onder) {
      break;
    }
    first = vorig.eerste_ao_dag;
  }
  return first;
}

bool WordtDoorgeleverd(const Regelkader& kader, const Ziektegeval& geval) {
  // DL-02.
  return !kader.profiel.doorlevering_tot.has_value() || geval.ontvangen_op < *kader.profiel.doorlevering_tot;
}

Dag BeginVanTerugblik(Dag einde) {
  return einde.YearsBefore(kTerugkijkJaren);
}

std::optional<Gemeentecode> VerlenerVanDoorlevering(const Regelkader& kader, const Ziektegeval& geval,
                                                    const DkdAntwoord& dkd) {
  if (!WordtDoorgeleverd(kader, geval)) return std::nullopt;
  for (const LksPeriode& periode : dkd.perioden) {
    if (Holds(periode.van, periode.tot, geval.eerste_ao_dag)) return periode.gemeentecode;
  }
  return std::nullopt;
}

Signaalbesluit JudgeEersteSignaal(const Regelkader& kader, const Dossier& dossier, const Ziektegeval& geval,
                                  const DkdAntwoord& dkd, Dag uitwisseling) {
  Signaalbesluit besluit;
  // SIG-05.
  if (geval.ingetrokken || geval.signaal.verzonden_op.has_value()) return besluit;
  if (geval.beoordeling.uitkomst != Uitkomst::kToekenning) return besluit;
  const OptionalDag tot = dossier.DienstverbandOf(geval).tot;
  if (!tot.has_value() || tot.value() >= uitwisseling) return besluit;
  const Dag einde = tot.value();
  if (!IllOn(geval, einde)) return besluit;
  // SIG-03.
  if (!InDoelgroepregister(*dossier.persoon, einde)) return besluit;
  // SIG-09: no answer is not "no LKS".
  if (!dkd.beschikbaar) {
    besluit.actie = Signaalbesluit::Actie::kAanhouden;
    besluit.reden = Aanhoudreden::kDkdNietBeschikbaar;
    return besluit;
  }
  if (!HadLksInLookBack(dkd.perioden, einde)) return besluit;
  besluit.eerste_ao_dag = EersteAoDagVanKeten(kader, dossier, geval);
  besluit.einde_arbeidsverhouding = einde;
  besluit.einde_uitkeringsverhouding = EindeUitkeringsverhouding(geval);
  Address(kader, *dossier.persoon, uitwisseling, besluit);
  return besluit;
}

Signaalbesluit JudgeVervolgsignaal(const Regelkader& kader, const Dossier& dossier, const Ziektegeval& geval,
                                   Dag uitwisseling) {
  Signaalbesluit besluit;
  const Signaal& signaal = geval.signaal;
  if (geval.ingetrokken || !signaal.verzonden_op.has_value()) return besluit;
  if (signaal.met_einde_uitkering || signaal.vervolg_op.has_value()) return besluit;
  const OptionalDag tot = dossier.DienstverbandOf(geval).tot;
  if (!geval.hersteld_per.has_value() || geval.hersteld_per.value() <= tot.value()) return besluit;
  besluit.eerste_ao_dag = signaal.eerste_ao_dag;
  besluit.einde_arbeidsverhouding = tot.value();
  besluit.einde_uitkeringsverhouding = EindeUitkeringsverhouding(geval);
  Address(kader, *dossier.persoon, uitwisseling, besluit);
  return besluit;
}

std::optional<BerichtPlaced> JudgeBericht(const Regelkader& kader, const Dossier& dossier, Gevalnummer nummer,
                                          const Ziektegeval& geval, Dag uitwisseling) {
  const Signaal& signaal = geval.signaal;
  if (!signaal.verzonden_op.has_value() || signaal.bericht != Berichtsoort::kGeen) return std::nullopt;
  const Dag einde = dossier.DienstverbandOf(geval).tot.value();
  Berichtsoort soort = Berichtsoort::kGeen;
  if (geval.ingetrokken) {
    soort = Berichtsoort::kIngetrokken;
  } else if (geval.hersteld_per.has_value() && geval.hersteld_per.value() <= einde) {
    soort = Berichtsoort::kHersteldVoorEinde;
  } else {
    return std::nullopt;
  }
  return BerichtPlaced{nummer, soort, kader.gemeenten.SuccessorOn(*signaal.ontvanger, uitwisseling),
                       uitwisseling};
}

}  // namespace ketenproef
