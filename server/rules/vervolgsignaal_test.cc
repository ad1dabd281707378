// What follows the first signal, of signaal.h: SIG-06, SIG-07.
#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"
#include "server/rules/signaal.h"

namespace ketenproef {
namespace {

using Actie = Signaalbesluit::Actie;

// A case whose first signal went out on 2025-02-01 to Weesp, E 2025-01-31; lives in Groningen since.
class VervolgsignaalTest : public testing::Test {
 protected:
  VervolgsignaalTest()
      : situatie_(InDienst("2020-01-01"_dag, kEinde)), geval_(situatie_.Add("2025-01-20"_dag)) {
    situatie_.persoon.woonplaatsen = {{"2025-02-02"_dag, kGroningen}};
    geval_.signaal.verzonden_op = "2025-02-01"_dag;
    geval_.signaal.eerste_ao_dag = "2025-01-06"_dag;
    geval_.signaal.ontvanger = kWeesp;
  }

  Signaalbesluit Vervolg(Dag uitwisseling = "2025-03-03"_dag) const {
    return JudgeVervolgsignaal(Wet(), situatie_.dossier(), geval_, uitwisseling);
  }
  std::optional<BerichtPlaced> Bericht(Dag uitwisseling = "2025-03-03"_dag) const {
    return JudgeBericht(Wet(), situatie_.dossier(), Gevalnummer{7}, geval_, uitwisseling);
  }

  static constexpr Gemeentecode kWeesp = Gemeentecode::FromTrustedNumber(457);
  static inline const Dag kEinde = "2025-01-31"_dag;
  Situatie situatie_;
  Ziektegeval& geval_;
};

TEST_F(VervolgsignaalTest, SIG06_OneFollowUpWithTheEndOfZw) {
  EXPECT_EQ(Vervolg().actie, Actie::kNiets);
  geval_.hersteld_per = "2025-03-01"_dag;
  const Signaalbesluit besluit = Vervolg();
  EXPECT_EQ(besluit.actie, Actie::kVerzenden);
  EXPECT_EQ(besluit.ontvanger, kGroningen);
  EXPECT_EQ(besluit.eerste_ao_dag, "2025-01-06"_dag);  // ZM-09: as the first row had it
  EXPECT_EQ(besluit.einde_arbeidsverhouding, kEinde);
  EXPECT_EQ(besluit.einde_uitkeringsverhouding, OptionalDag("2025-02-28"_dag));
  geval_.signaal.vervolg_op = "2025-03-03"_dag;
  EXPECT_EQ(Vervolg("2025-03-04"_dag).actie, Actie::kNiets);
}

TEST_F(VervolgsignaalTest, SIG06_OnlyForARecoveryAfterE) {
  geval_.hersteld_per = kEinde;
  EXPECT_EQ(Vervolg().actie, Actie::kNiets);
  geval_.hersteld_per = kEinde + Dagen(1);
  EXPECT_EQ(Vervolg().actie, Actie::kVerzenden);
  EXPECT_EQ(Vervolg().einde_uitkeringsverhouding, OptionalDag(kEinde));
}

TEST_F(VervolgsignaalTest, SIG06_NotWhereTheFirstRowHadTheDateOrDidNotGoOut) {
  geval_.hersteld_per = "2025-03-01"_dag;
  geval_.signaal.met_einde_uitkering = true;
  EXPECT_EQ(Vervolg().actie, Actie::kNiets);
  geval_.signaal.met_einde_uitkering = false;
  geval_.signaal.verzonden_op = {};
  EXPECT_EQ(Vervolg().actie, Actie::kNiets);
}

TEST_F(VervolgsignaalTest, SIG06_SIG04_AnUnknownWoonplaatsIsHeld) {
  geval_.hersteld_per = "2025-03-01"_dag;
  situatie_.persoon.woonplaatsen = {{"2025-03-04"_dag, kGroningen}};
  EXPECT_EQ(Vervolg("2025-03-03"_dag).actie, Actie::kAanhouden);
  EXPECT_EQ(Vervolg("2025-03-03"_dag).reden, Aanhoudreden::kOnbestelbaar);
  EXPECT_EQ(Vervolg("2025-03-04"_dag).actie, Actie::kVerzenden);
}

TEST_F(VervolgsignaalTest, SIG07_AWithdrawnCaseGivesABerichtAndNoFollowUp) {
  EXPECT_FALSE(Bericht().has_value());
  geval_.ingetrokken = true;
  const auto bericht = Bericht();
  ASSERT_TRUE(bericht.has_value());
  EXPECT_EQ(bericht->soort, Berichtsoort::kIngetrokken);
  EXPECT_EQ(bericht->geval, Gevalnummer{7});
  EXPECT_EQ(bericht->ontvanger, kAmsterdam);  // successor of Weesp, which received the signal
  EXPECT_EQ(bericht->uitwisseling, "2025-03-03"_dag);
  geval_.hersteld_per = "2025-03-01"_dag;
  EXPECT_EQ(Vervolg().actie, Actie::kNiets);
}

TEST_F(VervolgsignaalTest, SIG07_TheReceiverIsMappedOnTheDayOfTheExchange) {
  geval_.ingetrokken = true;
  EXPECT_EQ(Bericht("2022-03-23"_dag)->ontvanger, kWeesp);
  EXPECT_EQ(Bericht("2022-03-24"_dag)->ontvanger, kAmsterdam);
}

TEST_F(VervolgsignaalTest, SIG07_RecoveredOnOrBeforeE) {
  geval_.hersteld_per = kEinde - Dagen(1);
  ASSERT_TRUE(Bericht().has_value());
  EXPECT_EQ(Bericht()->soort, Berichtsoort::kHersteldVoorEinde);
  geval_.hersteld_per = kEinde;
  ASSERT_TRUE(Bericht().has_value());
  EXPECT_EQ(Bericht()->soort, Berichtsoort::kHersteldVoorEinde);
  geval_.hersteld_per = kEinde + Dagen(1);
  EXPECT_FALSE(Bericht().has_value());
}

TEST_F(VervolgsignaalTest, SIG07_IfBothApplyItIsIngetrokken) {
  geval_.hersteld_per = kEinde;
  geval_.ingetrokken = true;
  ASSERT_TRUE(Bericht().has_value());
  EXPECT_EQ(Bericht()->soort, Berichtsoort::kIngetrokken);
}

TEST_F(VervolgsignaalTest, SIG07_AtMostOneBerichtPerCaseAndNoneWithoutASignal) {
  geval_.ingetrokken = true;
  for (const Berichtsoort eerder : {Berichtsoort::kIngetrokken, Berichtsoort::kHersteldVoorEinde}) {
    geval_.signaal.bericht = eerder;
    EXPECT_FALSE(Bericht().has_value());
  }
  geval_.signaal.bericht = Berichtsoort::kGeen;
  geval_.signaal.verzonden_op = {};
  EXPECT_FALSE(Bericht().has_value());
}

}  // namespace
}  // namespace ketenproef
