// Every refusal that the rules know, together: what they name and that they keep BSN-03.
#include "server/rules/weigering.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "gtest/gtest.h"
#include "server/rules/beoordeling.h"
#include "server/rules/kenmerk.h"
#include "server/rules/registratie.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

// Whether somewhere at least `aantal` digits follow each other.
bool HasDigits(const std::string& tekst, int aantal) {
  int digits = 0;
  return std::any_of(tekst.begin(), tekst.end(), [&digits, aantal](char c) {
    digits = absl::ascii_isdigit(static_cast<unsigned char>(c)) ? digits + 1 : 0;
    return digits >= aantal;
  });
}

template <typename T>
void Collect(const Besluit<T>& besluit, std::vector<Weigering>& weigeringen) {
  ASSERT_FALSE(besluit.ok());
  weigeringen.push_back(besluit.weigering());
}

void CollectMeldingen(std::vector<Weigering>& uit) {
  Situatie s = InDienst("2020-01-01"_dag);
  const Dag nu = "2025-03-03"_dag;
  const Dag laat = "2030-12-31"_dag;
  Collect(DecideZiekmelding(Wet(), Dossier{}, Ziekmelding(nu), nu), uit);                          // ZM-02
  Collect(DecideZiekmelding(Wet(), s.dossier(), Ziekmelding(nu + Dagen(1)), nu), uit);             // ZM-03
  Collect(DecideZiekmelding(Wet(), s.dossier(), Ziekmelding(laat), laat), uit);                    // KAL-03
  Collect(DecideZiekEnHerstelmelding(Wet(), s.dossier(), ZiekEnHerstelmelding(nu, nu), nu), uit);  // HM-02
  const GenoemdGeval onbekend;
  Collect(DecideHerstelmelding(Wet(), onbekend, Herstelmelding(nu), nu), uit);  // HM-01
  Collect(DecideIntrekking(onbekend, Intrekking(), nu), uit);                   // ZM-10
  Ziektegeval& geval = s.Add(nu);
  Collect(DecideZiekmelding(Wet(), s.dossier(), Ziekmelding(nu), nu), uit);  // ZM-08, not recovered
  Collect(DecideHerstelmelding(Wet(), s.Genoemd(geval), Herstelmelding(nu), nu), uit);
  Collect(DecideHerstelmelding(Wet(), s.Genoemd(geval), Herstelmelding(nu + Dagen(1)), nu), uit);
  geval.hersteld_per = nu + Dagen(4);
  Collect(DecideZiekmelding(Wet(), s.dossier(), Ziekmelding(nu), nu), uit);  // ZM-08, before the recovery
  Collect(DecideHerstelmelding(Wet(), s.Genoemd(geval), Herstelmelding(nu), nu), uit);
  geval.ingetrokken = true;
  Collect(DecideHerstelmelding(Wet(), s.Genoemd(geval), Herstelmelding(nu), nu), uit);
  Collect(DecideIntrekking(s.Genoemd(geval), Intrekking(), nu), uit);
  uit.push_back(WeigerAndereInhoud());  // ZM-07
}

void CollectBeoordelingen(std::vector<Weigering>& uit) {
  Situatie s = InDienst("2020-01-01"_dag);
  const Dag nu = "2025-03-03"_dag;
  const GenoemdGeval onbekend;
  Collect(DecideVerlenging(Wet(), onbekend, Verlenging(), nu), uit);  // BO-07
  Collect(DecideBeslissing(onbekend, Beslissing(Uitkomst::kToekenning), nu), uit);
  Ziektegeval& geval = s.Add(nu);
  Collect(DecideVerlenging(Wet(), s.Genoemd(geval), Verlenging(), nu + Dagen(43)), uit);  // BO-04
  geval.beoordeling.uitkomst = Uitkomst::kAfwijzing;
  Collect(DecideVerlenging(Wet(), s.Genoemd(geval), Verlenging(), nu), uit);                // BO-04
  Collect(DecideBeslissing(s.Genoemd(geval), Beslissing(Uitkomst::kToekenning), nu), uit);  // BO-07
  geval.beoordeling.verlengd = true;
  Collect(DecideVerlenging(Wet(), s.Genoemd(geval), Verlenging(), nu), uit);  // BO-03
  geval.ingetrokken = true;
  Collect(DecideBeslissing(s.Genoemd(geval), Beslissing(Uitkomst::kToekenning), nu), uit);
}

