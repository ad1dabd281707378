#include "conformance/model/velden.h"

#include <gtest/gtest.h>

#include <string>

namespace ketenproef::conformance {
namespace {

TEST(Velden, BSN01_NineDigitsAndTheElfproef) {
  EXPECT_TRUE(IsBsn("999990007"));
  EXPECT_TRUE(IsBsn("000000012"));
  for (const char* bsn : {"", "000000000", "999990008", "99999000", "9999900070", "99999000x", " 99990007"}) {
    EXPECT_FALSE(IsBsn(bsn)) << bsn;
    EXPECT_EQ(CheckBsn(bsn), "BSN-01") << bsn;
  }
}

TEST(Velden, BSN02_OnlyTheTestreeks) {
  EXPECT_EQ(CheckBsn("999990007"), std::nullopt);
  EXPECT_EQ(CheckBsn("000000012"), std::nullopt);
  ASSERT_TRUE(IsBsn("111222333"));
  EXPECT_EQ(CheckBsn("111222333"), "BSN-02");
}

TEST(Velden, REG04_TheFormOfALoonheffingennummer) {
  EXPECT_TRUE(IsLoonheffingennummer("100000000L01"));
  for (const char* text :
       {"", "100000000L1", "100000000l01", "100000000B01", "10000000L012", "100000000L0x"}) {
    EXPECT_FALSE(IsLoonheffingennummer(text)) << text;
  }
}

Draaiboekregel Ziek() {
  Draaiboekregel regel;
  regel.soort = Soort::kZiek;
  regel.kenmerk = "Z1";
  regel.bsn = "999990007";
  regel.loonheffingennummer = "100000000L01";
  regel.datum_van = ParseDag("2025-01-06");
  return regel;
}

// Of several wrong fields the one that the rules name first.
TEST(Velden, ZM01_BeforeWhatIsWrongWithABsn) {
  EXPECT_EQ(CheckMeldingvelden(Ziek()), std::nullopt);
  Draaiboekregel regel = Ziek();
  regel.bsn = "999990008";
  EXPECT_EQ(CheckMeldingvelden(regel), "BSN-01");
  regel.datum_van.reset();
  EXPECT_EQ(CheckMeldingvelden(regel), "ZM-01");
  regel = Ziek();
  regel.kenmerk = std::string(256, 'k');
  EXPECT_EQ(CheckMeldingvelden(regel), std::nullopt);
  regel.kenmerk += 'k';
  EXPECT_EQ(CheckMeldingvelden(regel), "ZM-01");
}

TEST(Velden, BO02_AReasonIsObliged) {
  Draaiboekregel regel;
  regel.soort = Soort::kVerlenging;
  regel.loonheffingennummer = "100000000L01";
  regel.verwijst_naar = "Z1";
  EXPECT_EQ(CheckBeoordelingvelden(regel), "BO-02");
  regel.toelichting = "medisch onderzoek";
  EXPECT_EQ(CheckBeoordelingvelden(regel), std::nullopt);
  regel.verwijst_naar.clear();
  regel.toelichting.clear();
  EXPECT_EQ(CheckBeoordelingvelden(regel), "ZM-01");
}

}  // namespace
}  // namespace ketenproef::conformance
