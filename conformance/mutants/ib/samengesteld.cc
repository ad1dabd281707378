// ZM-09: the AO of a chain of cases.
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"

namespace ketenproef::conformance::ib {
namespace {

// So few days between two cases that there is no chain.
constexpr int kNooit = -100'000;

// How a broken Inlichtingenbureau makes chains.
struct Rapportregels {
  int onder_dagen = 28;
  bool is_transitief = true;
  bool telt_ingetrokken = false;
  bool telt_andere_werkgever = false;
  bool telt_vorig_dienstverband = false;
};

std::optional<Dag> HersteldPer(const contract::Ziektegeval& geval) {
  return DagVanDatum(geval.hersteld_per());
}

bool IsZelfdeDienstverband(const contract::Ziektegeval& a, const contract::Ziektegeval& b) {
  return a.loonheffingennummer() == b.loonheffingennummer() &&
         DagVanDatum(a.einde_dienstverband()) == DagVanDatum(b.einde_dienstverband());
}

Dag AoOf(const contract::Ziektegeval& geval) {
  return DagVanDatum(geval.eerste_ao_dag()).value_or(Dag());
}

// The AO that the case carries by these rules.
Dag KetenAo(const contract::Ziektegeval& geval, const std::vector<contract::Ziektegeval>& gevallen,
            const Rapportregels& regels) {
  Dag ao = AoOf(geval);
  std::int64_t before = geval.volgnummer();
  for (auto other = gevallen.rbegin(); other != gevallen.rend(); ++other) {
    if (other->volgnummer() >= before || other->bsn() != geval.bsn()) continue;
    if (other->ingetrokken() && !regels.telt_ingetrokken) continue;
    const bool is_vorig = other->loonheffingennummer() == geval.loonheffingennummer();
    const bool telt = regels.telt_andere_werkgever || (regels.telt_vorig_dienstverband && is_vorig);
    if (!IsZelfdeDienstverband(*other, geval) && !telt) continue;
    const auto hersteld_per = HersteldPer(*other);
    if (!hersteld_per.has_value() || ao - *hersteld_per >= Dagen(regels.onder_dagen)) break;
    ao = AoOf(*other);
    before = other->volgnummer();
    if (!regels.is_transitief) break;
  }
  return ao;
}

// Chains by other rules, in rows and forwards. What both rules say alike is left as it went out.
Break Ketens(Rapportregels regels) {
  return Uitgaand([regels](Post& post, const World& world) {
    const std::vector<contract::Ziektegeval>& gevallen = post.gevallen;
    const Rapportregels good = {.onder_dagen = world.IsWet() ? 28 : kNooit};
    const auto differs = [&](const contract::Ziektegeval& geval) {
      return KetenAo(geval, gevallen, good) != KetenAo(geval, gevallen, regels);
    };
    for (Signaal& signaal : post.signalen) {
      if (differs(signaal.geval)) signaal.rij.ao = KetenAo(signaal.geval, gevallen, regels);
    }
    for (auto& doorlevering : post.doorleveringen) {
      contract::Doorleveringinhoud& inhoud = *doorlevering.mutable_inhoud();
      if (inhoud.soort() == contract::DOORLEVERINGSOORT_HERSTEL) continue;
      for (const auto& geval : gevallen) {
        const bool is_it = geval.kenmerk() == inhoud.verwijst_naar() &&
                           geval.loonheffingennummer() == inhoud.loonheffingennummer();
        if (is_it && differs(geval)) {
          *inhoud.mutable_datum_ingang() = DatumVanDag(KetenAo(geval, gevallen, regels));
        }
      }
    }
  });
}

// Of a chain the AO is that of the case before, or of the case itself; only in rows, or only in forwards.
Break AlleenRijen() {
  return Signalen([](Signaal& signaal, const World&) { signaal.rij.ao = AoOf(signaal.geval); });
}

Break AlleenDoorleveringen() {
  return Doorleveringen([](contract::Doorlevering& doorlevering, const World& world) {
    if (doorlevering.inhoud().soort() == contract::DOORLEVERINGSOORT_HERSTEL) return;
    *doorlevering.mutable_inhoud()->mutable_datum_ingang() = DatumVanDag(ZaakVan(doorlevering, world).ao);
  });
}

// A follow-up carries the AO as it is by now.
Break VervolgOpnieuw() {
  return Uitgaand([](Post& post, const World&) {
    for (Signaal& signaal : post.signalen) {
      if (signaal.is_vervolg) signaal.rij.ao = KetenAo(signaal.geval, post.gevallen, {});
    }
  });
}

}  // namespace

Mutants SamengesteldMutants() {
  return {
      {"ZM-09/nooit", "Elk geval staat op zichzelf.", Ketens({.onder_dagen = kNooit}), kWet},
      {"ZM-09/rij-met-eigen-ao", "Een signaal draagt de eigen AO van het geval.", AlleenRijen(), kWet},
      {"ZM-09/doorlevering-met-eigen-ao", "Een doorlevering draagt de eigen AO van het geval.",
       AlleenDoorleveringen(), kWet},
      {"ZM-09/28-dagen-telt-ook", "Ook precies 28 dagen ertussen maakt een keten.",
       Ketens({.onder_dagen = 29}), kWet},
      {"ZM-09/27-dagen-telt-niet", "27 dagen ertussen maakt geen keten.", Ketens({.onder_dagen = 27}), kWet},
      {"ZM-09/een-schakel", "Een keten gaat maar een geval terug.", Ketens({.is_transitief = false}), kWet},
      {"ZM-09/ingetrokken-telt", "Een ingetrokken geval houdt een keten bijeen.",
       Ketens({.telt_ingetrokken = true}), kWet},
      {"ZM-09/andere-werkgever-telt", "Ook een geval bij een andere werkgever hoort bij de keten.",
       Ketens({.telt_andere_werkgever = true}), kWet},
      {"ZM-09/vorig-dienstverband-telt",
       "Ook een geval van een vorig dienstverband bij dezelfde werkgever hoort bij de keten.",
       Ketens({.telt_vorig_dienstverband = true}), kWet},
      {"ZM-09/ook-in-handleiding", "Ook in profiel handleiding worden gevallen samengeteld.", Ketens({}),
       kHandleiding},
      {"ZM-09/vervolg-opnieuw-bepaald", "Een vervolgregel draagt de AO van de keten zoals die nu is.",
       VervolgOpnieuw(), kWet},
  };
}

}  // namespace ketenproef::conformance::ib
