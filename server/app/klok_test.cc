// The virtual clock over real stubs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/app/chain_test.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;

class Klok : public ChainTest {
 protected:
  void SetUp() override {
    ChainTest::SetUp();
    klok_ = std::make_unique<Stubs>(Make("klok"));
  }

  v1::Clock Get() { return klok_->Call(v1::GetClockRequest()).response.clock(); }
  Answer<v1::AdvanceClockResponse> By(const std::string& request) {
    return klok_->Call(Request<v1::AdvanceClockRequest>(request));
  }

  std::unique_ptr<Stubs> klok_;
};

TEST_F(Klok, BeginsWhereToldWithTheNextExchangeDue) {
  const v1::Clock clock = Get();
  EXPECT_EQ(clock.tijdstip().seconds(), kStart);
  EXPECT_EQ(clock.mode(), v1::CLOCK_MODE_STEPPED);
  EXPECT_EQ(clock.factor(), 0);
  EXPECT_EQ(clock.volgende().tijdstip().seconds(), Seconds("2025-01-07T06:00:00+01:00"));
  EXPECT_EQ(clock.volgende().soort(), v1::GEVUURDSOORT_UITWISSELING);
}

TEST_F(Klok, AdvanceFiresUpToAndIncludingTheInstant) {
  v1::Kwitantie kwitantie = Advance(*klok_, "2025-01-07T05:59:59+01:00");
  EXPECT_EQ(kwitantie.van_tijdstip().seconds(), kStart);
  EXPECT_EQ(kwitantie.aantal_gevuurd(), 0);
  EXPECT_TRUE(kwitantie.rustig());
  kwitantie = Advance(*klok_, "2025-01-07T06:00:00+01:00");
  ASSERT_EQ(kwitantie.gevuurd_size(), 1);
  EXPECT_EQ(kwitantie.gevuurd(0).soort(), v1::GEVUURDSOORT_UITWISSELING);
  EXPECT_EQ(kwitantie.gevuurd(0).tijdstip().seconds(), Seconds("2025-01-07T06:00:00+01:00"));
  // To where it stands is well and does nothing.
  kwitantie = Advance(*klok_, "2025-01-07T06:00:00+01:00");
  EXPECT_EQ(kwitantie.aantal_gevuurd(), 0);
  EXPECT_EQ(Get().volgende().tijdstip().seconds(), Seconds("2025-01-08T06:00:00+01:00"));
}

TEST_F(Klok, KAL01_OneExchangeADayAlsoWhenTheHourChanges) {
  Advance(*klok_, "2025-03-29T12:00:00+01:00");
  v1::Kwitantie kwitantie = Advance(*klok_, "2025-03-31T12:00:00+02:00");
  ASSERT_EQ(kwitantie.gevuurd_size(), 2);
  EXPECT_EQ(kwitantie.gevuurd(0).tijdstip().seconds(), Seconds("2025-03-30T04:00:00Z"));
  Advance(*klok_, "2025-10-25T12:00:00+02:00");
  kwitantie = Advance(*klok_, "2025-10-27T12:00:00+01:00");
  ASSERT_EQ(kwitantie.gevuurd_size(), 2);
  EXPECT_EQ(kwitantie.gevuurd(0).tijdstip().seconds(), Seconds("2025-10-26T05:00:00Z"));
}

TEST_F(Klok, BO06_TermsLapseAtMidnightBeforeTheExchange) {
  ASSERT_TRUE(klok_->Call(DienstverbandOf(1)).status.ok());
  ASSERT_TRUE(klok_->Call(ZiekmeldingOf(1, "Z")).status.ok());
  Advance(*klok_, "2025-02-17T06:00:00+01:00");
  EXPECT_EQ(Get().volgende().soort(), v1::GEVUURDSOORT_TERMIJN_VERSTREKEN);
  EXPECT_EQ(Get().volgende().tijdstip().seconds(), Seconds("2025-02-18T00:00:00+01:00"));
  const v1::Kwitantie kwitantie = Advance(*klok_, "2025-02-18T06:00:00+01:00");
  ASSERT_EQ(kwitantie.gevuurd_size(), 2);
  EXPECT_EQ(kwitantie.gevuurd(0).soort(), v1::GEVUURDSOORT_TERMIJN_VERSTREKEN);
  EXPECT_EQ(kwitantie.gevuurd(0).aantal_termijnen(), 1);
  EXPECT_EQ(kwitantie.gevuurd(1).soort(), v1::GEVUURDSOORT_UITWISSELING);
}

