// ZM-07: one kenmerk is one melding, whatever is sent again.
#include <map>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

std::string SleutelOf(const contract::Draaiboekregel& record) {
  return absl::StrCat(NummerOf(record), "/", KenmerkOf(record));
}

// What has been accepted, by key.
using Aanvaard = std::map<std::string, contract::Draaiboekregel>;

// Every melding passes; `look` then sees it with the first one of its key.
Break MetEerste(std::function<void(RecordPassage&, const contract::Draaiboekregel& eerste)> look) {
  return [look = std::move(look)](Hooks* hooks) {
    OnRecords(hooks, [look, memory = Memory<Aanvaard>()](RecordPassage& passage) {
      passage.Forward();
      const auto eerste = memory.With(passage.world().omgeving(), [&](Aanvaard& aanvaard) {
        const std::string key = SleutelOf(passage.record);
        if (passage.resultaat.has_ontvangst()) aanvaard.try_emplace(key, passage.record);
        return aanvaard.contains(key) ? aanvaard[key] : passage.record;
      });
      look(passage, eerste);
    });
  };
}

// What the answer to a repeat says.
Break BijHerhaling(std::function<void(RecordPassage&)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    OnRecords(hooks, [change](RecordPassage& passage) {
      passage.Forward();
      if (passage.resultaat.ontvangst().herhaald()) change(passage);
    });
  };
}

void Weiger(RecordPassage& passage, const char* regel) {
  passage.Refuse(contract::WEIGERINGSOORT_TOESTAND, regel);
}

void BeoordeelOpnieuw(RecordPassage& passage) {
  const Dag vandaag = passage.world().Vandaag();
  for (auto& oordeel : *passage.resultaat.mutable_ontvangst()->mutable_oordelen()) {
    *oordeel.mutable_ontvangen_op() = DatumVanDag(vandaag);
    const contract::Ziektegeval geval = GenoemdGeval(passage).value_or(contract::Ziektegeval());
    const Oordeelblik blik{passage.record, oordeel, geval, passage.world()};
    if (blik.uiterste_dag().has_value()) blik.StelUitersteDag(*blik.uiterste_dag());
  }
}

bool HeeftDienstverband(const RecordPassage& passage) {
  for (const auto& dienstverband : passage.world().Dienstverbanden(BsnOf(passage.record))) {
    const bool is_hier = dienstverband.loonheffingennummer() == NummerOf(passage.record);
    if (is_hier && Holds(dienstverband, *AoOf(passage.record))) return true;
  }
  return false;
}

// The verdict on a ziekmelding that is repeated after E became known is that of then.
void LeesEindeOpnieuw(RecordPassage& passage) {
  const auto geval = GenoemdGeval(passage);
  if (!geval.has_value() || !passage.record.has_ziekmelding() || !geval->has_einde_dienstverband()) return;
  const Dag einde = *DagVanDatum(geval->einde_dienstverband());
  if (einde > *DagVanDatum(geval->eerste_ao_dag()) + Dagen(41)) return;
  contract::Meldingoordeel& oordeel = *passage.resultaat.mutable_ontvangst()->mutable_oordelen(0);
  Oordeelblik{passage.record, oordeel, *geval, passage.world()}.StelUitersteDag(einde);
}

// Other content under a used kenmerk is taken for a repeat where it differs in this only.
Break LetNietOp(std::function<void(contract::Draaiboekregel*)> blind) {
  return MetEerste([blind = std::move(blind)](RecordPassage& passage, contract::Draaiboekregel eerste) {
    if (passage.regel() != "ZM-07") return;
    contract::Draaiboekregel deze = passage.record;
    blind(&deze);
    blind(&eerste);
    if (deze.SerializeAsString() != eerste.SerializeAsString()) return;
    passage.Accept();
    passage.resultaat.mutable_ontvangst()->set_herhaald(true);
  });
}

void ZonderNoRisk(contract::Draaiboekregel* record) {
  if (record->has_ziekmelding()) record->mutable_ziekmelding()->clear_no_risk();
  if (record->has_ziek_en_herstelmelding()) record->mutable_ziek_en_herstelmelding()->clear_no_risk();
}

void ZonderDag(contract::Draaiboekregel* record) {
  if (record->has_ziekmelding()) record->mutable_ziekmelding()->clear_eerste_ao_dag();
  if (record->has_herstelmelding()) record->mutable_herstelmelding()->clear_hersteld_per();
  if (record->has_ziek_en_herstelmelding()) {
    record->mutable_ziek_en_herstelmelding()->clear_eerste_ao_dag();
    record->mutable_ziek_en_herstelmelding()->clear_hersteld_per();
  }
}

