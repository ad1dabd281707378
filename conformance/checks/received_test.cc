#include "conformance/checks/received.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;
using testing::IsEmpty;

template <typename T>
T Text(const std::string& text) {
  T message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message)) << text;
  return message;
}

Delivery Ziek(const std::string& bericht_id, const std::string& dag = "6") {
  return {
      .tijdstip = absl::UnixEpoch(),
      .content = Text<contract::DeliverMeldingRequest>(absl::StrCat(
          "bericht_id: '", bericht_id,
          "' gemeentecode: '0363' datum { jaar: 2025 maand: 1 dag: 9 } doorlevering { soort: "
          "DOORLEVERINGSOORT_ZIEK loonheffingennummer: '100000000L01' kenmerk: 'Z' verwijst_naar: 'Z' bsn: "
          "'000000012' datum_ingang { jaar: 2025 maand: 1 dag: ",
          dag, " } }"))};
}

Delivery Bericht(const std::string& bericht_id) {
  return {
      .tijdstip = absl::UnixEpoch(),
      .content = Text<contract::DeliverMeldingRequest>(absl::StrCat(
          "bericht_id: '", bericht_id,
          "' gemeentecode: '0363' datum { jaar: 2025 maand: 1 dag: 9 } bericht { soort: "
          "BERICHTSOORT_INGETROKKEN loonheffingennummer: '100000000L01' kenmerk: 'Z' bsn: '000000012' }"))};
}

Delivery Rapport(const std::string& bericht_id, const std::string& bytes) {
  contract::DeliverRapportageRequest request = Text<contract::DeliverRapportageRequest>(
      "gemeentecode: '0363' datum { jaar: 2025 maand: 1 dag: 9 } "
      "bestandsnaam: 'Re-integratie_signaalrapport_0363_20250109.csv'");
  request.set_bericht_id(bericht_id);
  request.set_inhoud(bytes);
  request.set_sha256(Sha256Of(bytes));
  request.set_aantal_rijen(RowsOf(bytes));
  return {.tijdstip = absl::UnixEpoch(), .content = std::move(request)};
}

const char kRapport[] = "gemeentecode: '0363' datum: '2025-01-09'";
const char kZiek[] =
    "datum: '2025-01-09' gemeentecode: '0363' soort: 'ZIEK' loonheffingennummer: '100000000L01' kenmerk: 'Z' "
    "bsn: '000000012' datum_ingang: '2025-01-06'";
const char kBericht[] =
    "datum: '2025-01-09' gemeentecode: '0363' soort: 'INGETROKKEN' loonheffingennummer: '100000000L01' "
    "kenmerk: 'Z' bsn: '000000012'";

std::vector<v1::Finding> Check(const std::vector<Delivery>& deliveries, const std::string& expected) {
  return CheckReceived(deliveries, Text<v1::ExpectReceived>(expected), {});
}

// The rules that the findings name, in order.
std::vector<std::string> RulesOf(const std::vector<v1::Finding>& findings) {
  std::vector<std::string> rules;
  for (const v1::Finding& finding : findings) rules.push_back(finding.regel());
  return rules;
}

std::string Both() {
  return absl::StrCat("doorleveringen { ", kZiek, " } berichten { ", kBericht, " }");
}

TEST(Received, WhatWasExpectedOnceEach) {
  EXPECT_THAT(Check({Ziek("1"), Bericht("2")}, Both()), IsEmpty());
  EXPECT_THAT(Check({Rapport("3", RapportBytes(Text<v1::Rapport>(kRapport), {}))},
                    absl::StrCat("rapporten { ", kRapport, " }")),
              IsEmpty());
}

TEST(Received, LostAndTooMuch) {
  EXPECT_THAT(RulesOf(Check({Ziek("1")}, Both())), testing::ElementsAre("SIG-07"));
  EXPECT_THAT(RulesOf(Check({Ziek("1"), Bericht("2")}, absl::StrCat("berichten { ", kBericht, " }"))),
              testing::ElementsAre("DL-01"));
  EXPECT_THAT(RulesOf(Check({Ziek("1"), Ziek("2"), Bericht("3")}, Both())), testing::ElementsAre("DL-01"));
  EXPECT_THAT(RulesOf(Check({Ziek("1", "7"), Bericht("2")}, Both())), testing::ElementsAre("DL-01", "DL-01"));
}

TEST(Received, WhatWasTurnedAwayIsNotReceived) {
  Delivery away = Ziek("1");
  away.is_taken_in = false;
  away.is_acknowledged = false;
  EXPECT_THAT(Check({away, Ziek("1")}, absl::StrCat("attempts: 2 doorleveringen { ", kZiek, " }")),
              IsEmpty());
  EXPECT_THAT(RulesOf(Check({away}, absl::StrCat("doorleveringen { ", kZiek, " }"))),
              testing::ElementsAre("DL-01"));
}

TEST(Received, DL04_OrderPerCase) {
  EXPECT_THAT(RulesOf(Check({Bericht("2"), Ziek("1")}, Both())), testing::ElementsAre("DL-04"));
}

TEST(Received, DL04_ARepeatSaysTheSame) {
  Delivery lost = Ziek("1");
  lost.is_acknowledged = false;
  EXPECT_THAT(RulesOf(Check({lost, Ziek("1", "7")}, absl::StrCat("doorleveringen { ", kZiek, " }"))),
              testing::ElementsAre("DL-04"));
}

TEST(Received, DL04_TheNextWaitsForTheAcknowledgement) {
  Delivery lost = Ziek("1");
  lost.is_acknowledged = false;
  EXPECT_THAT(RulesOf(Check({lost, Bericht("2"), Ziek("1")}, Both())), testing::ElementsAre("DL-04"));
  EXPECT_THAT(Check({lost, Ziek("1"), Bericht("2")}, Both()), IsEmpty());
}

TEST(Received, DL04_NoNameAndTooManyAttempts) {
  EXPECT_THAT(RulesOf(Check({Ziek("")}, absl::StrCat("doorleveringen { ", kZiek, " }"))),
              testing::ElementsAre("DL-04"));
  EXPECT_THAT(
      RulesOf(Check({Ziek("1"), Ziek("1")}, absl::StrCat("attempts: 1 doorleveringen { ", kZiek, " }"))),
      testing::ElementsAre("DL-04"));
}

TEST(Received, CSV05_TheDescriptionIsThatOfTheBytes) {
  Delivery wrong = Rapport("3", RapportBytes(Text<v1::Rapport>(kRapport), {}));
  auto& request = std::get<contract::DeliverRapportageRequest>(wrong.content);
  request.set_sha256(Sha256Of(""));
  request.set_aantal_rijen(1);
  EXPECT_THAT(RulesOf(Check({wrong}, absl::StrCat("rapporten { ", kRapport, " }"))),
              testing::ElementsAre("CSV-05", "CSV-05"));
}

}  // namespace
}  // namespace ketenproef::conformance
