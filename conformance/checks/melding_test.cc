#include "conformance/checks/melding.h"

#include <gtest/gtest.h>

#include <string>

#include "client/lib/call_error.h"
#include "conformance/checks/refusal.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

// Worked example 2 of rules.md: AO 2025-01-06, received 2025-02-18, one day late, EUR 70.
contract::Ontvangst Answer() {
  contract::Ontvangst ontvangst;
  ontvangst.set_volgnummer(7);
  contract::Meldingoordeel& oordeel = *ontvangst.add_oordelen();
  oordeel.set_soort(contract::MELDINGSOORT_ZIEK);
  oordeel.set_kenmerk("M-1");
  oordeel.set_bsn("999990007");
  oordeel.mutable_ontvangen_op()->set_jaar(2025);
  oordeel.mutable_ontvangen_op()->set_maand(2);
  oordeel.mutable_ontvangen_op()->set_dag(18);
  oordeel.mutable_uiterste_dag()->set_jaar(2025);
  oordeel.mutable_uiterste_dag()->set_maand(2);
  oordeel.mutable_uiterste_dag()->set_dag(17);
  oordeel.set_dagen_te_laat(1);
  oordeel.set_boete_eur(70);
  return ontvangst;
}

v1::CaseResult Check(const contract::Ontvangst& ontvangst) {
  Values values("handleiding");
  values.Set("AO", "2025-01-06");
  v1::Opdracht opdracht;
  opdracht.set_kenmerk("M-1");
  opdracht.set_bsn("P1");
  v1::Oordeel& oordeel = *opdracht.mutable_accepted()->add_oordelen();
  oordeel.set_soort("ZIEK");
  oordeel.set_uiterste_dag("AO + 42");
  v1::CaseResult result;
  Findings findings(values, &result);
  findings.BeginStep(1, "ZM-04", std::nullopt);
  EXPECT_TRUE(
      CheckOordelen(opdracht.accepted(), ontvangst, opdracht, *ParseDag("2025-02-18"), &findings).ok());
  return result;
}

TEST(Melding, ZM04_TheRightVerdictPasses) {
  EXPECT_EQ(Check(Answer()).findings_size(), 0);
}

TEST(Melding, ZM04_ADayTooLateIsFoundWithItsCounting) {
  contract::Ontvangst wrong = Answer();
  wrong.mutable_oordelen(0)->mutable_uiterste_dag()->set_dag(18);
  const v1::CaseResult result = Check(wrong);
  ASSERT_EQ(result.findings_size(), 1);
  EXPECT_EQ(result.findings(0).regel(), "ZM-04");
  EXPECT_EQ(result.findings(0).because(), "AO 2025-01-06 + 42 = 2025-02-17");
  EXPECT_EQ(result.findings(0).expected(), "uiterste dag 2025-02-17");
  EXPECT_EQ(result.findings(0).got(), "uiterste dag 2025-02-18");
}

// Each field alone, so that none goes without being looked at.
TEST(Melding, EveryFieldOfAVerdictIsLookedAt) {
  const auto broken = [](auto change) {
    contract::Ontvangst wrong = Answer();
    change(&wrong);
    return Check(wrong).findings_size();
  };
  EXPECT_GT(broken([](auto* o) { o->mutable_oordelen(0)->set_tijdig(true); }), 0);
  EXPECT_GT(broken([](auto* o) { o->mutable_oordelen(0)->set_dagen_te_laat(2); }), 0);
  EXPECT_GT(broken([](auto* o) { o->mutable_oordelen(0)->set_boete_eur(230); }), 0);
  EXPECT_GT(broken([](auto* o) { o->mutable_oordelen(0)->set_kenmerk("M-2"); }), 0);
  EXPECT_GT(broken([](auto* o) { o->mutable_oordelen(0)->set_bsn("999990019"); }), 0);
  EXPECT_GT(broken([](auto* o) { o->mutable_oordelen(0)->set_soort(contract::MELDINGSOORT_HERSTEL); }), 0);
  EXPECT_GT(broken([](auto* o) { o->mutable_oordelen(0)->clear_uiterste_dag(); }), 0);
  EXPECT_GT(broken([](auto* o) { o->mutable_oordelen(0)->clear_ontvangen_op(); }), 0);
  EXPECT_GT(broken([](auto* o) { o->set_herhaald(true); }), 0);
  EXPECT_GT(broken([](auto* o) { o->clear_volgnummer(); }), 0);
  EXPECT_GT(broken([](auto* o) { o->clear_oordelen(); }), 0);
}

TEST(Melding, ZM10_AnIntrekkingHasNoVerdict) {
  const Values values("handleiding");
  v1::Opdracht opdracht;
  opdracht.set_soort("INTREKKING");
  v1::CaseResult result;
  Findings findings(values, &result);
  contract::Ontvangst ontvangst;
  ontvangst.set_volgnummer(7);
  EXPECT_TRUE(CheckOordelen({}, ontvangst, opdracht, *ParseDag("2025-02-18"), &findings).ok());
  EXPECT_EQ(findings.count(), 0);
  EXPECT_TRUE(CheckOordelen({}, Answer(), opdracht, *ParseDag("2025-02-18"), &findings).ok());
  EXPECT_EQ(findings.count(), 1);
}