void ZonderBsn(contract::Draaiboekregel* record) {
  if (record->has_ziekmelding()) record->mutable_ziekmelding()->clear_bsn();
  if (record->has_ziek_en_herstelmelding()) record->mutable_ziek_en_herstelmelding()->clear_bsn();
}

void ZonderVerwijzing(contract::Draaiboekregel* record) {
  if (record->has_herstelmelding()) record->mutable_herstelmelding()->clear_verwijst_naar();
  if (record->has_intrekking()) record->mutable_intrekking()->clear_verwijst_naar();
}

// Meldingen by a key of another make; one that is there already stands in the way of the next.
Break MetSleutel(std::function<std::string(const contract::Draaiboekregel&)> key, bool refused_ones_too) {
  return [key = std::move(key), refused_ones_too](Hooks* hooks) {
    OnRecords(hooks, [=, memory = Memory<std::map<std::string, std::string>>()](RecordPassage& passage) {
      const std::string exact = SleutelOf(passage.record);
      const std::string loose = key(passage.record);
      const std::string& omgeving = passage.world().omgeving();
      const bool is_taken = !KenmerkOf(passage.record).empty() && memory.With(omgeving, [&](auto& taken) {
        return taken.contains(loose) && (refused_ones_too || taken[loose] != exact);
      });
      if (is_taken) return passage.Refuse(contract::WEIGERINGSOORT_ANDERE_INHOUD, "ZM-07");
      passage.Forward();
      const bool is_used = refused_ones_too ? !passage.is_accepted() : passage.resultaat.has_ontvangst();
      if (is_used) memory.With(omgeving, [&](auto& taken) { taken.emplace(loose, exact); });
    });
  };
}

// A ziekmelding that is sent twice is listed twice.
void TelDubbel(Hooks* hooks) {
  Memory<std::set<std::string>> repeated;
  OnRecords(hooks, [repeated](RecordPassage& passage) {
    passage.Forward();
    if (!passage.resultaat.ontvangst().herhaald()) return;
    repeated.With(passage.world().omgeving(), [&](auto& keys) { keys.insert(SleutelOf(passage.record)); });
  });
  hooks->On<contract::ListZiektegevallenRequest>([repeated](auto& call) {
    const grpc::Status status = call.Forward();
    const auto keys = repeated.With(call.world().omgeving(), [](const auto& all) { return all; });
    const auto gevallen = call.response.ziektegevallen();
    for (const auto& geval : gevallen) {
      if (keys.contains(absl::StrCat(geval.loonheffingennummer(), "/", geval.kenmerk()))) {
        *call.response.add_ziektegevallen() = geval;
      }
    }
    return status;
  });
}

Mutants Zelfde() {
  return {
      {"ZM-07/herhaling-geweigerd", "Wie een melding herhaalt, krijgt een fout.",
       BijHerhaling([](auto& passage) { passage.Refuse(contract::WEIGERINGSOORT_ANDERE_INHOUD, "ZM-07"); })},
      {"ZM-07/herhaalde-ziekmelding-botst", "Een herhaalde ziekmelding botst met haar eigen geval (ZM-08).",
       BijHerhaling([](auto& passage) {
         if (MeldtZiek(passage.record)) Weiger(passage, "ZM-08");
       })},
      {"ZM-07/herhaalde-herstelmelding-botst",
       "Een herhaalde herstelmelding vindt het geval al hersteld (HM-01).", BijHerhaling([](auto& passage) {
         if (passage.record.has_herstelmelding()) Weiger(passage, "HM-01");
       })},
      {"ZM-07/herhaalde-intrekking-botst", "Een herhaalde intrekking vindt het geval al ingetrokken (ZM-10).",
       BijHerhaling([](auto& passage) {
         if (passage.record.has_intrekking()) Weiger(passage, "ZM-10");
       })},
      {"ZM-07/herhaling-na-intrekking-geweigerd",
       "Een ziekmelding die ingetrokken is, kan niet herhaald worden.", BijHerhaling([](auto& passage) {
         if (MeldtZiek(passage.record) && GenoemdGeval(passage)->ingetrokken()) Weiger(passage, "ZM-10");
       })},
      {"ZM-07/herhaald-gecombineerd-botst", "Een herhaald gecombineerd bericht botst met zijn eigen geval.",
       BijHerhaling([](auto& passage) {
         if (passage.record.has_ziek_en_herstelmelding()) Weiger(passage, "ZM-08");
       })},
      {"ZM-07/herhaald-herstel-na-intrekking-geweigerd",
       "Is een geval ingetrokken, dan kan zijn herstelmelding niet herhaald worden.",
       BijHerhaling([](auto& passage) {
         if (passage.record.has_herstelmelding() && GenoemdGeval(passage)->ingetrokken()) {
           Weiger(passage, "HM-01");
         }
       })},
      {"ZM-07/herhaling-na-einde-voor-ao-geweigerd",
       "Ligt E achteraf voor de AO, dan kan de ziekmelding niet herhaald worden.",
       BijHerhaling([](auto& passage) {
         if (MeldtZiek(passage.record) && !HeeftDienstverband(passage)) Weiger(passage, "ZM-02");
       })},
      {"ZM-07/herhaald-niet-gemeld", "Het antwoord op een herhaling zegt niet dat het er een is.",
       BijHerhaling([](auto& passage) { passage.resultaat.mutable_ontvangst()->set_herhaald(false); })},
      {"ZM-07/herhaling-opnieuw-beoordeeld", "Een herhaling wordt beoordeeld naar de dag waarop zij komt.",
       BijHerhaling(BeoordeelOpnieuw)},
      {"ZM-07/herhaling-met-later-einde", "Een herhaling wordt beoordeeld naar wat er nu over E bekend is.",
       BijHerhaling(LeesEindeOpnieuw)},
      {"ZM-07/herhaling-zonder-oordeel", "Het antwoord op een herhaling is leeg.",
       BijHerhaling([](auto& passage) { passage.resultaat.mutable_ontvangst()->clear_oordelen(); })},
      {"ZM-07/herhaling-telt-dubbel", "Een herhaalde ziekmelding staat tweemaal in de lijst.", TelDubbel},
  };
}

