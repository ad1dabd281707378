// What an Inlichtingenbureau gets wrong in registers, reports and e-mails on special days and with special
// contents only.
#include <algorithm>
#include <chrono>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"
#include "conformance/mutants/record_facts.h"

namespace ketenproef::conformance::ib {
namespace {

bool IsEindeVanMaand(Dag dag) {
  return std::chrono::year_month_day(dag + Dagen(1)).day() == std::chrono::day(1);
}

// The year that the week of a day belongs to, with weeks from Monday: another one around the turn of the
// year.
Dag InWeekjaar(Dag dag) {
  const unsigned na_maandag = std::chrono::weekday(dag).iso_encoding() - 1;
  const Dag donderdag = dag - Dagen(na_maandag) + Dagen(3);
  const std::chrono::year_month_day civil(dag);
  const std::chrono::year_month_day anders(std::chrono::year_month_day(donderdag).year(), civil.month(),
                                           civil.day());
  return anders.ok() ? Dag(anders) : dag;
}

// Every row of a report by its fields; `change` may not touch their number.
Break Rijvelden(std::function<void(std::vector<std::string>*)> change) {
  return Geschreven([change = std::move(change)](const Rapport& rapport, const Vorm& vorm) {
    const std::vector<std::string> lines = absl::StrSplit(rapport.bytes, "\r\n", absl::SkipEmpty());
    std::string bytes = absl::StrCat(lines[0], "\r\n");
    for (std::size_t i = 1; i < lines.size(); ++i) {
      std::vector<std::string> velden = absl::StrSplit(lines[i], vorm.scheidingsteken);
      change(&velden);
      absl::StrAppend(&bytes, absl::StrJoin(velden, vorm.scheidingsteken), "\r\n");
    }
    return bytes;
  });
}

Mutants Rijmutanten() {
  return {
      {"CSV-02/weekjaar", "Het jaar van een datum is dat van zijn week.",
       Geschreven([](const Rapport& rapport, const Vorm& vorm) {
         std::vector<Rij> rijen = rapport.rijen;
         for (Rij& rij : rijen) {
           for (auto* dag : {&rij.einde_uitkering, &rij.einde_arbeid, &rij.ao}) {
             if (dag->has_value()) *dag = InWeekjaar(**dag);
           }
         }
         return vorm.Bytes(rijen);
       })},
      {"CSV-04/weekjaar", "Het jaar in een bestandsnaam is dat van de week.",
       Getoond([](Rapporten& rapporten, const World&) {
         for (Rapport& rapport : rapporten.rapporten) {
           const Dag datum = *DagVanDatum(rapport.beschrijving.datum());
           rapport.beschrijving.set_bestandsnaam(
               absl::StrReplaceAll(rapport.beschrijving.bestandsnaam(),
                                   {{FormatDagCompact(datum), FormatDagCompact(InWeekjaar(datum))}}));
         }
       })},
      {"CSV-02/kop-zonder-regeleinde", "Staat er alleen een kop, dan eindigt die niet op een regeleinde.",
       Geschreven([](const Rapport& rapport, const Vorm&) {
         return rapport.rijen.empty() ? rapport.bytes.substr(0, rapport.bytes.size() - 2) : rapport.bytes;
       })},
      {"CSV-02/kop-op-lf", "De kopregel eindigt op LF, de rijen op CRLF.",
       Geschreven([](const Rapport& rapport, const Vorm&) {
         std::string bytes = rapport.bytes;
         return bytes.erase(bytes.find('\r'), 1);
       })},
      {"CSV-02/onbekend-tussen-aanhalingstekens",
       "Een onbekende datum is een leeg veld tussen aanhalingstekens.", Rijvelden([](auto* velden) {
         for (std::string& veld : *velden) {
           if (veld.empty()) veld = "\"\"";
         }
       })},
      {"CSV-02/onbekend-als-spatie", "Een onbekende datum is een spatie.", Rijvelden([](auto* velden) {
         for (std::string& veld : *velden) {
           if (veld.empty()) veld = " ";
         }
       })},
      {"CSV-02/kop-tussen-aanhalingstekens", "Namen in de kop met een spatie staan tussen aanhalingstekens.",
       Geschreven([](const Rapport& rapport, const Vorm& vorm) {
         const std::size_t end = rapport.bytes.find("\r\n");
         std::vector<std::string> namen = absl::StrSplit(rapport.bytes.substr(0, end), vorm.scheidingsteken);
         for (std::string& naam : namen) {
           if (naam.find(' ') != std::string::npos) naam = absl::StrCat("\"", naam, "\"");
         }
         return absl::StrCat(absl::StrJoin(namen, vorm.scheidingsteken), rapport.bytes.substr(end));
       })},
      {"CSV-01/kop-nogmaals", "Een rapport met meer dan een rij heeft de kop tweemaal.",
       Geschreven([](const Rapport& rapport, const Vorm&) {
         const std::string kop = rapport.bytes.substr(0, rapport.bytes.find("\r\n") + 2);
         return rapport.rijen.size() > 1 ? absl::StrCat(kop, rapport.bytes) : rapport.bytes;
       })},
      {"CSV-02/lopende-uitkering-als-einde", "Wie nog ziek is, heeft E als einde van de uitkering.",
       Rijvelden([](auto* velden) {
         if ((*velden)[1].empty()) (*velden)[1] = (*velden)[2];
       })},
  };
}

bool HeeftAlleenVervolg(const Rapport& rapport, const Post& post) {
  bool has_vervolg = false;
  for (const Signaal& signaal : post.signalen) {
    const bool is_here = signaal.datum == *DagVanDatum(rapport.beschrijving.datum()) &&
                         signaal.gemeentecode == rapport.beschrijving.gemeentecode();
    if (is_here && !signaal.is_vervolg) return false;
    has_vervolg = has_vervolg || is_here;
  }
  return has_vervolg;
}

Break ZonderMail(std::function<bool(const Rapport&, const Post&)> when) {
  return Getoond([when = std::move(when)](Rapporten& rapporten, const World& world) {
    const Post post = ReadPost(world, rapporten);
    for (const Rapport& rapport : rapporten.rapporten) {
      if (!when(rapport, post)) continue;
      std::erase_if(rapporten.notificaties, [&](const auto& mail) {
        return mail.bestandsnaam() == rapport.beschrijving.bestandsnaam();
      });
    }
  });
}

Mutants Mails() {
  return {
      {"NOT-01/niet-bij-vervolg", "Een rapport met alleen vervolgregels wordt niet aangekondigd.",
       ZonderMail(HeeftAlleenVervolg)},
      {"NOT-01/eenmaal-per-gemeente", "Alleen het eerste rapport van een gemeente wordt aangekondigd.",
       ZonderMail([](const Rapport& rapport, const Post& post) {
         for (const Signaal& signaal : post.signalen) {
           const bool is_hier = signaal.gemeentecode == rapport.beschrijving.gemeentecode();
           if (is_hier && signaal.datum < *DagVanDatum(rapport.beschrijving.datum())) return true;
         }
         return false;
       })},
      {"NOT-01/niet-in-het-weekend", "In het weekend gaan er geen e-mails.",
       ZonderMail([](const Rapport& rapport, const Post&) {
         return IsWeekend(*DagVanDatum(rapport.beschrijving.datum()));
       })},
  };
}

using Gevalsleutels = std::set<std::string>;

// Cases that were recovered when such a record came in give no signal, whatever E is.
Break HersteldBij(When record) {
  return [record = std::move(record)](Hooks* hooks) {
    Memory<Gevalsleutels> gone;
    OnRecords(hooks, [record, gone](RecordPassage& passage) {
      const auto gevallen =
          record(passage) ? passage.world().Gevallen() : std::vector<contract::Ziektegeval>();
      passage.Forward();
      if (!passage.is_accepted()) return;
      gone.With(passage.world().omgeving(), [&](Gevalsleutels& keys) {
        for (const auto& geval : gevallen) {
          const bool is_it =
              geval.loonheffingennummer() == NummerOf(passage.record) &&
              (geval.bsn() == BsnOf(passage.record) || geval.kenmerk() == VerwijstNaar(passage.record));
          if (is_it && geval.has_hersteld_per()) keys.insert(geval.loonheffingennummer() + geval.kenmerk());
        }
      });
    });
    Uitgaand([gone](Post& post, const World& world) {
      const auto keys = gone.With(world.omgeving(), [](const auto& all) { return all; });
      std::erase_if(post.signalen, [&](const Signaal& signaal) {
        return keys.contains(signaal.geval.loonheffingennummer() + signaal.geval.kenmerk());
      });
    })(hooks);
  };
}

std::string AlsGetal(const std::string& bsn) {
  return bsn.substr(std::min(bsn.find_first_not_of('0'), bsn.size()));
}

// What follows in the same exchange as its ziekmelding waits for the next.
void WachtEenDag(Post& post, const World&) {
  const auto key = [](const contract::Doorlevering& d) {
    return absl::StrCat(d.inhoud().loonheffingennummer(), "/", d.inhoud().verwijst_naar(), "/",
                        FormatDag(*DagVanDatum(d.datum())));
  };
  Gevalsleutels ziek;
  for (const auto& d : post.doorleveringen) {
    if (d.inhoud().soort() == contract::DOORLEVERINGSOORT_ZIEK) ziek.insert(key(d));
  }
  for (auto& d : post.doorleveringen) {
    const bool is_los = d.inhoud().kenmerk() != d.inhoud().verwijst_naar();
    if (!is_los || !ziek.contains(key(d))) continue;
    *d.mutable_datum() = DatumVanDag(*DagVanDatum(d.datum()) + Dagen(1));
  }
  Sorteer(&post.doorleveringen);
}

Mutants Laatkomers() {
  return {
      {"SIG-01/hersteld-voor-einde-bekend-niet",
       "Wie al hersteld was toen E bekend werd, geeft geen signaal, ook niet met een H na E.",
       HersteldBij([](const RecordPassage& p) { return p.record.has_einde_dienstverband(); })},
      {"SIG-01/hersteld-voor-besluit-niet",
       "Wie al hersteld was toen er besloten werd, geeft geen signaal, ook niet met een H na E.",
       HersteldBij([](const RecordPassage& p) { return p.record.has_beslissing(); })},
      {"DL-01/vervolg-wacht-een-dag", "Wat volgt, gaat nooit in dezelfde uitwisseling als de ziekmelding.",
       Uitgaand(WachtEenDag)},
      {"BSN-01/doorlevering-zonder-voorloopnul",
       "In de lijst van doorleveringen verliest een BSN zijn voorloopnullen.",
       Doorleveringen([](contract::Doorlevering& d, const World&) {
         d.mutable_inhoud()->set_bsn(AlsGetal(d.inhoud().bsn()));
       })},
      {"BSN-01/bericht-zonder-voorloopnul", "In de lijst van berichten verliest een BSN zijn voorloopnullen.",
       Uitgaand([](Post& post, const World&) {
         for (auto& b : post.berichten) b.mutable_inhoud()->set_bsn(AlsGetal(b.inhoud().bsn()));
       })},
  };
}

// Of LKS periods with a last day: when(first day, last day, what there is already).
When LksMetEinde(
    std::function<bool(Dag van, Dag tot, const std::vector<contract::LksPeriode>& bestaand)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    const auto van = VanOf(passage.record);
    const auto tot = TotOf(passage.record);
    return passage.record.has_lks_periode() && van.has_value() && tot.has_value() &&
           when(*van, *tot, passage.world().LksPerioden(BsnOf(passage.record)));
  };
}

template <typename Perioden>
bool HoudtBeeindigd(const Perioden& perioden, Dag dag) {
  return std::any_of(perioden.begin(), perioden.end(),
                     [&](const auto& p) { return p.has_datum_tot() && Holds(p, dag); });
}

template <typename Perioden>
bool HoudtNiet(const Perioden& perioden, Dag dag) {
  return std::none_of(perioden.begin(), perioden.end(), [&](const auto& p) { return Holds(p, dag); });
}

template <typename Perioden>
bool HoudtNietDeEerste(const Perioden& perioden, Dag dag) {
  return !perioden.empty() && !Holds(perioden.front(), dag) && !HoudtNiet(perioden, dag);
}

When Overlapt() {
  return [](const RecordPassage& passage) {
    const auto van = VanOf(passage.record);
    if (!passage.record.has_lks_periode() || !van.has_value()) return false;
    return !HoudtNiet(passage.world().LksPerioden(BsnOf(passage.record)), *van);
  };
}

// An end, where an earlier period has ended.
bool EindigtVolgende(const RecordPassage& passage) {
  if (!passage.record.has_einde_lks_periode()) return false;
  const auto perioden = passage.world().LksPerioden(BsnOf(passage.record));
  const auto is_open = [](const auto& periode) { return !periode.has_datum_tot(); };
  return perioden.size() > 1 && std::any_of(perioden.begin(), perioden.end(), is_open);
}

Mutants Lksregister() {
  return {
      {"LKS-03/maandeinde-blijft-maandeinde", "Zes maanden na 28 februari is 31 augustus.",
       Accepts("LKS-03", LksMetEinde([](Dag van, Dag tot, const auto&) {
                 const Dag grens = MaandenVooruit(van, 6);
                 return IsEindeVanMaand(van) && tot - grens < Dagen(3) && !IsEindeVanMaand(tot);
               }))},
      {"LKS-06/omsluitend-aanvaard", "Een periode om een andere heen wordt aangenomen.",
       Accepts("LKS-06", LksMetEinde([](Dag van, Dag tot, const auto& bestaand) {
                 return std::any_of(bestaand.begin(), bestaand.end(), [&](const auto& p) {
                   return p.has_datum_tot() && van < *DagVanDatum(p.datum_van()) &&
                          tot > *DagVanDatum(p.datum_tot());
                 });
               }))},
      {"LKS-06/binnenin-aanvaard", "Een periode binnen een andere wordt aangenomen.",
       Accepts("LKS-06", LksMetEinde([](Dag van, Dag tot, const auto& bestaand) {
                 return std::any_of(bestaand.begin(), bestaand.end(), [&](const auto& p) {
                   return p.has_datum_tot() && van > *DagVanDatum(p.datum_van()) &&
                          tot < *DagVanDatum(p.datum_tot());
                 });
               }))},
      {"LKS-07/tweede-niet-te-beeindigen", "Alleen de eerste periode kan beëindigd worden.",
       Refuses("LKS-07", kToestand, EindigtVolgende)},
      {"LKS-04/beeindigde-inschrijving-telt-niet", "Een inschrijving met een einde is niet genoeg.",
       Refuses("LKS-04", kToestand, OpEersteDag([](Dag van, const std::string& bsn, const World& world) {
                 return HoudtBeeindigd(world.Doelgroepregistraties(bsn), van);
               }))},
      {"LKS-05/beeindigd-dienstverband-telt-niet", "Een dienstverband met een einde is niet genoeg.",
       Refuses("LKS-05", kToestand, OpEersteDag([](Dag van, const std::string& bsn, const World& world) {
                 return HoudtBeeindigd(world.Dienstverbanden(bsn), van);
               }))},
      {"LKS-04/alleen-eerste-inschrijving", "Alleen de eerste inschrijving telt.",
       Refuses("LKS-04", kToestand, OpEersteDag([](Dag van, const std::string& bsn, const World& world) {
                 return HoudtNietDeEerste(world.Doelgroepregistraties(bsn), van);
               }))},
      {"LKS-05/alleen-eerste-dienstverband", "Alleen het eerste dienstverband telt.",
       Refuses("LKS-05", kToestand, OpEersteDag([](Dag van, const std::string& bsn, const World& world) {
                 return HoudtNietDeEerste(world.Dienstverbanden(bsn), van);
               }))},
      {"LKS-04/na-dienstverband", "Dat er geen dienstverband is (LKS-05), gaat voor.",
       Names("LKS-04", "LKS-05", OpEersteDag([](Dag van, const std::string& bsn, const World& world) {
               return HoudtNiet(world.Dienstverbanden(bsn), van);
             }))},
      {"LKS-05/na-overlap", "Dat perioden overlappen (LKS-06), gaat voor.",
       Names("LKS-05", "LKS-06", Overlapt())},
      {"LKS-03/na-inschrijving", "Dat er geen inschrijving is (LKS-04), gaat voor.",
       Names("LKS-03", "LKS-04", OpEersteDag([](Dag van, const std::string& bsn, const World& world) {
               return HoudtNiet(world.Doelgroepregistraties(bsn), van);
             }))},
      {"LKS-04/als-onbekend", "Wie niet is ingeschreven, geeft NOT_FOUND.",
       RefusesAs("LKS-04", contract::WEIGERINGSOORT_ONBEKEND)},
      {"LKS-06/als-bestaat-al", "Perioden die overlappen, geven ALREADY_EXISTS.",
       RefusesAs("LKS-06", contract::WEIGERINGSOORT_ANDERE_INHOUD)},
  };
}

}  // namespace

Mutants RandgevalMutants() {
  Mutants mutants = Rijmutanten();
  for (Mutant& mutant : Mails()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Laatkomers()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : Lksregister()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::ib
