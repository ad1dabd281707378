// Facts worked out by hand, and the worked examples of rules.md.
#include "conformance/calendar/feestdagen.h"

#include <gtest/gtest.h>

#include <optional>

#include "conformance/calendar/dag_fixture.h"
#include "fixtures/embedded/embedded.h"

namespace ketenproef::conformance {
namespace {

// Where a term that ends on this day ends in the end, by the table of fixtures/data.
std::optional<Dag> Einde(absl::string_view text) {
  return EmbeddedFeestdagentabel().UitersteDag(D(text));
}

TEST(Feestdagen, TheEmbeddedTableIsRead) {
  ASSERT_TRUE(Feestdagen::Parse(EmbeddedFeestdagen()).ok());
  const Feestdagen& feestdagen = EmbeddedFeestdagentabel();
  EXPECT_TRUE(feestdagen.Contains(D("2017-01-01")));   // the first line
  EXPECT_TRUE(feestdagen.Contains(D("2030-12-26")));   // the last one
  EXPECT_TRUE(feestdagen.Contains(D("2024-05-10")));   // equated by decree
  EXPECT_FALSE(feestdagen.Contains(D("2025-04-27")));  // Koningsdag was on the 26th
  EXPECT_TRUE(feestdagen.HasJaar(2017));
  EXPECT_TRUE(feestdagen.HasJaar(2030));
  EXPECT_FALSE(feestdagen.HasJaar(2016));
  EXPECT_FALSE(feestdagen.HasJaar(2031));
}

TEST(Feestdagen, AnUnreadableTableIsRefusedWithItsLine) {
  const auto wrong = Feestdagen::Parse("datum;naam;grond\n2025-01-01;x;y\n2025-02-30;x;y\n");
  ASSERT_FALSE(wrong.ok());
  EXPECT_NE(wrong.status().message().find("feestdagen.csv:3:1"), absl::string_view::npos);
  EXPECT_FALSE(Feestdagen::Parse("datum;naam\n").ok());
  EXPECT_FALSE(Feestdagen::Parse("datum;naam;grond\n\"").ok());
}

// Worked examples 5, 6, 7 and 9.
TEST(Feestdagen, KAL03_ATermEndsOnAWorkingDay) {
  EXPECT_EQ(Einde("2024-05-03"), D("2024-05-03"));
  EXPECT_EQ(Einde("2024-05-09"), D("2024-05-13"));
  EXPECT_EQ(Einde("2025-04-26"), D("2025-04-28"));
  EXPECT_EQ(Einde("2025-04-21"), D("2025-04-22"));
  EXPECT_EQ(Einde("2025-05-19"), D("2025-05-19"));
}

TEST(Feestdagen, KAL03_AcrossAYearEndWithinTheTable) {
  EXPECT_EQ(Einde("2021-12-31"), D("2021-12-31"));  // Friday
  EXPECT_EQ(Einde("2022-12-31"), D("2023-01-02"));  // Saturday, then Sunday and Nieuwjaarsdag in one
  EXPECT_EQ(Einde("2024-12-25"), D("2024-12-30"));  // Kerst, an equated Friday, a weekend
}

TEST(Feestdagen, KAL03_ATermOutsideTheTableCannotBeJudged) {
  EXPECT_EQ(Einde("2016-12-30"), std::nullopt);
  EXPECT_EQ(Einde("2016-12-31"), std::nullopt);  // a Saturday: the Monday after it would be in the table
  EXPECT_EQ(Einde("2017-01-01"), D("2017-01-02"));
  EXPECT_EQ(Einde("2030-12-31"), D("2030-12-31"));
  EXPECT_EQ(Einde("2031-01-01"), std::nullopt);
}

TEST(Feestdagen, KAL03_ATermThatMovesOutOfTheTableCannotBeJudged) {
  const Feestdagen feestdagen({D("2022-01-01")});
  EXPECT_EQ(feestdagen.UitersteDag(D("2022-12-30")), D("2022-12-30"));
  EXPECT_EQ(feestdagen.UitersteDag(D("2022-12-31")), std::nullopt);  // Saturday; Monday is 2023
}

TEST(Feestdagen, BOE02_AWeekendIsOneInAnyYear) {
  const Feestdagen& feestdagen = EmbeddedFeestdagentabel();
  EXPECT_EQ(feestdagen.Werkdag(D("2016-12-31")), D("2017-01-02"));
  EXPECT_EQ(feestdagen.Werkdag(D("2016-12-30")), std::nullopt);
  EXPECT_EQ(feestdagen.Werkdag(D("2025-06-07")), D("2025-06-10"));  // Pinksteren
}

}  // namespace
}  // namespace ketenproef::conformance
