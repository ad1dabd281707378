// The first signal of signaal.h: SIG-01 to SIG-05, SIG-08, SIG-09. What follows it is in
// vervolgsignaal_test.cc.
#include "server/rules/signaal.h"

#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

using Actie = Signaalbesluit::Actie;

// A case that signals: E Friday 2025-01-31, AO 2025-01-06, toekenning; lives in Groningen.
class SignaalTest : public testing::Test {
 protected:
  SignaalTest()
      : situatie_(InDienst("2020-01-01"_dag, kEinde)),
        geval_(situatie_.Add("2025-01-06"_dag)),
        perioden_({Periode("2022-01-01"_dag, "2024-12-31"_dag)}) {
    situatie_.persoon.doelgroepregistraties = {{"2020-01-01"_dag, {}}};
    situatie_.persoon.woonplaatsen = {{"2020-01-01"_dag, kGroningen}};
    geval_.beoordeling.uitkomst = Uitkomst::kToekenning;
  }

  // A single case is judged alike in both profiles.
  Signaalbesluit Oordeel(Dag uitwisseling = kEinde + Dagen(1), bool beschikbaar = true) const {
    const DkdAntwoord dkd{beschikbaar, perioden_};
    const auto besluit = JudgeEersteSignaal(Handleiding(), situatie_.dossier(), geval_, dkd, uitwisseling);
    const auto in_wet = JudgeEersteSignaal(Wet(), situatie_.dossier(), geval_, dkd, uitwisseling);
    EXPECT_EQ(besluit.actie, in_wet.actie);
    EXPECT_EQ(besluit.ontvanger, in_wet.ontvanger);
    return besluit;
  }
  Actie ActieOp(Dag uitwisseling) const { return Oordeel(uitwisseling).actie; }
  void SetEinde(OptionalDag einde) { situatie_.persoon.dienstverbanden[0].tot = einde; }

  static inline const Dag kEinde = "2025-01-31"_dag;
  Situatie situatie_;
  Ziektegeval& geval_;
  std::vector<LksPeriode> perioden_;
};

TEST_F(SignaalTest, SIG01_GivesASignalWithItsDates) {
  const Signaalbesluit besluit = Oordeel();
  EXPECT_EQ(besluit.actie, Actie::kVerzenden);
  EXPECT_EQ(besluit.ontvanger, kGroningen);
  EXPECT_EQ(besluit.eerste_ao_dag, "2025-01-06"_dag);
  EXPECT_EQ(besluit.einde_arbeidsverhouding, kEinde);
  EXPECT_FALSE(besluit.einde_uitkeringsverhouding.has_value());
}

TEST_F(SignaalTest, SIG01_EIsKnownAndBeforeX) {
  EXPECT_EQ(ActieOp(kEinde - Dagen(1)), Actie::kNiets);
  EXPECT_EQ(ActieOp(kEinde), Actie::kNiets);
  EXPECT_EQ(ActieOp(kEinde + Dagen(1)), Actie::kVerzenden);
  EXPECT_EQ(ActieOp(kEinde + Dagen(500)), Actie::kVerzenden);
  SetEinde({});
  EXPECT_EQ(ActieOp("2029-01-01"_dag), Actie::kNiets);
}

TEST_F(SignaalTest, SIG01_OnlyAToekenningThatIsNotWithdrawn) {
  for (const Uitkomst uitkomst : {Uitkomst::kGeen, Uitkomst::kAfwijzing}) {
    geval_.beoordeling.uitkomst = uitkomst;
    EXPECT_EQ(Oordeel().actie, Actie::kNiets);
  }
  geval_.beoordeling.uitkomst = Uitkomst::kToekenning;
  geval_.ingetrokken = true;
  EXPECT_EQ(Oordeel().actie, Actie::kNiets);
}

TEST_F(SignaalTest, SIG01_IllOnE) {
  struct Geval {
    int ao_na_einde;
    std::optional<int> h_na_einde;
    Actie actie;
  };
  constexpr Geval kGevallen[] = {
      {-1, {}, Actie::kVerzenden}, {0, {}, Actie::kVerzenden}, {1, {}, Actie::kNiets},
      {-10, -1, Actie::kNiets},    {-10, 0, Actie::kNiets},    {-10, 1, Actie::kVerzenden},
      {-10, 2, Actie::kVerzenden}, {0, 1, Actie::kVerzenden},
  };
  for (const Geval& geval : kGevallen) {
    SCOPED_TRACE(geval.ao_na_einde);
    geval_.eerste_ao_dag = kEinde + Dagen(geval.ao_na_einde);
    geval_.hersteld_per = {};
    if (geval.h_na_einde.has_value()) geval_.hersteld_per = kEinde + Dagen(*geval.h_na_einde);
    EXPECT_EQ(ActieOp(kEinde + Dagen(5)), geval.actie);
  }
}

