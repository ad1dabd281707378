// ZM-10: withdrawal.
#include <set>

#include "absl/strings/str_cat.h"
#include "conformance/mutants/breaks.h"
#include "conformance/mutants/oordelen.h"
#include "conformance/mutants/record_facts.h"
#include "conformance/mutants/uwv/mutanten.h"

namespace ketenproef::conformance::uwv {
namespace {

// Of withdrawals: when(the case that is named, where it is known).
When Intrekking(std::function<bool(const RecordPassage&, const std::optional<contract::Ziektegeval>&)> when) {
  return [when = std::move(when)](const RecordPassage& passage) {
    return passage.record.has_intrekking() && when(passage, GenoemdGeval(passage));
  };
}

// Of a withdrawal that would be accepted, not of a repeat of it.
When EersteIntrekking(std::function<bool(const contract::Ziektegeval&)> when) {
  return Intrekking([when = std::move(when)](const auto&, const auto& geval) {
    return geval.has_value() && !geval->ingetrokken() && when(*geval);
  });
}

// A kenmerk that some melding had, but not one that started a case.
void NoemHerstelmelding(RecordPassage& passage, const Memory<std::set<std::string>>& herstelmeldingen) {
  const std::string& omgeving = passage.world().omgeving();
  passage.Forward();
  if (passage.is_accepted() && passage.record.has_herstelmelding()) {
    herstelmeldingen.With(omgeving, [&](auto& kenmerken) { kenmerken.insert(KenmerkOf(passage.record)); });
  }
  const bool is_one = herstelmeldingen.With(
      omgeving, [&](auto& kenmerken) { return kenmerken.contains(VerwijstNaar(passage.record)); });
  if (passage.record.has_intrekking() && passage.regel() == "ZM-10" && is_one) passage.Accept();
}

// Where a case is withdrawn, UWV does not know it any more.
void WisGeval(Hooks* hooks) {
  hooks->On<contract::GetZiektegevalRequest>([](auto& call) {
    const grpc::Status status = call.Forward();
    if (!call.response.ziektegeval().ingetrokken()) return status;
    return Refusal(grpc::StatusCode::NOT_FOUND, "ZIEKTEGEVAL_ONBEKEND");
  });
}

void ToonNietIngetrokken(Hooks* hooks) {
  hooks->On<contract::GetZiektegevalRequest>([](auto& call) {
    const grpc::Status status = call.Forward();
    call.response.mutable_ziektegeval()->set_ingetrokken(false);
    return status;
  });
}

}  // namespace

Mutants IntrekkingMutants() {
  return {
      {"ZM-10/onbekend-aanvaard", "Een intrekking van een onbekende ziekmelding wordt aangenomen.",
       Accepts("ZM-10", Intrekking([](const auto&, const auto& geval) { return !geval.has_value(); }))},
      {"ZM-10/tweemaal-aanvaard", "Een ingetrokken ziekmelding kan nog eens worden ingetrokken.",
       Accepts("ZM-10", Intrekking([](const auto&, const auto& geval) { return geval.has_value(); }))},
      {"ZM-10/van-andere-werkgever", "De ziekmelding van een andere werkgever kan worden ingetrokken.",
       Accepts("ZM-10", Intrekking(IsVanEenAnder))},
      {"ZM-10/herstelmelding-ingetrokken", "Het kenmerk van een herstelmelding kan worden ingetrokken.",
       [](Hooks* hooks) {
         OnRecords(hooks, [kenmerken = Memory<std::set<std::string>>()](RecordPassage& passage) {
           NoemHerstelmelding(passage, kenmerken);
         });
       }},
      {"ZM-10/hersteld-niet-intrekbaar", "Een hersteld geval kan niet worden ingetrokken.",
       Refuses("ZM-10", kToestand,
               EersteIntrekking([](const auto& geval) { return geval.has_hersteld_per(); }))},
      {"ZM-10/beslist-niet-intrekbaar", "Een beslist geval kan niet worden ingetrokken.",
       Refuses("ZM-10", kToestand, EersteIntrekking([](const auto& geval) { return IsBeslist(geval); }))},
      {"ZM-10/zonder-gevolg", "Een intrekking wordt aangenomen en verandert niets.",
       Swallows(EersteIntrekking([](const auto&) { return true; }))},
      {"ZM-10/niet-getoond", "Een ingetrokken geval is niet als zodanig te zien.", ToonNietIngetrokken},
      {"ZM-10/wist-het-geval", "Een ingetrokken geval is niet meer te vinden.", WisGeval},
      {"ZM-10/onbekend-als-toestand",
       "Een onbekende ziekmelding geeft FAILED_PRECONDITION in plaats van NOT_FOUND.",
       RefusesAs("ZM-10", kToestand)},
      {"ZM-10/ingetrokken-als-onbekend",
       "Een tweede intrekking geeft NOT_FOUND in plaats van FAILED_PRECONDITION.",
       RefusesAs("ZM-10", contract::WEIGERINGSOORT_ONBEKEND)},
      {"ZM-10/noemt-HM-01", "De weigering van een intrekking noemt HM-01.",
       Names("ZM-10", "HM-01", [](const RecordPassage& passage) { return passage.record.has_intrekking(); })},
  };
}

}  // namespace ketenproef::conformance::uwv
