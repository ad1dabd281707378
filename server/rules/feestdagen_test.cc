#include "server/rules/feestdagen.h"

#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

TEST(Feestdagen, KAL03_CoversTheYearsOfTheTable) {
  EXPECT_FALSE(EchteFeestdagen().Covers("2016-12-31"_dag));
  EXPECT_TRUE(EchteFeestdagen().Covers("2017-01-01"_dag));
  EXPECT_TRUE(EchteFeestdagen().Covers("2030-12-31"_dag));
  EXPECT_FALSE(EchteFeestdagen().Covers("2031-01-01"_dag));
}

TEST(Feestdagen, KAL03_CoversNoYearBetweenThoseOfTheTable) {
  // In no order, with a day twice.
  const Feestdagen feestdagen({"2024-01-01"_dag, "2022-12-26"_dag, "2022-01-03"_dag, "2024-01-01"_dag});
  EXPECT_FALSE(feestdagen.Covers("2021-12-31"_dag));
  EXPECT_TRUE(feestdagen.Covers("2022-01-01"_dag));
  EXPECT_TRUE(feestdagen.Covers("2022-12-31"_dag));
  EXPECT_FALSE(feestdagen.Covers("2023-06-01"_dag));
  EXPECT_TRUE(feestdagen.Covers("2024-12-31"_dag));
  EXPECT_FALSE(feestdagen.Covers("2025-01-01"_dag));
  EXPECT_EQ(feestdagen.FirstWorkday("2022-01-03"_dag), "2022-01-04"_dag);
  EXPECT_EQ(feestdagen.FirstWorkday("2022-12-24"_dag), "2022-12-27"_dag);
  EXPECT_EQ(feestdagen.FirstWorkday("2024-01-01"_dag), "2024-01-02"_dag);
  EXPECT_EQ(feestdagen.FirstWorkday("2023-06-01"_dag), std::nullopt);
}

TEST(Feestdagen, KAL03_AnEmptyTableCoversNothing) {
  const Feestdagen leeg({});
  EXPECT_FALSE(leeg.Covers("2025-02-03"_dag));
  EXPECT_EQ(leeg.FirstWorkday("2025-02-03"_dag), std::nullopt);
}

TEST(Feestdagen, KAL03_FirstWorkdayIsTheDayItselfUnlessFree) {
  const Feestdagen& feestdagen = EchteFeestdagen();
  EXPECT_EQ(feestdagen.FirstWorkday("2025-02-07"_dag), "2025-02-07"_dag);  // Friday
  EXPECT_EQ(feestdagen.FirstWorkday("2025-02-08"_dag), "2025-02-10"_dag);  // Saturday
  EXPECT_EQ(feestdagen.FirstWorkday("2025-02-09"_dag), "2025-02-10"_dag);  // Sunday
  EXPECT_EQ(feestdagen.FirstWorkday("2025-12-24"_dag), "2025-12-24"_dag);
  EXPECT_EQ(feestdagen.FirstWorkday("2025-12-25"_dag), "2025-12-29"_dag);  // Christmas, then a weekend
  EXPECT_EQ(feestdagen.FirstWorkday("2025-12-31"_dag), "2025-12-31"_dag);
  EXPECT_EQ(feestdagen.FirstWorkday("2026-01-01"_dag), "2026-01-05"_dag);  // the equated Friday, a weekend
}

TEST(Feestdagen, KAL03_AWeekendIsOneInAnyYear) {
  // Saturday 31 December 2016 and Sunday 1 January: the year before the table does not matter.
  EXPECT_EQ(EchteFeestdagen().FirstWorkday("2016-12-31"_dag), "2017-01-02"_dag);
  EXPECT_EQ(EchteFeestdagen().FirstWorkday("2016-12-30"_dag), std::nullopt);
  EXPECT_EQ(EchteFeestdagen().FirstWorkday("2031-01-04"_dag), std::nullopt);  // Saturday, then 2031
}

}  // namespace
}  // namespace ketenproef