void CollectRegistraties(std::vector<Weigering>& uit) {
  Persoon persoon(kBsn);
  const Dag van = "2024-06-01"_dag;
  const Dag eerder = "2024-05-31"_dag;
  const Percentage loonwaarde = *Percentage::FromNumber(60);
  const auto lks = [&](Gemeentecode code, OptionalDag tot, bool forfaitair) {
    Collect(Decide(Wet(), &persoon, RegisterLksPeriode{kBsn, {code, van, tot, loonwaarde, forfaitair}}), uit);
  };
  const auto einden = [&](Dag tot) {
    Collect(Decide(&persoon, EndDoelgroepregistratie{kBsn, tot}), uit);
    Collect(Decide(&persoon, EndDienstverband{kBsn, kNummer, tot}), uit);
    Collect(Decide(&persoon, EndLksPeriode{kBsn, tot}), uit);
  };
  Collect(Decide(Wet(), RegisterWoonplaats{kBsn, {van, kGeenGemeente}}), uit);          // REG-02
  Collect(Decide(&persoon, RegisterDoelgroepregistratie{kBsn, {van, eerder}}), uit);    // REG-01
  Collect(Decide(&persoon, RegisterDienstverband{kBsn, {kNummer, van, eerder}}), uit);  // REG-04
  einden(van);                                                                          // none open
  lks(kGeenGemeente, {}, false);                                                        // LKS-01
  lks(kAmsterdam, eerder, false);                                                       // LKS-01
  lks(kAmsterdam, {}, true);                                                            // LKS-03
  lks(kAmsterdam, {}, false);                                                           // LKS-04
  persoon.doelgroepregistraties = {{van, {}}};
  lks(kAmsterdam, {}, false);  // LKS-05
  persoon.dienstverbanden = {{kNummer, van, {}}};
  persoon.lks_perioden = {{kAmsterdam, van, {}, loonwaarde, false}};
  lks(kAmsterdam, {}, false);                                                       // LKS-06
  Collect(Decide(&persoon, RegisterDoelgroepregistratie{kBsn, {van, {}}}), uit);    // REG-01
  Collect(Decide(&persoon, RegisterDienstverband{kBsn, {kNummer, van, {}}}), uit);  // REG-04
  einden(eerder);                                                                   // before the first day
}

std::vector<Weigering> AlleWeigeringen() {
  std::vector<Weigering> weigeringen;
  CollectMeldingen(weigeringen);
  CollectBeoordelingen(weigeringen);
  CollectRegistraties(weigeringen);
  return weigeringen;
}

TEST(Weigering, BSN03_NoRefusalHoldsEightDigits) {
  EXPECT_TRUE(HasDigits("bsn 99999001", 8));
  EXPECT_FALSE(HasDigits("9999900 9999900", 8));
  for (const Weigering& weigering : AlleWeigeringen()) {
    SCOPED_TRACE(std::string(RegelId(weigering.regel)));
    EXPECT_FALSE(HasDigits(weigering.uitleg, 8)) << weigering.uitleg;
    for (const Veldfout& fout : weigering.velden) {
      EXPECT_FALSE(HasDigits(fout.uitleg, 8)) << fout.uitleg;
      EXPECT_FALSE(HasDigits(fout.veld, 8)) << fout.veld;
    }
  }
}

TEST(Weigering, ZM01_FieldsAreNamedWhereTheyAreWrongAndOnlyThere) {
  for (const Weigering& weigering : AlleWeigeringen()) {
    SCOPED_TRACE(std::string(RegelId(weigering.regel)) + ": " + weigering.uitleg);
    EXPECT_FALSE(weigering.uitleg.empty());
    EXPECT_EQ(weigering.soort == Weigeringsoort::kVeld, !weigering.velden.empty());
    for (const Veldfout& fout : weigering.velden) {
      EXPECT_EQ(fout.regel, weigering.regel);
      EXPECT_FALSE(fout.veld.empty());
    }
  }
}

TEST(Weigering, BSN03_TheseAreTheRulesThatRefuseHere) {
  std::set<std::string> regels;
  for (const Weigering& weigering : AlleWeigeringen()) regels.emplace(RegelId(weigering.regel));
  const std::set<std::string> expected = {
      "KAL-03", "REG-01", "REG-02", "REG-04", "LKS-01", "LKS-03", "LKS-04", "LKS-05", "LKS-06", "LKS-07",
      "ZM-02",  "ZM-03",  "ZM-07",  "ZM-08",  "ZM-10",  "HM-01",  "HM-02",  "BO-03",  "BO-04",  "BO-07"};
  EXPECT_EQ(regels, expected);
}

}  // namespace
}  // namespace ketenproef
