#include "conformance/checks/receipt.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace ketenproef::conformance {
namespace {

bool IsRefusal(const ReceiptAnswer& answer) {
  return !answer.status.ok() && !IsTryAgain(answer.status);
}
bool IsNew(const ReceiptAnswer& answer) {
  return answer.status.ok() && !answer.herhaald;
}
bool IsRepeated(const ReceiptAnswer& answer) {
  return answer.status.ok() && answer.herhaald;
}

}  // namespace

bool IsTryAgain(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) || absl::IsResourceExhausted(status);
}

std::string ReceiptText(const ReceiptAnswer& answer) {
  if (!answer.status.ok()) return StatusText(answer.status);
  return answer.herhaald ? "bevestigd als herhaald" : "bevestigd als nieuw";
}

void CheckReceipt(v1::Receipt expected, const ReceiptAnswer& answer, bool may_be_repeated,
                  Findings* findings) {
  const auto expect = [&](bool holds, absl::string_view wanted, absl::string_view because) {
    if (!holds) findings->Add({"", std::string(wanted), std::string(because), ReceiptText(answer)});
  };
  switch (expected) {
    case v1::RECEIPT_REPEATED:
      return expect(IsRepeated(answer), "bevestigd als herhaald", "dit bericht-id was al bevestigd");
    case v1::RECEIPT_REFUSED:
      return expect(IsRefusal(answer), "geweigerd", "");
    case v1::RECEIPT_NOT_NEW:
      return expect(IsRefusal(answer) || IsRepeated(answer), "geweigerd of herhaald",
                    "dit bericht-id was al bevestigd, met een andere inhoud");
    case v1::RECEIPT_ANY:
      return;
    default:
      return expect(IsNew(answer) || (may_be_repeated && IsRepeated(answer)), "bevestigd als nieuw", "");
  }
}

void CheckReceipts(v1::Receipt expected, const std::vector<ReceiptAnswer>& answers, Findings* findings) {
  std::vector<std::string> got;
  got.reserve(answers.size());
  for (const ReceiptAnswer& answer : answers) got.push_back(ReceiptText(answer));
  const std::string all = absl::StrJoin(got, ", ");
  if (std::any_of(answers.begin(), answers.end(), IsRefusal)) {
    findings->Add({"", "elke poging bevestigd", "het is dezelfde levering", all});
    return;
  }
  const auto count = std::count_if(answers.begin(), answers.end(), IsNew);
  if (expected == v1::RECEIPT_REPEATED) {
    if (count > 0) {
      findings->Add({"", "elke poging bevestigd als herhaald", "dit bericht-id was al bevestigd", all});
    }
    return;
  }
  // Whose acknowledgement was "try again" may have been the first one.
  const bool may_be_none = std::any_of(answers.begin(), answers.end(),
                                       [](const ReceiptAnswer& answer) { return IsTryAgain(answer.status); });
  if (count == 1 || (count == 0 && may_be_none)) return;
  findings->Add(
      {"", "een poging bevestigd als nieuw, de andere als herhaald", "elk bericht-id telt een keer", all});
}

}  // namespace ketenproef::conformance
