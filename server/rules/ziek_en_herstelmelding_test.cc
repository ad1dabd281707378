// The combined message of melding.h: HM-05, and HM-02, HM-07, ZM and KAL-03 as they apply to it.
#include "gtest/gtest.h"
#include "server/rules/melding.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

Besluit<ZiekEnHerstelmeldingAccepted> Beslis(const Regelkader& kader, const Situatie& situatie, Dag ao, Dag h,
                                             Dag ontvangen_op) {
  return DecideZiekEnHerstelmelding(kader, situatie.dossier(), ZiekEnHerstelmelding(ao, h), ontvangen_op);
}

TEST(ZiekEnHerstelmelding, HM05_EachPartHasItsOwnTermInHandleiding) {
  const Situatie situatie = InDienst("2010-01-01"_dag);
  const auto besluit = Beslis(Handleiding(), situatie, "2025-01-06"_dag, "2025-01-13"_dag, "2025-01-16"_dag);
  ASSERT_EQ(Antwoord(besluit), "ok");
  EXPECT_EQ(besluit->oordeel_ziek, (Meldingoordeel{"2025-02-17"_dag, 0, 0}));
  EXPECT_EQ(besluit->oordeel_herstel, (Meldingoordeel{"2025-01-15"_dag, 1, 70}));
  EXPECT_EQ(besluit->beoordeling_uiterste_dag, "2025-02-27"_dag);
  EXPECT_EQ(besluit->ontvangen_op, "2025-01-16"_dag);
  EXPECT_EQ(
      Beslis(Handleiding(), situatie, "2025-01-06"_dag, "2025-01-13"_dag, "2025-01-15"_dag)->oordeel_herstel,
      (Meldingoordeel{"2025-01-15"_dag, 0, 0}));
}

TEST(ZiekEnHerstelmelding, HM05_TheHerstelPartIsDueOnTheLaterDayInWet) {
  const Situatie situatie = InDienst("2010-01-01"_dag);
  struct Geval {
    Dag h;
    Dag ontvangen_op;
    Meldingoordeel herstel;
  };
  // The ziek part of AO 2025-01-06 is due on 2025-02-17.
  const Geval gevallen[] = {
      {"2025-01-13"_dag, "2025-02-17"_dag, {"2025-02-17"_dag, 0, 0}},
      {"2025-01-13"_dag, "2025-02-18"_dag, {"2025-02-17"_dag, 1, 70}},
      {"2025-02-14"_dag, "2025-02-18"_dag, {"2025-02-17"_dag, 1, 70}},  // + 2 = Sunday the 16th -> the 17th
      {"2025-02-15"_dag, "2025-02-18"_dag, {"2025-02-17"_dag, 1, 70}},
      {"2025-02-16"_dag, "2025-02-18"_dag, {"2025-02-18"_dag, 0, 0}},
      {"2025-02-17"_dag, "2025-02-20"_dag, {"2025-02-19"_dag, 1, 70}},
  };
  for (const Geval& geval : gevallen) {
    SCOPED_TRACE(geval.h.ToString() + " received " + geval.ontvangen_op.ToString());
    const auto besluit = Beslis(Wet(), situatie, "2025-01-06"_dag, geval.h, geval.ontvangen_op);
    ASSERT_EQ(Antwoord(besluit), "ok");
    EXPECT_EQ(besluit->oordeel_herstel, geval.herstel);
  }
}

TEST(ZiekEnHerstelmelding, HM05_ZM05_TheHerstelPartWaitsForE) {
  // E known and within the six weeks: the ziek part is due on E, Friday 2025-01-31.
  const Situatie situatie = InDienst("2010-01-01"_dag, "2025-01-31"_dag);
  const auto besluit = Beslis(Wet(), situatie, "2025-01-06"_dag, "2025-01-13"_dag, "2025-02-03"_dag);
  ASSERT_EQ(Antwoord(besluit), "ok");
  EXPECT_EQ(besluit->oordeel_ziek, (Meldingoordeel{"2025-01-31"_dag, 3, 0}));  // BOE-02: Monday after E
  EXPECT_EQ(besluit->oordeel_herstel, (Meldingoordeel{"2025-01-31"_dag, 3, 70}));
}

