// BSN-01 to BSN-03, as an Inlichtingenbureau meets them: in the registers that feed it, and in what it sends
// and says.
#include "absl/strings/str_cat.h"
#include "conformance/mutants/ib/mutanten.h"
#include "conformance/mutants/ib/zaak.h"
#include "conformance/mutants/outside.h"
#include "conformance/mutants/record_facts.h"

namespace ketenproef::conformance::ib {
namespace {

bool IsLksOfWoonplaats(const RecordPassage& passage) {
  return passage.record.has_lks_periode() || passage.record.has_woonplaats() ||
         passage.record.has_einde_lks_periode();
}

// A refusal tells whom it is about.
void Verklap(RecordPassage& passage) {
  passage.Forward();
  if (!passage.resultaat.has_weigering() || !IsLksOfWoonplaats(passage)) return;
  absl::StrAppend(passage.resultaat.mutable_weigering()->mutable_uitleg(), " (", BsnOf(passage.record), ")");
}

// Calls to gemeenten carry the BSN in their metadata.
template <typename Request>
void InMetadata(Hooks* hooks, std::function<std::string(const Request&)> bsn) {
  hooks->On<Request>([bsn](auto& call) {
    call.AddMetadata("werknemer", bsn(call.request));
    return call.Forward();
  });
}

}  // namespace

Mutants BsnMutants() {
  return {
      {"BSN-01/register-zonder-elfproef",
       "Een woonplaats of LKS-periode met een BSN dat niet bestaat, wordt aangenomen.",
       Accepts("BSN-01", IsLksOfWoonplaats)},
      {"BSN-02/register-neemt-alles",
       "Een woonplaats of LKS-periode met een BSN buiten de reeks wordt aangenomen.",
       Accepts("BSN-02", IsLksOfWoonplaats)},
      {"BSN-03/in-de-foutmelding", "Een foutmelding van een register noemt het BSN.",
       [](Hooks* hooks) { OnRecords(hooks, Verklap); }},
      {"BSN-03/in-metadata-van-dkd", "Een DKD-vraag heeft het BSN ook in haar metadata.",
       Outside([](Hooks* hooks) {
         InMetadata<contract::LookupLksRequest>(hooks, [](const auto& request) { return request.bsn(); });
       })},
      {"BSN-03/in-metadata-van-bezorging", "Een bezorging heeft het BSN ook in haar metadata.",
       Outside([](Hooks* hooks) {
         InMetadata<contract::DeliverMeldingRequest>(hooks, [](const auto& request) {
           return request.has_bericht() ? request.bericht().bsn() : request.doorlevering().bsn();
         });
       })},
      {"BSN-03/in-bestandsnaam", "De bestandsnaam van een rapport met een rij noemt het BSN.",
       Getoond([](Rapporten& rapporten, const World&) {
         for (Rapport& rapport : rapporten.rapporten) {
           if (rapport.rijen.empty()) continue;
           rapport.beschrijving.set_bestandsnaam(
               absl::StrCat(rapport.rijen[0].bsn, "_", rapport.beschrijving.bestandsnaam()));
         }
       })},
  };
}

}  // namespace ketenproef::conformance::ib
