// What a UWV gets wrong only where two things come together: an employer with two subnumbers, a case that was
// withdrawn and reported again, an employment that is over, a fine across the turn of the year.
#include <chrono>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "conformance/checks/melding.h"
#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

// The number of the employer, whatever the payroll under it.
std::string FiscaalNummer(const std::string& loonheffingennummer) {
  return loonheffingennummer.substr(0, 9);
}

bool IsAnderSubnummer(const std::string& a, const std::string& b) {
  return a != b && FiscaalNummer(a) == FiscaalNummer(b);
}

bool IsLopend(const contract::Ziektegeval& geval) {
  return !geval.ingetrokken() && !geval.has_hersteld_per();
}

// Of ziekmeldingen that start a case: when(what the worker and the employer have already, in order).
When NieuwGeval(std::function<bool(const std::vector<contract::Ziektegeval>&, const World&)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    if (!MeldtZiek(passage.record) || GenoemdGeval(passage).has_value()) return false;
    std::vector<contract::Ziektegeval> hier;
    for (const auto& geval : passage.world().Gevallen()) {
      const bool is_hier =
          geval.bsn() == BsnOf(passage.record) && geval.loonheffingennummer() == NummerOf(passage.record);
      if (is_hier) hier.push_back(geval);
    }
    return when(hier, passage.world());
  };
}

// Of ziekmeldingen: when(AO, the dienstverbanden of the worker, of every employer, in order).
When MetDienstverbanden(
    std::function<bool(Dag ao, const std::string& nummer, const std::vector<contract::Dienstverband>&)>
        when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    const auto ao = AoOf(passage.record);
    return MeldtZiek(passage.record) && ao.has_value() &&
           when(*ao, NummerOf(passage.record), passage.world().Dienstverbanden(BsnOf(passage.record)));
  };
}

// Only one of the dienstverbanden with this employer is looked at: the first, or the last, that there was.
When ValtInAnder(bool looks_at_first) {
  return MetDienstverbanden([looks_at_first](Dag ao, const std::string& nummer, const auto& alle) {
    std::optional<contract::Dienstverband> seen;
    bool is_held = false;
    for (const auto& dienstverband : alle) {
      if (dienstverband.loonheffingennummer() != nummer) continue;
      if (!seen.has_value() || !looks_at_first) seen = dienstverband;
      is_held = is_held || Holds(dienstverband, ao);
    }
    return is_held && !Holds(*seen, ao);
  });
}

bool HeeftAnderSubnummer(const RecordPassage& passage) {
  if (!MeldtZiek(passage.record) || GenoemdGeval(passage).has_value()) return false;
  for (const auto& geval : passage.world().Gevallen()) {
    const bool is_ander = geval.bsn() == BsnOf(passage.record) &&
                          IsAnderSubnummer(geval.loonheffingennummer(), NummerOf(passage.record));
    if (is_ander && IsLopend(geval)) return true;
  }
  return false;
}

// Kenmerken, with the employer, of accepted meldingen that are such.
using Kenmerken = std::set<std::string>;

// What names a melding of such a kind is treated so.
Break BijVerwijzingNaar(When kind, std::function<void(RecordPassage&)> stand) {
  return [kind = std::move(kind), stand = std::move(stand)](Hooks* hooks) {
    OnRecords(hooks, [kind, stand, memory = Memory<Kenmerken>()](RecordPassage& passage) {
      const std::string& omgeving = passage.world().omgeving();
      const std::string named = absl::StrCat(NummerOf(passage.record), "/", VerwijstNaar(passage.record));
      const bool is_such = memory.With(omgeving, [&](auto& keys) { return keys.contains(named); });
      if (is_such) return stand(passage);
      passage.Forward();
      if (!passage.resultaat.has_ontvangst() || !kind(passage)) return;
      const std::string key = absl::StrCat(NummerOf(passage.record), "/", KenmerkOf(passage.record));
      memory.With(omgeving, [&](auto& keys) { keys.insert(key); });
    });
  };
}

