// The LKS of registratie.h: LKS-01 to LKS-07.
#include "gtest/gtest.h"
#include "server/rules/registratie.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

// A person in the register and employed in 2020 to 2029.
class LoonkostensubsidieTest : public testing::Test {
 protected:
  LoonkostensubsidieTest() : persoon_(kBsn) {
    persoon_.doelgroepregistraties = {{"2020-01-01"_dag, "2029-12-31"_dag}};
    persoon_.dienstverbanden = {{kNummer, "2020-01-01"_dag, "2029-12-31"_dag}};
  }

  Besluit<LksPeriodeRegistered> Beslis(const LksPeriode& periode) const {
    return Decide(Handleiding(), &persoon_, RegisterLksPeriode{kBsn, periode});
  }
  std::string Verleen(const LksPeriode& periode) const { return Antwoord(Beslis(periode)); }

  Persoon persoon_;
};

TEST_F(LoonkostensubsidieTest, LKS01_AKnownGemeenteAndAnOrderlyPeriod) {
  const Dag van = "2024-02-29"_dag;
  EXPECT_EQ(Verleen(Periode(van, van - Dagen(1))), "LKS-01");
  EXPECT_EQ(Verleen(Periode(van, van)), "ok");
  EXPECT_EQ(Verleen(Periode(van, {})), "ok");
  LksPeriode periode = Periode(van, {});
  periode.gemeentecode = kGeenGemeente;
  EXPECT_EQ(Verleen(periode), "LKS-01");
  EXPECT_EQ(Beslis(periode).weigering().velden.at(0).veld, "gemeentecode");
  periode.gemeentecode = Gemeentecode::FromTrustedNumber(457);  // Weesp, merged away
  EXPECT_EQ(Verleen(periode), "ok");
}

TEST_F(LoonkostensubsidieTest, LKS02_WarnsOutside30To80) {
  for (const int loonwaarde : {0, 29, 30, 31, 50, 79, 80, 81, 99}) {
    LksPeriode periode = Periode("2024-01-01"_dag, {});
    periode.loonwaarde = *Percentage::FromNumber(loonwaarde);
    const auto besluit = Beslis(periode);
    ASSERT_EQ(Antwoord(besluit), "ok") << loonwaarde;
    EXPECT_EQ(besluit->buiten_bandbreedte, loonwaarde < 30 || loonwaarde > 80) << loonwaarde;
  }
}

TEST_F(LoonkostensubsidieTest, LKS03_ForfaitairIs50AndUnderSixMonths) {
  struct Geval {
    Dag van;
    OptionalDag tot;
    int loonwaarde;
    const char* antwoord;
  };
  const Geval gevallen[] = {
      {"2024-01-15"_dag, "2024-07-13"_dag, 50, "ok"},
      {"2024-01-15"_dag, "2024-07-14"_dag, 50, "ok"},
      {"2024-01-15"_dag, "2024-07-15"_dag, 50, "LKS-03"},
      {"2024-01-15"_dag, {}, 50, "LKS-03"},
      {"2024-01-15"_dag, "2024-07-14"_dag, 49, "LKS-03"},
      {"2024-01-15"_dag, "2024-07-14"_dag, 51, "LKS-03"},
      {"2023-08-31"_dag, "2024-02-28"_dag, 50, "ok"},  // + 6 months = 29 February
      {"2023-08-31"_dag, "2024-02-29"_dag, 50, "LKS-03"},
      {"2024-08-31"_dag, "2025-02-27"_dag, 50, "ok"},  // + 6 months = 28 February
      {"2024-08-31"_dag, "2025-02-28"_dag, 50, "LKS-03"},
      {"2024-02-29"_dag, "2024-08-28"_dag, 50, "ok"},
      {"2024-02-29"_dag, "2024-08-29"_dag, 50, "LKS-03"},
      {"2024-07-01"_dag, "2024-12-31"_dag, 50, "ok"},
      {"2024-07-01"_dag, "2025-01-01"_dag, 50, "LKS-03"},
  };
  for (const Geval& geval : gevallen) {
    SCOPED_TRACE(testing::PrintToString(geval.van) + ".." + testing::PrintToString(geval.tot));
    LksPeriode periode = Periode(geval.van, geval.tot);
    periode.loonwaarde = *Percentage::FromNumber(geval.loonwaarde);
    EXPECT_EQ(Verleen(periode), "ok");
    periode.forfaitair = true;
    EXPECT_EQ(Verleen(periode), geval.antwoord);
  }
}