TEST_F(Klok, ReceiptCountsWhatTheExchangeDid) {
  MakeSignaal(*klok_, 1);
  const v1::Kwitantie kwitantie = Advance(*klok_, "2025-03-01T06:00:00+01:00");
  EXPECT_EQ(kwitantie.gevuurd(0).uitwisseling().doorleveringen(), 1);
  const auto& last = kwitantie.gevuurd(kwitantie.gevuurd_size() - 1).uitwisseling();
  EXPECT_EQ(last.signalen(), 1);
  EXPECT_EQ(last.rapportages(), 1);
  EXPECT_EQ(last.aangehouden(), 0);
}

TEST_F(Klok, BackInTimeIsRefusedAndMovesNothing) {
  ExpectRefused(By(absl::StrCat("tot_tijdstip { seconds: ", kStart - 1, " nanos: 999999999 }")).status,
                StatusCode::FAILED_PRECONDITION, "TIJD_TERUG");
  EXPECT_EQ(Get().tijdstip().seconds(), kStart);
}

TEST_F(Klok, ByADuration) {
  EXPECT_TRUE(By("duur { }").status.ok());
  EXPECT_EQ(By("duur { seconds: 86400 nanos: 1 }").response.kwitantie().tot_tijdstip().nanos(), 1);
  EXPECT_EQ(Get().tijdstip().seconds(), kStart + 86'400);
  EXPECT_TRUE(By("duur { nanos: 999999999 }").status.ok());
  EXPECT_EQ(Get().tijdstip().seconds(), kStart + 86'401);
  EXPECT_EQ(Get().tijdstip().nanos(), 0);
}

TEST_F(Klok, MalformedAdvances) {
  const std::vector<std::pair<std::string, std::string>> requests = {
      {"", "doel"},
      {"tot_tijdstip { seconds: 0 nanos: -1 }", "tot_tijdstip"},
      {"tot_tijdstip { seconds: 9223372036854775807 }", "tot_tijdstip"},
      {"tot_tijdstip { seconds: -2209075201 }", "tot_tijdstip"},
      {"tot_tijdstip { seconds: 7258118400 }", "tot_tijdstip"},
      {"duur { seconds: -1 }", "duur"},
      {"duur { nanos: -1 }", "duur"},
      {"duur { nanos: 1000000000 }", "duur"},
      {"duur { seconds: 9223372036854775807 }", "duur"},
      {"duur { seconds: 9223372036 }", "duur"},
      {"duur { seconds: 6000000000 }", "duur"}};
  for (const auto& [request, field] : requests) {
    SCOPED_TRACE(request);
    ExpectRefused(By(request).status, StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {field});
  }
  EXPECT_EQ(Get().tijdstip().seconds(), kStart);
}

// "No later than the end of 2199": that is a malformed field, not time going back.
TEST_F(Klok, EndOf2199) {
  const Stubs last = Make("laatste");
  EXPECT_TRUE(last.Call(Request<v1::AdvanceClockRequest>(absl::StrCat(
                            "tot_tijdstip { seconds: ", Seconds("2199-12-31T23:59:59+01:00"), " }")))
                  .status.ok());
  const auto beyond = last.Call(Request<v1::AdvanceClockRequest>(
      absl::StrCat("tot_tijdstip { seconds: ", Seconds("2200-01-01T00:00:00+01:00"), " }")));
  EXPECT_EQ(DetailsOf(beyond.status).reason, "VELD_ONGELDIG");
  EXPECT_TRUE(last.Call(v1::GetClockRequest()).status.ok());
}

// "The first 1,000", and the count of all.
TEST_F(Klok, ReceiptOfMoreThanAThousand) {
  v1::Kwitantie kwitantie = Advance(*klok_, "2027-10-03T06:00:00+02:00");
  EXPECT_EQ(kwitantie.aantal_gevuurd(), 1'000);
  EXPECT_EQ(kwitantie.gevuurd_size(), 1'000);
  EXPECT_FALSE(kwitantie.afgekapt());
  kwitantie = Advance(*klok_, "2030-06-30T06:00:00+02:00");
  EXPECT_EQ(kwitantie.aantal_gevuurd(), 1'001);
  EXPECT_EQ(kwitantie.gevuurd_size(), 1'000);
  EXPECT_TRUE(kwitantie.afgekapt());
}

TEST_F(Klok, SetClockMode) {
  const auto set = [&](const std::string& request) {
    return klok_->Call(Request<v1::SetClockModeRequest>(request)).status;
  };
  EXPECT_TRUE(set("mode: CLOCK_MODE_STEPPED").ok());
  ExpectRefused(set(""), StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"mode"});
  ExpectRefused(set("mode: 9"), StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"mode"});
  for (const std::string factor : {"0", "0.0009", "-1", "1000001", "nan", "inf"}) {
    SCOPED_TRACE(factor);
    ExpectRefused(set("mode: CLOCK_MODE_RUNNING factor: " + factor), StatusCode::INVALID_ARGUMENT,
                  "VELD_ONGELDIG", {"factor"});
  }
  ExpectRefused(set("mode: CLOCK_MODE_STEPPED factor: 1"), StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG",
                {"factor"});
}

// A running clock moves by itself and fires what falls due; stepping it is refused until it is stepped again.
TEST_F(Klok, ARunningClockFiresWhatFallsDue) {
  auto watch = klok_->WatchClock({});
  const auto run = klok_->Call(Request<v1::SetClockModeRequest>("mode: CLOCK_MODE_RUNNING factor: 500000"));
  ASSERT_TRUE(run.status.ok()) << run.status.error_message();
  EXPECT_EQ(run.response.clock().mode(), v1::CLOCK_MODE_RUNNING);
  EXPECT_EQ(run.response.clock().factor(), 500'000);
  ExpectRefused(By("duur { seconds: 1 }").status, StatusCode::FAILED_PRECONDITION, "KLOK_LOOPT");
  v1::WatchClockResponse seen;
  std::int64_t last = 0;
  while (last < Seconds("2025-01-08T06:00:00+01:00")) {
    ASSERT_TRUE(watch.stream->Read(&seen));
    EXPECT_GE(seen.clock().tijdstip().seconds(), last);
    last = seen.clock().tijdstip().seconds();
  }
  watch.context->TryCancel();
  EXPECT_EQ(
      klok_->Call(Request<v1::SetClockModeRequest>("mode: CLOCK_MODE_STEPPED")).response.clock().factor(), 0);
  const std::int64_t stopped = Get().tijdstip().seconds();
  EXPECT_TRUE(By("duur { seconds: 0 }").status.ok());
  EXPECT_EQ(Get().tijdstip().seconds(), stopped);
}

// "With CLOCK_MODE_RUNNING ...; otherwise 0."
TEST_F(Klok, SteppedClockHasNoFactor) {
  ExpectRefused(klok_->Call(Request<v1::SetClockModeRequest>("mode: CLOCK_MODE_STEPPED factor: 2")).status,
                StatusCode::INVALID_ARGUMENT, "VELD_ONGELDIG", {"factor"});
}

TEST_F(Klok, UnknownOmgeving) {
  const Stubs nowhere = At("nergens");
  ExpectRefused(nowhere.Call(v1::GetClockRequest()).status, StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
  ExpectRefused(nowhere.Call(v1::AdvanceClockRequest()).status, StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
  // Without metadata it is `standaard`, which nobody has made here.
  ExpectRefused(At("").Call(v1::GetClockRequest()).status, StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
  Make("standaard");
  EXPECT_TRUE(At("").Call(v1::GetClockRequest()).status.ok());
  for (const std::string hostile : {"../klok", "KLOK", "klok ", "klok/", "a'b", "%00"}) {
    ExpectRefused(At(hostile).Call(v1::GetClockRequest()).status, StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
  }
}

}  // namespace
}  // namespace ketenproef
