// The clock of an environment: what falls due while it advances, and the receipt of it.
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/omgeving/omgeving.h"
#include "server/omgeving/omgeving_fixture.h"

namespace ketenproef {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> Gevuurde(const Kwitantie& kwitantie) {
  std::vector<std::string> regels;
  for (const Gevuurd& gevuurd : kwitantie.gevuurd) {
    regels.push_back(
        absl::StrCat(gevuurd.tijdstip.ToString(),
                     gevuurd.soort == Gevuurd::Soort::kUitwisseling ? " uitwisseling" : " termijn ",
                     gevuurd.soort == Gevuurd::Soort::kUitwisseling ? "" : absl::StrCat(gevuurd.termijnen)));
  }
  return regels;
}

class Klok : public ::testing::Test {
 protected:
  bool Verstreken(std::uint32_t geval) {
    return omgeving_.toestand().GetGeval(Gevalnummer{geval}).beoordeling.verstreken;
  }

  Proefomgeving omgeving_{Op("2025-01-06")};
};

TEST_F(Klok, BO06_LapsesAtMidnightAfterTheLastDayAndNotANanosecondBefore) {
  Registreer(omgeving_, 0, kUtrecht, kUtrecht);
  omgeving_.Ok(Ziek(0, "z", D("2025-01-06")));
  const Tijdstip middernacht = Op("2025-02-18", 0);
  EXPECT_EQ(omgeving_->next_termijn(), middernacht);
  omgeving_.Naar(NanosAfter(middernacht, -1));
  EXPECT_FALSE(Verstreken(0));
  EXPECT_THAT(omgeving_.Alle<TermijnVerstreken>(), IsEmpty());
  const Kwitantie kwitantie = omgeving_.Naar(middernacht);
  EXPECT_TRUE(Verstreken(0));
  EXPECT_THAT(Gevuurde(kwitantie), ElementsAre("2025-02-17T23:00:00Z termijn 1"));
  EXPECT_EQ(omgeving_->next_termijn(), std::nullopt);
  // The case stays open, and the lapse is recorded once.
  omgeving_.Naar(Op("2025-03-01"));
  EXPECT_THAT(omgeving_.Alle<TermijnVerstreken>(), SizeIs(1));
  omgeving_.Ok(Beslis(0, "z"));
}

TEST_F(Klok, BO06_ALapseIsRecordedAtItsInstantInOrderOfTheCases) {
  for (const int p : {0, 1, 2}) Registreer(omgeving_, p, kUtrecht, kUtrecht);
  for (const int p : {2, 0, 1}) omgeving_.Ok(Ziek(p, "z", D("2025-01-06")));
  const Kwitantie kwitantie = omgeving_.Naar(Op("2025-02-18", 1));
  EXPECT_EQ(kwitantie.gevuurd.back().termijnen, 3);
  EXPECT_EQ(kwitantie.gevuurd.back().tijdstip, Op("2025-02-18", 0));
  const auto events = omgeving_.Alle<TermijnVerstreken>();
  ASSERT_THAT(events, SizeIs(3));
  for (std::uint32_t i = 0; i < 3; ++i) EXPECT_EQ(events[i].geval, Gevalnummer{i});
}

TEST_F(Klok, BO06_AnExtendedCaseLapsesBeforeLaterCasesOfTheSameDay) {
  Proefomgeving omgeving(Op("2025-01-06"));
  for (const int p : {0, 1}) Registreer(omgeving, p, kUtrecht, kUtrecht);
  omgeving.Ok(Ziek(0, "z", D("2025-01-06")));
  omgeving.Naar(Op("2025-02-03"));
  omgeving.Ok(Ziek(1, "z", D("2025-01-06")));
  omgeving.Ok(Verleng(0, "z"));
  omgeving.Naar(Op("2025-03-18", 0));
  const auto events = omgeving.Alle<TermijnVerstreken>();
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_EQ(events[0].geval, Gevalnummer{0});
  EXPECT_EQ(events[1].geval, Gevalnummer{1});
}

TEST_F(Klok, BO06_ADecidedOrWithdrawnCaseDoesNotLapse) {
  for (const int p : {0, 1, 2}) Registreer(omgeving_, p, kUtrecht, kUtrecht);
  for (const int p : {0, 1, 2}) omgeving_.Ok(Ziek(p, "z", D("2025-01-06")));
  omgeving_.Ok(Beslis(0, "z", Uitkomst::kAfwijzing));
  omgeving_.Ok(Trekin(1, "i", "z"));
  omgeving_.Naar(Op("2025-02-18", 0));
  EXPECT_FALSE(Verstreken(0));
  EXPECT_FALSE(Verstreken(1));
  EXPECT_TRUE(Verstreken(2));
}

TEST_F(Klok, BO02_AnExtendedCaseLapsesAfterItsLaterDay) {
  Registreer(omgeving_, 0, kUtrecht, kUtrecht);
  omgeving_.Ok(Ziek(0, "z", D("2025-01-06")));
  omgeving_.Naar(Op("2025-02-17", 23));
  omgeving_.Ok(Verleng(0, "z"));
  omgeving_.Reopen();
  const Kwitantie kwitantie = omgeving_.Naar(NanosAfter(Op("2025-03-18", 0), -1));
  EXPECT_FALSE(Verstreken(0));
  for (const Gevuurd& gevuurd : kwitantie.gevuurd) EXPECT_EQ(gevuurd.soort, Gevuurd::Soort::kUitwisseling);
  omgeving_.Naar(Op("2025-03-18", 0));
  EXPECT_TRUE(Verstreken(0));
}

TEST_F(Klok, TheReceiptTellsWhatFiredInOrder) {
  Registreer(omgeving_, 0, kUtrecht, kUtrecht);
  omgeving_.Ok(Ziek(0, "z", D("2025-01-06")));
  omgeving_.Naar(Op("2025-02-16", 6));
  const Kwitantie kwitantie = omgeving_.Naar(Op("2025-02-18", 6));
  EXPECT_EQ(kwitantie.van, Op("2025-02-16", 6));
  EXPECT_EQ(kwitantie.tot, Op("2025-02-18", 6));
  EXPECT_THAT(Gevuurde(kwitantie),
              ElementsAre("2025-02-17T05:00:00Z uitwisseling", "2025-02-17T23:00:00Z termijn 1",
                          "2025-02-18T05:00:00Z uitwisseling"));
  EXPECT_EQ(kwitantie.gevuurd_totaal, 3);
}

TEST_F(Klok, TheReceiptTellsWhatAnExchangeDid) {
  Registreer(omgeving_, 0, kUtrecht, kUtrecht);
  omgeving_.Ok(Ziek(0, "z", D("2025-01-06")));
  omgeving_.Ok(Beslis(0, "z"));
  omgeving_.Ok(UitDienst(0, D("2025-01-05") + Dagen(1)));
  const Kwitantie kwitantie = omgeving_.Naar(Op("2025-01-07", 6));
  ASSERT_THAT(kwitantie.gevuurd, SizeIs(1));
  const Uitwisselingtelling& telling = kwitantie.gevuurd[0].uitwisseling;
  EXPECT_EQ(telling.doorleveringen, 1U);
  EXPECT_EQ(telling.signalen, 1U);
  EXPECT_EQ(telling.berichten, 0U);
  EXPECT_EQ(telling.rapportages, 1U);
  EXPECT_EQ(telling.aangehouden, 0U);
}

TEST_F(Klok, AnAdvanceToNowFiresNothing) {
  const Kwitantie kwitantie = omgeving_.Naar(Op("2025-01-06"));
  EXPECT_THAT(kwitantie.gevuurd, IsEmpty());
  EXPECT_EQ(kwitantie.van, kwitantie.tot);
}

TEST_F(Klok, DoesNotGoBack) {
  omgeving_.Naar(Op("2025-01-07"));
  const std::string before = omgeving_.Bytes();
  const auto terug = omgeving_->Advance(NanosAfter(Op("2025-01-07"), -1));
  EXPECT_EQ(terug.status().code(), absl::StatusCode::kOutOfRange);
  EXPECT_EQ(omgeving_->klok(), Op("2025-01-07"));
  EXPECT_EQ(omgeving_.Bytes(), before);
}

TEST_F(Klok, GoesUpToTheEndOf2199AndNoFurther) {
  Proefomgeving laat(Op("2199-12-30"));
  const Tijdstip einde = NanosAfter(Op("2199-12-31", 23, 59), 59'000'000'000);
  EXPECT_EQ(einde, kLastKlok);
  EXPECT_EQ(laat->Advance(NanosAfter(einde, 1)).status().code(), absl::StatusCode::kOutOfRange);
  EXPECT_EQ(laat->klok(), Op("2199-12-30"));
  EXPECT_EQ(laat.Naar(einde).gevuurd_totaal, 1);
  EXPECT_EQ(laat->vandaag(), D("2199-12-31"));
}

TEST_F(Klok, AReceiptListsTheFirstAndCountsThemAll) {
  const Kwitantie kwitantie = omgeving_.Naar(Op("2039-01-06"));
  EXPECT_EQ(kwitantie.gevuurd.size(), Kwitantie::kMaxGevuurd);
  EXPECT_EQ(kwitantie.gevuurd_totaal, (D("2039-01-06") - D("2025-01-06")).aantal());
  EXPECT_EQ(kwitantie.gevuurd.front().tijdstip, Op("2025-01-07", 6));
  EXPECT_EQ(kwitantie.gevuurd.back().tijdstip,
            Referentie().amsterdam.UitwisselingOf(D("2025-01-06") + Dagen(Kwitantie::kMaxGevuurd)));
}

TEST_F(Klok, TheExchangeRunsAtSixInTheMorning) {
  Proefomgeving nacht(Op("2025-01-06", 5, 59));
  EXPECT_EQ(nacht->next_uitwisseling(), Op("2025-01-06", 6));
  EXPECT_THAT(nacht.Naar(NanosAfter(Op("2025-01-06", 6), -1)).gevuurd, IsEmpty());
  EXPECT_THAT(Gevuurde(nacht.Naar(Op("2025-01-06", 6))), ElementsAre("2025-01-06T05:00:00Z uitwisseling"));
  EXPECT_EQ(nacht->next_uitwisseling(), Op("2025-01-07", 6));
  EXPECT_THAT(nacht.Naar(Op("2025-01-06", 23)).gevuurd, IsEmpty());
}

TEST_F(Klok, KAL01_ADayOf23Or25HoursHasOneExchangeAtSix) {
  Proefomgeving voorjaar(Op("2025-03-29", 12));
  EXPECT_THAT(Gevuurde(voorjaar.Naar(Op("2025-03-31", 12))),
              ElementsAre("2025-03-30T04:00:00Z uitwisseling", "2025-03-31T04:00:00Z uitwisseling"));
  Proefomgeving najaar(Op("2025-10-25", 12));
  EXPECT_THAT(Gevuurde(najaar.Naar(Op("2025-10-27", 12))),
              ElementsAre("2025-10-26T05:00:00Z uitwisseling", "2025-10-27T05:00:00Z uitwisseling"));
}

TEST_F(Klok, BO06_ALapseOnTheDayAfterADaylightSavingSwitchIsAtCivilMidnight) {
  // 42 days after 2025-02-16 is Sunday 2025-03-30, a day of 23 hours.
  Proefomgeving omgeving(Op("2025-02-16"));
  Registreer(omgeving, 0, kUtrecht, kUtrecht);
  omgeving.Ok(Ziek(0, "z", D("2025-02-16")));
  EXPECT_EQ(omgeving->next_termijn(), Op("2025-03-31", 0));
  EXPECT_EQ(omgeving->next_termijn()->ToString(), "2025-03-30T22:00:00Z");
  omgeving.Naar(NanosAfter(Op("2025-03-31", 0), -1));
  EXPECT_THAT(omgeving.Alle<TermijnVerstreken>(), IsEmpty());
  omgeving.Naar(Op("2025-03-31", 0));
  EXPECT_THAT(omgeving.Alle<TermijnVerstreken>(), SizeIs(1));
}

TEST_F(Klok, SIG08_TheFirstExchangeIsThatOf2017) {
  Proefomgeving vroeg(Op("2015-01-01"));
  Registreer(vroeg, 0, kUtrecht, kUtrecht);
  vroeg.Ok(Ziek(0, "z", D("2015-01-01")));
  vroeg.Ok(Beslis(0, "z"));
  vroeg.Ok(UitDienst(0, D("2015-06-01")));
  EXPECT_EQ(vroeg->next_uitwisseling(), Op("2017-01-01", 6));
  EXPECT_THAT(vroeg.Naar(NanosAfter(Op("2017-01-01", 6), -1)).gevuurd, IsEmpty());
  EXPECT_THAT(Gevuurde(vroeg.Naar(Op("2017-01-01", 6))), ElementsAre("2017-01-01T05:00:00Z uitwisseling"));
  // What had waited goes then.
  EXPECT_THAT(vroeg.Alle<SignaalSent>(), SizeIs(1));
  EXPECT_THAT(vroeg.Alle<DoorleveringSent>(), SizeIs(1));
}

TEST_F(Klok, AnIdleYearEmitsNothing) {
  for (int p = 0; p < 100; ++p) {
    Registreer(omgeving_, p, kUtrecht, kUtrecht);
    omgeving_.Ok(Ziek(p, "z", D("2025-01-06")));
    omgeving_.Ok(Beslis(p, "z"));
  }
  omgeving_.Naar(Op("2025-01-08"));
  const std::int64_t before = omgeving_->last_volgnummer();
  const Kwitantie kwitantie = omgeving_.Naar(Op("2026-01-08"));
  EXPECT_EQ(kwitantie.gevuurd_totaal, 365);
  EXPECT_EQ(omgeving_->last_volgnummer(), before);
}

TEST_F(Klok, ALongAdvanceCommitsOnTheWay) {
  for (int p = 0; p < 50; ++p) {
    Registreer(omgeving_, p, kUtrecht, std::nullopt);
    omgeving_.Ok(Ziek(p, "z", D("2025-01-06")));
    omgeving_.Ok(Beslis(p, "z"));
    omgeving_.Ok(UitDienst(p, D("2025-01-06")));
  }
  // Every case waits for a woonplaats: one event a day for forty years.
  const std::int64_t before = omgeving_.journal().last_volgnummer();
  omgeving_.Naar(Op("2065-01-06"));
  int read = 0;
  EXPECT_TRUE(omgeving_->Read(before + 1, [&](const JournalRecord&) { return ++read > 0; }).ok());
  EXPECT_GE(read, 10'000);
}

}  // namespace
}  // namespace ketenproef
