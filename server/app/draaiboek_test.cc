// Playing a playbook over a stream.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/app/chain_test.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;

class Draaiboek : public ChainTest {
 protected:
  void SetUp() override {
    ChainTest::SetUp();
    draaiboek_ = std::make_unique<Stubs>(Make("draaiboek"));
  }

  // One batch of lines, as text; its answer.
  v1::PlayDraaiboekResponse Play(const std::vector<std::string>& lines) {
    v1::PlayDraaiboekRequest batch;
    int regelnummer = 0;
    for (const std::string& line : lines) {
      *batch.add_regels() = Request<v1::Draaiboekregel>(line);
      batch.mutable_regels(regelnummer)->set_regelnummer(regelnummer + 1);
      ++regelnummer;
    }
    auto call = draaiboek_->PlayDraaiboek();
    v1::PlayDraaiboekResponse answer;
    EXPECT_TRUE(call.stream->Write(batch));
    EXPECT_TRUE(call.stream->Read(&answer));
    call.stream->WritesDone();
    EXPECT_TRUE(call.stream->Finish().ok());
    EXPECT_EQ(answer.resultaten_size(), static_cast<int>(lines.size()));
    return answer;
  }
  static std::string On(const std::string& instant, const std::string& opdracht) {
    return absl::StrCat("tijdstip { seconds: ", Seconds(instant), " } ", opdracht);
  }
  static std::string Woonplaats() {
    return absl::StrCat("woonplaats { bsn: '", TestBsn(1), "' gemeentecode: '0363' datum_van ",
                        Datum("2024-01-01"), " }");
  }
  std::int64_t Clock() {
    return draaiboek_->Call(v1::GetClockRequest()).response.clock().tijdstip().seconds();
  }

  std::unique_ptr<Stubs> draaiboek_;
};

TEST_F(Draaiboek, EveryKindOfLineInOnePlay) {
  const std::string bsn = absl::StrCat("bsn: '", TestBsn(1), "' ");
  const std::string nummer = absl::StrCat("loonheffingennummer: '", kNummer, "' ");
  const std::string van = absl::StrCat("datum_van ", Datum("2024-01-01"), " ");
  const std::string tot = absl::StrCat("datum_tot ", Datum("2025-12-31"), " ");
  const std::string day1 = "2025-01-06T09:00:00+01:00";
  const std::string day2 = "2025-01-07T09:00:00+01:00";
  const std::string ao = absl::StrCat("eerste_ao_dag ", Datum("2025-01-06"), " no_risk: true ");
  const auto answer = Play({
      On(day1, absl::StrCat("doelgroepregistratie { ", bsn, van, "}")),
      On(day1, Woonplaats()),
      On(day1, absl::StrCat("dienstverband { ", bsn, nummer, van, "}")),
      On(day1,
         absl::StrCat("lks_periode { ", bsn, van, "gemeentecode: '0363' loonwaarde: 60 forfaitair: false }")),
      On(day1, absl::StrCat("ziekmelding { kenmerk: 'Z' ", bsn, nummer, ao, "}")),
      On(day2, absl::StrCat("verlenging { ", nummer, "verwijst_naar: 'Z' toelichting: 't' }")),
      On(day2, absl::StrCat("beslissing { ", nummer, "verwijst_naar: 'Z' uitkomst: UITKOMST_TOEKENNING }")),
      On(day2, absl::StrCat("herstelmelding { kenmerk: 'H' ", nummer, "verwijst_naar: 'Z' hersteld_per ",
                            Datum("2025-01-07"), " }")),
      On(day2, absl::StrCat("intrekking { kenmerk: 'I' ", nummer, "verwijst_naar: 'Z' }")),
      On(day2, absl::StrCat("ziek_en_herstelmelding { kenmerk: 'B' ", bsn, nummer, ao, "hersteld_per ",
                            Datum("2025-01-07"), " }")),
      On(day2, absl::StrCat("einde_dienstverband { ", bsn, nummer, tot, "}")),
      On(day2, absl::StrCat("einde_lks_periode { ", bsn, tot, "}")),
      On(day2, absl::StrCat("einde_doelgroepregistratie { ", bsn, tot, "}")),
  });
  for (const auto& resultaat : answer.resultaten()) {
    EXPECT_FALSE(resultaat.has_weigering()) << resultaat.DebugString();
  }
  EXPECT_TRUE(answer.resultaten(4).has_ontvangst());
  EXPECT_TRUE(answer.resultaten(6).has_verwerkt());
  EXPECT_EQ(answer.resultaten(9).ontvangst().oordelen_size(), 2);
  // The exchange of 7 January ran between the two days.
  EXPECT_EQ(draaiboek_->Call(v1::ListDoorleveringenRequest()).response.doorleveringen_size(), 1);
  EXPECT_EQ(Clock(), Seconds(day2));
}

