// Gemeenten outside the simulator: deliveries at least once and in order, DKD questions, and an advance that
// waits for them (GemeenteService, KlokService).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <string>
#include <vector>

#include "absl/synchronization/notification.h"
#include "fixtures/scratch/temporary_folder.h"
#include "server/app/chain_test.h"
#include "server/app/proefgemeente.h"

namespace ketenproef {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Long enough for a machine under load; short where a test waits for it to pass.
constexpr std::uint32_t kShortDeadlineMs = 300;

class Buiten : public ChainTest {
 protected:
  void TearDown() override {
    // Before the folder goes.
    channel_.reset();
    server_.reset();
  }

  std::string Rol(Proefgemeente& gemeente, const std::string& code = "0363") {
    return absl::StrCat("rollen { soort: ROLSOORT_GEMEENTE gemeentecode: '", code,
                        "' modus: ROLMODUS_SUT adres: '", gemeente.adres(), "' } ");
  }

  // The LKS that MakeSignaal registers, as the gemeente knows it.
  static grpc::Status Found(const v1::LookupLksRequest& request, v1::LookupLksResponse* response) {
    response->set_antwoord(v1::LKS_ANTWOORD_GEVONDEN);
    *response->add_lks_perioden() = Request<v1::LksPeriode>(
        absl::StrCat("bsn: '", request.bsn(), "' gemeentecode: '", request.gemeentecode(), "' datum_van ",
                     Datum("2024-01-01"), " loonwaarde: 60"));
    return grpc::Status::OK;
  }
  static void AnswerFound(Proefgemeente& gemeente) {
    gemeente.on_lookup = [](int /*n*/, const v1::LookupLksRequest& request, v1::LookupLksResponse* response) {
      return Found(request, response);
    };
  }

  std::vector<v1::Levering> Owed(const Stubs& stubs) {
    const auto answer = stubs.Call(v1::ListLeveringenRequest());
    EXPECT_TRUE(answer.status.ok());
    return {answer.response.leveringen().begin(), answer.response.leveringen().end()};
  }
  std::vector<v1::Aangehouden> Held(const Stubs& stubs) {
    const auto answer = stubs.Call(v1::ListAangehoudenRequest());
    return {answer.response.aangehouden().begin(), answer.response.aangehouden().end()};
  }

