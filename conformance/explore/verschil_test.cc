#include "conformance/explore/verschil.h"

#include <gtest/gtest.h>

namespace ketenproef::conformance {
namespace {

Rij Bericht(const char* datum, const char* soort) {
  return {datum, "0363", "100000000L01", "Z1", soort};
}

TEST(Verschil, NoneWhereAllIsEqual) {
  Uitvoer uitvoer;
  uitvoer.berichten.rijen.push_back(Bericht("2025-01-01", "INGETROKKEN"));
  EXPECT_EQ(FindVerschil(uitvoer, uitvoer), std::nullopt);
  EXPECT_EQ(FindVerschil(Uitvoer(), Uitvoer()), std::nullopt);
}

TEST(Verschil, ARowThatIsMissingAndOneTooMany) {
  Uitvoer one;
  one.berichten.rijen.push_back(Bericht("2025-01-02", "INGETROKKEN"));
  Uitvoer two = one;
  two.berichten.rijen.insert(two.berichten.rijen.begin(), Bericht("2025-01-01", "HERSTELD_VOOR_EINDE"));
  const auto missing = FindVerschil(two, one);
  ASSERT_TRUE(missing);
  EXPECT_EQ(missing->soort, "berichten HERSTELD_VOOR_EINDE: ontbreekt");
  EXPECT_EQ(missing->verwacht,
            "datum=2025-01-01 gemeentecode=0363 loonheffingennummer=100000000L01 kenmerk=Z1 "
            "soort=HERSTELD_VOOR_EINDE");
  EXPECT_EQ(missing->gekregen, "");
  EXPECT_EQ(FindVerschil(one, two)->soort, "berichten HERSTELD_VOOR_EINDE: te veel");
  EXPECT_EQ(FindVerschil(Uitvoer(), one)->soort, "berichten INGETROKKEN: te veel");
  EXPECT_EQ(FindVerschil(one, Uitvoer())->soort, "berichten INGETROKKEN: ontbreekt");
}

TEST(Verschil, AFieldOfARow) {
  Uitvoer verwacht;
  verwacht.berichten.rijen.push_back(Bericht("2025-01-01", "INGETROKKEN"));
  Uitvoer gekregen;
  gekregen.berichten.rijen.push_back(Bericht("2025-01-02", "INGETROKKEN"));
  const auto verschil = FindVerschil(verwacht, gekregen);
  ASSERT_TRUE(verschil);
  EXPECT_EQ(verschil->soort, "berichten INGETROKKEN: datum");
  EXPECT_EQ(verschil->tabel, "berichten");
  EXPECT_EQ(verschil->kolom, "datum");
  EXPECT_EQ(verschil->rijsoort, "INGETROKKEN");
}

// Two bugs that both refuse something must not be taken for one.
TEST(Verschil, WhichRulesIsPartOfTheKind) {
  Uitvoer verwacht;
  verwacht.antwoorden.rijen.push_back({"2", "Z1", "ZIEK", "AANVAARD", "", ""});
  Uitvoer gekregen;
  gekregen.antwoorden.rijen.push_back({"2", "Z1", "ZIEK", "GEWEIGERD", "ZM-08", ""});
  EXPECT_EQ(FindVerschil(verwacht, gekregen)->soort, "antwoorden ZIEK: antwoord AANVAARD, niet ZM-08");
  verwacht.antwoorden.rijen[0] = {"2", "Z1", "ZIEK", "GEWEIGERD", "ZM-02", ""};
  EXPECT_EQ(FindVerschil(verwacht, gekregen)->soort, "antwoorden ZIEK: regel ZM-02, niet ZM-08");
}

TEST(Verschil, WhatExplainsTheRestComesFirst) {
  Uitvoer gekregen;
  gekregen.berichten.rijen.push_back(Bericht("2025-01-01", "INGETROKKEN"));
  gekregen.fouten.rijen.push_back({"/a/b", "INTERNAL"});
  EXPECT_EQ(FindVerschil(Uitvoer(), gekregen)->tabel, "fouten");
}

TEST(Verschil, LineEndsAreShown) {
  Uitvoer verwacht;
  verwacht.AddRapportage({"2025-01-01", "0363", "r.csv", "0"}, "BSN\r\n");
  Uitvoer gekregen;
  gekregen.AddRapportage({"2025-01-01", "0363", "r.csv", "0"}, "BSN\n");
  const auto verschil = FindVerschil(verwacht, gekregen);
  ASSERT_TRUE(verschil);
  EXPECT_EQ(verschil->soort, "rapportregels: inhoud");
  EXPECT_EQ(verschil->verwacht, "bestand=r.csv regelnummer=1 inhoud=BSN\\r\\n");
  EXPECT_EQ(verschil->gekregen, "bestand=r.csv regelnummer=1 inhoud=BSN\\n");
}

}  // namespace
}  // namespace ketenproef::conformance
