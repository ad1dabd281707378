// The registers of registratie.h: REG-01, REG-02, REG-04. The LKS is in loonkostensubsidie_test.cc.
#include "server/rules/registratie.h"

#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

std::string Registreer(const Persoon* persoon, Dag van, OptionalDag tot) {
  return Antwoord(Decide(persoon, RegisterDoelgroepregistratie{kBsn, {van, tot}}));
}

std::string NeemInDienst(const Persoon* persoon, Loonheffingennummer nummer, Dag van, OptionalDag tot) {
  return Antwoord(Decide(persoon, RegisterDienstverband{kBsn, {nummer, van, tot}}));
}

TEST(Registratie, REG01_ALastDayBeforeTheFirstIsRefused) {
  const Dag van = "2025-01-06"_dag;
  EXPECT_EQ(Registreer(nullptr, van, van - Dagen(1)), "REG-01");
  EXPECT_EQ(Registreer(nullptr, van, van), "ok");
  EXPECT_EQ(Registreer(nullptr, van, van + Dagen(1)), "ok");
  EXPECT_EQ(Registreer(nullptr, van, {}), "ok");
  const auto besluit = Decide(nullptr, RegisterDoelgroepregistratie{kBsn, {van, van - Dagen(1)}});
  EXPECT_EQ(besluit.weigering().soort, Weigeringsoort::kVeld);
  ASSERT_EQ(besluit.weigering().velden.size(), 1U);
  EXPECT_EQ(besluit.weigering().velden[0].veld, "datum_tot");
}

TEST(Registratie, REG01_AnOverlapIsRefused) {
  Persoon persoon(kBsn);
  persoon.doelgroepregistraties = {{"2024-02-01"_dag, "2024-02-29"_dag}, {"2025-01-01"_dag, {}}};
  EXPECT_EQ(Registreer(&persoon, "2024-01-01"_dag, "2024-01-31"_dag), "ok");
  EXPECT_EQ(Registreer(&persoon, "2024-01-01"_dag, "2024-02-01"_dag), "REG-01");
  EXPECT_EQ(Registreer(&persoon, "2024-02-29"_dag, "2024-12-31"_dag), "REG-01");
  EXPECT_EQ(Registreer(&persoon, "2024-03-01"_dag, "2024-12-31"_dag), "ok");
  EXPECT_EQ(Registreer(&persoon, "2024-03-01"_dag, "2025-01-01"_dag), "REG-01");
  EXPECT_EQ(Registreer(&persoon, "2024-03-01"_dag, {}), "REG-01");
  EXPECT_EQ(Registreer(&persoon, "2030-01-01"_dag, {}), "REG-01");
}

TEST(Registratie, REG01_TheOpenRegistrationIsEndedOnce) {
  Persoon persoon(kBsn);
  const auto eindig = [&](Dag tot) { return Antwoord(Decide(&persoon, EndDoelgroepregistratie{kBsn, tot})); };
  EXPECT_EQ(Antwoord(Decide(nullptr, EndDoelgroepregistratie{kBsn, "2025-01-01"_dag})), "REG-01");
  EXPECT_EQ(eindig("2025-01-01"_dag), "REG-01");
  persoon.doelgroepregistraties = {{"2024-02-01"_dag, "2024-02-29"_dag}, {"2025-01-01"_dag, {}}};
  EXPECT_EQ(OpenDoelgroepregistratie(persoon), 1U);
  EXPECT_EQ(eindig("2024-12-31"_dag), "REG-01");
  EXPECT_EQ(eindig("2025-01-01"_dag), "ok");
  EXPECT_EQ(eindig("2025-01-02"_dag), "ok");
  persoon.doelgroepregistraties[1].tot = "2025-01-02"_dag;
  EXPECT_EQ(OpenDoelgroepregistratie(persoon), std::nullopt);
  EXPECT_EQ(eindig("2025-01-03"_dag), "REG-01");
}