TEST(Melding, ACaseThatExpectsTooFewVerdictsIsWrong) {
  const Values values("handleiding");
  v1::Opdracht opdracht;
  opdracht.set_soort("ZIEK_EN_HERSTEL");
  opdracht.mutable_accepted()->add_oordelen()->set_soort("ZIEK");
  v1::CaseResult result;
  Findings findings(values, &result);
  contract::Ontvangst ontvangst = Answer();
  *ontvangst.add_oordelen() = ontvangst.oordelen(0);
  EXPECT_FALSE(
      CheckOordelen(opdracht.accepted(), ontvangst, opdracht, *ParseDag("2025-02-18"), &findings).ok());
}

TEST(Melding, BOE01_TheFineByDaysLate) {
  EXPECT_EQ(FineOf(0), 0);
  EXPECT_EQ(FineOf(1), 70);
  EXPECT_EQ(FineOf(6), 70);
  EXPECT_EQ(FineOf(7), 230);
  EXPECT_EQ(FineOf(27), 230);
  EXPECT_EQ(FineOf(28), 455);
}

int Refusals(const v1::Refused& expected, const absl::Status& status,
             const std::vector<std::string>& velden = {}) {
  const Values values("handleiding");
  v1::CaseResult result;
  Findings findings(values, &result);
  CheckRefused(expected, status, velden, &findings);
  return result.findings_size();
}

TEST(Refusal, ReasonCodeAndFieldsAreLookedAt) {
  v1::Refused expected;
  expected.set_regel("ZM-01");
  expected.add_velden("kenmerk");
  const absl::Status right = RefusalStatus(absl::StatusCode::kInvalidArgument, "ZM-01", "kenmerk is missing");
  EXPECT_EQ(Refusals(expected, right, {"bsn", "kenmerk"}), 0);
  EXPECT_GT(Refusals(expected, right, {"bsn"}), 0);
  EXPECT_GT(Refusals(expected, absl::OkStatus()), 0);
  EXPECT_GT(Refusals(expected, RefusalStatus(absl::StatusCode::kInvalidArgument, "ZM-02", ""), {"kenmerk"}),
            0);
  EXPECT_GT(
      Refusals(expected, RefusalStatus(absl::StatusCode::kFailedPrecondition, "ZM-01", ""), {"kenmerk"}), 0);
}

TEST(Refusal, TheReasonIsOneOfThisContract) {
  google::rpc::ErrorInfo info;
  info.set_reason("ZM-01");
  info.set_domain("uwv.nl");
  google::rpc::Status wire;
  wire.add_details()->PackFrom(info);
  absl::Status status(absl::StatusCode::kInvalidArgument, "kenmerk is missing");
  client::SetDetails(wire.SerializeAsString(), &status);
  v1::Refused expected;
  expected.set_regel("ZM-01");
  EXPECT_GT(Refusals(expected, status), 0);
}

TEST(Refusal, AnyRefusalIsNotAnyError) {
  EXPECT_EQ(Refusals({}, RefusalStatus(absl::StatusCode::kInvalidArgument, "ZM-01", "")), 0);
  EXPECT_GT(Refusals({}, absl::InternalError("the server fell over")), 0);
  EXPECT_GT(Refusals({}, absl::OkStatus()), 0);
}

TEST(Refusal, BSN03_ABsnInAnErrorIsFound) {
  const Values values("handleiding");
  v1::CaseResult result;
  Findings findings(values, &result);
  CheckNoBsn(RefusalStatus(absl::StatusCode::kInvalidArgument, "ZM-01", "no kenmerk"), &findings);
  EXPECT_EQ(result.findings_size(), 0);
  CheckNoBsn(RefusalStatus(absl::StatusCode::kInvalidArgument, "ZM-01", "no kenmerk for 999990007"),
             &findings);
  ASSERT_EQ(result.findings_size(), 1);
  EXPECT_EQ(result.findings(0).regel(), "BSN-03");
  EXPECT_EQ(result.findings(0).got().find("999990007"), std::string::npos);
}

TEST(Refusal, NobodyThereIsNoRefusal) {
  EXPECT_TRUE(IsUnreachable(absl::UnavailableError("connection refused")));
  EXPECT_TRUE(IsUnreachable(absl::DeadlineExceededError("")));
  EXPECT_FALSE(IsUnreachable(RefusalStatus(absl::StatusCode::kUnavailable, "STORING", "")));
  EXPECT_FALSE(IsUnreachable(absl::InternalError("")));
  EXPECT_FALSE(IsUnreachable(absl::OkStatus()));
}

}  // namespace
}  // namespace ketenproef::conformance
