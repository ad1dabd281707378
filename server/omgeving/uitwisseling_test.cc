// The daily exchange end to end: forwards, reports, and when it sees what.
#include "server/omgeving/uitwisseling.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/omgeving/omgeving_fixture.h"
#include "server/omgeving/sha256.h"

namespace ketenproef {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kKopregel[] =
    "BSN;Datum einde uitkeringsverhouding;Datum einde arbeidsverhouding;Datum eerste AO-dag\r\n";

class UitwisselingTest : public ::testing::Test {
 protected:
  // A case of person `p` that is due in the next exchange: decided now, out of service since yesterday.
  void MaakRijp(int p) {
    omgeving_.Ok(Ziek(p, "z", D("2025-01-02")));
    omgeving_.Ok(UitDienst(p, D("2025-01-05")));
    omgeving_.Ok(Beslis(p, "z"));
  }

  std::vector<std::string> Doorgeleverd() {
    std::vector<std::string> regels;
    for (const DoorleveringSent& sent : omgeving_.Alle<DoorleveringSent>()) {
      const char* soorten[] = {"ziek", "herstel", "intrekking"};
      regels.push_back(absl::StrCat(static_cast<std::uint32_t>(sent.melding), " ",
                                    soorten[static_cast<int>(sent.soort)], " ", sent.verlener.ToString(), " ",
                                    sent.ontvanger.ToString(), " ", sent.uitwisseling.ToString(), " ",
                                    sent.datum_ingang.ToString()));
    }
    return regels;
  }

  const std::string& Rapport(std::size_t i) { return omgeving_.toestand().rapportages().at(i).inhoud.inhoud; }

  Proefomgeving omgeving_{Op("2025-01-06")};
};

TEST_F(UitwisselingTest, SeesWhatCameJustBeforeSixAndNotWhatCameAtSix) {
  for (const int p : {0, 1}) Registreer(omgeving_, p, kUtrecht, kUtrecht);
  omgeving_.Naar(NanosAfter(Op("2025-01-07", 6), -1));
  MaakRijp(0);
  omgeving_.Naar(Op("2025-01-07", 6));
  MaakRijp(1);
  EXPECT_THAT(Doorgeleverd(), ElementsAre("0 ziek 0344 0344 2025-01-07 2025-01-02"));
  EXPECT_THAT(omgeving_.Alle<SignaalSent>(), SizeIs(1));
  omgeving_.Naar(NanosAfter(Op("2025-01-08", 6), -1));
  EXPECT_THAT(Doorgeleverd(), SizeIs(1));
  omgeving_.Naar(Op("2025-01-08", 6));
  EXPECT_THAT(Doorgeleverd(), ElementsAre("0 ziek 0344 0344 2025-01-07 2025-01-02",
                                          "1 ziek 0344 0344 2025-01-08 2025-01-02"));
  EXPECT_THAT(omgeving_.Alle<SignaalSent>(), SizeIs(2));
}

TEST_F(UitwisselingTest, DL01_AZiekmeldingGoesToTheVerlenerOnAo) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  omgeving_.Ok(Ziek(0, "z", D("2025-01-03")));
  omgeving_.Naar(Op("2025-01-07", 6));
  EXPECT_THAT(Doorgeleverd(), ElementsAre("0 ziek 0034 0034 2025-01-07 2025-01-03"));
}

TEST_F(UitwisselingTest, DL01_TheLksIsThatKnownAtTheExchange) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  omgeving_.Ok(Ziek(0, "z", D("2025-01-03")));
  omgeving_.Ok(EndLksPeriode{BsnNummer(0), D("2025-01-02")});
  omgeving_.Ok(Lks(0, kGroningen, D("2025-01-03")));
  omgeving_.Naar(Op("2025-01-07", 6));
  EXPECT_THAT(Doorgeleverd(), ElementsAre("0 ziek 0014 0014 2025-01-07 2025-01-03"));
}

