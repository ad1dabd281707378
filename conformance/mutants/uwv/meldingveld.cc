// ZM-01: the fields of meldingen and of what UWV decides about them.
#include <algorithm>

#include "conformance/mutants/breaks.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

constexpr std::size_t kMaxKenmerk = 256;
constexpr std::size_t kMaxToelichting = 4'000;

Break AcceptsFields(std::function<bool(const contract::Draaiboekregel&)> when) {
  return Accepts("ZM-01",
                 [when = std::move(when)](const RecordPassage& passage) { return when(passage.record); });
}

Break RefusesFields(std::function<bool(const contract::Draaiboekregel&)> when) {
  return Refuses("ZM-01", contract::WEIGERINGSOORT_VELD,
                 [when = std::move(when)](const RecordPassage& passage) { return when(passage.record); });
}

Break NamesOther(const char* other, std::function<bool(const contract::Draaiboekregel&)> when) {
  return Names("ZM-01", other,
               [when = std::move(when)](const RecordPassage& passage) { return when(passage.record); });
}

// Another list of wrong fields in a refusal under ZM-01.
Break Fields(std::function<void(contract::Weigering&)> change) {
  return [change = std::move(change)](Hooks* hooks) {
    OnRecords(hooks, [change](RecordPassage& passage) {
      passage.Forward();
      if (passage.regel() == "ZM-01") change(*passage.resultaat.mutable_weigering());
    });
  };
}

bool HeeftKenmerkVeld(const contract::Draaiboekregel& record) {
  return MeldtZiek(record) || record.has_herstelmelding() || record.has_intrekking();
}

bool NoemtGeval(const contract::Draaiboekregel& record) {
  return record.has_herstelmelding() || record.has_intrekking() || record.has_verlenging() ||
         record.has_beslissing();
}

bool MistNoRisk(const contract::Draaiboekregel& record) {
  return (record.has_ziekmelding() && !record.ziekmelding().has_no_risk()) ||
         (record.has_ziek_en_herstelmelding() && !record.ziek_en_herstelmelding().has_no_risk());
}

bool HeeftDatumveld(const contract::Draaiboekregel& record) {
  return MeldtZiek(record) || record.has_herstelmelding();
}

// A day that is written but does not exist.
bool HeeftOnmogelijkeDag(const contract::Draaiboekregel& record) {
  const bool has_ao =
      record.ziekmelding().has_eerste_ao_dag() || record.ziek_en_herstelmelding().has_eerste_ao_dag();
  const bool has_h =
      record.herstelmelding().has_hersteld_per() || record.ziek_en_herstelmelding().has_hersteld_per();
  return (has_ao && !AoOf(record).has_value()) || (has_h && !HersteldPerOf(record).has_value());
}

// Whether a day that it says has this number in its month.
bool NoemtDag(const contract::Draaiboekregel& record, int dag) {
  return record.ziekmelding().eerste_ao_dag().dag() == dag ||
         record.herstelmelding().hersteld_per().dag() == dag ||
         record.ziek_en_herstelmelding().eerste_ao_dag().dag() == dag ||
         record.ziek_en_herstelmelding().hersteld_per().dag() == dag;
}

bool MistDag(const contract::Draaiboekregel& record) {
  if (MeldtZiek(record) && !AoOf(record).has_value() && !HeeftOnmogelijkeDag(record)) return true;
  const bool needs_h = record.has_herstelmelding() || record.has_ziek_en_herstelmelding();
  return needs_h && !HersteldPerOf(record).has_value() && !HeeftOnmogelijkeDag(record);
}

