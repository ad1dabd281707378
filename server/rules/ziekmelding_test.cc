// The ziekmelding of melding.h: ZM-02 to ZM-06, ZM-08, BOE-02, BO-01 and the order of refusals.
#include "gtest/gtest.h"
#include "server/rules/melding.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

struct BeoordeeldZiek {
  Dag ao;
  Dag ontvangen_op;
  Dag uiterste_dag;
  int dagen_te_laat;
  int boete_eur;
};

// Judges each in a dienstverband until `einde`.
void ExpectOordeel(const Regelkader& kader, OptionalDag einde,
                   std::initializer_list<BeoordeeldZiek> gevallen) {
  const Situatie situatie = InDienst(kVan, einde);
  for (const BeoordeeldZiek& geval : gevallen) {
    SCOPED_TRACE(geval.ao.ToString() + " received " + geval.ontvangen_op.ToString());
    const auto besluit =
        DecideZiekmelding(kader, situatie.dossier(), Ziekmelding(geval.ao), geval.ontvangen_op);
    ASSERT_EQ(Antwoord(besluit), "ok");
    EXPECT_EQ(besluit->oordeel, (Meldingoordeel{geval.uiterste_dag, geval.dagen_te_laat, geval.boete_eur}));
    EXPECT_EQ(besluit->ontvangen_op, geval.ontvangen_op);
  }
}

std::string AntwoordOp(const Regelkader& kader, const Situatie& situatie, Dag ao, Dag ontvangen_op) {
  return Antwoord(DecideZiekmelding(kader, situatie.dossier(), Ziekmelding(ao), ontvangen_op));
}

TEST(Ziekmelding, ZM02_AoMustFallInADienstverband) {
  const Situatie situatie = InDienst("2024-01-01"_dag, "2024-12-31"_dag);
  for (const Regelkader& kader : {Handleiding(), Wet()}) {
    const Dag nu = "2025-03-03"_dag;
    EXPECT_EQ(AntwoordOp(kader, situatie, "2023-12-31"_dag, nu), "ZM-02");
    EXPECT_EQ(AntwoordOp(kader, situatie, "2024-01-01"_dag, nu), "ok");
    EXPECT_EQ(AntwoordOp(kader, situatie, "2024-12-31"_dag, nu), "ok");
    EXPECT_EQ(AntwoordOp(kader, situatie, "2025-01-01"_dag, nu), "ZM-02");
  }
}

TEST(Ziekmelding, ZM02_OfThatBsnAndLoonheffingennummer) {
  Situatie situatie;
  situatie.persoon.dienstverbanden.push_back({kAnderNummer, kVan, {}});
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2025-01-06"_dag, "2025-01-06"_dag), "ZM-02");
  const auto onbekend = DecideZiekmelding(Wet(), Dossier{}, Ziekmelding("2025-01-06"_dag), "2025-01-06"_dag);
  EXPECT_EQ(Antwoord(onbekend), "ZM-02");
  EXPECT_EQ(onbekend.weigering().soort, Weigeringsoort::kToestand);
}

TEST(Ziekmelding, ZM03_NotBeforeTheAo) {
  const Situatie situatie = InDienst(kVan);
  for (const Dag ao :
       {"2025-02-05"_dag, "2025-03-30"_dag, "2025-10-26"_dag, "2024-02-29"_dag, "2025-12-31"_dag}) {
    EXPECT_EQ(AntwoordOp(Handleiding(), situatie, ao, ao - Dagen(1)), "ZM-03");
    EXPECT_EQ(AntwoordOp(Handleiding(), situatie, ao, ao), "ok");
    EXPECT_EQ(AntwoordOp(Wet(), situatie, ao, ao + Dagen(1)), "ok");
  }
}

