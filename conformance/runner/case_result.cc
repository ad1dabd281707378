#include <algorithm>

#include "absl/strings/str_cat.h"
#include "conformance/checks/rapportbytes.h"
#include "conformance/runner/case_run.h"

namespace ketenproef::conformance {

std::string TokenOf(absl::string_view run, const PlannedCase& planned) {
  constexpr std::size_t kDigits = 16;
  return Sha256Of(absl::StrCat(run, "|", planned.id, "|", planned.profiel)).substr(0, kDigits);
}

v1::CaseResult EmptyResult(const PlannedCase& planned) {
  v1::CaseResult result;
  result.set_id(planned.id);
  result.set_profiel(planned.profiel);
  result.set_titel(planned.item->titel());
  *result.mutable_regels() = planned.item->regels();
  result.set_level(LevelOf(*planned.item));
  return result;
}

CaseRun WithoutJudgement(const PlannedCase& planned, v1::Verdict verdict, absl::string_view reason) {
  CaseRun run{EmptyResult(planned), {}};
  run.result.set_verdict(verdict);
  run.result.set_reason(std::string(reason));
  return run;
}

void SetVerdict(v1::CaseResult* result) {
  std::stable_sort(result->mutable_timeline()->begin(), result->mutable_timeline()->end(),
                   [](const v1::Moment& a, const v1::Moment& b) {
                     return std::make_pair(a.tijdstip().seconds(), a.tijdstip().nanos()) <
                            std::make_pair(b.tijdstip().seconds(), b.tijdstip().nanos());
                   });
  if (!result->findings().empty()) {
    // What was found stands, also where the system went away afterwards.
    const v1::Finding& first = result->findings(0);
    result->set_verdict(v1::VERDICT_FAIL);
    result->set_reason(absl::StrCat(first.regel(), ": verwacht ", first.expected(), ", kreeg ", first.got()));
  } else if (result->verdict() == v1::VERDICT_UNSPECIFIED) {
    result->set_verdict(v1::VERDICT_PASS);
  }
}

}  // namespace ketenproef::conformance
