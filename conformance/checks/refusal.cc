#include "conformance/checks/refusal.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "client/lib/call_error.h"

namespace ketenproef::conformance {
absl::string_view CodeOfReason(absl::string_view reason) {
  static const auto* const kCodes = new std::map<absl::string_view, absl::string_view>{
      {"ZM-01", "INVALID_ARGUMENT"},
      {"BSN-01", "INVALID_ARGUMENT"},
      {"BSN-02", "INVALID_ARGUMENT"},
      {"BO-02", "INVALID_ARGUMENT"},
      {"REG-02", "INVALID_ARGUMENT"},
      {"LKS-01", "INVALID_ARGUMENT"},
      {"LKS-03", "INVALID_ARGUMENT"},
      {"VELD_ONGELDIG", "INVALID_ARGUMENT"},
      {"ZM-02", "FAILED_PRECONDITION"},
      {"ZM-03", "FAILED_PRECONDITION"},
      {"ZM-08", "FAILED_PRECONDITION"},
      {"HM-02", "FAILED_PRECONDITION"},
      {"BO-03", "FAILED_PRECONDITION"},
      {"BO-04", "FAILED_PRECONDITION"},
      {"KAL-03", "FAILED_PRECONDITION"},
      {"LKS-04", "FAILED_PRECONDITION"},
      {"LKS-05", "FAILED_PRECONDITION"},
      {"LKS-06", "FAILED_PRECONDITION"},
      {"TIJD_TERUG", "FAILED_PRECONDITION"},
      {"KLOK_LOOPT", "FAILED_PRECONDITION"},
      {"ONTVANGST_ONGELIJK", "FAILED_PRECONDITION"},
      {"ZM-07", "ALREADY_EXISTS"},
      {"OMGEVING_BESTAAT", "ALREADY_EXISTS"},
      {"OMGEVING_ONBEKEND", "NOT_FOUND"},
      {"ZIEKTEGEVAL_ONBEKEND", "NOT_FOUND"},
      {"RAPPORTAGE_ONBEKEND", "NOT_FOUND"},
      {"BERICHT_ONBEKEND", "NOT_FOUND"},
      {"STORING_ONBEKEND", "NOT_FOUND"},
      {"BATCH_TE_GROOT", "RESOURCE_EXHAUSTED"},
      {"LIMIET_BEREIKT", "RESOURCE_EXHAUSTED"},
  };
  const auto found = kCodes->find(reason);
  return found == kCodes->end() ? "" : found->second;
}

void CheckRefused(const v1::Refused& expected, const absl::Status& status,
                  const std::vector<std::string>& velden, Findings* findings) {
  const std::string wanted =
      expected.regel().empty() ? "weigering" : absl::StrCat("weigering ", expected.regel());
  if (status.ok()) {
    findings->Add({expected.regel(), wanted, "", "aanvaard"});
    return;
  }
  const client::CallError error = client::CallErrorOf(status);
  const std::string& reason = error.reason;
  if (!expected.regel().empty() && reason != expected.regel()) {
    findings->Add({expected.regel(), wanted, "", StatusText(status)});
    return;
  }
  // Every refusal says why; an error without a reason is a system that broke, not one that refused.
  if (expected.regel().empty() && expected.code().empty() && reason.empty()) {
    findings->Add({"", "weigering met een reden", "", StatusText(status)});
    return;
  }
  if (!reason.empty() && error.domain != "ketenproef") {
    findings->Add({expected.regel(), "een weigering van domein ketenproef", "",
                   absl::StrCat("domein \"", error.domain, "\"")});
  }
  const std::string code(expected.code().empty() ? CodeOfReason(expected.regel()) : expected.code());
  if (!code.empty() && absl::StatusCodeToString(status.code()) != code) {
    findings->Add({expected.regel(), absl::StrCat("status ", code), "", StatusText(status)});
  }
  for (const std::string& veld : expected.velden()) {
    if (std::find(velden.begin(), velden.end(), veld) != velden.end()) continue;
    findings->Add(
        {expected.regel(), absl::StrCat("veld ", veld, " genoemd in de weigering"), "", StatusText(status)});
  }
}

void CheckNoBsn(const absl::Status& status, Findings* findings) {
  const client::CallError error = client::CallErrorOf(status);
  std::string all = absl::StrCat(status.message(), " ", error.reason, " ", error.domain);
  for (const auto& [name, value] : error.metadata) absl::StrAppend(&all, " ", name, "=", value);
  for (const auto& field : error.fields) absl::StrAppend(&all, " ", field.field, ": ", field.description);
  if (!findings->values().HoldsBsn(all)) return;
  findings->Add({"BSN-03", "een foutmelding zonder BSN", "", StatusText(status)});
}

}  // namespace ketenproef::conformance