TEST(ZiekEnHerstelmelding, HM07_NothingIsOwedForARecoveryAfterE) {
  const Situatie situatie = InDienst("2010-01-01"_dag, "2025-01-31"_dag);
  for (const Regelkader& kader : {Handleiding(), Wet()}) {
    const Dag ontvangen_op = "2025-06-02"_dag;
    EXPECT_EQ(Beslis(kader, situatie, "2025-01-06"_dag, "2025-02-01"_dag, ontvangen_op)->oordeel_herstel,
              (Meldingoordeel{{}, 0, 0}));
    EXPECT_FALSE(
        Beslis(kader, situatie, "2025-01-06"_dag, "2025-01-31"_dag, ontvangen_op)->oordeel_herstel.tijdig());
  }
}

TEST(ZiekEnHerstelmelding, HM02_RefusesTheWholeMessage) {
  const Situatie situatie = InDienst("2010-01-01"_dag);
  const Dag ao = "2025-01-06"_dag;
  for (const Regelkader& kader : {Handleiding(), Wet()}) {
    EXPECT_EQ(Antwoord(Beslis(kader, situatie, ao, ao - Dagen(1), "2025-01-10"_dag)), "HM-02");
    EXPECT_EQ(Antwoord(Beslis(kader, situatie, ao, ao, "2025-01-10"_dag)), "HM-02");
    EXPECT_EQ(Antwoord(Beslis(kader, situatie, ao, ao + Dagen(1), "2025-01-10"_dag)), "ok");
    EXPECT_EQ(Antwoord(Beslis(kader, situatie, ao, "2025-01-10"_dag, "2025-01-10"_dag)), "ok");
    EXPECT_EQ(Antwoord(Beslis(kader, situatie, ao, "2025-01-11"_dag, "2025-01-10"_dag)), "HM-02");
  }
}

TEST(ZiekEnHerstelmelding, ZM02_ZM03_ZM08_HM02_KAL03_RefuseInThisOrder) {
  Situatie situatie = InDienst("2030-01-01"_dag, "2030-12-31"_dag);
  situatie.Add("2030-01-07"_dag);
  const Dag ontvangen_op = "2030-12-20"_dag;  // BO-01 ends in 2031
  const auto antwoord = [&](Dag ao, Dag h) { return Antwoord(Beslis(Wet(), situatie, ao, h, ontvangen_op)); };
  EXPECT_EQ(antwoord("2031-01-01"_dag, "2031-01-01"_dag), "ZM-02");
  EXPECT_EQ(antwoord("2030-12-21"_dag, "2030-12-21"_dag), "ZM-03");
  EXPECT_EQ(antwoord("2030-12-10"_dag, "2030-12-10"_dag), "ZM-08");
  situatie.gevallen.clear();
  EXPECT_EQ(antwoord("2030-12-10"_dag, "2030-12-10"_dag), "HM-02");
  EXPECT_EQ(antwoord("2030-12-10"_dag, "2030-12-11"_dag), "KAL-03");
}

TEST(ZiekEnHerstelmelding, KAL03_TheHerstelPartAloneCanLeaveTheTable) {
  const Situatie situatie = InDienst("2010-01-01"_dag);
  // A table of 2024 only: BO-01 and ZM-04 end in it, H + 2 as well, up to 29 December.
  const Feestdagen een_jaar({"2024-01-01"_dag});
  const Regelkader kader{*FindProfiel("wet"), een_jaar, EchteGemeenten()};
  const Dag ontvangen_op = "2024-02-05"_dag;
  EXPECT_EQ(Antwoord(Beslis(kader, situatie, "2023-12-01"_dag, "2023-12-30"_dag, ontvangen_op)), "ok");
  EXPECT_EQ(Antwoord(Beslis(kader, situatie, "2023-12-01"_dag, "2023-12-29"_dag, ontvangen_op)), "KAL-03");
}

}  // namespace
}  // namespace ketenproef