TEST(Registratie, REG02_AnUnknownGemeentecodeIsRefused) {
  const auto antwoord = [](std::optional<Gemeentecode> code) {
    return Antwoord(Decide(Handleiding(), RegisterWoonplaats{kBsn, {"2015-06-01"_dag, code}}));
  };
  EXPECT_EQ(antwoord(kGeenGemeente), "REG-02");
  EXPECT_EQ(antwoord(kAmsterdam), "ok");
  EXPECT_EQ(antwoord(Gemeentecode::FromTrustedNumber(457)), "ok");   // Weesp: herindelingen.csv only
  EXPECT_EQ(antwoord(Gemeentecode::FromTrustedNumber(1992)), "ok");  // not there yet in 2015: not checked
  EXPECT_EQ(antwoord(std::nullopt), "ok");
  const auto besluit = Decide(Wet(), RegisterWoonplaats{kBsn, {"2025-01-01"_dag, kGeenGemeente}});
  EXPECT_EQ(besluit.weigering().soort, Weigeringsoort::kVeld);
  EXPECT_EQ(besluit.weigering().velden.at(0).veld, "gemeentecode");
}

TEST(Registratie, REG04_EBeforeTheFirstDayIsRefused) {
  const Dag van = "2024-02-29"_dag;
  EXPECT_EQ(NeemInDienst(nullptr, kNummer, van, van - Dagen(1)), "REG-04");
  EXPECT_EQ(NeemInDienst(nullptr, kNummer, van, van), "ok");
  EXPECT_EQ(NeemInDienst(nullptr, kNummer, van, {}), "ok");
}

TEST(Registratie, REG04_AnOverlapForTheSamePairIsRefused) {
  Persoon persoon(kBsn);
  persoon.dienstverbanden = {{kNummer, "2024-02-01"_dag, "2024-02-29"_dag}};
  EXPECT_EQ(NeemInDienst(&persoon, kNummer, "2024-01-01"_dag, "2024-02-01"_dag), "REG-04");
  EXPECT_EQ(NeemInDienst(&persoon, kNummer, "2024-01-01"_dag, "2024-01-31"_dag), "ok");
  EXPECT_EQ(NeemInDienst(&persoon, kNummer, "2024-02-29"_dag, {}), "REG-04");
  EXPECT_EQ(NeemInDienst(&persoon, kNummer, "2024-03-01"_dag, {}), "ok");
  EXPECT_EQ(NeemInDienst(&persoon, kAnderNummer, "2024-02-15"_dag, {}), "ok");
  persoon.dienstverbanden = {{kNummer, "2024-02-01"_dag, {}}};
  EXPECT_EQ(NeemInDienst(&persoon, kNummer, "2030-01-01"_dag, {}), "REG-04");
  EXPECT_EQ(NeemInDienst(&persoon, kNummer, "2024-01-01"_dag, "2024-01-31"_dag), "ok");
}

TEST(Registratie, REG04_EIsReportedOnceForTheOpenOneOfThePair) {
  Persoon persoon(kBsn);
  const auto eindig = [&](Dag tot) {
    return Antwoord(Decide(&persoon, EndDienstverband{kBsn, kNummer, tot}));
  };
  EXPECT_EQ(Antwoord(Decide(nullptr, EndDienstverband{kBsn, kNummer, "2025-01-01"_dag})), "REG-04");
  persoon.dienstverbanden = {{kAnderNummer, "2020-01-01"_dag, {}},
                             {kNummer, "2024-02-01"_dag, "2024-02-29"_dag}};
  EXPECT_EQ(OpenDienstverband(persoon, kNummer), std::nullopt);
  EXPECT_EQ(eindig("2025-01-01"_dag), "REG-04");
  persoon.dienstverbanden.push_back({kNummer, "2025-01-01"_dag, {}});
  EXPECT_EQ(OpenDienstverband(persoon, kNummer), 2U);
  EXPECT_EQ(OpenDienstverband(persoon, kAnderNummer), 0U);
  EXPECT_EQ(eindig("2024-12-31"_dag), "REG-04");
  EXPECT_EQ(eindig("2025-01-01"_dag), "ok");
  EXPECT_EQ(eindig("2025-06-30"_dag), "ok");
}

}  // namespace
}  // namespace ketenproef
