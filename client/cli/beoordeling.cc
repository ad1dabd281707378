// `beoordeling`: what UWV decides on a case, and the cases as they stand.
#include "client/cli/operation_kinds.h"

namespace ketenproef {
namespace {}  // namespace

std::vector<Operation> BeoordelingOperations() {
  return {
      Unary<v1::ExtendBeoordelingRequest>(
          "beoordeling extend", "Extend the term of a case by four weeks, once (BO-02)",
          {"verlenging", {NummerField(), VerwijzingField(), {"toelichting", "The reason"}}},
          {"beoordeling extend --loonheffingennummer 100000000L01 --verwijst-naar M-1 "
           "--toelichting 'wacht op de arts'"}),
      Unary<v1::DecideBeoordelingRequest>(
          "beoordeling decide", "Record the decision on a case, on time or not (BO-07)",
          {"beslissing", {NummerField(), VerwijzingField(), {"uitkomst", "What is decided"}}},
          {"beoordeling decide --loonheffingennummer 100000000L01 --verwijst-naar M-1 --uitkomst "
           "toekenning"}),
      Unary<v1::GetZiektegevalRequest>(
          "beoordeling get", "Show one case: its beoordeling, its signal, and how it was forwarded",
          {"", {NummerField(), {"kenmerk", "Kenmerk of the ziekmelding that started the case"}}},
          {"beoordeling get --loonheffingennummer 100000000L01 --kenmerk M-1"}),
      List<v1::ListZiektegevallenRequest>(
          "beoordeling list", "List cases in order of acceptance, withdrawn ones included",
          {{"bsn", "Only of this person"},
           {"loonheffingennummer", "Only of this employer"},
           {"status", "Only those that stand so"}},
          {"loonheffingennummer", "kenmerk", "bsn", "eerste_ao_dag", "hersteld_per", "einde_dienstverband",
           "ingetrokken", "beoordeling.uiterste_dag", "beoordeling.uitkomst", "beoordeling.besloten_op",
           "beoordeling.status", "signaal.verzonden_op"},
          {"beoordeling list --status open", "beoordeling list --json | jq -r .kenmerk"}),
      Batches<v1::SubmitBeoordelingenRequest>(
          "beoordeling batch", "Send extensions and decisions from a file, in batches",
          {"beoordeling batch beoordelingen.jsonl",
           R"(beoordeling batch - <<< '{"beslissing": {"loonheffingennummer": "100000000L01", )"
           R"("verwijst_naar": "M-1", "uitkomst": "UITKOMST_TOEKENNING"}}')"}),
  };
}

}  // namespace ketenproef
