// Records that pass one by one, from calls of their own and out of batches, keep what they say and what is
// said of them.
#include "conformance/mutants/records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "conformance/mutants/breaks.h"
#include "conformance/mutants/proxy_fixture.h"
#include "conformance/mutants/record_facts.h"

namespace ketenproef::conformance {
namespace {

using ::testing::SizeIs;

class RecordsTest : public ProxyFixture {
 protected:
  void Stand(const Break& breuk) {
    Hooks hooks;
    breuk(&hooks);
    ProxyFixture::Stand(std::move(hooks));
  }
  static contract::SubmitMeldingenResponse Send(const Stubs& stubs,
                                                const contract::SubmitMeldingenRequest& batch) {
    const auto call = stubs.SubmitMeldingen();
    EXPECT_TRUE(call.stream->Write(batch));
    call.stream->WritesDone();
    contract::SubmitMeldingenResponse answer;
    EXPECT_TRUE(call.stream->Read(&answer));
    EXPECT_TRUE(call.stream->Finish().ok());
    return answer;
  }
};

Break NothingElse() {
  return Changes([](RecordPassage&) {});
}

TEST_F(RecordsTest, WhatIsAcceptedIsAnsweredAsItWas) {
  Stand(NothingElse());
  const Stubs stubs = Make("een");
  ASSERT_TRUE(stubs.Call(DienstverbandOf(0)).status.ok());
  const auto first = stubs.Call(ZiekmeldingOf(0, "Z-1"));
  const auto again = Stubs(direct_, "een").Call(ZiekmeldingOf(0, "Z-1"));
  ASSERT_TRUE(first.status.ok()) << first.status.error_message();
  EXPECT_EQ(first.response.ontvangst().oordelen(0).SerializeAsString(),
            again.response.ontvangst().oordelen(0).SerializeAsString());
  contract::DecideBeoordelingRequest decision;
  decision.mutable_beslissing()->set_loonheffingennummer(kNummer);
  decision.mutable_beslissing()->set_verwijst_naar("Z-1");
  decision.mutable_beslissing()->set_uitkomst(contract::UITKOMST_TOEKENNING);
  const auto decided = stubs.Call(decision);
  ASSERT_TRUE(decided.status.ok());
  EXPECT_EQ(decided.response.beoordeling().uitkomst(), contract::UITKOMST_TOEKENNING);
  EXPECT_GT(decided.response.verwerkt().volgnummer(), 0);
}

TEST_F(RecordsTest, ARefusalKeepsItsCodeReasonAndFields) {
  Stand(NothingElse());
  const Stubs stubs = Make("een");
  auto request = ZiekmeldingOf(0, "");
  request.mutable_ziekmelding()->clear_no_risk();
  ExpectRefused(stubs.Call(request).status, grpc::StatusCode::INVALID_ARGUMENT, "ZM-01",
                {"kenmerk", "no_risk"});
  ExpectRefused(stubs.Call(ZiekmeldingOf(0, "Z-1")).status, grpc::StatusCode::FAILED_PRECONDITION, "ZM-02");
  ExpectRefused(At("nergens").Call(ZiekmeldingOf(0, "Z-1")).status, grpc::StatusCode::NOT_FOUND,
                "OMGEVING_ONBEKEND");
}

TEST_F(RecordsTest, ARequestWithoutItsRecordIsRefusedAsAnEmptyOne) {
  Stand(NothingElse());
  const Stubs stubs = Make("een");
  const grpc::Status through = stubs.Call(contract::SubmitZiekmeldingRequest()).status;
  const grpc::Status direct = Stubs(direct_, "een").Call(contract::SubmitZiekmeldingRequest()).status;
  EXPECT_EQ(through.error_code(), direct.error_code());
  EXPECT_EQ(RegelOf(through), RegelOf(direct));
}

TEST_F(RecordsTest, ABatchIsBrokenLikeTheCallsAre) {
  Stand(Accepts("ZM-02", [](const RecordPassage& passage) { return KenmerkOf(passage.record) != "Z-2"; }));
  const Stubs stubs = Make("een");
  EXPECT_TRUE(stubs.Call(ZiekmeldingOf(0, "Z-1")).status.ok());
  contract::SubmitMeldingenRequest batch;
  for (const char* kenmerk : {"Z-1", "Z-2", "Z-3"}) {
    *batch.add_meldingen()->mutable_ziekmelding() = ZiekmeldingOf(0, kenmerk).ziekmelding();
  }
  batch.add_meldingen();
  const auto answer = Send(stubs, batch);
  ASSERT_THAT(answer.resultaten(), SizeIs(4));
  EXPECT_TRUE(answer.resultaten(0).has_ontvangst());
  EXPECT_EQ(answer.resultaten(1).weigering().regel(), "ZM-02");
  EXPECT_TRUE(answer.resultaten(2).has_ontvangst());
  EXPECT_EQ(answer.resultaten(3).weigering().regel(), "VELD_ONGELDIG");
}

TEST_F(RecordsTest, WhatIsRefusedByABreakHasNoEffect) {
  Stand(Refuses("ZM-03", contract::WEIGERINGSOORT_TOESTAND,
                [](const RecordPassage& passage) { return MeldtZiek(passage.record); }));
  const Stubs stubs = Make("een");
  ASSERT_TRUE(stubs.Call(DienstverbandOf(0)).status.ok());
  ExpectRefused(stubs.Call(ZiekmeldingOf(0, "Z-1")).status, grpc::StatusCode::FAILED_PRECONDITION, "ZM-03");
  EXPECT_THAT(stubs.Call(contract::ListZiektegevallenRequest()).response.ziektegevallen(), SizeIs(0));
}

TEST_F(RecordsTest, TheWorldIsThatOfTheOmgeving) {
  std::set<Dag> days;
  Stand(Changes([&days](RecordPassage& passage) { days.insert(passage.world().Vandaag()); }));
  const Stubs stubs = Make("een");
  Advance(stubs, "2025-01-06T23:59:59+01:00");
  stubs.Call(DienstverbandOf(0));
  Advance(stubs, "2025-01-07T00:00:00+01:00");
  stubs.Call(DienstverbandOf(1));
  EXPECT_EQ(days, (std::set<Dag>{*ParseDag("2025-01-06"), *ParseDag("2025-01-07")}));
}

}  // namespace
}  // namespace ketenproef::conformance