bool IsGecombineerd(const RecordPassage& passage) {
  return passage.record.has_ziek_en_herstelmelding();
}

// A repeat that comes after this is no longer known: it collides with its own case.
Break Vergeet(std::function<bool(Dag eerste, Dag vandaag)> is_forgotten) {
  return [is_forgotten = std::move(is_forgotten)](Hooks* hooks) {
    OnRecords(hooks, [is_forgotten, memory = Memory<std::map<std::string, Dag>>()](RecordPassage& passage) {
      passage.Forward();
      if (!passage.resultaat.has_ontvangst()) return;
      const Dag vandaag = passage.world().Vandaag();
      const std::string key = absl::StrCat(NummerOf(passage.record), "/", KenmerkOf(passage.record));
      const Dag eerste = memory.With(passage.world().omgeving(), [&](auto& dagen) {
        return dagen.try_emplace(key, vandaag).first->second;
      });
      if (!passage.resultaat.ontvangst().herhaald() || !is_forgotten(eerste, vandaag)) return;
      passage.Refuse(kToestand, MeldtZiek(passage.record) ? "ZM-08" : "HM-01");
    });
  };
}

// E counts for the six weeks only where it was reported apart from the dienstverband.
void AlleenGemeldEinde(Hooks* hooks) {
  Memory<Kenmerken> gemeld;
  OnRecords(hooks, [gemeld](RecordPassage& passage) {
    passage.Forward();
    if (!passage.is_accepted() || !passage.record.has_einde_dienstverband()) return;
    gemeld.With(passage.world().omgeving(),
                [&](auto& keys) { keys.insert(BsnOf(passage.record) + NummerOf(passage.record)); });
  });
  Ziekoordelen([gemeld](const Oordeelblik& blik) {
    const std::string key = blik.geval.bsn() + blik.geval.loonheffingennummer();
    const bool is_gemeld = gemeld.With(blik.world.omgeving(), [&](auto& keys) { return keys.contains(key); });
    if (blik.uiterste_dag() == blik.einde() && !is_gemeld) {
      blik.StelUitersteDag(LaatsteDag(blik.world, blik.ao() + Dagen(42)));
    }
  })(hooks);
}

void StelDagenTeLaat(const Oordeelblik& blik, int dagen) {
  blik.oordeel.set_dagen_te_laat(dagen);
  blik.oordeel.set_boete_eur(FineOf(dagen));
}

// As the number of the day in its year goes.
int DagVanHetJaar(Dag dag) {
  const std::chrono::year_month_day civil(dag);
  return static_cast<int>((dag - Dag(civil.year() / std::chrono::January / 1)).count());
}

void TelWerkdagen(const Oordeelblik& blik) {
  if (blik.oordeel.dagen_te_laat() == 0) return;
  int dagen = 0;
  for (Dag dag = *blik.uiterste_dag() + Dagen(1); dag <= blik.ontvangen_op(); dag += Dagen(1)) {
    if (Werkdag(dag) == dag) ++dagen;
  }
  StelDagenTeLaat(blik, dagen);
}

// No report is owed after the end of any employment, with whichever employer.
void NaElkEinde(const Oordeelblik& blik) {
  for (const auto& dienstverband : blik.world.Dienstverbanden(blik.geval.bsn())) {
    const auto tot = DagVanDatum(dienstverband.datum_tot());
    const bool is_ander = dienstverband.loonheffingennummer() != blik.geval.loonheffingennummer();
    if (!is_ander || !tot.has_value() || *tot >= *blik.hersteld_per()) continue;
    blik.oordeel.clear_uiterste_dag();
    blik.oordeel.set_tijdig(true);
    StelDagenTeLaat(blik, 0);
  }
}

