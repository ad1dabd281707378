// The generator reaches what there is to reach: a playbook that never comes near a rule proves nothing about
// it.
#include "conformance/explore/generator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/model/model.h"

namespace ketenproef::conformance {
namespace {

constexpr uint64_t kSeed = 1;
constexpr uint64_t kCases = 2'000;

TEST(Generator, TheSameSeedAndNumberGiveTheSamePlaybook) {
  const Generator generator(*FindMaatstaf("wet"));
  const Proef proef = generator.Make(7, 11);
  generator.Make(7, 10);
  EXPECT_EQ(generator.Make(7, 11).draaiboek, proef.draaiboek);
  EXPECT_EQ(generator.Make(7, 11).until, proef.until);
  EXPECT_NE(generator.Make(7, 12).draaiboek, proef.draaiboek);
  EXPECT_NE(generator.Make(8, 11).draaiboek, proef.draaiboek);
}

TEST(Generator, PlaybooksCanBePlayed) {
  const Generator generator(*FindMaatstaf("wet"));
  for (uint64_t nummer = 0; nummer < kCases; ++nummer) {
    const Proef proef = generator.Make(kSeed, nummer);
    ASSERT_GE(proef.draaiboek.size(), 1U);
    ASSERT_LE(proef.draaiboek.size(), 25U);
    const auto read = ReadDraaiboek("gebeurtenissen.csv", WriteDraaiboek(proef.draaiboek));
    ASSERT_TRUE(read.ok()) << read.status();
    ASSERT_EQ(*read, proef.draaiboek) << nummer;
    ASSERT_LE(DagVan(proef.draaiboek.back().tijdstip), proef.until);
  }
}

// What 2,000 playbooks lead to by the model: how often each rule refuses, and each value of each column that
// has few.
class Reach {
 public:
  explicit Reach(const char* profiel) {
    const Maatstaf maatstaf = *FindMaatstaf(profiel);
    const Generator generator(maatstaf);
    for (uint64_t nummer = 0; nummer < kCases; ++nummer) {
      const Proef proef = generator.Make(kSeed, nummer);
      Add(PlayModel(maatstaf, proef.draaiboek, proef.until));
    }
  }

  // How often `tabel.kolom=waarde` came.
  int Of(const std::string& what) const {
    const auto found = counts_.find(what);
    return found == counts_.end() ? 0 : found->second;
  }

 private:
  void Add(const Uitvoer& uitvoer) {
    for (const Tabel* tabel : uitvoer.Tabellen()) {
      counts_[std::string(tabel->naam)] += static_cast<int>(tabel->rijen.size());
      for (const Rij& rij : tabel->rijen) {
        for (size_t i = 0; i < rij.size(); ++i) {
          ++counts_[absl::StrCat(tabel->naam, ".", tabel->kolommen[i], "=", rij[i])];
        }
      }
    }
    for (const Rij& rij : uitvoer.rapportages.rijen) counts_["rapportages with rows"] += rij[3] != "0";
  }

