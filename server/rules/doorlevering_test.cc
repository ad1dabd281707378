// Chains and forwards of signaal.h: ZM-09, DL-01 to DL-03.
#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"
#include "server/rules/signaal.h"

namespace ketenproef {
namespace {

Dag EersteAo(const Situatie& situatie, const Ziektegeval& geval) {
  return EersteAoDagVanKeten(Wet(), situatie.dossier(), geval);
}

TEST(Keten, ZM09_LessThan28DaysJoins) {
  struct Geval {
    Dag h;
    Dag ao;
    bool keten;
  };
  const Geval gevallen[] = {
      {"2025-01-20"_dag, "2025-01-20"_dag, true},   // 0 days
      {"2025-01-20"_dag, "2025-02-15"_dag, true},   // 26
      {"2025-01-20"_dag, "2025-02-16"_dag, true},   // 27
      {"2025-01-20"_dag, "2025-02-17"_dag, false},  // 28
      {"2025-01-20"_dag, "2025-02-18"_dag, false},  // 29
      {"2025-03-10"_dag, "2025-04-06"_dag, true},   // 27, over the day of 23 hours
      {"2025-03-10"_dag, "2025-04-07"_dag, false},
      {"2025-10-13"_dag, "2025-11-09"_dag, true},  // 27, over the day of 25 hours
      {"2025-10-13"_dag, "2025-11-10"_dag, false},
      {"2024-02-10"_dag, "2024-03-08"_dag, true},  // 27, over 29 February
      {"2024-02-10"_dag, "2024-03-09"_dag, false},
      {"2024-12-20"_dag, "2025-01-16"_dag, true},  // 27, over the year end
      {"2024-12-20"_dag, "2025-01-17"_dag, false},
  };
  for (const Geval& geval : gevallen) {
    Situatie situatie = InDienst(kVan);
    const Dag eerste_ao = geval.h - Dagen(10);
    situatie.Add(eerste_ao, geval.h);
    const Ziektegeval& tweede = situatie.Add(geval.ao);
    SCOPED_TRACE(geval.h.ToString() + " to " + geval.ao.ToString());
    EXPECT_EQ(EersteAo(situatie, tweede), geval.keten ? eerste_ao : geval.ao);
    EXPECT_EQ(EersteAoDagVanKeten(Handleiding(), situatie.dossier(), tweede), geval.ao);
  }
}

TEST(Keten, ZM09_IsTransitiveAndLooksBackOnly) {
  Situatie situatie = InDienst(kVan);
  const Ziektegeval& los = situatie.Add("2024-11-01"_dag, "2024-11-08"_dag);
  const Ziektegeval& eerste = situatie.Add("2025-01-06"_dag, "2025-01-20"_dag);
  const Ziektegeval& tweede = situatie.Add("2025-02-16"_dag, "2025-02-20"_dag);
  const Ziektegeval& derde = situatie.Add("2025-03-19"_dag);
  EXPECT_EQ(EersteAo(situatie, los), "2024-11-01"_dag);
  EXPECT_EQ(EersteAo(situatie, eerste), "2025-01-06"_dag);
  EXPECT_EQ(EersteAo(situatie, tweede), "2025-01-06"_dag);
  EXPECT_EQ(EersteAo(situatie, derde), "2025-01-06"_dag);
}

TEST(Keten, ZM09_BreaksAtAGapOf28Days) {
  Situatie situatie = InDienst(kVan);
  situatie.Add("2025-01-06"_dag, "2025-01-20"_dag);
  situatie.Add("2025-02-17"_dag, "2025-02-20"_dag);  // 28 days
  const Ziektegeval& derde = situatie.Add("2025-03-19"_dag);
  EXPECT_EQ(EersteAo(situatie, derde), "2025-02-17"_dag);
}

TEST(Keten, ZM09_AWithdrawnCaseIsInNoOtherCasesChain) {
  Situatie situatie = InDienst(kVan);
  situatie.Add("2025-01-06"_dag, "2025-01-20"_dag);
  Ziektegeval& tweede = situatie.Add("2025-02-10"_dag, "2025-02-14"_dag);
  const Ziektegeval& ver = situatie.Add("2025-03-03"_dag);
  EXPECT_EQ(EersteAo(situatie, ver), "2025-01-06"_dag);
  tweede.ingetrokken = true;  // 42 days from 2025-01-20: no chain without it
  EXPECT_EQ(EersteAo(situatie, ver), "2025-03-03"_dag);
  Ziektegeval& dichtbij = situatie.Add("2025-02-16"_dag);  // 27 days: the withdrawn one is passed over
  situatie.gevallen[2].ingetrokken = true;
  EXPECT_EQ(EersteAo(situatie, dichtbij), "2025-01-06"_dag);
}

TEST(Keten, ZM09_OfAnotherDienstverbandIsNoChain) {
  Situatie situatie = InDienst(kVan, "2025-01-31"_dag);
  situatie.persoon.dienstverbanden.push_back({kNummer, "2025-02-01"_dag, {}});
  situatie.Add("2025-01-06"_dag, "2025-01-20"_dag, 0);
  const Ziektegeval& eerste = situatie.Add("2025-02-03"_dag, "2025-02-10"_dag, 1);
  const Ziektegeval& tweede = situatie.Add("2025-02-17"_dag, {}, 1);
  EXPECT_EQ(EersteAo(situatie, eerste), "2025-02-03"_dag);
  EXPECT_EQ(EersteAo(situatie, tweede), "2025-02-03"_dag);
}

TEST(Keten, ZM09_AnotherDienstverbandBetweenDoesNotBreakIt) {
  Situatie situatie = InDienst(kVan);
  situatie.persoon.dienstverbanden.push_back({kAnderNummer, kVan, {}});
  situatie.Add("2025-01-06"_dag, "2025-01-20"_dag, 0);
  situatie.Add("2025-01-21"_dag, {}, 1);
  const Ziektegeval& tweede = situatie.Add("2025-02-10"_dag, {}, 0);
  EXPECT_EQ(EersteAo(situatie, tweede), "2025-01-06"_dag);
}

TEST(Keten, ZM09_ACaseOutsideTheDossierStandsAlone) {
  Situatie situatie = InDienst(kVan);
  situatie.Add("2025-01-06"_dag, "2025-01-20"_dag);
  Situatie andere = InDienst(kVan);
  EXPECT_EQ(EersteAo(situatie, andere.Add("2025-01-27"_dag)), "2025-01-27"_dag);
}

// Who granted the LKS for which a case of this AO, received that day, goes on.
std::optional<Gemeentecode> Verlener(const Regelkader& kader, Dag ao, Dag ontvangen_op,
                                     std::initializer_list<LksPeriode> perioden) {
  Ziektegeval geval;
  geval.eerste_ao_dag = ao;
  geval.ontvangen_op = ontvangen_op;
  const std::vector<LksPeriode> lks(perioden);
  return VerlenerVanDoorlevering(kader, geval, {true, lks});
}

TEST(Doorlevering, DL01_GoesToTheGemeenteWhoseLksHoldsTheAo) {
  const auto verlener = [](Dag ao) {
    return Verlener(Handleiding(), ao, "2021-06-01"_dag,
                    {Periode("2020-02-01"_dag, "2020-02-29"_dag), Periode("2020-04-01"_dag, {}, kGroningen)});
  };
  EXPECT_EQ(verlener("2020-01-31"_dag), std::nullopt);
  EXPECT_EQ(verlener("2020-02-01"_dag), kAmsterdam);
  EXPECT_EQ(verlener("2020-02-29"_dag), kAmsterdam);
  EXPECT_EQ(verlener("2020-03-01"_dag), std::nullopt);
  EXPECT_EQ(verlener("2020-03-31"_dag), std::nullopt);
  EXPECT_EQ(verlener("2020-04-01"_dag), kGroningen);
  EXPECT_EQ(Verlener(Handleiding(), "2020-04-01"_dag, "2020-04-01"_dag, {}), std::nullopt);
}

TEST(Doorlevering, DL01_TheCasesOwnAoCountsAlsoInAChain) {
  Situatie situatie = InDienst(kVan);
  situatie.Add("2020-01-06"_dag, "2020-01-20"_dag);
  const Ziektegeval& tweede = situatie.Add("2020-02-03"_dag);
  EXPECT_EQ(EersteAo(situatie, tweede), "2020-01-06"_dag);
  const LksPeriode perioden[] = {Periode("2020-02-01"_dag, {})};
  EXPECT_EQ(VerlenerVanDoorlevering(Wet(), tweede, {true, perioden}), kAmsterdam);
}

TEST(Doorlevering, DL02_WasAbolishedOn20220101InWet) {
  const auto verlener = [](const Regelkader& kader, Dag ontvangen_op) {
    return Verlener(kader, "2021-12-20"_dag, ontvangen_op, {Periode("2020-01-01"_dag, {})});
  };
  EXPECT_EQ(verlener(Wet(), "2021-12-30"_dag), kAmsterdam);
  EXPECT_EQ(verlener(Wet(), "2021-12-31"_dag), kAmsterdam);
  EXPECT_EQ(verlener(Wet(), "2022-01-01"_dag), std::nullopt);
  EXPECT_EQ(verlener(Wet(), "2022-01-02"_dag), std::nullopt);
  EXPECT_EQ(verlener(Handleiding(), "2022-01-01"_dag), kAmsterdam);
  EXPECT_EQ(verlener(Handleiding(), "2029-01-01"_dag), kAmsterdam);
}

TEST(Doorlevering, DL03_TheReceiverIsTheSuccessorOfTheGrantingGemeenteOnX) {
  const Gemeentecode weesp = Gemeentecode::FromTrustedNumber(457);
  const auto verlener =
      Verlener(Handleiding(), "2022-03-01"_dag, "2022-03-23"_dag, {Periode("2020-01-01"_dag, {}, weesp)});
  ASSERT_EQ(verlener, weesp);
  EXPECT_EQ(EchteGemeenten().SuccessorOn(*verlener, "2022-03-23"_dag), weesp);
  EXPECT_EQ(EchteGemeenten().SuccessorOn(*verlener, "2022-03-24"_dag), kAmsterdam);
}

}  // namespace
}  // namespace ketenproef