TEST_F(UitwisselingTest, DL01_WhatFollowsGoesToTheSameGemeenteAlsoWhenTheLksChanged) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  omgeving_.Ok(Ziek(0, "z", D("2025-01-03")));
  omgeving_.Naar(Op("2025-01-07"));
  omgeving_.Ok(EndLksPeriode{BsnNummer(0), D("2025-01-02")});
  omgeving_.Ok(Lks(0, kGroningen, D("2025-01-03")));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-06")));
  omgeving_.Naar(Op("2025-01-08"));
  omgeving_.Ok(Trekin(0, "i", "z"));
  omgeving_.Naar(Op("2025-01-09"));
  EXPECT_THAT(Doorgeleverd(), ElementsAre("0 ziek 0034 0034 2025-01-07 2025-01-03",
                                          "1 herstel 0034 0034 2025-01-08 2025-01-06",
                                          "2 intrekking 0034 0034 2025-01-09 2025-01-03"));
}

TEST_F(UitwisselingTest, DL01_WhatWasNotForwardedNeverIsNorWhatFollowsIt) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  omgeving_.Ok(EndLksPeriode{BsnNummer(0), D("2024-12-31")});
  omgeving_.Ok(Ziek(0, "z", D("2025-01-03")));
  omgeving_.Naar(Op("2025-01-07"));
  omgeving_.Ok(Lks(0, kGroningen, D("2025-01-01")));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-06")));
  omgeving_.Naar(Op("2025-01-20"));
  EXPECT_THAT(Doorgeleverd(), IsEmpty());
}

TEST_F(UitwisselingTest, DL02_InProfileWetOnlyWhatWasReceivedBefore2022IsForwarded) {
  Proefomgeving wet(Op("2021-12-31"), "wet");
  for (const int p : {0, 1}) Registreer(wet, p, kAlmere, kUtrecht);
  wet.Ok(Ziek(0, "z", D("2021-12-31")));
  wet.Naar(Op("2022-01-01", 0));
  wet.Ok(Ziek(1, "z", D("2021-12-31")));
  wet.Naar(Op("2022-01-02"));
  const auto sent = wet.Alle<DoorleveringSent>();
  ASSERT_THAT(sent, SizeIs(1));
  EXPECT_EQ(sent[0].melding, Meldingnummer{0});
  EXPECT_EQ(sent[0].uitwisseling, D("2022-01-01"));
}

TEST_F(UitwisselingTest, DL03_TheReceiverIsTheSuccessorOnTheDayOfTheExchange) {
  // Haren (0017) became part of Groningen (0014) on 2019-01-01.
  Proefomgeving omgeving(Op("2018-12-30"));
  for (const int p : {0, 1}) Registreer(omgeving, p, G("0017"), kUtrecht);
  omgeving.Ok(Ziek(0, "z", D("2018-12-30")));
  omgeving.Naar(Op("2018-12-31"));
  omgeving.Ok(Herstel(0, "h", "z", D("2018-12-31")));
  omgeving.Naar(Op("2019-01-01"));
  const auto sent = omgeving.Alle<DoorleveringSent>();
  ASSERT_THAT(sent, SizeIs(2));
  EXPECT_EQ(sent[0].ontvanger, G("0017"));
  EXPECT_EQ(sent[1].verlener, G("0017"));
  EXPECT_EQ(sent[1].ontvanger, kGroningen);
}

TEST_F(UitwisselingTest, DL04_MessagesGoOnInOrderOfAcceptance) {
  for (const int p : {0, 1}) Registreer(omgeving_, p, kAlmere, kUtrecht);
  omgeving_.Ok(Ziek(1, "z", D("2025-01-03")));
  omgeving_.Ok(ZiekEnHerstel(0, "b", D("2025-01-02"), D("2025-01-04")));
  omgeving_.Ok(Herstel(1, "h", "z", D("2025-01-05")));
  omgeving_.Ok(Trekin(0, "i", "b"));
  omgeving_.Naar(Op("2025-01-07"));
  EXPECT_THAT(
      Doorgeleverd(),
      ElementsAre("0 ziek 0034 0034 2025-01-07 2025-01-03", "1 ziek 0034 0034 2025-01-07 2025-01-02",
                  "2 herstel 0034 0034 2025-01-07 2025-01-04", "3 herstel 0034 0034 2025-01-07 2025-01-05",
                  "4 intrekking 0034 0034 2025-01-07 2025-01-02"));
  const Toestand& toestand = omgeving_.toestand();
  for (std::uint32_t i = 0; i < 5; ++i) EXPECT_EQ(toestand.FindDoorlevering(Meldingnummer{i}), i);
  EXPECT_EQ(toestand.FindDoorlevering(Meldingnummer{5}), std::nullopt);
  EXPECT_THAT(toestand.door_te_leveren(), IsEmpty());
}

