// KAL-03, KAL-05: where a term ends that would end on a Saturday, a Sunday or a holiday, in profile wet.
#include <map>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "conformance/calendar/feestdagen.h"
#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"
#include "fixtures/embedded/embedded.h"

namespace ketenproef::conformance::uwv {
namespace {

// Where a term that would end on this day ends.
using Shift = std::function<Dag(Dag)>;

// The name of a holiday; empty: it is none.
std::string NaamVan(Dag dag) {
  static const auto* const kNamen = [] {
    auto* by_day = new std::map<std::string, std::string>;
    for (const absl::string_view line : absl::StrSplit(EmbeddedFeestdagen(), '\n')) {
      const std::vector<std::string> fields = absl::StrSplit(line, ';');
      if (fields.size() == 3) by_day->emplace(fields[0], fields[1]);
    }
    return by_day;
  }();
  const auto found = kNamen->find(FormatDag(dag));
  return found == kNamen->end() ? "" : found->second;
}

// The first day from this one on that is none of these.
Dag Voorbij(Dag dag, const std::function<bool(Dag)>& is_vrij) {
  while (is_vrij(dag)) dag += Dagen(1);
  return dag;
}

bool IsFeestdag(Dag dag) {
  return !NaamVan(dag).empty();
}

bool IsVrij(Dag dag) {
  return IsWeekend(dag) || IsFeestdag(dag);
}

Dag NietVerschoven(Dag dag) {
  return dag;
}

Dag Teruggeschoven(Dag dag) {
  while (IsVrij(dag)) dag -= Dagen(1);
  return dag;
}

enum class Termijn { kZiek, kHerstel, kBeoordeling };

// A term of six weeks, two days or six weeks that ended where KAL-03 says ends elsewhere.
void Verschuif(Hooks* hooks, Termijn termijn, const Shift& shift) {
  if (termijn == Termijn::kBeoordeling) {
    Beoordelingen([shift](contract::Ziektegeval& geval, const World& world) {
      const Dag ontvangen = *DagVanDatum(geval.ontvangen_op());
      StelUitersteDag(&geval, shift(ontvangen + Dagen(geval.beoordeling().verlengd() ? 70 : 42)),
                      world.Vandaag());
    })(hooks);
    return;
  }
  const bool is_ziek = termijn == Termijn::kZiek;
  Oordelen([is_ziek, shift](const Oordeelblik& blik) {
    if (blik.is_ziek() != is_ziek) return;
    const Dag einde = is_ziek ? blik.ao() + Dagen(42) : *blik.hersteld_per() + Dagen(2);
    if (blik.uiterste_dag() == Werkdag(einde)) blik.StelUitersteDag(shift(einde));
  })(hooks);
}

Break Overal(Shift shift) {
  return [shift = std::move(shift)](Hooks* hooks) {
    for (const Termijn termijn : {Termijn::kZiek, Termijn::kHerstel, Termijn::kBeoordeling}) {
      Verschuif(hooks, termijn, shift);
    }
  };
}

Break Alleen(Termijn termijn, Shift shift) {
  return [termijn, shift = std::move(shift)](Hooks* hooks) { Verschuif(hooks, termijn, shift); };
}

// The shift at the start as well as at the end.
void VerschuifBeide(Hooks* hooks) {
  Oordelen([](const Oordeelblik& blik) {
    const Dag begin = blik.is_ziek() ? blik.ao() : blik.hersteld_per().value_or(blik.ao());
    const Dagen lengte(blik.is_ziek() ? 42 : 2);
    if (blik.uiterste_dag() == Werkdag(begin + lengte)) {
      blik.StelUitersteDag(Werkdag(Werkdag(begin) + lengte));
    }
  })(hooks);
}

// Bevrijdingsdag is a holiday once in five years only, as in many collective agreements.
bool IsVrijMetLustrum(Dag dag) {
  const bool is_bevrijdingsdag = NaamVan(dag) == "Bevrijdingsdag";
  return IsWeekend(dag) || (IsFeestdag(dag) && (!is_bevrijdingsdag || JaarOf(dag) % 5 == 0));
}

// The holidays of one year, on the same days of every year.
bool IsVrijAlsIn(const std::string& jaar, Dag dag) {
  const auto toen = ParseDag(absl::StrCat(jaar, FormatDag(dag).substr(4)));
  return IsWeekend(dag) || (toen.has_value() && IsFeestdag(*toen));
}

// The year of the last holiday in the table.
int LaatsteJaar() {
  int jaar = 2017;
  while (EmbeddedFeestdagentabel().HasJaar(jaar + 1)) ++jaar;
  return jaar;
}

std::optional<Dag> EindeVanTermijn(const RecordPassage& passage) {
  if (MeldtZiek(passage.record) && AoOf(passage.record).has_value()) return *AoOf(passage.record) + Dagen(42);
  return std::nullopt;
}

// Names KAL-03 although another rule refuses the melding too.
void NoemKal03Eerst(RecordPassage& passage) {
  passage.Forward();
  const auto einde = EindeVanTermijn(passage);
  if (passage.resultaat.weigering().soort() != contract::WEIGERINGSOORT_TOESTAND || !einde.has_value()) {
    return;
  }
  if (JaarOf(*einde) > LaatsteJaar()) passage.resultaat.mutable_weigering()->set_regel("KAL-03");
}

// Another last day for an extended assessment, of the receipt of the ziekmelding and the day of the
// extension.
Break Verlengd(std::function<Dag(Dag ontvangen, Dag verlengd_op)> uiterste_dag) {
  return [uiterste_dag = std::move(uiterste_dag)](Hooks* hooks) {
    Memory<std::map<std::string, Dag>> verlengd_op;
    OnRecords(hooks, [verlengd_op](RecordPassage& passage) {
      passage.Forward();
      if (!passage.is_accepted() || !passage.record.has_verlenging()) return;
      const std::string key = absl::StrCat(NummerOf(passage.record), VerwijstNaar(passage.record));
      const Dag vandaag = passage.world().Vandaag();
      verlengd_op.With(passage.world().omgeving(), [&](auto& dagen) { dagen[key] = vandaag; });
    });
    Beoordelingen([verlengd_op, uiterste_dag](contract::Ziektegeval& geval, const World& world) {
      if (!geval.beoordeling().verlengd()) return;
      const std::string key = absl::StrCat(geval.loonheffingennummer(), geval.kenmerk());
      const Dag op = verlengd_op.With(world.omgeving(), [&](auto& dagen) {
        return dagen.contains(key) ? dagen[key] : *DagVanDatum(geval.ontvangen_op());
      });
      StelUitersteDag(&geval, uiterste_dag(*DagVanDatum(geval.ontvangen_op()), op), world.Vandaag());
    })(hooks);
  };
}

Mutants ZonderFeestdag() {
  Mutants mutants;
  for (const char* naam :
       {"Nieuwjaarsdag", "Goede Vrijdag", "Tweede Paasdag", "Koningsdag", "Bevrijdingsdag", "Hemelvaartsdag",
        "Tweede Pinksterdag", "Eerste Kerstdag", "Tweede Kerstdag", "KB-gelijkgesteld"}) {
    const auto is_vrij = [naam](Dag dag) {
      return IsWeekend(dag) || (IsFeestdag(dag) && NaamVan(dag) != naam);
    };
    mutants.push_back(
        {absl::StrCat("KAL-03/zonder-", absl::StrReplaceAll(absl::AsciiStrToLower(naam), {{" ", "-"}})),
         absl::StrCat("Een uiterste dag schuift niet op als zij op deze dag valt: ", naam, "."),
         Overal([is_vrij](Dag dag) { return Voorbij(dag, is_vrij); }), kWet});
  }
  return mutants;
}

Mutants BuitenDeTabel() {
  return {
      {"KAL-03/beoordeling-buiten-de-tabel-aanvaard",
       "Alleen of de termijn van de ziekmelding zelf in de tabel valt, wordt getoetst.",
       Accepts("KAL-03",
               [](const RecordPassage& passage) {
                 const auto einde = EindeVanTermijn(passage);
                 return einde.has_value() && JaarOf(*einde) <= LaatsteJaar();
               }),
       kWet},
      {"KAL-03/verlenging-buiten-de-tabel-aanvaard", "Een verlenging tot na de tabel wordt aangenomen.",
       Accepts("KAL-03", [](const RecordPassage& passage) { return passage.record.has_verlenging(); }), kWet},
      {"KAL-03/herstel-buiten-de-tabel-aanvaard",
       "Een herstelmelding waarvan de termijn na de tabel eindigt, wordt aangenomen.",
       Accepts("KAL-03", [](const RecordPassage& passage) { return passage.record.has_herstelmelding(); }),
       kWet},
  };
}

}  // namespace

Mutants VerschuivingMutants() {
  Mutants mutants = {
      {"KAL-03/verschuift-nooit", "Een uiterste dag schuift nooit op.", Overal(NietVerschoven), kWet},
      {"KAL-03/ziekmelding-verschuift-niet", "De termijn van de ziekmelding schuift niet op.",
       Alleen(Termijn::kZiek, NietVerschoven), kWet},
      {"KAL-03/herstelmelding-verschuift-niet", "De termijn van de herstelmelding schuift niet op.",
       Alleen(Termijn::kHerstel, NietVerschoven), kWet},
      {"KAL-03/beoordeling-verschuift-niet", "De termijn van de beoordeling schuift niet op.",
       Alleen(Termijn::kBeoordeling, NietVerschoven), kWet},
      {"KAL-03/alleen-weekend", "Een uiterste dag op een feestdag schuift niet op.",
       Overal([](Dag dag) { return Voorbij(dag, IsWeekend); }), kWet},
      {"KAL-03/alleen-feestdagen", "Een uiterste dag in het weekend schuift niet op.",
       Overal([](Dag dag) { return Voorbij(dag, IsFeestdag); }), kWet},
      {"KAL-03/zaterdag-is-werkdag", "Een zaterdag geldt als werkdag.", Overal([](Dag dag) {
         return Voorbij(dag, [](Dag d) { return IsVrij(d) && !(IsWeekend(d) && IsWeekend(d + Dagen(1))); });
       }),
       kWet},
      {"KAL-03/zondag-is-werkdag", "Een zondag geldt als werkdag.", Overal([](Dag dag) {
         return Voorbij(dag, [](Dag d) { return IsVrij(d) && !(IsWeekend(d) && IsWeekend(d - Dagen(1))); });
       }),
       kWet},
      {"KAL-03/schuift-terug", "De uiterste dag schuift naar de laatste werkdag ervoor.",
       Overal(Teruggeschoven), kWet},
      {"KAL-03/schuift-een-dag", "De uiterste dag schuift een dag op, wat die dag ook is.",
       Overal([](Dag dag) { return IsVrij(dag) ? dag + Dagen(1) : dag; }), kWet},
      {"KAL-03/maandag-is-genoeg",
       "Uit een weekend schuift de uiterste dag naar maandag, ook als dat een feestdag is.",
       Overal([](Dag dag) { return IsWeekend(dag) ? Voorbij(dag, IsWeekend) : Voorbij(dag, IsVrij); }), kWet},
      {"KAL-03/bevrijdingsdag-om-de-vijf-jaar", "Bevrijdingsdag is alleen in lustrumjaren een feestdag.",
       Overal([](Dag dag) { return Voorbij(dag, IsVrijMetLustrum); }), kWet},
      {"KAL-03/feestdagen-van-2025", "Elk jaar heeft de feestdagen van 2025.",
       Overal([](Dag dag) { return Voorbij(dag, [](Dag d) { return IsVrijAlsIn("2025", d); }); }), kWet},
      {"KAL-03/feestdagen-van-2024", "Elk jaar heeft de feestdagen van 2024.",
       Overal([](Dag dag) { return Voorbij(dag, [](Dag d) { return IsVrijAlsIn("2024", d); }); }), kWet},
      {"KAL-03/tweemaal", "Ook de begindag schuift op, voor er geteld wordt.", VerschuifBeide, kWet},
      {"KAL-03/buiten-de-tabel-aanvaard",
       "Een termijn die na de tabel eindigt, wordt beoordeeld alsof er geen feestdagen zijn.",
       Accepts("KAL-03"), kWet},
      {"KAL-03/laatste-jaar-geweigerd",
       "Een termijn die in het laatste jaar van de tabel eindigt, wordt geweigerd.",
       Refuses("KAL-03", contract::WEIGERINGSOORT_TOESTAND,
               [](const RecordPassage& passage) {
                 const auto einde = EindeVanTermijn(passage);
                 return einde.has_value() && JaarOf(*einde) == LaatsteJaar();
               }),
       kWet},
      {"KAL-03/eerst-genoemd", "Een weigering noemt KAL-03, ook als een andere regel eerder komt.",
       [](Hooks* hooks) { OnRecords(hooks, NoemKal03Eerst); }, kWet},
      {"KAL-05/vanaf-verlenging", "De vier weken verlenging tellen vanaf de dag van de verlenging.",
       Verlengd([](Dag, Dag verlengd_op) { return verlengd_op + Dagen(28); })},
      {"KAL-05/zes-weken-vanaf-verlenging", "De termijn begint bij de verlenging opnieuw.",
       Verlengd([](Dag, Dag verlengd_op) { return verlengd_op + Dagen(42); })},
      {"KAL-05/vanaf-verschoven-dag", "De verlenging telt vanaf de verschoven uiterste dag.",
       Verlengd([](Dag ontvangen, Dag) { return Werkdag(Werkdag(ontvangen + Dagen(42)) + Dagen(28)); }),
       kWet},
      {"KAL-05/verlenging-verschuift-niet", "De verlengde termijn schuift niet op.",
       Verlengd([](Dag ontvangen, Dag) { return ontvangen + Dagen(70); }), kWet},
  };
  for (Mutant& mutant : BuitenDeTabel()) mutants.push_back(std::move(mutant));
  for (Mutant& mutant : ZonderFeestdag()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::uwv
