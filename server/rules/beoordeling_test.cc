#include "server/rules/beoordeling.h"

#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

// A case of AO 2025-01-06, received on Monday 2025-03-03, whose term ends on Monday 2025-04-14.
class BeoordelingTest : public testing::Test {
 protected:
  BeoordelingTest() : situatie_(InDienst("2010-01-01"_dag)), geval_(situatie_.Add("2025-01-06"_dag)) {
    geval_.ontvangen_op = "2025-03-03"_dag;
    geval_.beoordeling.uiterste_dag = "2025-04-14"_dag;
  }

  Besluit<BeoordelingExtended> Verleng(const Regelkader& kader, Dag vandaag) const {
    return DecideVerlenging(kader, situatie_.Genoemd(geval_), Verlenging(), vandaag);
  }
  Besluit<BeoordelingDecided> Beslis(Uitkomst uitkomst, Dag vandaag) const {
    return DecideBeslissing(situatie_.Genoemd(geval_), Beslissing(uitkomst), vandaag);
  }

  Situatie situatie_;
  Ziektegeval& geval_;
};

TEST_F(BeoordelingTest, BO02_ExtendsTo70DaysAfterReceipt) {
  for (const Regelkader& kader : {Handleiding(), Wet()}) {
    const auto besluit = Verleng(kader, "2025-03-20"_dag);
    ASSERT_EQ(Antwoord(besluit), "ok");
    EXPECT_EQ(besluit->uiterste_dag, "2025-05-12"_dag);
    EXPECT_EQ(besluit->geval, Gevalnummer{7});
    EXPECT_EQ(besluit->toelichting, "reden");
  }
}

TEST_F(BeoordelingTest, BO02_KAL05_CountsFromReceiptAndShiftsOnce) {
  // Saturday 2025-03-08: + 42 = Saturday 19 April, shifted to the 22nd; + 70 = Saturday 17 May.
  geval_.ontvangen_op = "2025-03-08"_dag;
  geval_.beoordeling.uiterste_dag = "2025-04-22"_dag;
  EXPECT_EQ(Verleng(Wet(), "2025-03-20"_dag)->uiterste_dag, "2025-05-19"_dag);
  EXPECT_EQ(Verleng(Handleiding(), "2025-03-20"_dag)->uiterste_dag, "2025-05-17"_dag);
}

TEST_F(BeoordelingTest, BO03_ASecondExtensionIsRefused) {
  geval_.beoordeling.verlengd = true;
  EXPECT_EQ(Antwoord(Verleng(Handleiding(), "2025-03-20"_dag)), "BO-03");
}

TEST_F(BeoordelingTest, BO04_NotAfterTheUitersteDag) {
  for (const Regelkader& kader : {Handleiding(), Wet()}) {
    EXPECT_EQ(Antwoord(Verleng(kader, "2025-04-13"_dag)), "ok");
    EXPECT_EQ(Antwoord(Verleng(kader, "2025-04-14"_dag)), "ok");
    EXPECT_EQ(Antwoord(Verleng(kader, "2025-04-15"_dag)), "BO-04");
  }
}

TEST_F(BeoordelingTest, BO04_NotAfterADecision) {
  for (const Uitkomst uitkomst : {Uitkomst::kToekenning, Uitkomst::kAfwijzing}) {
    geval_.beoordeling.uitkomst = uitkomst;
    EXPECT_EQ(Antwoord(Verleng(Handleiding(), "2025-03-20"_dag)), "BO-04");
  }
}

TEST_F(BeoordelingTest, BO07_BO03_BO04_KAL03_RefuseInThisOrder) {
  geval_.ontvangen_op = "2030-11-01"_dag;  // + 70 is in 2031
  geval_.beoordeling.uiterste_dag = "2030-12-13"_dag;
  geval_.ingetrokken = true;
  geval_.beoordeling.verlengd = true;
  geval_.beoordeling.uitkomst = Uitkomst::kToekenning;
  const Dag te_laat = "2030-12-14"_dag;
  EXPECT_EQ(Antwoord(Verleng(Wet(), te_laat)), "BO-07");
  geval_.ingetrokken = false;
  EXPECT_EQ(Antwoord(Verleng(Wet(), te_laat)), "BO-03");
  geval_.beoordeling.verlengd = false;
  EXPECT_EQ(Antwoord(Verleng(Wet(), te_laat)), "BO-04");
  geval_.beoordeling.uitkomst = Uitkomst::kGeen;
  EXPECT_EQ(Antwoord(Verleng(Wet(), te_laat)), "BO-04");
  EXPECT_EQ(Antwoord(Verleng(Wet(), te_laat - Dagen(1))), "KAL-03");
  EXPECT_EQ(Antwoord(Verleng(Handleiding(), te_laat - Dagen(1))), "ok");
}

