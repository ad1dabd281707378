#include "conformance/catalogue/regels.h"

#include "gtest/gtest.h"

namespace ketenproef::conformance {
namespace {

TEST(Regels, AreThoseOfTheCatalogueInItsOrder) {
  ASSERT_FALSE(Regels().empty());
  EXPECT_EQ(Regels().front().id, "KAL-01");
  EXPECT_EQ(Regels().back().id, "NOT-02");
}

TEST(Regels, AreFoundById) {
  const Regel* regel = FindRegel("ZM-05");
  ASSERT_NE(regel, nullptr);
  EXPECT_EQ(regel->titel, "Dienstverband eindigt binnen zes weken: ziekmelding uiterlijk dan");
  EXPECT_EQ(regel->bron, "Ziektewet art. 38a lid 3, tweede zin + Aanname van dit project");
  EXPECT_EQ(regel->profiel, "wet");
  EXPECT_EQ(regel->niveau, "MUST");
}

TEST(Regels, KnowNoOthers) {
  EXPECT_EQ(FindRegel("ZM-99"), nullptr);
  EXPECT_EQ(FindRegel(""), nullptr);
}

}  // namespace
}  // namespace ketenproef::conformance
