#include "server/rules/regel.h"

#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

TEST(Regel, KAL01ToNOT02_StandInTheOrderOfTheCatalogue) {
  const Rijen rijen = ReadRijen(EmbeddedRegels(), {"id", "titel", "bron", "profiel", "niveau", "groep"});
  ASSERT_EQ(rijen.size(), static_cast<std::size_t>(kAantalRegels));
  for (std::size_t i = 0; i < rijen.size(); ++i) {
    const auto regel = static_cast<Regel>(i);
    EXPECT_EQ(RegelId(regel), rijen[i][0]);
    EXPECT_EQ(ParseRegel(rijen[i][0]), regel);
  }
}

TEST(Regel, KAL01ToNOT02_HaveTheIdOfTheirName) {
  EXPECT_EQ(RegelId(Regel::kKal01), "KAL-01");
  EXPECT_EQ(RegelId(Regel::kZm08), "ZM-08");
  EXPECT_EQ(RegelId(Regel::kBo07), "BO-07");
  EXPECT_EQ(RegelId(Regel::kNot02), "NOT-02");
}

TEST(Regel, KAL01ToNOT02_OtherTextIsNoRule) {
  for (const char* tekst : {"", "KAL-06", "KAL01", "kal-01", "KAL-1", "KAL-01 ", "NOT-03"}) {
    EXPECT_EQ(ParseRegel(tekst), std::nullopt) << tekst;
  }
}

}  // namespace
}  // namespace ketenproef