TEST_F(SignaalTest, SIG06_AKnownRecoveryGivesTheFirstRowItsDate) {
  geval_.hersteld_per = kEinde + Dagen(1);
  EXPECT_EQ(Oordeel("2025-03-03"_dag).einde_uitkeringsverhouding, OptionalDag(kEinde));
  geval_.hersteld_per = "2025-03-01"_dag;
  EXPECT_EQ(Oordeel("2025-03-03"_dag).einde_uitkeringsverhouding, OptionalDag("2025-02-28"_dag));
}

TEST_F(SignaalTest, SIG02_LooksBackExactlyTwoYears) {
  struct Geval {
    Dag einde;
    Dag lks_van;
    OptionalDag lks_tot;
    Actie actie;
  };
  const Geval gevallen[] = {
      {"2025-01-31"_dag, "2020-01-01"_dag, "2023-02-01"_dag, Actie::kVerzenden},
      {"2025-01-31"_dag, "2020-01-01"_dag, "2023-01-31"_dag, Actie::kVerzenden},
      {"2025-01-31"_dag, "2020-01-01"_dag, "2023-01-30"_dag, Actie::kNiets},
      {"2025-01-31"_dag, "2025-01-30"_dag, {}, Actie::kVerzenden},
      {"2025-01-31"_dag, "2025-01-31"_dag, {}, Actie::kVerzenden},
      {"2025-01-31"_dag, "2025-02-01"_dag, {}, Actie::kNiets},
      {"2025-01-31"_dag, "2020-01-01"_dag, {}, Actie::kVerzenden},
      {"2025-01-31"_dag, "2024-06-01"_dag, "2024-06-01"_dag, Actie::kVerzenden},
      {"2024-02-29"_dag, "2020-01-01"_dag, "2022-02-28"_dag, Actie::kVerzenden},
      {"2024-02-29"_dag, "2020-01-01"_dag, "2022-02-27"_dag, Actie::kNiets},
      {"2024-02-28"_dag, "2020-01-01"_dag, "2022-02-28"_dag, Actie::kVerzenden},
      {"2024-02-28"_dag, "2020-01-01"_dag, "2022-02-27"_dag, Actie::kNiets},
      {"2024-03-01"_dag, "2020-01-01"_dag, "2022-03-01"_dag, Actie::kVerzenden},
      {"2024-03-01"_dag, "2020-01-01"_dag, "2022-02-28"_dag, Actie::kNiets},
      {"2022-03-01"_dag, "2019-01-01"_dag, "2020-02-29"_dag, Actie::kNiets},
      {"2022-02-28"_dag, "2019-01-01"_dag, "2020-02-28"_dag, Actie::kVerzenden},
  };
  for (const Geval& geval : gevallen) {
    SCOPED_TRACE(geval.einde.ToString() + ", LKS from " + geval.lks_van.ToString());
    SetEinde(geval.einde);
    geval_.eerste_ao_dag = geval.einde;
    perioden_ = {Periode(geval.lks_van, geval.lks_tot)};
    EXPECT_EQ(ActieOp(geval.einde + Dagen(1)), geval.actie);
  }
}

TEST_F(SignaalTest, SIG02_AnyPeriodOfAnyGemeenteWillDo) {
  perioden_ = {Periode("2015-01-01"_dag, "2015-12-31"_dag), Periode("2024-01-01"_dag, "2024-01-31"_dag)};
  EXPECT_EQ(Oordeel().actie, Actie::kVerzenden);
  EXPECT_EQ(Oordeel().ontvanger, kGroningen);
  perioden_.pop_back();
  EXPECT_EQ(Oordeel().actie, Actie::kNiets);
}

TEST_F(SignaalTest, SIG03_InTheDoelgroepregisterOnE) {
  auto& registraties = situatie_.persoon.doelgroepregistraties;
  registraties = {{"2020-01-01"_dag, kEinde}};
  EXPECT_EQ(ActieOp("2025-06-02"_dag), Actie::kVerzenden);
  registraties = {{"2020-01-01"_dag, kEinde - Dagen(1)}};
  EXPECT_EQ(ActieOp("2025-06-02"_dag), Actie::kNiets);
  registraties = {{kEinde, {}}};
  EXPECT_EQ(ActieOp("2025-06-02"_dag), Actie::kVerzenden);
  registraties = {{kEinde + Dagen(1), {}}};
  EXPECT_EQ(ActieOp("2025-06-02"_dag), Actie::kNiets);
}