Mutants Werkgevers() {
  return {
      {"ZM-02/subnummer-telt-niet", "Een dienstverband bij een ander subnummer van de werkgever is genoeg.",
       Accepts("ZM-02", MetDienstverbanden([](Dag ao, const std::string& nummer, const auto& alle) {
                 for (const auto& p : alle) {
                   if (IsAnderSubnummer(p.loonheffingennummer(), nummer) && Holds(p, ao)) return true;
                 }
                 return false;
               }))},
      {"ZM-02/alleen-eerste-dienstverband", "Alleen het eerste dienstverband bij een werkgever telt.",
       Refuses("ZM-02", kToestand, ValtInAnder(true))},
      {"ZM-02/alleen-laatste-dienstverband", "Alleen het laatste dienstverband bij een werkgever telt.",
       Refuses("ZM-02", kToestand, ValtInAnder(false))},
      {"ZM-02/niet-gecombineerd", "Bij een gecombineerd bericht wordt het dienstverband niet getoetst.",
       Accepts("ZM-02", IsGecombineerd)},
      {"ZM-08/subnummer-telt-niet",
       "Een lopend geval bij een ander subnummer van de werkgever staat in de weg.",
       Refuses("ZM-08", kToestand, HeeftAnderSubnummer)},
      {"ZM-08/niet-gecombineerd", "Een gecombineerd bericht naast een lopend geval wordt aangenomen.",
       Accepts("ZM-08", IsGecombineerd)},
      {"ZM-08/alleen-laatste-geval",
       "Alleen het laatste geval staat in de weg; is dat ingetrokken, dan niets.",
       Accepts("ZM-08", NieuwGeval([](const auto& hier, const World&) {
                 return !hier.empty() && hier.back().ingetrokken();
               }))},
      {"ZM-08/uit-dienst-telt-niet", "Een lopend geval staat na E niet meer in de weg.",
       Accepts("ZM-08", NieuwGeval([](const auto& hier, const World& world) {
                 return !hier.empty() && IsLopend(hier.back()) && IsUitDienst(hier.back(), world);
               }))},
      {"ZM-08/afgewezen-telt-niet", "Een lopend geval dat is afgewezen, staat niet meer in de weg.",
       Accepts("ZM-08", NieuwGeval([](const auto& hier, const World&) {
                 return !hier.empty() && hier.back().beoordeling().uitkomst() == contract::UITKOMST_AFWIJZING;
               }))},
  };
}

Mutants Verwijzingen() {
  return {
      {"HM-01/kenmerk-van-herstelmelding", "Het kenmerk van een herstelmelding geldt als dat van het geval.",
       BijVerwijzingNaar([](const RecordPassage& p) { return p.record.has_herstelmelding(); },
                         [](RecordPassage& p) {
                           p.Forward();
                           if (p.regel() == "HM-01") p.Accept();
                         })},
      {"HM-01/uit-dienst-geweigerd", "Na E kan een geval niet meer hersteld gemeld worden.",
       Refuses("HM-01", kToestand,
               [](const RecordPassage& p) {
                 const auto geval = GenoemdGeval(p);
                 return p.record.has_herstelmelding() && geval.has_value() && IsLopend(*geval) &&
                        IsUitDienst(*geval, p.world());
               })},
      {"ZM-10/gecombineerd-niet-intrekbaar", "Een gecombineerd bericht kan niet worden ingetrokken.",
       BijVerwijzingNaar(IsGecombineerd,
                         [](RecordPassage& p) {
                           if (p.record.has_intrekking()) return p.Refuse(kToestand, "ZM-10");
                           p.Forward();
                         })},
      {"ZM-10/uit-dienst-niet-intrekbaar", "Na E kan een ziekmelding niet meer worden ingetrokken.",
       Refuses("ZM-10", kToestand,
               [](const RecordPassage& p) {
                 const auto geval = GenoemdGeval(p);
                 return p.record.has_intrekking() && geval.has_value() && !geval->ingetrokken() &&
                        IsUitDienst(*geval, p.world());
               })},
      {"ZM-07/vergeten-na-een-jaar", "Na een jaar is een kenmerk vergeten.",
       Vergeet([](Dag eerste, Dag vandaag) { return vandaag > eerste + Dagen(365); })},
      {"ZM-07/vergeten-na-dertig-dagen", "Na dertig dagen is een kenmerk vergeten.",
       Vergeet([](Dag eerste, Dag vandaag) { return vandaag > eerste + Dagen(30); })},
      {"ZM-07/per-kalenderjaar", "In een nieuw kalenderjaar begint de telling van kenmerken opnieuw.",
       Vergeet([](Dag eerste, Dag vandaag) { return JaarOf(vandaag) != JaarOf(eerste); })},
  };
}

