// What an Inlichtingenbureau gets wrong in signals and forwards only where two things come together: more LKS
// periods, a case that was reported again, a signal that was held, a bericht after a follow-up.
#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"
#include "conformance/mutants/record_facts.h"

namespace ketenproef::conformance::ib {
namespace {

using Lksperioden = std::vector<contract::LksPeriode>;

// Only LKS periods that are such count for the look-back.
Break AlleenLks(std::function<bool(const contract::LksPeriode&, Dag begin, Dag einde)> counts) {
  return LaatSignaalWeg([counts = std::move(counts)](const Signaal&, const Zaak& zaak) {
    const Dag begin = JarenTerug(*zaak.einde, 2);
    Zaak other = zaak;
    std::erase_if(other.lks_perioden,
                  [&](const auto& periode) { return !counts(periode, begin, *zaak.einde); });
    return !other.HeeftLks();
  });
}

// Of the LKS periods, in order of their first day, only the first or the last counts.
Break EenLksPeriode(bool first) {
  return LaatSignaalWeg([first](const Signaal&, const Zaak& zaak) {
    const auto begins_before = [](const auto& a, const auto& b) {
      return *DagVanDatum(a.datum_van()) < *DagVanDatum(b.datum_van());
    };
    Zaak other = zaak;
    Lksperioden& perioden = other.lks_perioden;
    if (perioden.empty()) return false;
    std::sort(perioden.begin(), perioden.end(), begins_before);
    perioden = {first ? perioden.front() : perioden.back()};
    return !other.HeeftLks();
  });
}

// The same of registrations.
Break EenInschrijving(bool first) {
  return LaatSignaalWeg([first](const Signaal&, const Zaak& zaak) {
    if (zaak.doelgroep.empty()) return false;
    return !Holds(first ? zaak.doelgroep.front() : zaak.doelgroep.back(), *zaak.einde);
  });
}

bool IsLaatsteVanMaand(Dag dag) {
  return MaandenVooruit(dag, 0) == dag &&
         std::chrono::year_month_day(dag + Dagen(1)).day() == std::chrono::day(1);
}

// As some databases count: the last day of a month goes to the last day of a month.
Dag TweeJaarAlsMaandeinde(Dag einde) {
  Dag begin = JarenTerug(einde, 2);
  while (IsLaatsteVanMaand(einde) && !IsLaatsteVanMaand(begin)) begin += Dagen(1);
  return begin;
}

// Of first signals about one AO of one worker and employer only the first goes.
void EenPerAo(Post& post, const World&) {
  std::set<std::string> seen;
  std::erase_if(post.signalen, [&](const Signaal& signaal) {
    if (signaal.is_vervolg) return false;
    return !seen.insert(absl::StrCat(signaal.rij.bsn, signaal.geval.loonheffingennummer(),
                                     FormatDag(*signaal.rij.ao)))
                .second;
  });
}

// Of two cases that signal in one exchange about one worker, one row goes.
void EenRijPerWerknemer(Post& post, const World&) {
  std::set<std::string> seen;
  std::erase_if(post.signalen, [&](const Signaal& signaal) {
    return !seen.insert(absl::StrCat(FormatDag(signaal.datum), signaal.gemeentecode, signaal.rij.bsn)).second;
  });
}

// Whether it could not go in its first exchange, nor in so many after it.
bool Wachtte(const Signaal& signaal, const Zaak& zaak, int langer_dan) {
  return signaal.datum > zaak.EersteUitwisseling() + Dagen(langer_dan);
}

// What comes so many days after the first signal is too late to follow it.
Break VervolgtTot(int dagen, bool berichten) {
  return Uitgaand([dagen, berichten](Post& post, const World& world) {
    const auto is_late = [dagen](const contract::Signaal& eerste, Dag datum) {
      return datum > DagVanDatum(eerste.verzonden_op()).value_or(datum) + Dagen(dagen);
    };
    if (!berichten) {
      std::erase_if(post.signalen, [&](const Signaal& signaal) {
        return signaal.is_vervolg && is_late(signaal.geval.signaal(), signaal.datum);
      });
      return;
    }
    std::erase_if(post.berichten, [&](const auto& bericht) {
      const auto geval = world.Geval(bericht.inhoud().loonheffingennummer(), bericht.inhoud().kenmerk());
      return geval.has_value() && is_late(geval->signaal(), *DagVanDatum(bericht.datum()));
    });
  });
}

// About a case that had a follow-up: no bericht, or one to whom that went.
Break BerichtNaVervolg(bool is_lost) {
  return Uitgaand([is_lost](Post& post, const World&) {
    std::map<std::int64_t, std::string> vervolgd;
    for (const Signaal& signaal : post.signalen) {
      if (signaal.is_vervolg) vervolgd[signaal.geval.volgnummer()] = signaal.gemeentecode;
    }
    const auto receiver = [&](const contract::Bericht& bericht) -> std::string {
      for (const auto& geval : post.gevallen) {
        const bool is_it = geval.kenmerk() == bericht.inhoud().kenmerk() &&
                           geval.loonheffingennummer() == bericht.inhoud().loonheffingennummer();
        if (is_it && vervolgd.contains(geval.volgnummer())) return vervolgd[geval.volgnummer()];
      }
      return "";
    };
    if (is_lost) {
      std::erase_if(post.berichten, [&](const auto& bericht) { return !receiver(bericht).empty(); });
    }
    for (auto& bericht : post.berichten) {
      const std::string code = receiver(bericht);
      if (!code.empty()) bericht.set_gemeentecode(OpvolgerOp(code, *DagVanDatum(bericht.datum())));
    }
  });
}

// What was withdrawn before the exchange that would forward it is not forwarded, nor is the intrekking.
void ZonderWatMeteenIntrok(Post& post, const World&) {
  std::map<std::string, std::set<std::string>> days;
  const auto key = [](const auto& inhoud) {
    return absl::StrCat(inhoud.loonheffingennummer(), "/", inhoud.verwijst_naar());
  };
  std::set<std::string> gone;
  for (const auto& ziek : post.doorleveringen) {
    for (const auto& other : post.doorleveringen) {
      const bool is_meteen = ziek.inhoud().soort() == contract::DOORLEVERINGSOORT_ZIEK &&
                             other.inhoud().soort() == contract::DOORLEVERINGSOORT_INTREKKING &&
                             key(ziek.inhoud()) == key(other.inhoud()) &&
                             DagVanDatum(ziek.datum()) == DagVanDatum(other.datum());
      if (is_meteen) gone.insert(key(ziek.inhoud()));
    }
  }
  std::erase_if(post.doorleveringen, [&](const auto& d) { return gone.contains(key(d.inhoud())); });
}

// An intrekking is not forwarded where the herstelmelding has been.
void NaHerstelGeenIntrekking(Post& post, const World&) {
  std::set<std::string> hersteld;
  std::erase_if(post.doorleveringen, [&](const auto& d) {
    const std::string key = absl::StrCat(d.inhoud().loonheffingennummer(), "/", d.inhoud().verwijst_naar());
    if (d.inhoud().soort() == contract::DOORLEVERINGSOORT_HERSTEL) hersteld.insert(key);
    return d.inhoud().soort() == contract::DOORLEVERINGSOORT_INTREKKING && hersteld.contains(key);
  });
}

// Forwards of ziekmeldingen whose LKS on the AO is such, and what follows them, do not go.
Break NietVoorLks(std::function<bool(const contract::LksPeriode&)> when) {
  return LaatDoorleveringWeg([when = std::move(when)](const auto&, const Zaak& zaak) {
    return std::any_of(zaak.lks_perioden.begin(), zaak.lks_perioden.end(),
                       [&](const auto& periode) { return Holds(periode, zaak.ao) && when(periode); });
  });
}

Mutants Terugblikken() {
  return {
      {"SIG-02/omsluitend-telt-niet", "LKS die voor de twee jaar begon en nu nog loopt, telt niet.",
       AlleenLks(
           [](const auto& p, Dag begin, Dag einde) { return Holds(p, begin) ? !Holds(p, einde) : true; })},
      {"SIG-02/alleen-binnenin-telt-niet", "LKS die binnen de twee jaar begon en eindigde, telt niet.",
       AlleenLks([](const auto& p, Dag begin, Dag einde) { return Holds(p, begin) || Holds(p, einde); })},
      {"SIG-02/alleen-eerste-periode", "Alleen de eerste LKS-periode telt.", EenLksPeriode(true)},
      {"SIG-02/alleen-laatste-periode", "Alleen de laatste LKS-periode telt.", EenLksPeriode(false)},
      {"SIG-02/forfaitair-telt-niet", "Forfaitaire LKS telt niet.",
       AlleenLks([](const auto& p, Dag, Dag) { return !p.forfaitair(); })},
      {"SIG-02/loonwaarde-nul-telt-niet", "LKS met loonwaarde 0 telt niet.",
       AlleenLks([](const auto& p, Dag, Dag) { return p.loonwaarde() != 0; })},
      {"SIG-02/afwijkende-loonwaarde-telt-niet", "LKS met een loonwaarde buiten 30 tot en met 80 telt niet.",
       AlleenLks([](const auto& p, Dag, Dag) { return p.loonwaarde() >= 30 && p.loonwaarde() <= 80; })},
      {"SIG-03/alleen-eerste-inschrijving", "Alleen de eerste inschrijving telt.", EenInschrijving(true)},
      {"SIG-03/alleen-laatste-inschrijving", "Alleen de laatste inschrijving telt.", EenInschrijving(false)},
      {"KAL-04/maandeinde", "Twee jaar voor 28 februari is 29 februari, als die er is.",
       LaatSignaalWeg([](const Signaal&, const Zaak& zaak) {
         return !zaak.HeeftLksIn(TweeJaarAlsMaandeinde(*zaak.einde), *zaak.einde);
       })},
      {"SIG-01/zonder-no-risk-niet", "Zonder beroep op de no-riskpolis gaat er geen signaal.",
       LaatSignaalWeg([](const Signaal&, const Zaak& zaak) { return !zaak.geval.no_risk(); })},
      {"SIG-01/verlengd-niet", "Een verlengde beoordeling geeft geen signaal.",
       LaatSignaalWeg([](const Signaal&, const Zaak& zaak) { return zaak.geval.beoordeling().verlengd(); })},
  };
}

Mutants Signaalsamenloop() {
  return {
      {"SIG-05/opnieuw-gemeld-niet", "Wat na een intrekking opnieuw gemeld is, geeft geen signaal.",
       Uitgaand(EenPerAo)},
      {"SIG-05/een-rij-per-werknemer", "In een rapport staat een werknemer maar op een rij.",
       Uitgaand(EenRijPerWerknemer)},
      {"SIG-06/aangehouden-zonder-datum", "De rij van een aangehouden signaal is die van toen: zonder datum.",
       Signalen([](Signaal& signaal, const World& world) {
         const Zaak zaak = ZaakOf(signaal.geval, world);
         if (!signaal.is_vervolg && Wachtte(signaal, zaak, 0)) {
           signaal.rij.einde_uitkering.reset();
         }
       })},
      {"SIG-04/onbestelbaar-na-een-maand-vergeten", "Een onbestelbaar signaal vervalt na dertig dagen.",
       LaatSignaalWeg([](const Signaal& signaal, const Zaak& zaak) { return Wachtte(signaal, zaak, 30); })},
      {"SIG-09/na-een-maand-vergeten", "Wat op het DKD wacht, vervalt na dertig dagen.",
       LaatSignaalWeg([](const Signaal& signaal, const Zaak& zaak) { return Wachtte(signaal, zaak, 30); })},
      {"SIG-06/na-een-jaar-niet", "Een jaar na het signaal gaat er geen vervolgregel meer.",
       VervolgtTot(365, false)},
      {"SIG-07/na-een-jaar-niet", "Een jaar na het signaal gaat er geen bericht meer.",
       VervolgtTot(365, true)},
      {"SIG-07/na-vervolg-niet", "Na een vervolgregel gaat er geen bericht meer.", BerichtNaVervolg(true)},
      {"SIG-07/naar-ontvanger-van-vervolg", "Het bericht gaat naar wie de vervolgregel kreeg.",
       BerichtNaVervolg(false)},
      {"REG-03/vervolg-naar-oude-code", "Een opgeheven woongemeente ontvangt zelf de vervolgregel.",
       Vervolgen([](Signaal& signaal, const Zaak& zaak) {
         signaal.gemeentecode = zaak.WoonplaatsOp(signaal.datum);
       })},
  };
}

Mutants Doorleveringsamenloop() {
  return {
      {"DL-01/meteen-ingetrokken-niet",
       "Een ziekmelding die voor de uitwisseling is ingetrokken, wordt niet doorgeleverd.",
       Uitgaand(ZonderWatMeteenIntrok)},
      {"DL-01/na-herstel-geen-intrekking", "Na een herstelmelding wordt een intrekking niet doorgeleverd.",
       Uitgaand(NaHerstelGeenIntrekking)},
      {"DL-01/gecombineerd-alleen-ziek", "Van een gecombineerd bericht gaat het herstel niet.",
       LaatDoorleveringWeg([](const auto& d, const Zaak&) {
         return d.inhoud().soort() == contract::DOORLEVERINGSOORT_HERSTEL &&
                d.inhoud().kenmerk() == d.inhoud().verwijst_naar();
       })},
      {"DL-01/gecombineerd-niet", "Een gecombineerd bericht wordt niet doorgeleverd: het is al voorbij.",
       LaatDoorleveringWeg([](const auto& d, const Zaak& zaak) {
         return DagVanDatum(d.datum()) == zaak.ontvangen_op + Dagen(1) && zaak.hersteld_per.has_value() &&
                *zaak.hersteld_per <= zaak.ontvangen_op && d.inhoud().kenmerk() == d.inhoud().verwijst_naar();
       })},
      {"DL-01/forfaitair-telt-niet", "Bij forfaitaire LKS wordt niet doorgeleverd.",
       NietVoorLks([](const auto& periode) { return periode.forfaitair(); })},
      {"DL-01/lopende-lks-telt-niet", "Bij LKS zonder einde wordt niet doorgeleverd.",
       NietVoorLks([](const auto& periode) { return !periode.has_datum_tot(); })},
      {"DL-01/te-laat-niet", "Een ziekmelding die te laat is, wordt niet doorgeleverd.",
       LaatDoorleveringWeg(
           [](const auto&, const Zaak& zaak) { return zaak.ontvangen_op > zaak.ao + Dagen(45); })},
      {"DL-01/zonder-no-risk-niet", "Zonder beroep op de no-riskpolis wordt niet doorgeleverd.",
       LaatDoorleveringWeg([](const auto&, const Zaak& zaak) { return !zaak.geval.no_risk(); })},
      {"DL-01/uit-dienst-niet", "Wie al uit dienst is, wordt niet doorgeleverd.",
       LaatDoorleveringWeg([](const auto& d, const Zaak& zaak) {
         return zaak.einde.has_value() && *zaak.einde < *DagVanDatum(d.datum());
       })},
  };
}

}  // namespace

Mutants SamenloopMutants() {
  Mutants mutants = Terugblikken();
  for (Mutant& mutant : Signaalsamenloop()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Doorleveringsamenloop()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::ib