TEST_F(BeoordelingTest, KAL03_TheExtendedTermMustEndInTheTable) {
  geval_.ontvangen_op = "2030-10-22"_dag;  // + 70 = 2030-12-31
  geval_.beoordeling.uiterste_dag = "2030-12-03"_dag;
  EXPECT_EQ(Verleng(Wet(), "2030-12-03"_dag)->uiterste_dag, "2030-12-31"_dag);
  geval_.ontvangen_op = "2030-10-23"_dag;
  EXPECT_EQ(Antwoord(Verleng(Wet(), "2030-12-03"_dag)), "KAL-03");
}

TEST_F(BeoordelingTest, BO05_ALateDecisionIsAcceptedAndMarked) {
  const auto status = [&](Dag besloten_op) {
    Beoordeling beoordeling = geval_.beoordeling;
    const auto besluit = Beslis(Uitkomst::kAfwijzing, besloten_op);
    beoordeling.uitkomst = besluit->uitkomst;
    beoordeling.besloten_op = besluit->besloten_op;
    return StatusOf(beoordeling);
  };
  EXPECT_EQ(status("2025-04-13"_dag), Beoordelingstatus::kTijdig);
  EXPECT_EQ(status("2025-04-14"_dag), Beoordelingstatus::kTijdig);
  EXPECT_EQ(status("2025-04-15"_dag), Beoordelingstatus::kTermijnOverschreden);
}

TEST_F(BeoordelingTest, BO05_BO06_ADecisionAfterTheLapseIsLate) {
  Beoordeling beoordeling = geval_.beoordeling;
  EXPECT_EQ(StatusOf(beoordeling), Beoordelingstatus::kOpen);
  beoordeling.verstreken = true;
  EXPECT_EQ(StatusOf(beoordeling), Beoordelingstatus::kTermijnVerstreken);
  beoordeling.uitkomst = Uitkomst::kToekenning;
  beoordeling.besloten_op = "2025-04-15"_dag;
  EXPECT_EQ(StatusOf(beoordeling), Beoordelingstatus::kTermijnOverschreden);
}

TEST_F(BeoordelingTest, BO06_LapsesOnTheDayAfterTheUitersteDag) {
  EXPECT_FALSE(LapsesOn(geval_, "2025-04-14"_dag));
  EXPECT_TRUE(LapsesOn(geval_, "2025-04-15"_dag));
  EXPECT_FALSE(LapsesOn(geval_, "2025-04-16"_dag));
}

TEST_F(BeoordelingTest, BO06_NeitherADecidedNorAWithdrawnCaseLapses) {
  const Dag dag = "2025-04-15"_dag;
  for (const Uitkomst uitkomst : {Uitkomst::kToekenning, Uitkomst::kAfwijzing}) {
    geval_.beoordeling.uitkomst = uitkomst;
    EXPECT_FALSE(LapsesOn(geval_, dag));
  }
  geval_.beoordeling.uitkomst = Uitkomst::kGeen;
  geval_.ingetrokken = true;
  EXPECT_FALSE(LapsesOn(geval_, dag));
}

TEST_F(BeoordelingTest, BO07_OneDecisionPerCase) {
  const auto besluit = Beslis(Uitkomst::kToekenning, "2025-03-20"_dag);
  ASSERT_EQ(Antwoord(besluit), "ok");
  EXPECT_EQ(besluit->geval, Gevalnummer{7});
  EXPECT_EQ(besluit->uitkomst, Uitkomst::kToekenning);
  EXPECT_EQ(besluit->besloten_op, "2025-03-20"_dag);
  for (const Uitkomst uitkomst : {Uitkomst::kToekenning, Uitkomst::kAfwijzing}) {
    geval_.beoordeling.uitkomst = uitkomst;
    EXPECT_EQ(Antwoord(Beslis(Uitkomst::kToekenning, "2025-03-20"_dag)), "BO-07");
    EXPECT_EQ(Beslis(uitkomst, "2025-03-20"_dag).weigering().soort, Weigeringsoort::kToestand);
  }
}

TEST_F(BeoordelingTest, BO07_AnUnknownOrWithdrawnCaseIsRefused) {
  const Dag vandaag = "2025-03-20"_dag;
  const auto verlenging = DecideVerlenging(Wet(), GenoemdGeval{}, Verlenging(), vandaag);
  const auto beslissing = DecideBeslissing(GenoemdGeval{}, Beslissing(Uitkomst::kAfwijzing), vandaag);
  EXPECT_EQ(Antwoord(verlenging), "BO-07");
  EXPECT_EQ(verlenging.weigering().soort, Weigeringsoort::kOnbekend);
  EXPECT_EQ(Antwoord(beslissing), "BO-07");
  EXPECT_EQ(beslissing.weigering().soort, Weigeringsoort::kOnbekend);
  geval_.ingetrokken = true;
  EXPECT_EQ(Antwoord(Verleng(Wet(), vandaag)), "BO-07");
  EXPECT_EQ(Antwoord(Beslis(Uitkomst::kAfwijzing, vandaag)), "BO-07");
  EXPECT_EQ(Beslis(Uitkomst::kAfwijzing, vandaag).weigering().soort, Weigeringsoort::kToestand);
}

}  // namespace
}  // namespace ketenproef