TEST_F(SignaalTest, SIG04_GoesToTheWoongemeenteOnXMappedToItsSuccessor) {
  SetEinde("2022-01-31"_dag);
  geval_.eerste_ao_dag = "2022-01-10"_dag;
  situatie_.persoon.woonplaatsen = {{"2020-01-01"_dag, Gemeentecode::FromTrustedNumber(457)},
                                    {"2022-06-01"_dag, kGroningen}};
  EXPECT_EQ(Oordeel("2022-03-23"_dag).ontvanger, Gemeentecode::FromTrustedNumber(457));
  EXPECT_EQ(Oordeel("2022-03-24"_dag).ontvanger, kAmsterdam);
  EXPECT_EQ(Oordeel("2022-05-31"_dag).ontvanger, kAmsterdam);
  EXPECT_EQ(Oordeel("2022-06-01"_dag).ontvanger, kGroningen);
}

TEST_F(SignaalTest, SIG04_AnUnknownWoonplaatsIsHeld) {
  situatie_.persoon.woonplaatsen = {{"2025-03-01"_dag, kGroningen}};
  const Signaalbesluit besluit = Oordeel("2025-02-28"_dag);
  EXPECT_EQ(besluit.actie, Actie::kAanhouden);
  EXPECT_EQ(besluit.reden, Aanhoudreden::kOnbestelbaar);
  EXPECT_EQ(Oordeel("2025-03-01"_dag).actie, Actie::kVerzenden);
  // While it is held everything is evaluated anew.
  geval_.hersteld_per = kEinde;
  EXPECT_EQ(Oordeel("2025-03-01"_dag).actie, Actie::kNiets);
}

TEST_F(SignaalTest, SIG05_OneFirstSignalPerCase) {
  geval_.signaal.verzonden_op = kEinde + Dagen(1);
  EXPECT_EQ(Oordeel("2025-06-02"_dag).actie, Actie::kNiets);
}

TEST_F(SignaalTest, SIG08_NoExchangeBefore2017) {
  EXPECT_EQ(kEersteUitwisseling, "2017-01-01"_dag);
}

TEST_F(SignaalTest, SIG09_NotAvailableIsHeldAndNothingFoundIsNot) {
  const Signaalbesluit besluit = Oordeel(kEinde + Dagen(1), /*beschikbaar=*/false);
  EXPECT_EQ(besluit.actie, Actie::kAanhouden);
  EXPECT_EQ(besluit.reden, Aanhoudreden::kDkdNietBeschikbaar);
  perioden_.clear();
  EXPECT_EQ(Oordeel(kEinde + Dagen(1), /*beschikbaar=*/false).actie, Actie::kAanhouden);
  EXPECT_EQ(Oordeel(kEinde + Dagen(1), /*beschikbaar=*/true).actie, Actie::kNiets);
}

TEST_F(SignaalTest, SIG09_NothingIsHeldThatCannotSignal) {
  const auto actie = [&](Dag uitwisseling) { return Oordeel(uitwisseling, /*beschikbaar=*/false).actie; };
  EXPECT_EQ(actie(kEinde), Actie::kNiets);
  geval_.beoordeling.uitkomst = Uitkomst::kAfwijzing;
  EXPECT_EQ(actie(kEinde + Dagen(1)), Actie::kNiets);
  geval_.beoordeling.uitkomst = Uitkomst::kToekenning;
  geval_.hersteld_per = kEinde;
  EXPECT_EQ(actie(kEinde + Dagen(1)), Actie::kNiets);
  geval_.hersteld_per = {};
  situatie_.persoon.doelgroepregistraties.clear();
  EXPECT_EQ(actie(kEinde + Dagen(1)), Actie::kNiets);
}

TEST_F(SignaalTest, ZM09_TheSignalCarriesTheFirstAoOfTheChainInWet) {
  geval_.hersteld_per = "2025-01-10"_dag;
  const Ziektegeval& laatste = [&]() -> const Ziektegeval& {
    Ziektegeval& geval = situatie_.Add("2025-01-20"_dag);
    geval.beoordeling.uitkomst = Uitkomst::kToekenning;
    return geval;
  }();
  const DkdAntwoord dkd{true, perioden_};
  const Dag uitwisseling = kEinde + Dagen(1);
  EXPECT_EQ(JudgeEersteSignaal(Wet(), situatie_.dossier(), laatste, dkd, uitwisseling).eerste_ao_dag,
            "2025-01-06"_dag);
  EXPECT_EQ(JudgeEersteSignaal(Handleiding(), situatie_.dossier(), laatste, dkd, uitwisseling).eerste_ao_dag,
            "2025-01-20"_dag);
  // SIG-05: in a chain only the last case can be ill on E.
  EXPECT_EQ(JudgeEersteSignaal(Wet(), situatie_.dossier(), geval_, dkd, uitwisseling).actie, Actie::kNiets);
}

TEST_F(SignaalTest, REG04_ACaseThatBeganAfterENeverSignals) {
  SetEinde("2024-12-31"_dag);
  EXPECT_EQ(ActieOp("2029-01-01"_dag), Actie::kNiets);
}

}  // namespace
}  // namespace ketenproef
