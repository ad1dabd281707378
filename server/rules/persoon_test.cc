#include "server/rules/persoon.h"

#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

TEST(Persoon, REG01_IsRegisteredOnBothEnds) {
  Persoon persoon(kBsn);
  EXPECT_FALSE(InDoelgroepregister(persoon, "2024-06-01"_dag));
  persoon.doelgroepregistraties = {{"2020-01-01"_dag, "2020-12-31"_dag}, {"2024-06-01"_dag, {}}};
  EXPECT_FALSE(InDoelgroepregister(persoon, "2019-12-31"_dag));
  EXPECT_TRUE(InDoelgroepregister(persoon, "2020-01-01"_dag));
  EXPECT_TRUE(InDoelgroepregister(persoon, "2020-12-31"_dag));
  EXPECT_FALSE(InDoelgroepregister(persoon, "2021-01-01"_dag));
  EXPECT_FALSE(InDoelgroepregister(persoon, "2024-05-31"_dag));
  EXPECT_TRUE(InDoelgroepregister(persoon, "2024-06-01"_dag));
  EXPECT_TRUE(InDoelgroepregister(persoon, "2199-12-31"_dag));
}

TEST(Persoon, REG02_TheLatestStartOnOrBeforeTheDayCounts) {
  Persoon persoon(kBsn);
  EXPECT_EQ(WoonplaatsOn(persoon, "2025-01-01"_dag), std::nullopt);
  // Accepted in another order than that of the starts.
  persoon.woonplaatsen = {{"2024-03-01"_dag, kGroningen}, {"2020-01-01"_dag, kAmsterdam}};
  EXPECT_EQ(WoonplaatsOn(persoon, "2019-12-31"_dag), std::nullopt);
  EXPECT_EQ(WoonplaatsOn(persoon, "2020-01-01"_dag), kAmsterdam);
  EXPECT_EQ(WoonplaatsOn(persoon, "2024-02-29"_dag), kAmsterdam);
  EXPECT_EQ(WoonplaatsOn(persoon, "2024-03-01"_dag), kGroningen);
}

TEST(Persoon, REG02_OfOneStartTheOneAcceptedLastCounts) {
  Persoon persoon(kBsn);
  persoon.woonplaatsen = {{"2020-01-01"_dag, kAmsterdam}, {"2020-01-01"_dag, kGroningen}};
  EXPECT_EQ(WoonplaatsOn(persoon, "2020-01-01"_dag), kGroningen);
  persoon.woonplaatsen.push_back({"2019-01-01"_dag, kAmsterdam});
  EXPECT_EQ(WoonplaatsOn(persoon, "2020-01-01"_dag), kGroningen);
}

TEST(Persoon, REG02_AnEntryWithoutACodeMeansUnknown) {
  Persoon persoon(kBsn);
  persoon.woonplaatsen = {{"2020-01-01"_dag, kAmsterdam}, {"2024-01-01"_dag, std::nullopt}};
  EXPECT_EQ(WoonplaatsOn(persoon, "2023-12-31"_dag), kAmsterdam);
  EXPECT_EQ(WoonplaatsOn(persoon, "2024-01-01"_dag), std::nullopt);
}

TEST(Persoon, REG03_TheWoonplaatsIsAsItWasEntered) {
  Persoon persoon(kBsn);
  const Gemeentecode weesp = Gemeentecode::FromTrustedNumber(457);
  persoon.woonplaatsen = {{"2020-01-01"_dag, weesp}};
  EXPECT_EQ(WoonplaatsOn(persoon, "2025-01-01"_dag), weesp);
}

TEST(Persoon, ZM02_DienstverbandOfThisEmployerThatHoldsTheDay) {
  Persoon persoon(kBsn);
  persoon.dienstverbanden = {{kAnderNummer, "2020-01-01"_dag, {}},
                             {kNummer, "2020-01-01"_dag, "2020-12-31"_dag},
                             {kNummer, "2021-02-01"_dag, {}}};
  EXPECT_EQ(DienstverbandOn(persoon, kNummer, "2019-12-31"_dag), std::nullopt);
  EXPECT_EQ(DienstverbandOn(persoon, kNummer, "2020-01-01"_dag), 1U);
  EXPECT_EQ(DienstverbandOn(persoon, kNummer, "2020-12-31"_dag), 1U);
  EXPECT_EQ(DienstverbandOn(persoon, kNummer, "2021-01-31"_dag), std::nullopt);
  EXPECT_EQ(DienstverbandOn(persoon, kNummer, "2021-02-01"_dag), 2U);
  EXPECT_EQ(DienstverbandOn(persoon, kAnderNummer, "2021-01-31"_dag), 0U);
}

TEST(Persoon, DL01_LksPeriodThatHoldsTheDay) {
  Persoon persoon(kBsn);
  const Percentage loonwaarde = *Percentage::FromNumber(60);
  persoon.lks_perioden = {{kAmsterdam, "2020-01-01"_dag, "2020-12-31"_dag, loonwaarde, false},
                          {kGroningen, "2021-02-01"_dag, {}, loonwaarde, false}};
  EXPECT_EQ(LksPeriodeOn(persoon, "2019-12-31"_dag), nullptr);
  EXPECT_EQ(LksPeriodeOn(persoon, "2020-01-01"_dag), &persoon.lks_perioden[0]);
  EXPECT_EQ(LksPeriodeOn(persoon, "2020-12-31"_dag), &persoon.lks_perioden[0]);
  EXPECT_EQ(LksPeriodeOn(persoon, "2021-01-31"_dag), nullptr);
  EXPECT_EQ(LksPeriodeOn(persoon, "2021-02-01"_dag), &persoon.lks_perioden[1]);
}

}  // namespace
}  // namespace ketenproef
