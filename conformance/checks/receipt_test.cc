#include "conformance/checks/receipt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace ketenproef::conformance {
namespace {

using testing::HasSubstr;

const ReceiptAnswer kNew = {absl::OkStatus(), false};
const ReceiptAnswer kRepeated = {absl::OkStatus(), true};
const ReceiptAnswer kRefused = {absl::InvalidArgumentError("sha256"), false};
const ReceiptAnswer kTryAgain = {absl::UnavailableError("later"), false};

// What is wrong with one answer; empty: nothing.
std::string Wrong(v1::Receipt expected, const ReceiptAnswer& answer, bool may_be_repeated = false) {
  const Values values("wet");
  v1::CaseResult result;
  Findings findings(values, &result);
  findings.BeginStep(1, "DL-04", std::nullopt);
  CheckReceipt(expected, answer, may_be_repeated, &findings);
  return result.findings().empty() ? "" : result.findings(0).regel() + " " + result.findings(0).got();
}

std::string WrongAtOnce(v1::Receipt expected, const std::vector<ReceiptAnswer>& answers) {
  const Values values("wet");
  v1::CaseResult result;
  Findings findings(values, &result);
  CheckReceipts(expected, answers, &findings);
  return result.findings().empty() ? "" : result.findings(0).expected();
}

TEST(Receipt, DL04_NewIsAcknowledgedAsNew) {
  for (const v1::Receipt expected : {v1::RECEIPT_NEW, v1::RECEIPT_UNSPECIFIED}) {
    EXPECT_EQ(Wrong(expected, kNew), "");
    EXPECT_EQ(Wrong(expected, kRepeated), "DL-04 bevestigd als herhaald");
    EXPECT_EQ(Wrong(expected, kRefused), "DL-04 INVALID_ARGUMENT: sha256");
    EXPECT_NE(Wrong(expected, kTryAgain), "");
  }
  // The attempt before was answered with "try again", and may have been taken in.
  EXPECT_EQ(Wrong(v1::RECEIPT_NEW, kRepeated, true), "");
}

TEST(Receipt, DL04_ARepeatIsAcknowledgedAsARepeat) {
  EXPECT_EQ(Wrong(v1::RECEIPT_REPEATED, kRepeated), "");
  EXPECT_EQ(Wrong(v1::RECEIPT_REPEATED, kNew), "DL-04 bevestigd als nieuw");
  EXPECT_NE(Wrong(v1::RECEIPT_REPEATED, kRefused), "");
}

TEST(Receipt, ARefusalIsNoTryAgain) {
  EXPECT_EQ(Wrong(v1::RECEIPT_REFUSED, kRefused), "");
  for (const ReceiptAnswer& answer : {kNew, kRepeated, kTryAgain}) {
    EXPECT_NE(Wrong(v1::RECEIPT_REFUSED, answer), "");
  }
  for (const ReceiptAnswer& answer : {kRefused, kRepeated}) EXPECT_EQ(Wrong(v1::RECEIPT_NOT_NEW, answer), "");
  for (const ReceiptAnswer& answer : {kNew, kTryAgain}) EXPECT_NE(Wrong(v1::RECEIPT_NOT_NEW, answer), "");
  EXPECT_EQ(Wrong(v1::RECEIPT_ANY, kNew), "");
  EXPECT_TRUE(IsTryAgain(absl::ResourceExhaustedError("")));
  EXPECT_TRUE(IsTryAgain(absl::DeadlineExceededError("")));
  EXPECT_FALSE(IsTryAgain(absl::InternalError("")));
}

TEST(Receipt, DL04_OfAttemptsAtTheSameTimeOneIsNew) {
  EXPECT_EQ(WrongAtOnce(v1::RECEIPT_NEW, {kRepeated, kNew, kRepeated}), "");
  EXPECT_THAT(WrongAtOnce(v1::RECEIPT_NEW, {kNew, kNew, kRepeated}), HasSubstr("een poging"));
  EXPECT_THAT(WrongAtOnce(v1::RECEIPT_NEW, {kRepeated, kRepeated}), HasSubstr("een poging"));
  EXPECT_THAT(WrongAtOnce(v1::RECEIPT_NEW, {kNew, kRefused}), HasSubstr("elke poging"));
  // Who was told to try again may have been the one that was taken in.
  EXPECT_EQ(WrongAtOnce(v1::RECEIPT_NEW, {kRepeated, kTryAgain}), "");
  EXPECT_EQ(WrongAtOnce(v1::RECEIPT_NEW, {kNew, kTryAgain}), "");
  EXPECT_EQ(WrongAtOnce(v1::RECEIPT_REPEATED, {kRepeated, kRepeated}), "");
  EXPECT_THAT(WrongAtOnce(v1::RECEIPT_REPEATED, {kRepeated, kNew}), HasSubstr("herhaald"));
}

}  // namespace
}  // namespace ketenproef::conformance