TEST_F(UitwisselingTest, FindDoorleveringSkipsWhatWasNotForwarded) {
  for (const int p : {0, 1}) Registreer(omgeving_, p, kAlmere, kUtrecht);
  omgeving_.Ok(EndLksPeriode{BsnNummer(0), D("2024-12-31")});
  omgeving_.Ok(Ziek(0, "z", D("2025-01-03")));
  omgeving_.Ok(Ziek(1, "z", D("2025-01-03")));
  omgeving_.Naar(Op("2025-01-07"));
  EXPECT_EQ(omgeving_.toestand().FindDoorlevering(Meldingnummer{0}), std::nullopt);
  EXPECT_EQ(omgeving_.toestand().FindDoorlevering(Meldingnummer{1}), 0U);
}

TEST_F(UitwisselingTest, ZM09_AForwardCarriesTheAoOfTheChain) {
  Proefomgeving wet(Op("2021-03-01"), "wet");
  Registreer(wet, 0, kAlmere, kUtrecht);
  wet.Ok(ZiekEnHerstel(0, "a", D("2021-02-01"), D("2021-02-05")));
  wet.Ok(Ziek(0, "b", D("2021-02-20")));
  wet.Naar(Op("2021-03-02"));
  const auto sent = wet.Alle<DoorleveringSent>();
  ASSERT_THAT(sent, SizeIs(3));
  EXPECT_EQ(sent[2].datum_ingang, D("2021-02-01"));
}

TEST_F(UitwisselingTest, CSV03_OneReportPerGemeenteRowsInOrderOfToekenningThenBsn) {
  for (const int p : {0, 1, 2, 3}) Registreer(omgeving_, p, kAlmere, p == 3 ? kAlmere : kUtrecht);
  for (const int p : {1, 0, 2, 3}) {
    omgeving_.Ok(Ziek(p, "z", D("2025-01-02")));
    omgeving_.Ok(UitDienst(p, D("2025-01-05")));
  }
  omgeving_.Ok(Beslis(2, "z"));
  omgeving_.Naar(NanosAfter(omgeving_->klok(), 1));
  for (const int p : {1, 3, 0}) omgeving_.Ok(Beslis(p, "z"));
  omgeving_.Naar(Op("2025-01-07"));
  const auto& rapportages = omgeving_.toestand().rapportages();
  ASSERT_THAT(rapportages, SizeIs(2));
  EXPECT_EQ(rapportages[0].inhoud.gemeentecode, kAlmere);
  EXPECT_EQ(rapportages[0].inhoud.aantal_rijen, 1U);
  EXPECT_EQ(rapportages[0].klaargezet, Op("2025-01-07", 6));
  EXPECT_EQ(rapportages[1].inhoud.gemeentecode, kUtrecht);
  EXPECT_EQ(rapportages[1].inhoud.aantal_rijen, 3U);
  std::string expected = kKopregel;
  for (const int p : {2, 0, 1}) absl::StrAppend(&expected, BsnNummer(p).Digits(), ";;20250105;20250102\r\n");
  EXPECT_EQ(rapportages[1].inhoud.inhoud, expected);
}

TEST_F(UitwisselingTest, CSV03_FollowUpRowsComeAfterFirstSignalsInOrderOfTheHerstelmelding) {
  for (const int p : {0, 1, 2}) Registreer(omgeving_, p, kAlmere, kUtrecht);
  for (const int p : {0, 1}) MaakRijp(p);
  omgeving_.Naar(Op("2025-01-07"));
  omgeving_.Ok(Herstel(1, "h", "z", D("2025-01-06")));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-07")));
  MaakRijp(2);
  omgeving_.Naar(Op("2025-01-08"));
  ASSERT_THAT(omgeving_.toestand().rapportages(), SizeIs(2));
  EXPECT_EQ(Rapport(1), absl::StrCat(kKopregel, BsnNummer(2).Digits(), ";;20250105;20250102\r\n",
                                     BsnNummer(1).Digits(), ";20250105;20250105;20250102\r\n",
                                     BsnNummer(0).Digits(), ";20250106;20250105;20250102\r\n"));
}

