// Fault plans: which calls they hit, and what becomes of them (StoringService).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <string>
#include <vector>

#include "server/app/chain_test.h"
#include "server/app/proefgemeente.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;
using ::testing::ElementsAre;
using ::testing::SizeIs;

class StoringTest : public ChainTest {
 protected:
  grpc::Status Plan(const Stubs& stubs, const std::string& plan) {
    return stubs.Call(Request<v1::CreateStoringRequest>("storing { " + plan + " }")).status;
  }
  std::int64_t Hits(const Stubs& stubs) {
    return stubs.Call(v1::ListStoringenRequest()).response.storingen(0).aantal_geraakt();
  }
  grpc::Status Submit(const Stubs& stubs, const std::string& kenmerk) {
    return stubs.Call(ZiekmeldingOf(0, kenmerk)).status;
  }
  Stubs WithEmployee(const std::string& naam) {
    const Stubs stubs = Make(naam);
    EXPECT_TRUE(stubs.Call(DienstverbandOf(0)).status.ok());
    return stubs;
  }
  static constexpr char kSubmit[] = "methode: 'ketenproef.v1.UwvMeldingService/SubmitZiekmelding' ";
};

TEST_F(StoringTest, TheNthCallFailsWithTheStatusAndIsNotCarriedOut) {
  const Stubs stubs = WithEmployee("in");
  ASSERT_TRUE(Plan(stubs, absl::StrCat("richting: STORINGRICHTING_IN ", kSubmit,
                                       "nde_aanroep: 2 soort: STORINGSOORT_STATUS status_code: 14"))
                  .ok());
  EXPECT_TRUE(Submit(stubs, "een").ok());
  ExpectRefused(Submit(stubs, "twee"), StatusCode::UNAVAILABLE, "STORING");
  // Not carried out: the kenmerk was not used up, and ZM-08 still stands in the way of a new case.
  ExpectRefused(Submit(stubs, "twee"), StatusCode::FAILED_PRECONDITION, "ZM-08");
  EXPECT_EQ(Hits(stubs), 1);
}

TEST_F(StoringTest, ALostAcknowledgementWasCarriedOut) {
  const Stubs stubs = WithEmployee("in");
  ASSERT_TRUE(Plan(stubs, absl::StrCat("richting: STORINGRICHTING_IN ", kSubmit,
                                       "nde_aanroep: 1 soort: STORINGSOORT_LOST_ACKNOWLEDGEMENT"))
                  .ok());
  EXPECT_EQ(Submit(stubs, "een").error_code(), StatusCode::UNAVAILABLE);
  // ZM-07: the same again gets the first answer.
  const auto again = stubs.Call(ZiekmeldingOf(0, "een"));
  EXPECT_TRUE(again.status.ok());
  EXPECT_TRUE(again.response.ontvangst().herhaald());
}

TEST_F(StoringTest, ADuplicateIsCarriedOutTwiceAndAnswersTheSecondTime) {
  const Stubs stubs = WithEmployee("in");
  ASSERT_TRUE(Plan(stubs, absl::StrCat("richting: STORINGRICHTING_IN ", kSubmit,
                                       "elke_nde_aanroep: 1 soort: STORINGSOORT_DUPLICATE max_aantal: 1"))
                  .ok());
  const auto first = stubs.Call(ZiekmeldingOf(0, "een"));
  EXPECT_TRUE(first.status.ok());
  EXPECT_TRUE(first.response.ontvangst().herhaald());
  EXPECT_EQ(Hits(stubs), 1);
}

TEST_F(StoringTest, ADelayedCallIsAnswered) {
  const Stubs stubs = WithEmployee("in");
  ASSERT_TRUE(
      Plan(stubs, absl::StrCat("richting: STORINGRICHTING_IN ", kSubmit,
                               "nde_aanroep: 1 soort: STORINGSOORT_DELAY vertraging { nanos: 20000000 }"))
          .ok());
  EXPECT_TRUE(Submit(stubs, "een").ok());
}

TEST_F(StoringTest, TwoCallsChangePlaces) {
  const Stubs stubs = WithEmployee("in");
  ASSERT_TRUE(stubs.Call(DienstverbandOf(1)).status.ok());
  ASSERT_TRUE(Plan(stubs, absl::StrCat("richting: STORINGRICHTING_IN ", kSubmit,
                                       "elke_nde_aanroep: 1 soort: STORINGSOORT_REORDER max_aantal: 2"))
                  .ok());
  auto first = std::async(std::launch::async, [&] { return stubs.Call(ZiekmeldingOf(0, "eerst")); });
  // The first is held when the plan has hit once.
  while (Hits(stubs) < 1) {
  }
  const auto second = stubs.Call(ZiekmeldingOf(1, "daarna"));
  const auto answer = first.get();
  ASSERT_TRUE(answer.status.ok());
  ASSERT_TRUE(second.status.ok());
  EXPECT_GT(answer.response.ontvangst().volgnummer(), second.response.ontvangst().volgnummer());
}