// A kenmerk that is too long is cut off.
void KortIn(RecordPassage& passage) {
  const auto cut = [](std::string* kenmerk) {
    if (kenmerk->size() > kMaxKenmerk) kenmerk->resize(kMaxKenmerk);
  };
  if (passage.record.has_ziekmelding()) cut(passage.record.mutable_ziekmelding()->mutable_kenmerk());
  if (passage.record.has_herstelmelding()) cut(passage.record.mutable_herstelmelding()->mutable_kenmerk());
  if (passage.record.has_intrekking()) cut(passage.record.mutable_intrekking()->mutable_kenmerk());
  if (passage.record.has_ziek_en_herstelmelding()) {
    cut(passage.record.mutable_ziek_en_herstelmelding()->mutable_kenmerk());
  }
}

Mutants EigenVelden() {
  return {
      {"ZM-01/zonder-kenmerk", "Een melding zonder kenmerk wordt aangenomen.",
       AcceptsFields(
           [](const auto& record) { return HeeftKenmerkVeld(record) && KenmerkOf(record).empty(); })},
      {"ZM-01/lang-kenmerk-aanvaard", "Een kenmerk van meer dan 256 bytes wordt afgekapt en aangenomen.",
       Changes(KortIn)},
      {"ZM-01/kenmerk-van-256-geweigerd", "Een kenmerk van 256 bytes wordt geweigerd.",
       RefusesFields([](const auto& record) { return KenmerkOf(record).size() == kMaxKenmerk; })},
      {"ZM-01/zonder-bsn", "Een ziekmelding zonder BSN wordt aangenomen.",
       AcceptsFields([](const auto& record) { return MeldtZiek(record) && BsnOf(record).empty(); })},
      {"ZM-01/bsn-ontbreekt-heet-misvormd", "Een ontbrekend BSN heet misvormd (BSN-01).",
       NamesOther("BSN-01", [](const auto& record) { return MeldtZiek(record) && BsnOf(record).empty(); })},
      {"ZM-01/zonder-loonheffingennummer", "Een melding zonder loonheffingennummer wordt aangenomen.",
       AcceptsFields([](const auto& record) { return NummerOf(record).empty(); })},
      {"ZM-01/misvormd-loonheffingennummer", "Een loonheffingennummer van een andere vorm wordt aangenomen.",
       AcceptsFields([](const auto& record) { return !NummerOf(record).empty(); })},
      {"ZM-01/kleine-l", "Een loonheffingennummer met een kleine l wordt aangenomen.",
       AcceptsFields([](const auto& record) { return NummerOf(record).find('l') != std::string::npos; })},
      {"ZM-01/kenmerk-in-tekens", "De lengte van een kenmerk telt in tekens, niet in bytes.",
       AcceptsFields([](const auto& record) {
         const std::string kenmerk = KenmerkOf(record);
         const auto is_begin = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
         const auto tekens = std::count_if(kenmerk.begin(), kenmerk.end(), is_begin);
         return kenmerk.size() > kMaxKenmerk && static_cast<std::size_t>(tekens) <= kMaxKenmerk;
       })},
      {"ZM-01/schrikkeldag-die-er-niet-is", "29 februari van een gewoon jaar wordt aangenomen.",
       AcceptsFields([](const auto& record) { return HeeftOnmogelijkeDag(record) && NoemtDag(record, 29); })},
      {"ZM-01/eenendertigste-die-er-niet-is", "De eenendertigste van een korte maand wordt aangenomen.",
       AcceptsFields([](const auto& record) { return HeeftOnmogelijkeDag(record) && NoemtDag(record, 31); })},
      {"ZM-01/zonder-no-risk", "Een ziekmelding zonder no-risk-indicatie geldt als nee.",
       Changes([](RecordPassage& passage) {
         if (!MistNoRisk(passage.record)) return;
         if (passage.record.has_ziekmelding()) passage.record.mutable_ziekmelding()->set_no_risk(false);
         if (passage.record.has_ziek_en_herstelmelding()) {
           passage.record.mutable_ziek_en_herstelmelding()->set_no_risk(false);
         }
       })},
      {"ZM-01/zonder-dag", "Een melding zonder AO of zonder hersteldatum wordt aangenomen.",
       AcceptsFields(MistDag)},
      {"ZM-01/onmogelijke-dag", "Een dag die niet bestaat, zoals 30 februari, wordt aangenomen.",
       AcceptsFields(HeeftOnmogelijkeDag)},
      {"ZM-01/onmogelijke-dag-heet-toekomst",
       "Een dag die niet bestaat, wordt onder ZM-03 of HM-02 geweigerd.",
       [](Hooks* hooks) {
         NamesOther("ZM-03", [](const auto& r) { return MeldtZiek(r) && HeeftOnmogelijkeDag(r); })(hooks);
         NamesOther("HM-02", [](const auto& r) { return !MeldtZiek(r) && HeeftOnmogelijkeDag(r); })(hooks);
       }},
  };
}

