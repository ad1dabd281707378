// `submit`: what an employer reports to UWV.
#include "client/cli/operation_kinds.h"

namespace ketenproef {
namespace {

FieldHelp Kenmerk() {
  return {"kenmerk", "Your own reference of this message (ZM-07)"};
}
FieldHelp Bsn() {
  return {"bsn", "BSN of the worker"};
}
FieldHelp EersteAoDag() {
  return {"eerste_ao_dag", "AO, the first day of incapacity"};
}
FieldHelp HersteldPer() {
  return {"hersteld_per", "H, the first day of being fit again"};
}
FieldHelp NoRisk() {
  return {"no_risk", "Whether the no-riskpolis is invoked", "ja"};
}

}  // namespace

std::vector<Operation> SubmitOperations() {
  return {
      Unary<v1::SubmitZiekmeldingRequest>(
          "submit ziekmelding", "Report a worker ill",
          {"ziekmelding", {Kenmerk(), Bsn(), NummerField(), EersteAoDag(), NoRisk()}},
          {"submit ziekmelding --kenmerk M-1 --bsn 999990007 --loonheffingennummer 100000000L01 "
           "--eerste-ao-dag 2025-03-10"}),
      Unary<v1::SubmitHerstelmeldingRequest>(
          "submit herstelmelding", "Report the worker of an earlier ziekmelding fit again",
          {"herstelmelding", {Kenmerk(), NummerField(), VerwijzingField(), HersteldPer()}},
          {"submit herstelmelding --kenmerk M-2 --loonheffingennummer 100000000L01 --verwijst-naar M-1 "
           "--hersteld-per 2025-03-20"}),
      Unary<v1::SubmitZiekEnHerstelmeldingRequest>(
          "submit ziek-en-herstelmelding", "Report a short absence, ill and fit again, in one message",
          {"ziek_en_herstelmelding",
           {Kenmerk(), Bsn(), NummerField(), EersteAoDag(), HersteldPer(), NoRisk()}},
          {"submit ziek-en-herstelmelding --kenmerk M-3 --bsn 999990007 --loonheffingennummer 100000000L01 "
           "--eerste-ao-dag 2025-03-10 --hersteld-per 2025-03-12"}),
      Unary<v1::WithdrawZiekmeldingRequest>(
          "submit intrekking", "Withdraw an accepted ziekmelding with everything that followed (ZM-10)",
          {"intrekking", {Kenmerk(), NummerField(), VerwijzingField()}},
          {"submit intrekking --kenmerk M-4 --loonheffingennummer 100000000L01 --verwijst-naar M-1"}),
      Batches<v1::SubmitMeldingenRequest>(
          "submit batch", "Send meldingen of any mix of kinds from a file, in batches",
          {"submit batch meldingen.jsonl",
           R"(submit batch - <<< '{"intrekking": {"kenmerk": "M-5", "loonheffingennummer": "100000000L01", )"
           R"("verwijst_naar": "M-3"}}')"}),
  };
}

}  // namespace ketenproef