// A call that is held is never held beyond the instant at which it came.
TEST_F(StoringTest, AHeldCallIsCarriedOutBeforeTheClockMoves) {
  const Stubs stubs = WithEmployee("in");
  ASSERT_TRUE(Plan(stubs, absl::StrCat("richting: STORINGRICHTING_IN ", kSubmit,
                                       "nde_aanroep: 1 soort: STORINGSOORT_REORDER"))
                  .ok());
  auto held = std::async(std::launch::async, [&] { return stubs.Call(ZiekmeldingOf(0, "eerst")); });
  while (Hits(stubs) < 1) {
  }
  Advance(stubs, "2025-01-20T12:00:00+01:00");
  const auto answer = held.get();
  ASSERT_TRUE(answer.status.ok());
  EXPECT_EQ(answer.response.ontvangst().oordelen(0).ontvangen_op().dag(), 6);
}

// Of a stream each batch is a call: one that was held does not spare those behind it.
TEST_F(StoringTest, BatchesBehindAHeldOneAreHitToo) {
  const Stubs stubs = WithEmployee("in");
  const std::string submit =
      "richting: STORINGRICHTING_IN methode: 'ketenproef.v1.UwvMeldingService/SubmitMeldingen' ";
  ASSERT_TRUE(Plan(stubs, submit + "nde_aanroep: 1 soort: STORINGSOORT_REORDER").ok());
  ASSERT_TRUE(Plan(stubs, submit + "nde_aanroep: 2 soort: STORINGSOORT_STATUS status_code: 8").ok());
  auto call = stubs.SubmitMeldingen();
  ASSERT_TRUE(call.stream->Write(v1::SubmitMeldingenRequest()));
  while (Hits(stubs) < 1) {
  }
  Advance(stubs, "2025-01-06T12:00:00+01:00");
  v1::SubmitMeldingenResponse answer;
  EXPECT_TRUE(call.stream->Read(&answer));
  call.stream->Write(v1::SubmitMeldingenRequest());
  EXPECT_FALSE(call.stream->Read(&answer));
  EXPECT_EQ(call.stream->Finish().error_code(), StatusCode::RESOURCE_EXHAUSTED);
}

TEST_F(StoringTest, OutgoingDeliveriesFailAreDoubledAndSwapped) {
  Proefgemeente amsterdam;
  amsterdam.on_lookup = [](int /*n*/, const v1::LookupLksRequest& request, v1::LookupLksResponse* response) {
    response->set_antwoord(v1::LKS_ANTWOORD_GEVONDEN);
    *response->add_lks_perioden() =
        Request<v1::LksPeriode>(absl::StrCat("bsn: '", request.bsn(), "' gemeentecode: '0363' datum_van ",
                                             Datum("2024-01-01"), " loonwaarde: 60"));
    return grpc::Status::OK;
  };
  const Stubs stubs =
      Make("uit", absl::StrCat("rollen { soort: ROLSOORT_GEMEENTE gemeentecode: '0363' modus: "
                               "ROLMODUS_SUT adres: '",
                               amsterdam.adres(), "' }"));
  const std::string deliver =
      "richting: STORINGRICHTING_OUT methode: 'ketenproef.v1.GemeenteService/DeliverMelding' gemeentecode: "
      "'0363' ";
  ASSERT_TRUE(Plan(stubs, deliver + "nde_aanroep: 1 soort: STORINGSOORT_DUPLICATE").ok());
  ASSERT_TRUE(Plan(stubs, deliver + "nde_aanroep: 3 soort: STORINGSOORT_LOST_ACKNOWLEDGEMENT").ok());
  for (const int n : {0, 1, 2, 3}) MakeSignaal(stubs, n);
  EXPECT_FALSE(Advance(stubs, "2025-01-07T06:00:00+01:00").rustig());
  EXPECT_THAT(amsterdam.attempts(), ElementsAre("D-1", "D-1", "D-2", "D-3"));
  EXPECT_TRUE(Advance(stubs, "2025-01-07T07:00:00+01:00").rustig());
  EXPECT_THAT(amsterdam.attempts(), ElementsAre("D-1", "D-1", "D-2", "D-3", "D-3", "D-4"));
  EXPECT_THAT(amsterdam.kept(), ElementsAre("D-1", "D-2", "D-3", "D-4"));
  // Two of different cases change places.
  ASSERT_TRUE(Plan(stubs, deliver + "elke_nde_aanroep: 1 soort: STORINGSOORT_REORDER max_aantal: 2").ok());
  for (const int n : {4, 5}) MakeSignaal(stubs, n);
  EXPECT_TRUE(Advance(stubs, "2025-01-08T06:00:00+01:00").rustig());
  EXPECT_THAT(amsterdam.kept(), ElementsAre("D-1", "D-2", "D-3", "D-4", "D-6", "D-5"));
  const auto hits =
      stubs.Call(Request<v1::ListGebeurtenissenRequest>("filter { soorten: GEBEURTENISSOORT_STORING_HIT }"))
          .response;
  EXPECT_EQ(hits.gebeurtenissen_size(), 4);
}