TEST_F(UitwisselingTest, CSV03_AReportOfBerichtenAloneHasTheHeaderLine) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  MaakRijp(0);
  omgeving_.Naar(Op("2025-01-07"));
  omgeving_.Ok(Trekin(0, "i", "z"));
  omgeving_.Naar(Op("2025-01-08"));
  ASSERT_THAT(omgeving_.toestand().rapportages(), SizeIs(2));
  EXPECT_EQ(Rapport(1), kKopregel);
  EXPECT_EQ(omgeving_.toestand().rapportages()[1].inhoud.aantal_rijen, 0U);
  EXPECT_EQ(omgeving_.toestand().FindRapportage(kUtrecht, D("2025-01-08")), 1U);
}

TEST_F(UitwisselingTest, CSV02_SeparatorAndDateFormAreSettingsOfTheEnvironment) {
  OmgevingCreated instellingen = Instellingen(Op("2025-01-06"));
  instellingen.rapportvorm = {'|', Datumvorm::kJjjjMmDd};
  Proefomgeving omgeving(instellingen);
  Registreer(omgeving, 0, kAlmere, kUtrecht);
  omgeving.Ok(Ziek(0, "z", D("2025-01-02")));
  omgeving.Ok(UitDienst(0, D("2025-01-05")));
  omgeving.Ok(Beslis(0, "z"));
  omgeving.Naar(Op("2025-01-07"));
  EXPECT_THAT(omgeving.toestand().rapportages()[0].inhoud.inhoud,
              ::testing::EndsWith(absl::StrCat(BsnNummer(0).Digits(), "||2025-01-05|2025-01-02\r\n")));
}

TEST_F(UitwisselingTest, CSV05_AReportNeverChangesAndCarriesItsHash) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  MaakRijp(0);
  omgeving_.Naar(Op("2025-01-07"));
  const RapportageReady before = omgeving_.toestand().rapportages().at(0).inhoud;
  EXPECT_EQ(before.sha256, Sha256(before.inhoud));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-06")));
  omgeving_.Ok(Trekin(0, "i", "z"));
  omgeving_.Ok(Woont(0, D("2014-01-01"), kGroningen));
  omgeving_.Naar(Op("2025-06-01"));
  omgeving_.Reopen();
  const RapportageReady& after = omgeving_.toestand().rapportages().at(0).inhoud;
  EXPECT_EQ(after.inhoud, before.inhoud);
  EXPECT_EQ(after.sha256, before.sha256);
}

TEST_F(UitwisselingTest, NOT02_NothingForAGemeenteGivesNoReport) {
  Registreer(omgeving_, 0, kAlmere, kUtrecht);
  omgeving_.Ok(Ziek(0, "z", D("2025-01-02")));
  omgeving_.Naar(Op("2025-01-07"));  // forwards to Almere, but no signal
  omgeving_.Naar(Op("2025-02-01"));
  EXPECT_THAT(Doorgeleverd(), SizeIs(1));
  EXPECT_THAT(omgeving_.Alle<RapportageReady>(), IsEmpty());
  omgeving_.Ok(UitDienst(0, D("2025-01-31")));
  omgeving_.Ok(Beslis(0, "z"));
  omgeving_.Naar(Op("2025-02-02"));
  const auto ready = omgeving_.Alle<RapportageReady>();
  ASSERT_THAT(ready, SizeIs(1));
  EXPECT_EQ(ready[0].gemeentecode, kUtrecht);
  EXPECT_EQ(omgeving_.toestand().FindRapportage(kAlmere, D("2025-02-02")), std::nullopt);
}

}  // namespace
}  // namespace ketenproef