TEST(Ziekmelding, ZM04_DueAfterSixWeeksHandleiding) {
  ExpectOordeel(Handleiding(), {},
                {
                    {"2025-01-06"_dag, "2025-01-06"_dag, "2025-02-17"_dag, 0, 0},
                    {"2025-01-06"_dag, "2025-02-16"_dag, "2025-02-17"_dag, 0, 0},
                    {"2025-01-06"_dag, "2025-02-17"_dag, "2025-02-17"_dag, 0, 0},
                    {"2025-01-06"_dag, "2025-02-18"_dag, "2025-02-17"_dag, 1, 70},
                    // Saturday, Sunday, holiday: as any day.
                    {"2025-01-04"_dag, "2025-02-15"_dag, "2025-02-15"_dag, 0, 0},
                    {"2025-01-04"_dag, "2025-02-16"_dag, "2025-02-15"_dag, 1, 70},
                    {"2025-03-10"_dag, "2025-04-22"_dag, "2025-04-21"_dag, 1, 70},
                    // Over the 23-hour and the 25-hour day, 29 February and the year end.
                    {"2025-02-16"_dag, "2025-03-30"_dag, "2025-03-30"_dag, 0, 0},
                    {"2025-09-14"_dag, "2025-10-27"_dag, "2025-10-26"_dag, 1, 70},
                    {"2024-01-18"_dag, "2024-02-29"_dag, "2024-02-29"_dag, 0, 0},
                    {"2024-01-18"_dag, "2024-03-01"_dag, "2024-02-29"_dag, 1, 70},
                    {"2024-11-19"_dag, "2025-01-01"_dag, "2024-12-31"_dag, 1, 70},
                });
}

TEST(Ziekmelding, ZM04_KAL03_DueAfterSixWeeksWet) {
  ExpectOordeel(Wet(), {},
                {
                    {"2025-01-06"_dag, "2025-02-17"_dag, "2025-02-17"_dag, 0, 0},
                    {"2025-01-06"_dag, "2025-02-18"_dag, "2025-02-17"_dag, 1, 70},
                    {"2024-12-27"_dag, "2025-02-08"_dag, "2025-02-07"_dag, 1, 70},  // Friday
                    {"2025-01-04"_dag, "2025-02-17"_dag, "2025-02-17"_dag, 0, 0},   // Saturday
                    {"2025-01-04"_dag, "2025-02-18"_dag, "2025-02-17"_dag, 1, 70},
                    {"2025-03-10"_dag, "2025-04-22"_dag, "2025-04-22"_dag, 0, 0},  // Tweede Paasdag
                    {"2025-03-10"_dag, "2025-04-23"_dag, "2025-04-22"_dag, 1, 70},
                    {"2025-02-16"_dag, "2025-03-31"_dag, "2025-03-31"_dag, 0, 0},   // 23 hours
                    {"2025-09-14"_dag, "2025-10-28"_dag, "2025-10-27"_dag, 1, 70},  // 25 hours
                    {"2024-11-20"_dag, "2025-01-02"_dag, "2025-01-02"_dag, 0, 0},   // New Year's Day
                });
}

TEST(Ziekmelding, ZM05_DueOnAnEndWithinTheSixWeeksWet) {
  // AO Monday 2025-01-06; AO + 41 is Sunday 2025-02-16, AO + 42 Monday 2025-02-17.
  const Dag ao = "2025-01-06"_dag;
  ExpectOordeel(Wet(), "2025-02-16"_dag, {{ao, "2025-02-16"_dag, "2025-02-16"_dag, 0, 0}});
  ExpectOordeel(Wet(), "2025-02-16"_dag, {{ao, "2025-02-18"_dag, "2025-02-16"_dag, 2, 70}});
  ExpectOordeel(Wet(), "2025-02-17"_dag, {{ao, "2025-02-18"_dag, "2025-02-17"_dag, 1, 70}});
  ExpectOordeel(Wet(), "2025-02-17"_dag, {{ao, "2025-02-17"_dag, "2025-02-17"_dag, 0, 0}});
  ExpectOordeel(Wet(), ao, {{ao, ao, ao, 0, 0}, {ao, ao + Dagen(3), ao, 3, 70}});
}

TEST(Ziekmelding, ZM05_TheEndIsNotShiftedAndTheTermOtherwiseIs) {
  // AO Saturday 2025-01-04: AO + 41 is Friday 14 February; AO + 42 Saturday 15 February, shifted to the 17th.
  const Dag ao = "2025-01-04"_dag;
  ExpectOordeel(Wet(), "2025-02-14"_dag, {{ao, "2025-02-14"_dag, "2025-02-14"_dag, 0, 0}});
  ExpectOordeel(Wet(), "2025-02-15"_dag, {{ao, "2025-02-17"_dag, "2025-02-17"_dag, 0, 0}});
  ExpectOordeel(Wet(), "2025-02-08"_dag, {{ao, "2025-02-08"_dag, "2025-02-08"_dag, 0, 0}});
}