TEST_F(LoonkostensubsidieTest, LKS04_ARegistrationHoldsTheFirstDay) {
  persoon_.doelgroepregistraties = {{"2024-02-01"_dag, "2024-02-29"_dag}};
  EXPECT_EQ(Verleen(Periode("2024-01-31"_dag, "2024-02-15"_dag)), "LKS-04");
  EXPECT_EQ(Verleen(Periode("2024-02-01"_dag, {})), "ok");
  EXPECT_EQ(Verleen(Periode("2024-02-29"_dag, {})), "ok");
  EXPECT_EQ(Verleen(Periode("2024-03-01"_dag, {})), "LKS-04");
  EXPECT_EQ(Antwoord(Decide(Wet(), nullptr, RegisterLksPeriode{kBsn, Periode("2024-02-01"_dag, {})})),
            "LKS-04");
}

TEST_F(LoonkostensubsidieTest, LKS05_ADienstverbandHoldsTheFirstDay) {
  // Of whichever employer.
  persoon_.dienstverbanden = {{kNummer, "2024-02-01"_dag, "2024-02-29"_dag},
                              {kAnderNummer, "2024-06-01"_dag, {}}};
  EXPECT_EQ(Verleen(Periode("2024-01-31"_dag, {})), "LKS-05");
  EXPECT_EQ(Verleen(Periode("2024-02-01"_dag, {})), "ok");
  EXPECT_EQ(Verleen(Periode("2024-02-29"_dag, {})), "ok");
  EXPECT_EQ(Verleen(Periode("2024-03-01"_dag, {})), "LKS-05");
  EXPECT_EQ(Verleen(Periode("2024-06-01"_dag, {})), "ok");
}

TEST_F(LoonkostensubsidieTest, LKS06_PeriodsOfOnePersonNeverOverlap) {
  persoon_.lks_perioden = {Periode("2024-02-01"_dag, "2024-02-29"_dag), Periode("2025-01-01"_dag, {})};
  EXPECT_EQ(Verleen(Periode("2024-01-01"_dag, "2024-01-31"_dag)), "ok");
  EXPECT_EQ(Verleen(Periode("2024-01-01"_dag, "2024-02-01"_dag)), "LKS-06");
  EXPECT_EQ(Verleen(Periode("2024-02-29"_dag, "2024-12-31"_dag)), "LKS-06");
  EXPECT_EQ(Verleen(Periode("2024-03-01"_dag, "2024-12-31"_dag)), "ok");
  EXPECT_EQ(Verleen(Periode("2024-03-01"_dag, "2025-01-01"_dag)), "LKS-06");
  EXPECT_EQ(Verleen(Periode("2028-01-01"_dag, {})), "LKS-06");
}

TEST_F(LoonkostensubsidieTest, LKS07_TheOpenPeriodIsEndedOnce) {
  const auto eindig = [&](Dag tot) { return Antwoord(Decide(&persoon_, EndLksPeriode{kBsn, tot})); };
  EXPECT_EQ(Antwoord(Decide(nullptr, EndLksPeriode{kBsn, "2025-01-01"_dag})), "LKS-07");
  EXPECT_EQ(eindig("2025-01-01"_dag), "LKS-07");
  persoon_.lks_perioden = {Periode("2024-02-01"_dag, "2024-02-29"_dag), Periode("2025-01-01"_dag, {})};
  EXPECT_EQ(OpenLksPeriode(persoon_), 1U);
  EXPECT_EQ(eindig("2024-12-31"_dag), "LKS-07");
  EXPECT_EQ(eindig("2025-01-01"_dag), "ok");
  EXPECT_EQ(eindig("2025-01-02"_dag), "ok");
  persoon_.lks_perioden[1].tot = "2025-01-02"_dag;
  EXPECT_EQ(OpenLksPeriode(persoon_), std::nullopt);
  EXPECT_EQ(eindig("2025-01-03"_dag), "LKS-07");
}

TEST_F(LoonkostensubsidieTest, LKS01_LKS03_LKS04_LKS05_LKS06_RefuseInThisOrder) {
  persoon_.doelgroepregistraties.clear();
  persoon_.dienstverbanden.clear();
  persoon_.lks_perioden = {Periode("2024-01-01"_dag, {})};
  LksPeriode periode = Periode("2024-06-01"_dag, "2024-05-31"_dag);
  periode.forfaitair = true;
  EXPECT_EQ(Verleen(periode), "LKS-01");
  periode.tot = {};
  EXPECT_EQ(Verleen(periode), "LKS-03");
  periode.forfaitair = false;
  EXPECT_EQ(Verleen(periode), "LKS-04");
  persoon_.doelgroepregistraties = {{"2020-01-01"_dag, {}}};
  EXPECT_EQ(Verleen(periode), "LKS-05");
  persoon_.dienstverbanden = {{kNummer, "2020-01-01"_dag, {}}};
  EXPECT_EQ(Verleen(periode), "LKS-06");
  persoon_.lks_perioden.clear();
  EXPECT_EQ(Verleen(periode), "ok");
}

}  // namespace
}  // namespace ketenproef