  TemporaryFolder map_;  // for those that keep something
};

TEST_F(Buiten, AReportAndAForwardedMeldingAreDelivered) {
  Proefgemeente amsterdam;
  AnswerFound(amsterdam);
  const Stubs stubs = Make("buiten", Rol(amsterdam));
  MakeSignaal(stubs, 0);
  // DL-01: the ziekmelding goes on in the first exchange after it.
  v1::Kwitantie kwitantie = Advance(stubs, "2025-01-07T06:00:00+01:00");
  EXPECT_TRUE(kwitantie.rustig());
  EXPECT_THAT(amsterdam.kept(), ElementsAre("D-1"));
  // SIG-01: the signal in the first exchange after E.
  kwitantie = Advance(stubs, "2025-03-01T06:00:00+01:00");
  EXPECT_TRUE(kwitantie.rustig());
  EXPECT_THAT(amsterdam.kept(), ElementsAre("D-1", "0363-20250301"));
  ASSERT_THAT(amsterdam.rapportages(), SizeIs(1));
  const v1::DeliverRapportageRequest rapportage = amsterdam.rapportages()[0];
  EXPECT_EQ(rapportage.aantal_rijen(), 1);
  EXPECT_EQ(rapportage.bestandsnaam(), "Re-integratie_signaalrapport_0363_20250301.csv");
  EXPECT_THAT(rapportage.inhoud(), HasSubstr(TestBsn(0)));
  EXPECT_THAT(Owed(stubs), IsEmpty());
  // DKD was asked for the AO (DL-01), then for the two years up to E (SIG-02).
  const auto lookups = amsterdam.lookups();
  ASSERT_THAT(lookups, SizeIs(2));
  EXPECT_EQ(lookups[1].datum_van().jaar(), 2023);
  EXPECT_EQ(lookups[1].datum_tot().jaar(), 2025);
  EXPECT_EQ(lookups[1].tijdstip().seconds(), Seconds("2025-03-01T06:00:00+01:00"));
}

TEST_F(Buiten, DownForThreeExchangesAndBack) {
  Proefgemeente amsterdam;
  Proefgemeente utrecht;
  AnswerFound(amsterdam);
  AnswerFound(utrecht);
  const Stubs stubs = Make("buiten", Rol(amsterdam));
  for (const int n : {0, 1, 2}) MakeSignaal(stubs, n);
  // It answers DKD, so the ziekmeldingen are forwarded; then it is away.
  amsterdam.on_deliver = [](int /*n*/, const std::string& /*id*/) {
    return grpc::Status(grpc::StatusCode::RESOURCE_EXHAUSTED, "vol");
  };
  v1::Kwitantie kwitantie = Advance(stubs, "2025-01-07T06:00:00+01:00");
  amsterdam.Close();
  amsterdam.on_deliver = nullptr;
  EXPECT_FALSE(kwitantie.rustig());
  ASSERT_EQ(kwitantie.openstaand_size(), 1);
  EXPECT_EQ(kwitantie.openstaand(0).rol(), v1::ROLSOORT_GEMEENTE);
  EXPECT_EQ(kwitantie.openstaand(0).gemeentecode(), "0363");
  EXPECT_EQ(kwitantie.openstaand(0).aantal(), 3);
  EXPECT_THAT(kwitantie.openstaand(0).reden(), HasSubstr("RESOURCE_EXHAUSTED"));
  kwitantie = Advance(stubs, "2025-01-09T12:00:00+01:00");
  EXPECT_FALSE(kwitantie.rustig());
  EXPECT_THAT(kwitantie.openstaand(0).reden(), HasSubstr("UNAVAILABLE"));
  int herhalingen = 0;
  for (const auto& gevuurd : kwitantie.gevuurd()) {
    herhalingen += gevuurd.soort() == v1::GEVUURDSOORT_HERHALING;
  }
  EXPECT_EQ(herhalingen, 3);
  const auto owed = Owed(stubs);
  ASSERT_THAT(owed, SizeIs(3));
  EXPECT_GE(owed[0].aantal_pogingen(), 3);
  EXPECT_FALSE(owed[0].geweigerd());
  amsterdam.Open();
  kwitantie = Advance(stubs, "2025-01-10T06:00:00+01:00");
  EXPECT_TRUE(kwitantie.rustig()) << kwitantie.DebugString();
  EXPECT_THAT(amsterdam.kept(), ElementsAre("D-1", "D-2", "D-3"));
  EXPECT_THAT(Owed(stubs), IsEmpty());
}

TEST_F(Buiten, AcknowledgedAfterTheDeadlineIsDeliveredAgainAndAppliedOnce) {
  ServerOptions options;
  options.endpoint_deadline_ms = kShortDeadlineMs;
  Start(options);
  Proefgemeente amsterdam;
  AnswerFound(amsterdam);
  absl::Notification late;
  amsterdam.on_deliver = [&late](int n, const std::string& /*id*/) {
    if (n == 1) late.WaitForNotification();
    return grpc::Status::OK;
  };
  const Stubs stubs = Make("buiten", Rol(amsterdam));
  MakeSignaal(stubs, 0);
  v1::Kwitantie kwitantie = Advance(stubs, "2025-01-07T06:00:00+01:00");
  EXPECT_FALSE(kwitantie.rustig());
  EXPECT_THAT(kwitantie.openstaand(0).reden(), HasSubstr("DEADLINE_EXCEEDED"));
  late.Notify();
  // An hour later it is tried again.
  kwitantie = Advance(stubs, "2025-01-07T07:00:00+01:00");
  EXPECT_TRUE(kwitantie.rustig());
  ASSERT_EQ(kwitantie.gevuurd_size(), 1);
  EXPECT_EQ(kwitantie.gevuurd(0).soort(), v1::GEVUURDSOORT_HERHALING);
  EXPECT_EQ(kwitantie.gevuurd(0).aantal_herhalingen(), 1);
  EXPECT_THAT(amsterdam.attempts(), ElementsAre("D-1", "D-1"));
  EXPECT_THAT(amsterdam.kept(), ElementsAre("D-1"));
}

TEST_F(Buiten, ARefusalHoldsWhatFollowsOfTheSameCaseAndNothingElse) {
  Proefgemeente amsterdam;
  AnswerFound(amsterdam);
  bool refuse = true;
  amsterdam.on_deliver = [&refuse](int /*n*/, const std::string& id) {
    if (refuse && id == "D-1") {
      return grpc::Status(grpc::StatusCode::INVALID_ARGUMENT, "BSN " + TestBsn(0) + " ken ik niet");
    }
    return grpc::Status::OK;
  };
  const Stubs stubs = Make("buiten", Rol(amsterdam));
  MakeSignaal(stubs, 0);
  MakeSignaal(stubs, 1);
  Advance(stubs, "2025-01-07T06:00:00+01:00");
  EXPECT_TRUE(
      stubs
          .Call(Request<v1::WithdrawZiekmeldingRequest>(absl::StrCat(
              "intrekking { loonheffingennummer: '", kNummer, "' kenmerk: 'I-0' verwijst_naar: 'Z-0' }")))
          .status.ok());
  const v1::Kwitantie kwitantie = Advance(stubs, "2025-01-08T06:00:00+01:00");
  EXPECT_FALSE(kwitantie.rustig());
  // D-3 is the intrekking of the case of D-1, and waits behind it (DL-04).
  EXPECT_THAT(amsterdam.kept(), ElementsAre("D-2"));
  const auto owed = Owed(stubs);
  ASSERT_THAT(owed, SizeIs(2));
  EXPECT_EQ(owed[0].bericht_id(), "D-1");
  EXPECT_TRUE(owed[0].geweigerd());
  // BSN-03: what the other side said is kept without the BSN.
  EXPECT_THAT(owed[0].reden(), HasSubstr("INVALID_ARGUMENT: BSN ######### ken ik niet"));
  EXPECT_EQ(owed[1].bericht_id(), "D-3");
  refuse = false;
  EXPECT_TRUE(Advance(stubs, "2025-01-09T06:00:00+01:00").rustig());
  EXPECT_THAT(amsterdam.kept(), ElementsAre("D-2", "D-1", "D-3"));
}

TEST_F(Buiten, AGemeenteThatHangsHoldsUpNoOther) {
  ServerOptions options;
  options.endpoint_deadline_ms = kShortDeadlineMs;
  Start(options);
  Proefgemeente amsterdam;
  Proefgemeente utrecht;
  absl::Notification end;
  amsterdam.on_lookup = [](int /*n*/, const v1::LookupLksRequest& request, v1::LookupLksResponse* response) {
    return Found(request, response);
  };
  amsterdam.on_deliver = [&end](int /*n*/, const std::string& id) {
    if (id != "D-1") end.WaitForNotification();
    return grpc::Status::OK;
  };
  const Stubs stubs = Make("buiten", Rol(amsterdam) + Rol(utrecht, "0344"));
  MakeSignaal(stubs, 0);
  EXPECT_TRUE(stubs
                  .Call(Request<v1::RegisterWoonplaatsRequest>(
                      absl::StrCat("woonplaats { bsn: '", TestBsn(0), "' gemeentecode: '0344' datum_van ",
                                   Datum("2025-02-01"), " }")))
                  .status.ok());
  // What is for Amsterdam in the exchange of 1 March hangs; what is for Utrecht does not wait for it.
  Advance(stubs, "2025-02-28T12:00:00+01:00");
  MakeSignaal(stubs, 1);
  Advance(stubs, "2025-03-01T06:00:00+01:00");
  EXPECT_THAT(utrecht.kept(), ElementsAre("0344-20250301"));
  const auto owed = Owed(stubs);
  EXPECT_FALSE(owed.empty());
  for (const v1::Levering& levering : owed) EXPECT_EQ(levering.gemeentecode(), "0363");
  end.Notify();
}

// While an advance waits for a gemeente, other calls are answered and another environment moves.
TEST_F(Buiten, AnAdvanceThatWaitsHoldsUpNothingElse) {
  Proefgemeente amsterdam;
  absl::Notification asked;
  absl::Notification answer;
  amsterdam.on_lookup = [&](int n, const v1::LookupLksRequest& request, v1::LookupLksResponse* response) {
    if (n == 1) {
      asked.Notify();
      answer.WaitForNotification();
    }
    return Found(request, response);
  };
  const Stubs stubs = Make("buiten", Rol(amsterdam));
  const Stubs other = Make("ander");
  MakeSignaal(stubs, 0);
  auto advance = std::async(std::launch::async, [&] { return Advance(stubs, "2025-01-07T12:00:00+01:00"); });
  asked.WaitForNotification();
  EXPECT_TRUE(stubs.Call(v1::ListRapportagesRequest()).status.ok());
  // Accepted before the exchange of 06:00, of which it is part.
  EXPECT_TRUE(stubs.Call(DienstverbandOf(1)).status.ok());
  const auto ziek = stubs.Call(ZiekmeldingOf(1, "tussendoor"));
  EXPECT_TRUE(ziek.status.ok());
  EXPECT_LT(stubs.Call(v1::GetClockRequest()).response.clock().tijdstip().seconds(),
            Seconds("2025-01-07T06:00:00+01:00"));
  EXPECT_TRUE(Advance(other, "2025-02-01T06:00:00+01:00").rustig());
  // A second advance comes after the first.
  auto second = std::async(std::launch::async, [&] { return Advance(stubs, "2025-01-08T12:00:00+01:00"); });
  answer.Notify();
  EXPECT_TRUE(advance.get().rustig());
  EXPECT_EQ(second.get().tot_tijdstip().seconds(), Seconds("2025-01-08T12:00:00+01:00"));
}

TEST_F(Buiten, SIG09_NotAvailableHoldsWhatNothingFoundEnds) {
  Proefgemeente amsterdam;
  v1::LksAntwoord says = v1::LKS_ANTWOORD_NIET_BESCHIKBAAR;
  amsterdam.on_lookup = [&says](int /*n*/, const v1::LookupLksRequest& /*request*/,
                                v1::LookupLksResponse* response) {
    response->set_antwoord(says);
    return grpc::Status::OK;
  };
  const Stubs stubs = Make("buiten", Rol(amsterdam));
  MakeSignaal(stubs, 0);
  v1::Kwitantie kwitantie = Advance(stubs, "2025-03-03T06:00:00+01:00");
  EXPECT_FALSE(kwitantie.rustig());
  EXPECT_EQ(kwitantie.openstaand(0).gemeentecode(), "0363");
  ASSERT_THAT(Held(stubs), SizeIs(1));
  EXPECT_EQ(Held(stubs)[0].reden(), v1::AANHOUDREDEN_DKD_NIET_BESCHIKBAAR);
  EXPECT_THAT(amsterdam.kept(), IsEmpty());
  says = v1::LKS_ANTWOORD_NIETS_GEVONDEN;
  kwitantie = Advance(stubs, "2025-03-04T06:00:00+01:00");
  EXPECT_TRUE(kwitantie.rustig());
  EXPECT_THAT(Held(stubs), IsEmpty());
  EXPECT_THAT(amsterdam.kept(), IsEmpty());
}

TEST_F(Buiten, SIG09_HeldGoesOutWhenTheAnswerComes) {
  Proefgemeente amsterdam;
  const Stubs stubs = Make("buiten", Rol(amsterdam));
  amsterdam.Close();
  MakeSignaal(stubs, 0);
  // DL-01 waits as well, and what follows the ziekmelding waits behind it.
  EXPECT_TRUE(stubs
                  .Call(Request<v1::SubmitHerstelmeldingRequest>(absl::StrCat(
                      "herstelmelding { loonheffingennummer: '", kNummer,
                      "' kenmerk: 'H-0' verwijst_naar: 'Z-0' hersteld_per ", Datum("2025-01-07"), " }")))
                  .status.error_code() != grpc::StatusCode::OK);
  Advance(stubs, "2025-03-03T06:00:00+01:00");
  EXPECT_THAT(Held(stubs), SizeIs(1));
  AnswerFound(amsterdam);
  amsterdam.Open();
  EXPECT_TRUE(Advance(stubs, "2025-03-04T06:00:00+01:00").rustig());
  EXPECT_THAT(amsterdam.kept(), ElementsAre("D-1", "0363-20250304"));
}

// An answer that cannot be right is no answer, and never "no LKS".
TEST_F(Buiten, SIG09_NonsenseIsNotAvailable) {
  Proefgemeente amsterdam;
  const std::string goed =
      absl::StrCat("gemeentecode: '0363' datum_van ", Datum("2024-01-01"), " loonwaarde: 60 ");
  const std::vector<std::string> answers = {
      "",
      "antwoord: 9",
      "antwoord: LKS_ANTWOORD_GEVONDEN",
      "antwoord: LKS_ANTWOORD_NIETS_GEVONDEN lks_perioden { bsn: 'BSN' " + goed + "}",
      "antwoord: LKS_ANTWOORD_GEVONDEN lks_perioden { bsn: '999990019' " + goed + "}",
      "antwoord: LKS_ANTWOORD_GEVONDEN lks_perioden { bsn: 'BSN' gemeentecode: '0344' }",
      "antwoord: LKS_ANTWOORD_GEVONDEN lks_perioden { bsn: 'BSN' gemeentecode: '0363' loonwaarde: 60 }",
      "antwoord: LKS_ANTWOORD_GEVONDEN lks_perioden { bsn: 'BSN' " + goed + "datum_tot " +
          Datum("2023-12-31") + " }",
      "antwoord: LKS_ANTWOORD_GEVONDEN lks_perioden { bsn: 'BSN' gemeentecode: '0363' loonwaarde: 60 "
      "datum_van " +
          Datum("2010-01-01") + " datum_tot " + Datum("2010-12-31") + " }",
      "antwoord: LKS_ANTWOORD_GEVONDEN lks_perioden { bsn: 'BSN' gemeentecode: '0363' loonwaarde: 100 "
      "datum_van " +
          Datum("2024-01-01") + " }",
  };
  std::size_t which = 0;
  amsterdam.on_lookup = [&](int /*n*/, const v1::LookupLksRequest& request, v1::LookupLksResponse* response) {
    std::string text = answers[which];
    const std::size_t at = text.find("'BSN'");
    if (at != std::string::npos) text.replace(at, 5, "'" + request.bsn() + "'");
    *response = Request<v1::LookupLksResponse>(text);
    return grpc::Status::OK;
  };
  const Stubs stubs = Make("buiten", Rol(amsterdam));
  MakeSignaal(stubs, 0);
  Advance(stubs, "2025-03-01T00:00:00+01:00");
  for (which = 0; which < answers.size(); ++which) {
    SCOPED_TRACE(answers[which]);
    const v1::Kwitantie kwitantie = Advance(stubs, absl::StrCat("2025-03-", which + 10, "T12:00:00+01:00"));
    EXPECT_FALSE(kwitantie.rustig());
    EXPECT_THAT(Held(stubs), SizeIs(1));
  }
  AnswerFound(amsterdam);
  EXPECT_TRUE(Advance(stubs, "2025-03-25T12:00:00+01:00").rustig());
  EXPECT_THAT(Held(stubs), IsEmpty());
}

TEST_F(Buiten, AnAbsentGemeenteGetsNothingAndAnswersNothing) {
  const Stubs stubs =
      Make("buiten", "rollen { soort: ROLSOORT_GEMEENTE gemeentecode: '0363' modus: ROLMODUS_ABSENT }");
  MakeSignaal(stubs, 0);
  Advance(stubs, "2025-03-03T06:00:00+01:00");
  EXPECT_THAT(Held(stubs), SizeIs(1));
  EXPECT_THAT(Owed(stubs), IsEmpty());
}

// A gemeente that has an address for DKD may still want to collect.
TEST_F(Buiten, WhoAsksToCollectIsNotDeliveredTo) {
  Proefgemeente amsterdam;
  AnswerFound(amsterdam);
  const Stubs stubs = Make("buiten", Rol(amsterdam));
  EXPECT_TRUE(stubs
                  .Call(Request<v1::SetAfnemerRequest>(
                      "afnemer { gemeentecode: '0363' leverwijze: LEVERWIJZE_COLLECT }"))
                  .status.ok());
  MakeSignaal(stubs, 0);
  EXPECT_TRUE(Advance(stubs, "2025-03-03T06:00:00+01:00").rustig());
  EXPECT_THAT(amsterdam.kept(), IsEmpty());
  EXPECT_EQ(stubs.Call(v1::ListRapportagesRequest()).response.rapportages_size(), 1);
}

// A simulated gemeente with an endpoint takes it in itself.
TEST_F(Buiten, ASimulatedGemeenteTakesItsDeliveriesIn) {
  const Stubs stubs = Make("sim");
  EXPECT_TRUE(stubs
                  .Call(Request<v1::SetAfnemerRequest>(
                      "afnemer { gemeentecode: '0363' leverwijze: LEVERWIJZE_ENDPOINT }"))
                  .status.ok());
  MakeSignaal(stubs, 0);
  EXPECT_TRUE(Advance(stubs, "2025-03-03T06:00:00+01:00").rustig());
  const auto events = stubs.Call(
      Request<v1::ListGebeurtenissenRequest>("filter { soorten: GEBEURTENISSOORT_RAPPORTAGE_DELIVERED "
                                             "soorten: GEBEURTENISSOORT_MELDING_DELIVERED }"));
  EXPECT_EQ(events.response.gebeurtenissen_size(), 2);
}

TEST_F(Buiten, WhatIsOwedSurvivesARestartBetweenExchanges) {
  ServerOptions options;
  options.data_directory = map_.path();
  Start(options);
  Proefgemeente amsterdam;
  AnswerFound(amsterdam);
  amsterdam.on_deliver = [](int /*n*/, const std::string& /*id*/) {
    return grpc::Status(grpc::StatusCode::UNAVAILABLE, "even niet");
  };
  {
    const Stubs stubs = Make("buiten", Rol(amsterdam));
    MakeSignaal(stubs, 0);
    EXPECT_FALSE(Advance(stubs, "2025-01-07T12:00:00+01:00").rustig());
  }
  amsterdam.on_deliver = nullptr;
  Start(options);
  const Stubs stubs = At("buiten");
  EXPECT_THAT(Owed(stubs), SizeIs(1));
  EXPECT_TRUE(Advance(stubs, "2025-01-08T06:00:00+01:00").rustig());
  EXPECT_THAT(amsterdam.kept(), ElementsAre("D-1"));
  EXPECT_THAT(Owed(stubs), IsEmpty());
}

// A server that stops does not wait for a gemeente; the exchange it was in is run when it is back.
TEST_F(Buiten, AServerThatStopsInAnExchangeRunsItWhenItIsBack) {
  ServerOptions options;
  options.data_directory = map_.path();
  options.endpoint_deadline_ms = 60'000;
  Start(options);
  Proefgemeente amsterdam;
  absl::Notification asked;
  absl::Notification answer;
  amsterdam.on_lookup = [&](int n, const v1::LookupLksRequest& request, v1::LookupLksResponse* response) {
    if (n == 1) {
      asked.Notify();
      answer.WaitForNotification();
    }
    return Found(request, response);
  };
  {
    const Stubs stubs = Make("buiten", Rol(amsterdam));
    MakeSignaal(stubs, 0);
    auto advance = std::async(std::launch::async, [&] {
      return stubs.Call(Request<v1::AdvanceClockRequest>("duur { seconds: 864000 }")).status.error_code();
    });
    asked.WaitForNotification();
    server_->Shutdown();
    EXPECT_NE(advance.get(), grpc::StatusCode::OK);
  }
  answer.Notify();
  Start(options);
  const Stubs stubs = At("buiten");
  EXPECT_TRUE(Advance(stubs, "2025-01-07T06:00:00+01:00").rustig());
  EXPECT_THAT(amsterdam.kept(), ElementsAre("D-1"));
}

}  // namespace
}  // namespace ketenproef
