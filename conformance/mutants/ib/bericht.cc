// SIG-07: the bericht that takes a signal back.
#include "absl/strings/str_cat.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"

namespace ketenproef::conformance::ib {
namespace {

Zaak ZaakVanBericht(const contract::Bericht& bericht, const World& world) {
  const auto geval = world.Geval(bericht.inhoud().loonheffingennummer(), bericht.inhoud().kenmerk());
  return ZaakOf(geval.value_or(contract::Ziektegeval()), world);
}

Break Berichten(std::function<void(contract::Bericht&, const Zaak&)> change) {
  return Uitgaand([change = std::move(change)](Post& post, const World& world) {
    for (auto& bericht : post.berichten) change(bericht, ZaakVanBericht(bericht, world));
  });
}

Break Verliest(contract::Berichtsoort soort) {
  return Uitgaand([soort](Post& post, const World&) {
    std::erase_if(post.berichten, [soort](const auto& bericht) { return bericht.inhoud().soort() == soort; });
  });
}

// Every bericht again, so many exchanges later.
Break Herhaalt(int dagen) {
  return Uitgaand([dagen](Post& post, const World&) {
    const auto once = post.berichten;
    for (auto bericht : once) {
      bericht.set_bericht_id(absl::StrCat(bericht.bericht_id(), "-2"));
      *bericht.mutable_datum() = DatumVanDag(*DagVanDatum(bericht.datum()) + Dagen(dagen));
      post.berichten.push_back(bericht);
    }
  });
}

void Verwissel(contract::Bericht& bericht, const Zaak&) {
  const bool is_ingetrokken = bericht.inhoud().soort() == contract::BERICHTSOORT_INGETROKKEN;
  bericht.mutable_inhoud()->set_soort(is_ingetrokken ? contract::BERICHTSOORT_HERSTELD_VOOR_EINDE
                                                     : contract::BERICHTSOORT_INGETROKKEN);
}

bool IsHersteldVoorEinde(const Zaak& zaak) {
  return zaak.hersteld_per.has_value() && zaak.einde.has_value() && *zaak.hersteld_per <= *zaak.einde;
}

contract::Bericht BerichtOf(const contract::Ziektegeval& geval, contract::Berichtsoort soort, Dag datum,
                            const std::string& gemeentecode) {
  contract::Bericht bericht;
  bericht.set_bericht_id(absl::StrCat("N-", geval.volgnummer(), "-", static_cast<int>(soort)));
  bericht.set_gemeentecode(OpvolgerOp(gemeentecode, datum));
  *bericht.mutable_datum() = DatumVanDag(datum);
  bericht.mutable_inhoud()->set_soort(soort);
  bericht.mutable_inhoud()->set_loonheffingennummer(geval.loonheffingennummer());
  bericht.mutable_inhoud()->set_kenmerk(geval.kenmerk());
  bericht.mutable_inhoud()->set_bsn(geval.bsn());
  return bericht;
}

// A second bericht, once the case is withdrawn after it turned out to be recovered.
void TweedeBericht(Post& post, const World& world) {
  const Dag laatste = world.LaatsteUitwisseling();
  for (const auto& geval : post.gevallen) {
    const bool has_first = geval.signaal().bericht() == contract::BERICHTSOORT_HERSTELD_VOOR_EINDE;
    if (!has_first || !geval.ingetrokken()) continue;
    post.berichten.push_back(
        BerichtOf(geval, contract::BERICHTSOORT_INGETROKKEN, laatste, geval.signaal().gemeentecode()));
  }
}

// Recovery after E gives a bericht instead of a follow-up.
void BerichtVoorVervolg(Post& post, const World&) {
  std::erase_if(post.signalen, [&](const Signaal& signaal) {
    if (!signaal.is_vervolg) return false;
    post.berichten.push_back(BerichtOf(signaal.geval, contract::BERICHTSOORT_HERSTELD_VOOR_EINDE,
                                       signaal.datum, signaal.gemeentecode));
    return true;
  });
}

// A bericht also for a withdrawn case that never gave a signal.
void ZonderSignaal(Post& post, const World& world) {
  for (const auto& geval : post.gevallen) {
    const Zaak zaak = ZaakOf(geval, world);
    if (!geval.ingetrokken() || geval.has_signaal()) continue;
    const std::string code = zaak.WoonplaatsOp(zaak.ontvangen_op);
    if (code.empty()) continue;
    post.berichten.push_back(
        BerichtOf(geval, contract::BERICHTSOORT_INGETROKKEN, zaak.ontvangen_op + Dagen(1), code));
  }
}

// The signal of a case that was taken back disappears from the report.
void WisSignaal(Post& post, const World&) {
  std::erase_if(post.signalen,
                [](const Signaal& signaal) { return signaal.geval.signaal().has_bericht_op(); });
}

}  // namespace

Mutants BerichtMutants() {
  return {
      {"SIG-07/intrekking-verloren", "Een intrekking na het signaal geeft geen bericht.",
       Verliest(contract::BERICHTSOORT_INGETROKKEN)},
      {"SIG-07/herstel-verloren", "Een herstel voor E na het signaal geeft geen bericht.",
       Verliest(contract::BERICHTSOORT_HERSTELD_VOOR_EINDE)},
      {"SIG-07/dubbel", "Elk bericht staat er tweemaal.", Herhaalt(0)},
      {"SIG-07/volgende-dag-opnieuw", "Elk bericht gaat de dag erna nog eens.", Herhaalt(1)},
      {"SIG-07/verwisseld", "De twee soorten bericht zijn verwisseld.", Berichten(Verwissel)},
      {"SIG-07/herstel-gaat-voor", "Is een geval ingetrokken en voor E hersteld, dan gaat het herstel voor.",
       Berichten([](contract::Bericht& bericht, const Zaak& zaak) {
         if (IsHersteldVoorEinde(zaak)) {
           bericht.mutable_inhoud()->set_soort(contract::BERICHTSOORT_HERSTELD_VOOR_EINDE);
         }
       })},
      {"SIG-07/naar-woongemeente",
       "Het bericht gaat naar de woongemeente in plaats van naar wie het signaal kreeg.",
       Berichten([](contract::Bericht& bericht, const Zaak& zaak) {
         const Dag datum = *DagVanDatum(bericht.datum());
         const std::string code = zaak.WoonplaatsOp(datum);
         if (!code.empty()) bericht.set_gemeentecode(OpvolgerOp(code, datum));
       })},
      {"SIG-07/naar-oude-code", "Het bericht gaat naar een gemeente die intussen is opgeheven.",
       Berichten([](contract::Bericht& bericht, const Zaak& zaak) {
         bericht.set_gemeentecode(zaak.geval.signaal().gemeentecode());
       })},
      {"SIG-07/dag-te-laat", "Het bericht gaat een uitwisseling te laat.",
       Berichten([](contract::Bericht& bericht, const Zaak&) {
         *bericht.mutable_datum() = DatumVanDag(*DagVanDatum(bericht.datum()) + Dagen(1));
       })},
      {"SIG-07/tweede-bericht", "Een intrekking na een eerder bericht geeft er nog een.",
       Uitgaand(TweedeBericht)},
      {"SIG-07/bericht-voor-vervolg", "Een herstel na E geeft een bericht in plaats van een vervolgregel.",
       Uitgaand(BerichtVoorVervolg)},
      {"SIG-07/zonder-signaal", "Een intrekking geeft ook zonder signaal een bericht.",
       Uitgaand(ZonderSignaal)},
      {"SIG-07/wist-signaal", "Het teruggenomen signaal verdwijnt uit het rapport van toen.",
       Uitgaand(WisSignaal)},
      {"SIG-07/ander-kenmerk", "Het bericht noemt de ziekmelding niet.",
       Berichten(
           [](contract::Bericht& bericht, const Zaak&) { bericht.mutable_inhoud()->set_kenmerk("?"); })},
  };
}

}  // namespace ketenproef::conformance::ib