TEST(Ziekmelding, ZM05_DoesNotApplyInHandleiding) {
  ExpectOordeel(Handleiding(), "2025-01-10"_dag,
                {{"2025-01-06"_dag, "2025-02-17"_dag, "2025-02-17"_dag, 0, 0},
                 {"2025-01-06"_dag, "2025-02-18"_dag, "2025-02-17"_dag, 1, 70}});
}

TEST(Ziekmelding, ZM06_LateIsAcceptedAndMarked) {
  const Dag ao = "2025-01-06"_dag;
  const Dag due = "2025-02-17"_dag;
  for (const Regelkader& kader : {Handleiding(), Wet()}) {
    ExpectOordeel(kader, {},
                  {
                      {ao, due + Dagen(1), due, 1, 70},
                      {ao, due + Dagen(6), due, 6, 70},
                      {ao, due + Dagen(7), due, 7, 230},
                      {ao, due + Dagen(27), due, 27, 230},
                      {ao, due + Dagen(28), due, 28, 455},
                      {ao, due + Dagen(1000), due, 1000, 455},
                  });
  }
}

TEST(Ziekmelding, BOE02_NoFineUpToTheFirstWorkdayAfterE) {
  // E a Wednesday; a Friday; the Thursday before Easter 2025.
  ExpectOordeel(Wet(), "2025-02-05"_dag,
                {{"2025-02-03"_dag, "2025-02-05"_dag, "2025-02-05"_dag, 0, 0},
                 {"2025-02-03"_dag, "2025-02-06"_dag, "2025-02-05"_dag, 1, 0},
                 {"2025-02-03"_dag, "2025-02-07"_dag, "2025-02-05"_dag, 2, 70}});
  ExpectOordeel(Wet(), "2025-02-07"_dag,
                {{"2025-02-03"_dag, "2025-02-08"_dag, "2025-02-07"_dag, 1, 0},
                 {"2025-02-03"_dag, "2025-02-10"_dag, "2025-02-07"_dag, 3, 0},
                 {"2025-02-03"_dag, "2025-02-11"_dag, "2025-02-07"_dag, 4, 70}});
  ExpectOordeel(Wet(), "2025-04-17"_dag,
                {{"2025-04-14"_dag, "2025-04-22"_dag, "2025-04-17"_dag, 5, 0},
                 {"2025-04-14"_dag, "2025-04-23"_dag, "2025-04-17"_dag, 6, 70},
                 {"2025-04-14"_dag, "2025-05-15"_dag, "2025-04-17"_dag, 28, 455}});
}

TEST(Ziekmelding, BOE02_IsNotForTheOrdinaryTerm) {
  ExpectOordeel(Wet(), "2025-02-17"_dag, {{"2025-01-06"_dag, "2025-02-18"_dag, "2025-02-17"_dag, 1, 70}});
}

TEST(Ziekmelding, ZM08_OneUnrecoveredCaseAtATime) {
  Situatie situatie = InDienst(kVan);
  Ziektegeval& eerder = situatie.Add("2025-01-06"_dag);
  const Dag nu = "2025-03-03"_dag;
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2025-02-03"_dag, nu), "ZM-08");
  EXPECT_EQ(AntwoordOp(Handleiding(), situatie, "2025-01-01"_dag, nu), "ZM-08");  // also before it
  eerder.ingetrokken = true;
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2025-02-03"_dag, nu), "ok");
}

TEST(Ziekmelding, ZM08_NotBeforeTheRecoveryOfAnyEarlierCase) {
  Situatie situatie = InDienst(kVan);
  situatie.Add("2025-01-06"_dag, "2025-01-20"_dag);
  Ziektegeval& tweede = situatie.Add("2025-01-20"_dag, "2025-01-27"_dag);
  const Dag nu = "2025-03-03"_dag;
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2025-01-26"_dag, nu), "ZM-08");
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2025-01-27"_dag, nu), "ok");
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2025-01-28"_dag, nu), "ok");
  tweede.ingetrokken = true;
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2025-01-19"_dag, nu), "ZM-08");
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2025-01-20"_dag, nu), "ok");
}

