// HM-01, HM-02: whether a herstelmelding is accepted at all.
#include "conformance/mutants/breaks.h"
#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

// Of herstelmeldingen: when(the case that is named, where it is known).
When Herstel(std::function<bool(const RecordPassage&, const std::optional<contract::Ziektegeval>&)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    return passage.record.has_herstelmelding() && when(passage, GenoemdGeval(passage));
  };
}

// Of herstelmeldingen and combined messages: when(AO, H, vandaag).
When BijDagen(std::function<bool(Dag ao, Dag hersteld_per, Dag vandaag)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    const auto hersteld_per = HersteldPerOf(passage.record);
    auto ao = AoOf(passage.record);
    if (passage.record.has_herstelmelding()) {
      const auto geval = GenoemdGeval(passage);
      if (geval.has_value()) ao = DagVanDatum(geval->eerste_ao_dag());
    }
    return ao.has_value() && hersteld_per.has_value() && when(*ao, *hersteld_per, passage.world().Vandaag());
  };
}

When Gecombineerd(When when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    return passage.record.has_ziek_en_herstelmelding() && when(passage);
  };
}

When Los(When when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    return passage.record.has_herstelmelding() && when(passage);
  };
}

// A combined message that is refused for its H has become a ziekmelding all the same.
void HoudZiekDeel(RecordPassage& passage) {
  passage.Forward();
  if (passage.regel() != "HM-02" || !passage.record.has_ziek_en_herstelmelding()) return;
  const contract::ZiekEnHerstelmelding& beide = passage.record.ziek_en_herstelmelding();
  contract::SubmitZiekmeldingRequest request;
  contract::Ziekmelding& ziek = *request.mutable_ziekmelding();
  ziek.set_kenmerk(beide.kenmerk());
  ziek.set_bsn(beide.bsn());
  ziek.set_loonheffingennummer(beide.loonheffingennummer());
  *ziek.mutable_eerste_ao_dag() = beide.eerste_ao_dag();
  ziek.set_no_risk(beide.no_risk());
  passage.world().Ask(request);
}

// A herstelmelding is accepted and answered, but the case shows no H.
void VergeetHersteldatum(Hooks* hooks) {
  hooks->On<contract::GetZiektegevalRequest>([](auto& call) {
    const grpc::Status status = call.Forward();
    call.response.mutable_ziektegeval()->clear_hersteld_per();
    return status;
  });
}

Mutants Genoemd() {
  return {
      {"HM-01/onbekend-aanvaard", "Een herstelmelding van een onbekende ziekmelding wordt aangenomen.",
       Accepts("HM-01", Herstel([](const auto&, const auto& geval) { return !geval.has_value(); }))},
      {"HM-01/ingetrokken-aanvaard", "Een herstelmelding van een ingetrokken geval wordt aangenomen.",
       Accepts("HM-01", Herstel([](const auto&, const auto& geval) {
                 return geval.has_value() && geval->ingetrokken();
               }))},
      {"HM-01/hersteld-aanvaard", "Een tweede herstelmelding van een geval wordt aangenomen.",
       Accepts("HM-01", Herstel([](const auto&, const auto& geval) {
                 return geval.has_value() && geval->has_hersteld_per() && !geval->ingetrokken();
               }))},
      {"HM-01/van-andere-werkgever", "De ziekmelding van een andere werkgever kan worden genoemd.",
       Accepts("HM-01", Herstel(IsVanEenAnder))},
      {"HM-01/beslist-geweigerd", "Een geval waarover beslist is, kan niet meer hersteld gemeld worden.",
       Refuses("HM-01", kToestand, Herstel([](const auto&, const auto& geval) {
                 return geval.has_value() && !geval->has_hersteld_per() && IsBeslist(*geval);
               }))},
      {"HM-01/niet-bewaard", "De hersteldatum wordt niet bewaard.", VergeetHersteldatum},
      {"HM-01/onbekend-als-toestand",
       "Een onbekende ziekmelding geeft FAILED_PRECONDITION in plaats van NOT_FOUND.",
       RefusesAs("HM-01", kToestand)},
      {"HM-01/hersteld-als-onbekend", "Een hersteld of ingetrokken geval geeft NOT_FOUND.",
       RefusesAs("HM-01", contract::WEIGERINGSOORT_ONBEKEND)},
      {"HM-01/na-de-hersteldatum", "Een verkeerde hersteldatum gaat voor een ingetrokken geval.",
       Names("HM-01", "HM-02",
             Los(BijDagen([](Dag ao, Dag h, Dag vandaag) { return h <= ao || h > vandaag; })))},
  };
}

