// The herstelmelding and the intrekking of melding.h: HM-01 to HM-04, HM-06, HM-07, ZM-10.
#include "gtest/gtest.h"
#include "server/rules/melding.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

const Meldingoordeel kNietVerschuldigd = {{}, 0, 0};

// The answer to a herstelmelding of a case with this AO, received on its AO, in a dienstverband until
// `einde`.
Besluit<HerstelmeldingAccepted> Beslis(const Regelkader& kader, Dag ao, Dag hersteld_per, Dag ontvangen_op,
                                       OptionalDag einde = {}) {
  Situatie situatie = InDienst(kVan, einde);
  const Ziektegeval& geval = situatie.Add(ao);
  return DecideHerstelmelding(kader, situatie.Genoemd(geval), Herstelmelding(hersteld_per), ontvangen_op);
}

struct BeoordeeldHerstel {
  Dag hersteld_per;
  Dag ontvangen_op;
  Dag uiterste_dag;
  int dagen_te_laat;
  int boete_eur;
};

// Each of a case that began eight days before.
void ExpectOordeel(const Regelkader& kader, std::initializer_list<BeoordeeldHerstel> gevallen) {
  for (const BeoordeeldHerstel& geval : gevallen) {
    SCOPED_TRACE(geval.hersteld_per.ToString() + " received " + geval.ontvangen_op.ToString());
    const auto besluit = Beslis(kader, geval.hersteld_per - Dagen(8), geval.hersteld_per, geval.ontvangen_op);
    ASSERT_EQ(Antwoord(besluit), "ok");
    EXPECT_EQ(besluit->oordeel, (Meldingoordeel{geval.uiterste_dag, geval.dagen_te_laat, geval.boete_eur}));
  }
}

TEST(Herstelmelding, HM01_AnUnknownWithdrawnOrRecoveredCaseIsRefused) {
  Situatie situatie = InDienst(kVan);
  Ziektegeval& geval = situatie.Add("2025-01-06"_dag);
  const auto beslis = [&](const GenoemdGeval& genoemd) {
    return DecideHerstelmelding(Wet(), genoemd, Herstelmelding("2025-01-13"_dag), "2025-01-13"_dag);
  };
  const auto onbekend = beslis(GenoemdGeval{});
  EXPECT_EQ(Antwoord(onbekend), "HM-01");
  EXPECT_EQ(onbekend.weigering().soort, Weigeringsoort::kOnbekend);
  EXPECT_EQ(Antwoord(beslis(situatie.Genoemd(geval))), "ok");
  geval.hersteld_per = "2025-01-13"_dag;
  EXPECT_EQ(Antwoord(beslis(situatie.Genoemd(geval))), "HM-01");
  EXPECT_EQ(beslis(situatie.Genoemd(geval)).weigering().soort, Weigeringsoort::kToestand);
  geval.hersteld_per = {};
  geval.ingetrokken = true;
  EXPECT_EQ(Antwoord(beslis(situatie.Genoemd(geval))), "HM-01");
  EXPECT_EQ(beslis(situatie.Genoemd(geval)).weigering().soort, Weigeringsoort::kToestand);
}

TEST(Herstelmelding, HM01_TheAnswerNamesTheCase) {
  const auto besluit = Beslis(Wet(), "2025-01-06"_dag, "2025-01-13"_dag, "2025-01-14"_dag);
  ASSERT_EQ(Antwoord(besluit), "ok");
  EXPECT_EQ(besluit->geval, Gevalnummer{7});
  EXPECT_EQ(besluit->ontvangen_op, "2025-01-14"_dag);
  EXPECT_EQ(besluit->melding.hersteld_per, "2025-01-13"_dag);
}

TEST(Herstelmelding, HM02_RecoveryLiesAfterTheAo) {
  for (const Regelkader& kader : {Handleiding(), Wet()}) {
    const Dag nu = "2025-03-03"_dag;
    EXPECT_EQ(Antwoord(Beslis(kader, "2025-01-06"_dag, "2025-01-05"_dag, nu)), "HM-02");
    EXPECT_EQ(Antwoord(Beslis(kader, "2025-01-06"_dag, "2025-01-06"_dag, nu)), "HM-02");
    EXPECT_EQ(Antwoord(Beslis(kader, "2025-01-06"_dag, "2025-01-07"_dag, nu)), "ok");
    EXPECT_EQ(Antwoord(Beslis(kader, "2024-02-29"_dag, "2024-03-01"_dag, nu)), "ok");
  }
}

TEST(Herstelmelding, HM02_RecoveryLiesNotAfterTheDayOfReceipt) {
  for (const Dag h :
       {"2025-01-13"_dag, "2025-03-30"_dag, "2025-10-26"_dag, "2024-02-29"_dag, "2025-01-01"_dag}) {
    EXPECT_EQ(Antwoord(Beslis(Wet(), h - Dagen(5), h, h - Dagen(1))), "HM-02");
    EXPECT_EQ(Antwoord(Beslis(Wet(), h - Dagen(5), h, h)), "ok");
  }
}

