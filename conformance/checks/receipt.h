// Whether a gemeente answered a delivery as it must: taken in once, known again, refused (DL-04).
#ifndef KETENPROEF_CONFORMANCE_CHECKS_RECEIPT_H_
#define KETENPROEF_CONFORMANCE_CHECKS_RECEIPT_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "conformance/checks/findings.h"
#include "ketenproef/conformance/v1/suite.pb.h"

namespace ketenproef::conformance {

// The answer to one attempt.
struct ReceiptAnswer {
  absl::Status status;
  bool herhaald = false;
};

// Whether an error means "try again" (GemeenteService): it says nothing about what was delivered.
bool IsTryAgain(const absl::Status& status);

// `may_be_repeated`: an earlier attempt was answered with "try again", so that this one may be `herhaald`
// though it is the first to be acknowledged.
void CheckReceipt(v1::Receipt expected, const ReceiptAnswer& answer, bool may_be_repeated,
                  Findings* findings);

// Attempts at the same time: of those that were acknowledged one is new and the others are `herhaald`; with
// RECEIPT_REPEATED all are.
void CheckReceipts(v1::Receipt expected, const std::vector<ReceiptAnswer>& answers, Findings* findings);

// As a person reads it: `nieuw`, `herhaald` or the error.
std::string ReceiptText(const ReceiptAnswer& answer);

}  // namespace ketenproef::conformance

#endif  // KETENPROEF_CONFORMANCE_CHECKS_RECEIPT_H_