  std::map<std::string, int> counts_;
};

class GeneratorReach : public testing::TestWithParam<const char*> {
 protected:
  // Worked out once for all tests of a profile.
  const Reach& Of(const std::string& profiel) {
    static auto* const kReaches = new std::map<std::string, Reach>();
    return kReaches->try_emplace(profiel, profiel.c_str()).first->second;
  }
};

TEST_P(GeneratorReach, EveryRuleThatCanRefuseRefuses) {
  const Reach& reach = Of(GetParam());
  std::set<std::string> rules = {"ZM-01",  "ZM-02",  "ZM-03",  "ZM-07",  "ZM-08",  "ZM-10",
                                 "HM-01",  "HM-02",  "BSN-01", "BSN-02", "REG-01", "REG-02",
                                 "REG-04", "LKS-01", "LKS-03", "LKS-04", "LKS-05", "LKS-06",
                                 "LKS-07", "BO-02",  "BO-03",  "BO-04",  "BO-07"};
  if (std::string(GetParam()) == "wet") rules.insert("KAL-03");
  for (const std::string& rule : rules) {
    EXPECT_GE(reach.Of("antwoorden.regel=" + rule), 5) << rule;
  }
  EXPECT_GE(reach.Of("antwoorden.waarschuwing=LKS-02"), 50);
  EXPECT_GE(reach.Of("antwoorden.antwoord=HERHAALD"), 50);
  EXPECT_GE(reach.Of("antwoorden.antwoord=AANVAARD"), reach.Of("antwoorden.antwoord=GEWEIGERD") * 3)
      << "too much is refused for something to come of it";
}

TEST_P(GeneratorReach, EveryKindOfOutputComes) {
  const Reach& reach = Of(GetParam());
  for (const char* what : {"meldingen.soort=ZIEK",
                           "meldingen.soort=HERSTEL",
                           "meldingen.uiterste_dag=",
                           "meldingen.boete_eur=70",
                           "meldingen.boete_eur=230",
                           "meldingen.boete_eur=455",
                           "meldingen.dagen_te_laat=1",
                           "meldingen.dagen_te_laat=6",
                           "meldingen.dagen_te_laat=7",
                           "meldingen.dagen_te_laat=27",
                           "meldingen.dagen_te_laat=28",
                           "beoordelingen.status=OPEN",
                           "beoordelingen.status=TIJDIG",
                           "beoordelingen.status=TERMIJN_OVERSCHREDEN",
                           "beoordelingen.status=TERMIJN_VERSTREKEN",
                           "beoordelingen.verlengd=J",
                           "beoordelingen.uitkomst=AFWIJZING",
                           "ziektegevallen.ingetrokken=J",
                           "doorleveringen.soort=ZIEK",
                           "doorleveringen.soort=HERSTEL",
                           "doorleveringen.soort=INTREKKING",
                           "berichten.soort=INGETROKKEN",
                           "berichten.soort=HERSTELD_VOOR_EINDE",
                           "onbestelbaar.soort=EERSTE",
                           "onbestelbaar.soort=VERVOLG",
                           "rapportages.aantal_rijen=0",
                           "rapportages with rows",
                           "notificaties",
                           "herhalingen"}) {
    EXPECT_GE(reach.Of(what), 5) << what;
  }
  const int vervolg = reach.Of("ziektegevallen") - reach.Of("ziektegevallen.vervolg_op=");
  EXPECT_GE(vervolg, 20) << "follow-up rows";
  EXPECT_GE(reach.Of("rapportages with rows"), 200);
}

// Whether so many playbooks end differently when one number of the rules is another.
testing::AssertionResult IsFelt(const Maatstaf& maatstaf, int often,
                                const std::function<void(Maatstaf&)>& change) {
  Maatstaf other = maatstaf;
  change(other);
  const Generator generator(maatstaf);
  int felt = 0;
  for (uint64_t nummer = 0; nummer < kCases; ++nummer) {
    const Proef proef = generator.Make(kSeed, nummer);
    const Uitvoer right = PlayModel(maatstaf, proef.draaiboek, proef.until);
    felt += PlayModel(other, proef.draaiboek, proef.until).Bestanden() != right.Bestanden() ? 1 : 0;
    if (felt == often) return testing::AssertionSuccess();
  }
  return testing::AssertionFailure() << "felt by " << felt << " playbooks only";
}

TEST_P(GeneratorReach, ADayMoreOrLessInAnyTermIsFelt) {
  const Maatstaf maatstaf = *FindMaatstaf(GetParam());
  for (const int days : {-1, 1}) {
    EXPECT_TRUE(IsFelt(maatstaf, 200, [=](Maatstaf& other) { other.ziekmelding_termijn_dagen += days; }));
    EXPECT_TRUE(IsFelt(maatstaf, 200, [=](Maatstaf& other) { other.herstelmelding_termijn_dagen += days; }));
    EXPECT_TRUE(IsFelt(maatstaf, 200, [=](Maatstaf& other) { other.beoordeling_termijn_dagen += days; }));
    EXPECT_TRUE(IsFelt(maatstaf, 100, [=](Maatstaf& other) { other.beoordeling_verlenging_dagen += days; }));
    EXPECT_TRUE(IsFelt(maatstaf, 10, [=](Maatstaf& other) { other.terugkijk_jaren += days; }));
    if (std::string(GetParam()) == "handleiding") continue;
    EXPECT_TRUE(IsFelt(maatstaf, 20, [=](Maatstaf& other) { other.samengesteld_onder_dagen += days; }));
    EXPECT_TRUE(IsFelt(maatstaf, 2, [=](Maatstaf& other) { *other.doorlevering_tot += Dagen(days); }));
  }
}

TEST_P(GeneratorReach, WhatOnlyOneProfileHasIsFelt) {
  const Maatstaf maatstaf = *FindMaatstaf(GetParam());
  EXPECT_TRUE(IsFelt(maatstaf, 200, [](Maatstaf& other) { other.verschuift_termijnen ^= true; }));
  EXPECT_TRUE(IsFelt(maatstaf, 100, [](Maatstaf& other) { other.einde_vervroegt ^= true; }));
  EXPECT_TRUE(IsFelt(maatstaf, 100, [](Maatstaf& other) { other.herstel_niet_voor_ziek ^= true; }));
}

INSTANTIATE_TEST_SUITE_P(Profielen, GeneratorReach, testing::Values("handleiding", "wet"),
                         [](const auto& profiel) { return std::string(profiel.param); });

}  // namespace
}  // namespace ketenproef::conformance