TEST(Herstelmelding, HM01_HM02_KAL03_RefuseInThisOrder) {
  Situatie situatie = InDienst(kVan);
  Ziektegeval& geval = situatie.Add("2030-12-30"_dag, "2030-12-31"_dag);
  const auto antwoord = [&](Dag h) {
    return Antwoord(
        DecideHerstelmelding(Wet(), situatie.Genoemd(geval), Herstelmelding(h), "2030-12-31"_dag));
  };
  EXPECT_EQ(antwoord("2031-01-01"_dag), "HM-01");
  geval.hersteld_per = {};
  EXPECT_EQ(antwoord("2031-01-01"_dag), "HM-02");
  EXPECT_EQ(antwoord("2030-12-31"_dag), "KAL-03");
  EXPECT_EQ(Antwoord(Beslis(Handleiding(), "2030-12-30"_dag, "2030-12-31"_dag, "2030-12-31"_dag)), "ok");
  EXPECT_EQ(Antwoord(Beslis(Wet(), "2030-12-20"_dag, "2030-12-29"_dag, "2030-12-31"_dag)), "ok");
}

TEST(Herstelmelding, HM03_OnTimeOnTheSecondDay) {
  ExpectOordeel(Handleiding(), {
                                   {"2025-02-03"_dag, "2025-02-03"_dag, "2025-02-05"_dag, 0, 0},
                                   {"2025-02-03"_dag, "2025-02-05"_dag, "2025-02-05"_dag, 0, 0},
                                   {"2025-02-03"_dag, "2025-02-06"_dag, "2025-02-05"_dag, 1, 70},
                                   // Saturday, Sunday and holidays are as any day.
                                   {"2025-02-06"_dag, "2025-02-09"_dag, "2025-02-08"_dag, 1, 70},
                                   {"2025-04-19"_dag, "2025-04-22"_dag, "2025-04-21"_dag, 1, 70},
                                   {"2025-03-28"_dag, "2025-03-30"_dag, "2025-03-30"_dag, 0, 0},
                                   {"2025-10-24"_dag, "2025-10-27"_dag, "2025-10-26"_dag, 1, 70},
                                   {"2024-02-27"_dag, "2024-02-29"_dag, "2024-02-29"_dag, 0, 0},
                                   {"2023-02-27"_dag, "2023-03-01"_dag, "2023-03-01"_dag, 0, 0},
                                   {"2024-12-30"_dag, "2025-01-02"_dag, "2025-01-01"_dag, 1, 70},
                               });
}

TEST(Herstelmelding, HM03_KAL03_OnTimeOnTheWorkdayAfter) {
  ExpectOordeel(Wet(), {
                           {"2025-02-03"_dag, "2025-02-05"_dag, "2025-02-05"_dag, 0, 0},
                           {"2025-02-03"_dag, "2025-02-06"_dag, "2025-02-05"_dag, 1, 70},
                           {"2025-02-05"_dag, "2025-02-08"_dag, "2025-02-07"_dag, 1, 70},  // Friday
                           {"2025-02-06"_dag, "2025-02-10"_dag, "2025-02-10"_dag, 0, 0},   // Saturday
                           {"2025-02-06"_dag, "2025-02-11"_dag, "2025-02-10"_dag, 1, 70},
                           {"2025-04-16"_dag, "2025-04-22"_dag, "2025-04-22"_dag, 0, 0},  // Goede Vrijdag
                           {"2025-04-16"_dag, "2025-04-23"_dag, "2025-04-22"_dag, 1, 70},
                           {"2025-03-28"_dag, "2025-04-01"_dag, "2025-03-31"_dag, 1, 70},  // 23 hours
                           {"2025-10-24"_dag, "2025-10-27"_dag, "2025-10-27"_dag, 0, 0},   // 25 hours
                           {"2024-02-27"_dag, "2024-03-01"_dag, "2024-02-29"_dag, 1, 70},
                           {"2024-12-30"_dag, "2025-01-02"_dag, "2025-01-02"_dag, 0, 0},
                       });
}

TEST(Herstelmelding, HM04_LateIsAcceptedAndMarked) {
  const Dag h = "2025-02-03"_dag;
  const Dag due = "2025-02-05"_dag;
  for (const Regelkader& kader : {Handleiding(), Wet()}) {
    ExpectOordeel(kader, {
                             {h, due + Dagen(1), due, 1, 70},
                             {h, due + Dagen(6), due, 6, 70},
                             {h, due + Dagen(7), due, 7, 230},
                             {h, due + Dagen(27), due, 27, 230},
                             {h, due + Dagen(28), due, 28, 455},
                         });
  }
}