Mutants Hersteldatum() {
  return {
      {"HM-02/op-AO-aanvaard", "Een hersteldatum op de AO zelf wordt aangenomen.",
       Accepts("HM-02", Los(BijDagen([](Dag ao, Dag h, Dag) { return h == ao; })))},
      {"HM-02/voor-AO-aanvaard", "Een hersteldatum voor de AO wordt aangenomen.",
       Accepts("HM-02", Los(BijDagen([](Dag ao, Dag h, Dag) { return h < ao; })))},
      {"HM-02/morgen-aanvaard", "Een hersteldatum van morgen wordt aangenomen.",
       Accepts("HM-02", Los(BijDagen([](Dag, Dag h, Dag vandaag) { return h == vandaag + Dagen(1); })))},
      {"HM-02/toekomst-aanvaard", "Een hersteldatum in de toekomst wordt aangenomen.",
       Accepts("HM-02", Los(BijDagen([](Dag, Dag h, Dag vandaag) { return h > vandaag; })))},
      {"HM-02/dag-na-AO-geweigerd", "Een hersteldatum op de dag na de AO wordt geweigerd.",
       Refuses("HM-02", kToestand, Los(BijDagen([](Dag ao, Dag h, Dag) { return h == ao + Dagen(1); })))},
      {"HM-02/vandaag-geweigerd", "Een hersteldatum van vandaag wordt geweigerd.",
       Refuses("HM-02", kToestand, Los(BijDagen([](Dag, Dag h, Dag vandaag) { return h == vandaag; })))},
      {"HM-02/gecombineerd-op-AO-aanvaard", "In een gecombineerd bericht mag de hersteldatum de AO zijn.",
       Accepts("HM-02", Gecombineerd(BijDagen([](Dag ao, Dag h, Dag) { return h == ao; })))},
      {"HM-02/gecombineerd-morgen-aanvaard", "In een gecombineerd bericht mag de hersteldatum morgen zijn.",
       Accepts("HM-02",
               Gecombineerd(BijDagen([](Dag, Dag h, Dag vandaag) { return h == vandaag + Dagen(1); })))},
      {"HM-02/gecombineerd-dag-na-AO-geweigerd",
       "In een gecombineerd bericht wordt een verzuim van een dag geweigerd.",
       Refuses("HM-02", kToestand,
               Gecombineerd(BijDagen([](Dag ao, Dag h, Dag) { return h == ao + Dagen(1); })))},
      {"HM-02/ziek-deel-blijft", "Van een geweigerd gecombineerd bericht blijft de ziekmelding staan.",
       [](Hooks* hooks) { OnRecords(hooks, HoudZiekDeel); }},
      {"HM-02/voor-ZM-08", "In een gecombineerd bericht gaat de hersteldatum voor een lopend geval (ZM-08).",
       Names("ZM-08", "HM-02",
             Gecombineerd(BijDagen([](Dag ao, Dag h, Dag vandaag) { return h <= ao || h > vandaag; })))},
      {"HM-02/als-fout-veld", "Een verkeerde hersteldatum heet een fout veld (INVALID_ARGUMENT).",
       RefusesAs("HM-02", contract::WEIGERINGSOORT_VELD)},
  };
}

}  // namespace

Mutants HerstelmeldingMutants() {
  Mutants mutants = Genoemd();
  for (Mutant& mutant : Hersteldatum()) mutants.push_back(std::move(mutant));
  return mutants;
}

}  // namespace ketenproef::conformance::uwv