Mutants Andere() {
  return {
      {"ZM-07/andere-inhoud-aanvaard", "Andere inhoud onder een gebruikt kenmerk wordt aangenomen.",
       Accepts("ZM-07")},
      {"ZM-07/no-risk-telt-niet", "Alleen een andere no-risk-indicatie geldt als dezelfde inhoud.",
       LetNietOp(ZonderNoRisk)},
      {"ZM-07/dag-telt-niet", "Alleen een andere dag geldt als dezelfde inhoud.", LetNietOp(ZonderDag)},
      {"ZM-07/bsn-telt-niet", "Alleen een andere werknemer geldt als dezelfde inhoud.", LetNietOp(ZonderBsn)},
      {"ZM-07/verwijzing-telt-niet", "Alleen een andere genoemde ziekmelding geldt als dezelfde inhoud.",
       LetNietOp(ZonderVerwijzing)},
      {"ZM-07/soort-telt-niet", "Een bericht van een andere soort onder hetzelfde kenmerk wordt aangenomen.",
       MetEerste([](RecordPassage& passage, const contract::Draaiboekregel& eerste) {
         if (passage.regel() == "ZM-07" && passage.record.opdracht_case() != eerste.opdracht_case()) {
           passage.Accept();
         }
       })},
      {"ZM-07/kenmerk-van-alle-werkgevers", "Een kenmerk is maar bij een werkgever te gebruiken.",
       MetSleutel(KenmerkOf, false)},
      {"ZM-07/hoofdletters-tellen-niet", "Kenmerken die alleen in hoofdletters verschillen, zijn hetzelfde.",
       MetSleutel([](const auto& record) { return absl::AsciiStrToLower(SleutelOf(record)); }, false)},
      {"ZM-07/spaties-tellen-niet", "Spaties om een kenmerk tellen niet.",
       MetSleutel(
           [](const auto& record) {
             return absl::StrCat(NummerOf(record), "/", absl::StripAsciiWhitespace(KenmerkOf(record)));
           },
           false)},
      {"ZM-07/eerste-tekens-tellen", "Van een kenmerk tellen de eerste 64 tekens.",
       MetSleutel(
           [](const auto& record) {
             return absl::StrCat(NummerOf(record), "/", KenmerkOf(record).substr(0, 64));
           },
           false)},
      {"ZM-07/subnummer-telt-niet", "Een kenmerk is bij alle subnummers van een werkgever samen uniek.",
       MetSleutel(
           [](const auto& record) {
             return absl::StrCat(NummerOf(record).substr(0, 9), "/", KenmerkOf(record));
           },
           false)},
      {"ZM-07/weigering-verbruikt-kenmerk", "Een geweigerde melding verbruikt haar kenmerk.",
       MetSleutel(SleutelOf, true)},
      {"ZM-07/als-toestand", "Andere inhoud geeft FAILED_PRECONDITION.",
       RefusesAs("ZM-07", contract::WEIGERINGSOORT_TOESTAND)},
      {"ZM-07/na-de-andere-regels", "Andere regels gaan voor het gebruikte kenmerk.",
       Names("ZM-07", "ZM-03",
             [](const RecordPassage& passage) { return AoOf(passage.record) > passage.world().Vandaag(); })},
  };
}

}  // namespace

Mutants HerhalingMutants() {
  Mutants mutants = Zelfde();
  for (Mutant& mutant : Andere()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::uwv
