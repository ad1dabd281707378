#include "server/rules/profiel.h"

#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

TEST(Profiel, KAL03_OnlyWetShifts) {
  EXPECT_FALSE(FindProfiel("handleiding")->verschuift_termijnen);
  EXPECT_TRUE(FindProfiel("wet")->verschuift_termijnen);
}

TEST(Profiel, BO01_BothKeepTheSameTerms) {
  for (const Profiel& profiel : Profielen()) {
    SCOPED_TRACE(std::string(profiel.naam));
    EXPECT_EQ(profiel.ziekmelding_termijn, Dagen(42));    // ZM-04
    EXPECT_EQ(profiel.herstelmelding_termijn, Dagen(2));  // HM-03
    EXPECT_EQ(profiel.beoordeling_termijn, Dagen(42));
    EXPECT_EQ(profiel.beoordeling_verlenging, Dagen(28));  // BO-02
  }
}

TEST(Profiel, ZM05_ZM09_HM05_DL02_AreOfWetOnly) {
  const Profiel& handleiding = *FindProfiel("handleiding");
  EXPECT_FALSE(handleiding.einde_dienstverband_vervroegt);
  EXPECT_EQ(handleiding.samengesteld_onder, std::nullopt);
  EXPECT_FALSE(handleiding.herstel_niet_voor_ziekmelding);
  EXPECT_EQ(handleiding.doorlevering_tot, std::nullopt);
  const Profiel& wet = *FindProfiel("wet");
  EXPECT_TRUE(wet.einde_dienstverband_vervroegt);
  EXPECT_EQ(wet.samengesteld_onder, Dagen(28));
  EXPECT_TRUE(wet.herstel_niet_voor_ziekmelding);
  EXPECT_EQ(wet.doorlevering_tot, "2022-01-01"_dag);
}

TEST(Profiel, KAL03_HandleidingIsTheDefaultAndOtherNamesAreNone) {
  ASSERT_EQ(Profielen().size(), 2U);
  EXPECT_EQ(Profielen()[0].naam, "handleiding");
  EXPECT_EQ(Profielen()[1].naam, "wet");
  for (const char* naam : {"", "Wet", "handleiding ", "hand"}) EXPECT_EQ(FindProfiel(naam), nullptr) << naam;
}

}  // namespace
}  // namespace ketenproef
