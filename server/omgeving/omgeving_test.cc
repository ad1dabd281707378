#include "server/omgeving/omgeving.h"

#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/omgeving/omgeving_fixture.h"

namespace ketenproef {
namespace {

using ::testing::HasSubstr;

class OmgevingTest : public ::testing::Test {
 protected:
  OmgevingTest() {
    for (const int p : {0, 1}) Registreer(omgeving_, p, kUtrecht, kUtrecht);
  }

  // That the command repeats an earlier one: the first answer, and nothing changes.
  void ExpectHerhaald(const Opdracht& opdracht, const Aanvaarding& eerste) {
    const std::string before = omgeving_.Bytes();
    const Aanvaarding again = omgeving_.Ok(opdracht);
    EXPECT_TRUE(again.herhaald);
    EXPECT_EQ(again.volgnummer, eerste.volgnummer);
    EXPECT_EQ(again.melding, eerste.melding);
    EXPECT_EQ(omgeving_.Bytes(), before);
  }

  Proefomgeving omgeving_{Op("2025-01-06")};
};

TEST_F(OmgevingTest, ANewOneBeginsItsJournalDurably) {
  const auto journal = std::make_shared<MemoryJournal>();
  const auto omgeving = Omgeving::Open(Referentie(), std::make_unique<SharedJournal>(journal),
                                       Instellingen(Op("2024-02-29", 5)));
  ASSERT_TRUE(omgeving.ok());
  EXPECT_EQ(journal->last_volgnummer(), 1);
  EXPECT_EQ(journal->klok(), Op("2024-02-29", 5));
  EXPECT_EQ((*omgeving)->vandaag(), D("2024-02-29"));
  EXPECT_EQ((*omgeving)->instellingen().naam, "proef");
}

TEST_F(OmgevingTest, OneThatIsThereKeepsItsOwnSettingsAndClock) {
  const auto journal = std::make_shared<MemoryJournal>();
  Proefomgeving first(Instellingen(Op("2025-01-06"), "wet", "eerste"), Referentie(), journal);
  first.Naar(Op("2025-03-01", 7));
  first.Commit();
  const auto again = Omgeving::Open(Referentie(), std::make_unique<SharedJournal>(journal),
                                    Instellingen(Op("2030-01-01"), "geen profiel", "tweede"));
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_EQ((*again)->instellingen().naam, "eerste");
  EXPECT_EQ((*again)->profiel().naam, "wet");
  EXPECT_EQ((*again)->klok(), Op("2025-03-01", 7));
  EXPECT_EQ((*again)->next_uitwisseling(), Op("2025-03-02", 6));
}

TEST_F(OmgevingTest, AnUnknownProfileIsNotFound) {
  const auto omgeving = Omgeving::Open(Referentie(), std::make_unique<MemoryJournal>(),
                                       Instellingen(Op("2025-01-06"), "gemeentewet"));
  EXPECT_EQ(omgeving.status().code(), absl::StatusCode::kNotFound);
}

TEST_F(OmgevingTest, AJournalThatDoesNotBeginWithItsEnvironmentIsDataLoss) {
  auto journal = std::make_unique<MemoryJournal>();
  JournalBatch batch;
  batch.Add(Tijdstip(), WoonplaatsRegistered{{BsnNummer(0), {Dag(), kUtrecht}}});
  ASSERT_TRUE(journal->Append(batch, Tijdstip()).ok());
  const auto omgeving = Omgeving::Open(Referentie(), std::move(journal), Instellingen(Op("2025-01-06")));
  EXPECT_EQ(omgeving.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(omgeving.status().message()), HasSubstr("event 1"));
}

TEST_F(OmgevingTest, AJournalWithTwoBeginningsIsDataLoss) {
  auto journal = std::make_unique<MemoryJournal>();
  JournalBatch batch;
  for (int i = 0; i < 2; ++i) batch.Add(Tijdstip(), Instellingen(Op("2025-01-06")));
  ASSERT_TRUE(journal->Append(batch, Tijdstip()).ok());
  const auto omgeving = Omgeving::Open(Referentie(), std::move(journal), Instellingen(Op("2025-01-06")));
  EXPECT_EQ(omgeving.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(omgeving.status().message()), HasSubstr("event 2"));
}

TEST_F(OmgevingTest, ZM07_TheSameContentGetsTheFirstAnswer) {
  const Opdracht ziek = Ziek(0, "z", D("2025-01-03"));
  const Aanvaarding ziek_antwoord = omgeving_.Ok(ziek);
  EXPECT_FALSE(ziek_antwoord.herhaald);
  EXPECT_EQ(ziek_antwoord.melding, Meldingnummer{0});
  ExpectHerhaald(ziek, ziek_antwoord);

  const Opdracht herstel = Herstel(0, "h", "z", D("2025-01-05"));
  const Aanvaarding herstel_antwoord = omgeving_.Ok(herstel);
  ExpectHerhaald(herstel, herstel_antwoord);
  ExpectHerhaald(ziek, ziek_antwoord);

  const Opdracht beide = ZiekEnHerstel(1, "b", D("2025-01-03"), D("2025-01-05"));
  const Aanvaarding beide_antwoord = omgeving_.Ok(beide);
  ExpectHerhaald(beide, beide_antwoord);

  const Opdracht intrekking = Trekin(0, "i", "z");
  const Aanvaarding intrekking_antwoord = omgeving_.Ok(intrekking);
  EXPECT_EQ(intrekking_antwoord.melding, Meldingnummer{4});
  ExpectHerhaald(intrekking, intrekking_antwoord);
  // Also when the state has moved on and the clock with it.
  omgeving_.Naar(Op("2025-06-01"));
  ExpectHerhaald(ziek, ziek_antwoord);
  ExpectHerhaald(intrekking, intrekking_antwoord);
  omgeving_.Reopen();
  ExpectHerhaald(beide, beide_antwoord);
}

TEST_F(OmgevingTest, ZM07_OtherContentUnderAUsedKenmerkIsRefused) {
  omgeving_.Ok(Ziek(0, "z", D("2025-01-03"), true));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-05")));
  omgeving_.Ok(ZiekEnHerstel(1, "b", D("2025-01-03"), D("2025-01-05")));
  const std::vector<Opdracht> anders = {
      Ziek(0, "z", D("2025-01-02"), true),
      Ziek(0, "z", D("2025-01-03"), false),
      SubmitZiekmelding{{Lh(0), "z"}, BsnNummer(1), D("2025-01-03"), true},
      Herstel(0, "h", "z", D("2025-01-04")),
      Herstel(0, "h", "y", D("2025-01-05")),
      ZiekEnHerstel(1, "b", D("2025-01-03"), D("2025-01-04")),
      ZiekEnHerstel(1, "b", D("2025-01-02"), D("2025-01-05")),
  };
  for (const Opdracht& opdracht : anders) {
    const auto besluit = (*omgeving_).Execute(opdracht);
    ASSERT_FALSE(besluit.ok());
    EXPECT_EQ(besluit.weigering().regel, Regel::kZm07);
    EXPECT_EQ(besluit.weigering().soort, Weigeringsoort::kAndereInhoud);
  }
}

TEST_F(OmgevingTest, ZM07_OneKenmerkServesOneMessageOfAnyKind) {
  omgeving_.Ok(Ziek(0, "z", D("2025-01-03")));
  EXPECT_EQ(omgeving_.Geweigerd(Herstel(0, "z", "z", D("2025-01-05"))), "ZM-07");
  EXPECT_EQ(omgeving_.Geweigerd(ZiekEnHerstel(0, "z", D("2025-01-03"), D("2025-01-05"))), "ZM-07");
  EXPECT_EQ(omgeving_.Geweigerd(Trekin(0, "z", "z")), "ZM-07");
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-05")));
  EXPECT_EQ(omgeving_.Geweigerd(Trekin(0, "h", "z")), "ZM-07");
}

TEST_F(OmgevingTest, ZM07_TheSameKenmerkOfAnotherEmployerIsAnotherMessage) {
  const Aanvaarding eerste = omgeving_.Ok(Ziek(0, "z", D("2025-01-03")));
  const Aanvaarding tweede = omgeving_.Ok(Ziek(1, "z", D("2025-01-02")));
  EXPECT_FALSE(tweede.herhaald);
  EXPECT_NE(eerste.volgnummer, tweede.volgnummer);
  // A herstelmelding finds the case of its own employer.
  omgeving_.Ok(Herstel(1, "h", "z", D("2025-01-05")));
  EXPECT_FALSE(omgeving_.toestand().GetGeval(Gevalnummer{0}).hersteld_per.has_value());
  EXPECT_TRUE(omgeving_.toestand().GetGeval(Gevalnummer{1}).hersteld_per.has_value());
}

TEST_F(OmgevingTest, ZM07_ARefusedMessageDoesNotUseItsKenmerkUp) {
  EXPECT_EQ(omgeving_.Geweigerd(Ziek(0, "z", D("2025-01-07"))), "ZM-03");
  EXPECT_FALSE(omgeving_.Ok(Ziek(0, "z", D("2025-01-03"))).herhaald);
  EXPECT_EQ(omgeving_.Geweigerd(Herstel(0, "h", "z", D("2025-01-03"))), "HM-02");
  EXPECT_FALSE(omgeving_.Ok(Trekin(0, "h", "z")).herhaald);
}

TEST_F(OmgevingTest, HM01_TheKenmerkOfAnotherKindOfMessageNamesNoCase) {
  omgeving_.Ok(Ziek(0, "z", D("2025-01-03")));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-05")));
  EXPECT_EQ(omgeving_.Geweigerd(Herstel(0, "h2", "h", D("2025-01-05"))), "HM-01");
  EXPECT_EQ(omgeving_.Geweigerd(Beslis(0, "h")), "BO-07");
  EXPECT_EQ(omgeving_.Geweigerd(Trekin(0, "i", "onbekend")), "ZM-10");
}

TEST_F(OmgevingTest, ARefusalIsCountedAndChangesNothingElse) {
  const Tellers before = omgeving_.toestand().tellers();
  EXPECT_EQ(omgeving_.Geweigerd(Ziek(0, "z", D("2013-12-31"))), "ZM-02");
  omgeving_->Refuse(Opdrachtsoort::kWoonplaats, Regel::kBsn01);
  const Tellers& after = omgeving_.toestand().tellers();
  const auto soort = static_cast<std::size_t>(Opdrachtsoort::kZiekmelding);
  EXPECT_EQ(after.geweigerd[soort], before.geweigerd[soort] + 1);
  EXPECT_EQ(after.geweigerd_onder[static_cast<std::size_t>(Regel::kZm02)], 1);
  EXPECT_EQ(after.geweigerd_onder[static_cast<std::size_t>(Regel::kBsn01)], 1);
  EXPECT_EQ(after.geweigerd[static_cast<std::size_t>(Opdrachtsoort::kWoonplaats)], 1);
  EXPECT_EQ(after.geaccepteerd, before.geaccepteerd);
  EXPECT_EQ(omgeving_.toestand().aantal_gevallen(), 0U);
  EXPECT_EQ(omgeving_.Alle<OpdrachtRefused>().size(), 2U);
}

TEST_F(OmgevingTest, EveryAcceptedCommandIsCountedUnderItsKind) {
  omgeving_.Ok(Ziek(0, "z", D("2025-01-03")));
  omgeving_.Ok(Verleng(0, "z"));
  omgeving_.Ok(Beslis(0, "z", Uitkomst::kAfwijzing));
  omgeving_.Ok(Herstel(0, "h", "z", D("2025-01-05")));
  omgeving_.Ok(Trekin(0, "i", "z"));
  omgeving_.Ok(ZiekEnHerstel(1, "b", D("2025-01-03"), D("2025-01-05")));
  omgeving_.Ok(UitDienst(0, D("2025-01-31")));
  omgeving_.Ok(EndLksPeriode{BsnNummer(0), D("2025-01-31")});
  omgeving_.Ok(EndDoelgroepregistratie{BsnNummer(0), D("2025-01-31")});
  // Two persons were registered, of everything; then one of each of the others.
  const std::array<std::int64_t, kAantalOpdrachtsoorten> expected = {1, 1, 1, 1, 1, 1, 2, 1, 2, 2, 1, 2, 1};
  EXPECT_EQ(omgeving_.toestand().tellers().geaccepteerd, expected);
}

TEST_F(OmgevingTest, LKS02_OutsideTheRangeIsAcceptedWithAWarning) {
  omgeving_.Ok(EndLksPeriode{BsnNummer(0), D("2024-12-31")});
  const auto lks = [](int loonwaarde, Dag van, Dag tot) {
    return RegisterLksPeriode{BsnNummer(0),
                              {kUtrecht, van, OptionalDag(tot), *Percentage::FromNumber(loonwaarde), false}};
  };
  EXPECT_FALSE(omgeving_.Ok(lks(30, D("2025-01-01"), D("2025-01-31"))).buiten_bandbreedte);
  EXPECT_TRUE(omgeving_.Ok(lks(29, D("2025-02-01"), D("2025-02-28"))).buiten_bandbreedte);
}

TEST_F(OmgevingTest, TheAnswerNamesTheEventThatAcceptedIt) {
  const Aanvaarding antwoord = omgeving_.Ok(Ziek(0, "z", D("2025-01-03")));
  EXPECT_EQ(antwoord.volgnummer, omgeving_->last_volgnummer());
  EXPECT_FALSE(omgeving_.Ok(Woont(0, D("2025-01-03"), kUtrecht)).melding.has_value());
  EXPECT_EQ(omgeving_->last_volgnummer(), antwoord.volgnummer + 1);
}

TEST_F(OmgevingTest, WhatIsNotCommittedIsNotInTheJournal) {
  const std::int64_t before = omgeving_.journal().last_volgnummer();
  omgeving_.Ok(Ziek(0, "z", D("2025-01-03")));
  int read = 0;
  EXPECT_TRUE(omgeving_->Read(before + 1, [&](const JournalRecord&) { return ++read > 0; }).ok());
  EXPECT_EQ(read, 0);
  omgeving_.Commit();
  EXPECT_TRUE(omgeving_->Read(before + 1, [&](const JournalRecord&) { return ++read > 0; }).ok());
  EXPECT_EQ(read, 1);
}

TEST_F(OmgevingTest, KAL01_AMessageIsReceivedOnTheCivilDayOfAmsterdam) {
  omgeving_.Naar(Tijdstip::FromUnixSeconds(1'751'322'600));  // 2025-06-30T22:30:00Z
  omgeving_.Ok(Ziek(0, "z", D("2025-07-01")));
  EXPECT_EQ(omgeving_.toestand().GetGeval(Gevalnummer{0}).ontvangen_op, D("2025-07-01"));
}

}  // namespace
}  // namespace ketenproef