TEST(Ziekmelding, ZM08_OfAnotherDienstverbandDoesNotCount) {
  Situatie situatie = InDienst(kVan, "2024-12-31"_dag);
  situatie.persoon.dienstverbanden.push_back({kNummer, "2025-01-01"_dag, {}});
  situatie.Add("2024-12-02"_dag);
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2025-01-06"_dag, "2025-01-06"_dag), "ok");
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2024-12-31"_dag, "2025-01-06"_dag), "ZM-08");
}

TEST(Ziekmelding, BO01_AssessmentIsDueSixWeeksAfterReceipt) {
  const Situatie situatie = InDienst(kVan);
  const auto due = [&](const Regelkader& kader, Dag ontvangen_op) {
    return DecideZiekmelding(kader, situatie.dossier(), Ziekmelding("2024-01-02"_dag), ontvangen_op)
        ->beoordeling_uiterste_dag;
  };
  EXPECT_EQ(due(Handleiding(), "2025-03-03"_dag), "2025-04-14"_dag);
  EXPECT_EQ(due(Wet(), "2025-03-03"_dag), "2025-04-14"_dag);
  EXPECT_EQ(due(Handleiding(), "2025-03-10"_dag), "2025-04-21"_dag);  // Tweede Paasdag
  EXPECT_EQ(due(Wet(), "2025-03-10"_dag), "2025-04-22"_dag);
  EXPECT_EQ(due(Handleiding(), "2025-03-07"_dag), "2025-04-18"_dag);  // Goede Vrijdag
  EXPECT_EQ(due(Wet(), "2025-03-07"_dag), "2025-04-22"_dag);
  EXPECT_EQ(due(Wet(), "2024-01-18"_dag), "2024-02-29"_dag);
}

TEST(Ziekmelding, KAL03_ATermOutsideTheTableIsRefusedInWet) {
  const Situatie open = InDienst(kVan);
  const Dag ao = "2030-11-19"_dag;  // + 42 = 2030-12-31
  EXPECT_EQ(AntwoordOp(Wet(), open, ao, ao), "ok");
  EXPECT_EQ(AntwoordOp(Wet(), open, ao, ao + Dagen(1)), "KAL-03");  // BO-01 ends in 2031
  EXPECT_EQ(AntwoordOp(Handleiding(), open, ao, ao + Dagen(1)), "ok");
  // ZM-04 before the table, BO-01 in it.
  EXPECT_EQ(AntwoordOp(Wet(), open, "2016-11-19"_dag, "2016-11-20"_dag), "KAL-03");
  EXPECT_EQ(AntwoordOp(Wet(), open, "2016-11-20"_dag, "2016-11-20"_dag), "ok");
}

TEST(Ziekmelding, KAL03_TheDayOfBOE02CountsOnlyForALateZiekmelding) {
  // E Friday 2016-11-18 lies before the table, as does the Monday after it.
  const Situatie situatie = InDienst(kVan, "2016-11-18"_dag);
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2016-11-14"_dag, "2017-01-02"_dag), "KAL-03");
  // Received on E: no BOE-02. Only BO-01 is judged, and that ends in 2016 here.
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2016-11-14"_dag, "2016-11-18"_dag), "KAL-03");
  const Situatie later = InDienst(kVan, "2016-12-01"_dag);
  EXPECT_EQ(AntwoordOp(Wet(), later, "2016-11-01"_dag, "2016-12-01"_dag), "ok");
  EXPECT_EQ(AntwoordOp(Wet(), later, "2016-11-01"_dag, "2016-12-02"_dag), "KAL-03");
}

TEST(Ziekmelding, ZM02_ZM03_ZM08_KAL03_RefuseInThisOrder) {
  Situatie situatie = InDienst("2030-01-01"_dag, "2030-12-31"_dag);
  situatie.Add("2030-01-07"_dag);
  const Dag ontvangen_op = "2030-12-20"_dag;  // BO-01 ends in 2031: KAL-03
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2031-01-01"_dag, ontvangen_op), "ZM-02");
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2030-12-21"_dag, ontvangen_op), "ZM-03");
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2030-12-20"_dag, ontvangen_op), "ZM-08");
  situatie.gevallen.clear();
  EXPECT_EQ(AntwoordOp(Wet(), situatie, "2030-12-20"_dag, ontvangen_op), "KAL-03");
}

}  // namespace
}  // namespace ketenproef