Mutants Oordeelsamenloop() {
  return {
      {"ZM-05/alleen-gemeld-einde", "Een einde dat bij het dienstverband is opgegeven, vervroegt niets.",
       AlleenGemeldEinde, kWet},
      {"BOE-01/vanaf-onverschoven-dag", "Dagen te laat tellen vanaf de dag voor hij opschoof.",
       Ziekoordelen([](const Oordeelblik& blik) {
         const Dag einde = blik.ao() + Dagen(42);
         if (blik.oordeel.dagen_te_laat() == 0 || blik.uiterste_dag() != Werkdag(einde)) return;
         StelDagenTeLaat(blik, static_cast<int>((blik.ontvangen_op() - einde).count()));
       }),
       kWet},
      {"BOE-01/werkdagen", "Dagen te laat zijn werkdagen.", Oordelen(TelWerkdagen)},
      {"BOE-01/dag-van-het-jaar", "Over de jaarwisseling heen is een melding nooit te laat.",
       Oordelen([](const Oordeelblik& blik) {
         if (blik.oordeel.dagen_te_laat() == 0) return;
         const int dagen = DagVanHetJaar(blik.ontvangen_op()) - DagVanHetJaar(*blik.uiterste_dag());
         StelDagenTeLaat(blik, std::max(0, dagen));
         blik.oordeel.set_tijdig(dagen <= 0);
       })},
      {"BOE-01/zonder-no-risk-vrij", "Wie geen beroep doet op de no-riskpolis, krijgt geen boete.",
       Ziekoordelen([](const Oordeelblik& blik) {
         if (!blik.geval.no_risk()) blik.oordeel.set_boete_eur(0);
       })},
      {"BOE-01/gecombineerd-een-boete", "Van een gecombineerd bericht wordt het herstel niet apart beboet.",
       Hersteloordelen([](const Oordeelblik& blik) {
         if (blik.is_gecombineerd()) blik.oordeel.set_boete_eur(0);
       })},
      {"BOE-02/niet-gecombineerd", "Een gecombineerd bericht is op de eerste werkdag na E wel beboet.",
       Ziekoordelen([](const Oordeelblik& blik) {
         if (blik.is_gecombineerd()) blik.oordeel.set_boete_eur(FineOf(blik.oordeel.dagen_te_laat()));
       }),
       kWet},
      {"HM-05/zonder-einde", "Voor het herstel in een gecombineerd bericht telt E niet als uiterste dag.",
       Hersteloordelen([](const Oordeelblik& blik) {
         if (!blik.is_gecombineerd() || !blik.uiterste_dag().has_value()) return;
         blik.StelUitersteDag(std::max(LaatsteDag(blik.world, blik.ao() + Dagen(42)),
                                       LaatsteDag(blik.world, *blik.hersteld_per() + Dagen(2))));
       }),
       kWet},
      {"HM-07/elk-dienstverband", "Ook na het einde bij een andere werkgever hoeft niets gemeld te worden.",
       Hersteloordelen(NaElkEinde)},
  };
}

}  // namespace

Mutants SamenloopMutants() {
  Mutants mutants = Werkgevers();
  for (Mutant& mutant : Verwijzingen()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Oordeelsamenloop()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::uwv