Mutants VerwijzingEnWeigering() {
  return {
      {"ZM-01/zonder-verwijzing-heet-onbekend",
       "Een bericht dat geen ziekmelding noemt, heet over een onbekende te gaan.",
       [](Hooks* hooks) {
         const auto names_none = [](const auto& record) { return VerwijstNaar(record).empty(); };
         NamesOther("HM-01", [=](const auto& r) { return r.has_herstelmelding() && names_none(r); })(hooks);
         NamesOther("ZM-10", [=](const auto& r) { return r.has_intrekking() && names_none(r); })(hooks);
         NamesOther("BO-07", [=](const auto& r) {
           return (r.has_verlenging() || r.has_beslissing()) && names_none(r);
         })(hooks);
       }},
      {"ZM-01/zonder-verwijzing-aanvaard", "Een bericht dat geen ziekmelding noemt, wordt aangenomen.",
       AcceptsFields([](const auto& record) { return NoemtGeval(record) && VerwijstNaar(record).empty(); })},
      {"ZM-01/zonder-uitkomst", "Een besluit zonder uitkomst wordt aangenomen.",
       AcceptsFields([](const auto& record) {
         return record.has_beslissing() && !VerwijstNaar(record).empty() && !NummerOf(record).empty();
       })},
      {"ZM-01/lange-toelichting-aanvaard",
       "Een toelichting van meer dan 4.000 bytes wordt afgekapt en aangenomen.",
       Changes([](RecordPassage& passage) {
         if (!passage.record.has_verlenging()) return;
         std::string& toelichting = *passage.record.mutable_verlenging()->mutable_toelichting();
         if (toelichting.size() > kMaxToelichting) toelichting.resize(kMaxToelichting);
       })},
      {"ZM-01/toelichting-van-4000-geweigerd", "Een toelichting van 4.000 bytes wordt geweigerd.",
       RefusesFields(
           [](const auto& record) { return record.verlenging().toelichting().size() == kMaxToelichting; })},
      {"ZM-01/noemt-geen-veld", "De weigering noemt geen enkel veld.",
       Fields([](contract::Weigering& weigering) { weigering.clear_velden(); })},
      {"ZM-01/noemt-een-veld", "De weigering noemt alleen het eerste foute veld.",
       Fields([](contract::Weigering& weigering) {
         while (weigering.velden_size() > 1) weigering.mutable_velden()->RemoveLast();
       })},
      {"ZM-01/als-toestand", "Een fout veld geeft FAILED_PRECONDITION.",
       RefusesAs("ZM-01", contract::WEIGERINGSOORT_TOESTAND)},
      {"ZM-01/datumvelden-later", "Of de AO in een dienstverband valt, gaat voor ontbrekende velden.",
       NamesOther("ZM-02",
                  [](const auto& r) { return MistNoRisk(r) && AoOf(r).has_value() && HeeftDatumveld(r); })},
  };
}

}  // namespace

Mutants MeldingveldMutants() {
  Mutants mutants = EigenVelden();
  for (Mutant& mutant : VerwijzingEnWeigering()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::uwv