TEST_F(Draaiboek, LineGoingBackIsRefusedAndThePlayGoesOn) {
  const auto answer =
      Play({On("2025-01-08T08:00:00Z", Woonplaats()), On("2025-01-08T07:59:59Z", Woonplaats()),
            On("2025-01-08T08:00:00Z", Woonplaats()), On("2025-01-09T08:00:00Z", Woonplaats())});
  EXPECT_TRUE(answer.resultaten(0).has_verwerkt());
  EXPECT_EQ(answer.resultaten(1).weigering().regel(), "TIJD_TERUG");
  EXPECT_EQ(answer.resultaten(1).weigering().soort(), v1::WEIGERINGSOORT_TOESTAND);
  EXPECT_EQ(answer.resultaten(1).regelnummer(), 2);
  EXPECT_TRUE(answer.resultaten(2).has_verwerkt());
  EXPECT_TRUE(answer.resultaten(3).has_verwerkt());
  EXPECT_EQ(draaiboek_->Call(Request<v1::ListWoonplaatsenRequest>(absl::StrCat("bsn: '", TestBsn(1), "'")))
                .response.woonplaatsen_size(),
            3);
}

TEST_F(Draaiboek, MalformedLines) {
  const auto answer = Play({Woonplaats(), absl::StrCat("tijdstip { nanos: -1 } ", Woonplaats()),
                            absl::StrCat("tijdstip { seconds: 7258118400 } ", Woonplaats()),
                            On("2025-01-10T08:00:00Z", ""), On("2025-01-11T08:00:00Z", "ziekmelding { }")});
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(answer.resultaten(i).weigering().regel(), "VELD_ONGELDIG") << i;
    EXPECT_EQ(answer.resultaten(i).weigering().soort(), v1::WEIGERINGSOORT_VELD) << i;
  }
  EXPECT_EQ(answer.resultaten(4).weigering().regel(), "ZM-01");
  // A refused record has moved the clock all the same.
  EXPECT_EQ(Clock(), Seconds("2025-01-11T08:00:00Z"));
}

TEST_F(Draaiboek, RegelnummersComeBackAsGiven) {
  v1::PlayDraaiboekRequest batch;
  for (const std::int64_t number :
       {std::int64_t{-1}, std::int64_t{0}, std::int64_t{9'223'372'036'854'775'807}}) {
    batch.add_regels()->set_regelnummer(number);
  }
  auto call = draaiboek_->PlayDraaiboek();
  v1::PlayDraaiboekResponse answer;
  ASSERT_TRUE(call.stream->Write(batch));
  ASSERT_TRUE(call.stream->Read(&answer));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(answer.resultaten(i).regelnummer(), batch.regels(i).regelnummer());
  call.stream->WritesDone();
  EXPECT_TRUE(call.stream->Finish().ok());
}

// BSN-03: whatever is wrong with a line, its answer repeats nothing of it.
TEST_F(Draaiboek, BSN03_RefusalsHoldNothingOfTheLine) {
  const std::string bsn = TestBsn(7);
  const auto answer =
      Play({On("2025-01-08T08:00:00Z", absl::StrCat("ziekmelding { kenmerk: '", bsn, "' bsn: '", bsn,
                                                    "' loonheffingennummer: '", bsn, "' }")),
            On("2025-01-08T08:00:00Z",
               absl::StrCat("herstelmelding { kenmerk: '", bsn, "' verwijst_naar: '", bsn, "' }"))});
  EXPECT_EQ(answer.DebugString().find(bsn), std::string::npos);
}

// Refused lines are counted by rule; those that no rule speaks about are not.
TEST_F(Draaiboek, RefusalsAreCounted) {
  Play({On("2025-01-08T08:00:00Z", "ziekmelding { }"), On("2025-01-08T08:00:00Z", ""),
        On("2025-01-07T08:00:00Z", Woonplaats())});
  const auto omgeving =
      draaiboek_->Call(Request<v1::GetOmgevingRequest>("naam: 'draaiboek'")).response.omgeving();
  ASSERT_GE(omgeving.regeltellingen_size(), 1);
  EXPECT_EQ(omgeving.regeltellingen(0).regel(), "ZM-01");
  EXPECT_EQ(omgeving.regeltellingen_size(), 1);
}

}  // namespace
}  // namespace ketenproef