// The same seeds and calls give the same hits, in another environment too.
TEST_F(StoringTest, ChanceIsSeeded) {
  std::vector<std::vector<bool>> runs;
  for (const std::string naam : {"a", "b"}) {
    const Stubs stubs = Make(naam, "seed: 7");
    ASSERT_TRUE(Plan(stubs,
                     "richting: STORINGRICHTING_IN kans { promille: 400 seed: 3 } soort: STORINGSOORT_STATUS "
                     "status_code: 14 methode: 'ketenproef.v1.UwvBeoordelingService/GetZiektegeval'")
                    .ok());
    std::vector<bool>& run = runs.emplace_back();
    for (int i = 0; i < 50; ++i) {
      run.push_back(stubs.Call(v1::GetZiektegevalRequest()).status.error_code() == StatusCode::UNAVAILABLE);
    }
  }
  EXPECT_EQ(runs[0], runs[1]);
  EXPECT_THAT(runs[0], ::testing::Contains(true));
  EXPECT_THAT(runs[0], ::testing::Contains(false));
}

TEST_F(StoringTest, PlansAreListedDeletedAndBounded) {
  const Stubs stubs = Make("in");
  const std::string plan =
      "richting: STORINGRICHTING_IN nde_aanroep: 1000000 soort: STORINGSOORT_STATUS status_code: 14";
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(Plan(stubs, plan).ok());
  ExpectRefused(Plan(stubs, plan), StatusCode::RESOURCE_EXHAUSTED, "LIMIET_BEREIKT");
  EXPECT_TRUE(stubs.Call(Request<v1::DeleteStoringRequest>("storing_id: 'S-7'")).status.ok());
  ExpectRefused(stubs.Call(Request<v1::DeleteStoringRequest>("storing_id: 'S-7'")).status,
                StatusCode::NOT_FOUND, "STORING_ONBEKEND");
  ASSERT_TRUE(Plan(stubs, plan).ok());
  const auto list = stubs.Call(v1::ListStoringenRequest()).response;
  ASSERT_EQ(list.storingen_size(), 100);
  EXPECT_EQ(list.storingen(99).storing_id(), "S-101");
}

TEST_F(StoringTest, MalformedPlans) {
  const Stubs stubs = Make("in");
  const std::string goed =
      "richting: STORINGRICHTING_IN nde_aanroep: 1 soort: STORINGSOORT_LOST_ACKNOWLEDGEMENT ";
  const std::vector<std::pair<std::string, std::string>> plans = {
      {"", "richting"},
      {"richting: STORINGRICHTING_IN soort: STORINGSOORT_DUPLICATE", "keuze"},
      {"richting: STORINGRICHTING_IN nde_aanroep: 1", "soort"},
      {"richting: STORINGRICHTING_IN nde_aanroep: 0 soort: STORINGSOORT_DUPLICATE", "nde_aanroep"},
      {"richting: STORINGRICHTING_IN elke_nde_aanroep: -1 soort: STORINGSOORT_DUPLICATE", "elke_nde_aanroep"},
      {"richting: STORINGRICHTING_IN kans { promille: 1001 } soort: STORINGSOORT_DUPLICATE", "promille"},
      {"richting: STORINGRICHTING_IN nde_aanroep: 1 soort: STORINGSOORT_DELAY", "vertraging"},
      {"richting: STORINGRICHTING_IN nde_aanroep: 1 soort: STORINGSOORT_DELAY vertraging { seconds: 61 }",
       "vertraging"},
      {"richting: STORINGRICHTING_IN nde_aanroep: 1 soort: STORINGSOORT_STATUS", "status_code"},
      {"richting: STORINGRICHTING_IN nde_aanroep: 1 soort: STORINGSOORT_STATUS status_code: 17",
       "status_code"},
      {goed + "status_code: 14", "status_code"},
      {goed + "vertraging { seconds: 1 }", "vertraging"},
      {goed + "gemeentecode: '363'", "gemeentecode"},
      {goed + "max_aantal: -1", "max_aantal"},
      {goed + "storing_id: 'S-1'", "storing_id"},
      {goed + "aantal_geraakt: 1", "aantal_geraakt"},
      {goed + "methode: '" + std::string(129, 'x') + "'", "methode"},
  };
  for (const auto& [plan, veld] : plans) {
    SCOPED_TRACE(plan);
    ExpectRefused(Plan(stubs, plan), StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {veld});
  }
  EXPECT_EQ(stubs.Call(v1::ListStoringenRequest()).response.storingen_size(), 0);
  EXPECT_TRUE(Plan(stubs, goed + "methode: '" + std::string(128, 'x') + "'").ok());
}

}  // namespace
}  // namespace ketenproef