TEST(Herstelmelding, HM06_NotDueBeforeItsZiekmeldingWasReceived) {
  Situatie situatie = InDienst(kVan);
  Ziektegeval& geval = situatie.Add("2025-01-06"_dag);
  const auto oordeel = [&](const Regelkader& kader, Dag ziek_ontvangen_op, Dag ontvangen_op) {
    geval.ontvangen_op = ziek_ontvangen_op;
    return DecideHerstelmelding(kader, situatie.Genoemd(geval), Herstelmelding("2025-01-13"_dag),
                                ontvangen_op)
        ->oordeel;
  };
  const Dag due = "2025-01-15"_dag;  // HM-03
  EXPECT_EQ(oordeel(Wet(), "2025-01-14"_dag, "2025-01-16"_dag), (Meldingoordeel{due, 1, 70}));
  EXPECT_EQ(oordeel(Wet(), "2025-01-15"_dag, "2025-01-16"_dag), (Meldingoordeel{due, 1, 70}));
  EXPECT_EQ(oordeel(Wet(), "2025-01-16"_dag, "2025-01-16"_dag), (Meldingoordeel{"2025-01-16"_dag, 0, 0}));
  EXPECT_EQ(oordeel(Wet(), "2025-02-15"_dag, "2025-02-16"_dag),
            (Meldingoordeel{"2025-02-15"_dag, 1, 70}));  // a Saturday, not shifted
  EXPECT_EQ(oordeel(Handleiding(), "2025-01-16"_dag, "2025-01-16"_dag), (Meldingoordeel{due, 1, 70}));
}

TEST(Herstelmelding, HM07_NothingIsOwedForARecoveryAfterE) {
  const Dag ao = "2025-01-06"_dag;
  const Dag einde = "2025-01-31"_dag;
  for (const Regelkader& kader : {Handleiding(), Wet()}) {
    const auto na = Beslis(kader, ao, einde + Dagen(1), "2025-12-01"_dag, einde);
    EXPECT_EQ(na->oordeel, kNietVerschuldigd);
    EXPECT_TRUE(na->oordeel.tijdig());
    const auto op = Beslis(kader, ao, einde, "2025-02-04"_dag, einde);
    EXPECT_EQ(op->oordeel.uiterste_dag.has_value(), true);
    const auto onbekend = Beslis(kader, ao, einde + Dagen(1), "2025-02-04"_dag);
    EXPECT_EQ(onbekend->oordeel, (Meldingoordeel{"2025-02-03"_dag, 1, 70}));
  }
  // H = E = Friday 2025-01-31: Sunday 2 February, or Monday the 3rd.
  EXPECT_EQ(Beslis(Handleiding(), ao, einde, "2025-02-04"_dag, einde)->oordeel,
            (Meldingoordeel{"2025-02-02"_dag, 2, 70}));
  EXPECT_EQ(Beslis(Wet(), ao, einde, "2025-02-04"_dag, einde)->oordeel,
            (Meldingoordeel{"2025-02-03"_dag, 1, 70}));
}

TEST(Herstelmelding, HM07_KAL03_WhatIsNotOwedNeedsNoTable) {
  EXPECT_EQ(Antwoord(Beslis(Wet(), "2030-11-01"_dag, "2031-02-03"_dag, "2031-02-03"_dag, "2031-02-02"_dag)),
            "ok");
  EXPECT_EQ(Antwoord(Beslis(Wet(), "2030-11-01"_dag, "2031-02-03"_dag, "2031-02-03"_dag, "2031-02-03"_dag)),
            "KAL-03");
}

TEST(Intrekking, ZM10_TakesBackAnAcceptedZiekmeldingOnce) {
  Situatie situatie = InDienst(kVan);
  Ziektegeval& geval = situatie.Add("2025-01-06"_dag);
  const auto beslis = [&](const GenoemdGeval& genoemd) {
    return DecideIntrekking(genoemd, Intrekking(), "2025-01-13"_dag);
  };
  const auto onbekend = beslis(GenoemdGeval{});
  EXPECT_EQ(Antwoord(onbekend), "ZM-10");
  EXPECT_EQ(onbekend.weigering().soort, Weigeringsoort::kOnbekend);
  ASSERT_EQ(Antwoord(beslis(situatie.Genoemd(geval))), "ok");
  EXPECT_EQ(beslis(situatie.Genoemd(geval))->geval, Gevalnummer{7});
  EXPECT_EQ(beslis(situatie.Genoemd(geval))->ontvangen_op, "2025-01-13"_dag);
  geval.ingetrokken = true;
  EXPECT_EQ(Antwoord(beslis(situatie.Genoemd(geval))), "ZM-10");
  EXPECT_EQ(beslis(situatie.Genoemd(geval)).weigering().soort, Weigeringsoort::kToestand);
}

TEST(Intrekking, ZM10_ARecoveredOrDecidedCaseCanBeWithdrawn) {
  Situatie situatie = InDienst(kVan);
  Ziektegeval& geval = situatie.Add("2025-01-06"_dag, "2025-01-10"_dag);
  geval.beoordeling.uitkomst = Uitkomst::kToekenning;
  EXPECT_EQ(Antwoord(DecideIntrekking(situatie.Genoemd(geval), Intrekking(), "2025-01-13"_dag)), "ok");
}

}  // namespace
}  // namespace ketenproef
