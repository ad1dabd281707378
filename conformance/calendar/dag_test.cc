// Facts worked out by hand, and the worked examples of rules.md.
#include "conformance/calendar/dag.h"

#include <gtest/gtest.h>

#include <optional>

#include "conformance/calendar/dag_fixture.h"

namespace ketenproef::conformance {
namespace {

TEST(Dag, ThereAndBack) {
  for (const char* text : {"1900-01-01", "1970-01-01", "2024-02-29", "2025-03-30", "2199-12-31"}) {
    ASSERT_TRUE(ParseDag(text).has_value()) << text;
    EXPECT_EQ(FormatDag(D(text)), text);
  }
  EXPECT_EQ(FormatDagCompact(D("2025-03-09")), "20250309");
  EXPECT_EQ(DagOf(2024, 2, 29), D("2024-02-29"));
  EXPECT_EQ(DagOf(2023, 2, 29), std::nullopt);
}

TEST(Dag, WhatIsNoDayIsNone) {
  for (const char* text :
       {"", "2025-02-29", "2100-02-29", "1899-12-31", "2200-01-01", "2025-00-10", "2025-13-01", "2025-04-31",
        "2025-01-00", "2025-1-1", "20250101", "2025-01-01 ", " 2025-01-01", "2025/01/01", "01-01-2025",
        "2025-01-0x", "2025-+1-01", "-025-01-01"}) {
    EXPECT_EQ(ParseDag(text), std::nullopt) << text;
  }
}

TEST(Dag, ArithmeticMayLeaveTheYearsOfTheChain) {
  EXPECT_TRUE(IsDagOfKeten(D("2199-12-31")));
  EXPECT_FALSE(IsDagOfKeten(D("2199-12-31") + Dagen(1)));
  EXPECT_TRUE(IsDagOfKeten(D("1900-01-01")));
  EXPECT_FALSE(IsDagOfKeten(D("1900-01-01") - Dagen(1)));
  EXPECT_EQ(JaarOf(D("2199-12-31") + Dagen(1)), 2200);
}

TEST(Dag, KAL01_MonthEndsAndLeapDaysCountAsDays) {
  EXPECT_EQ(D("2024-02-28") + Dagen(2), D("2024-03-01"));
  EXPECT_EQ(D("2025-02-28") + Dagen(2), D("2025-03-02"));
  EXPECT_EQ(D("2025-12-31") + Dagen(1), D("2026-01-01"));
}

// Worked examples 1 and 4, and the two terms of example 8.
TEST(Dag, KAL02_ATermOfWeeksDoesNotCountItsFirstDay) {
  EXPECT_EQ(D("2025-01-06") + Dagen(42), D("2025-02-17"));
  EXPECT_EQ(D("2024-01-18") + Dagen(42), D("2024-02-29"));
  EXPECT_EQ(D("2025-03-03") + Dagen(42), D("2025-04-14"));
  EXPECT_EQ(D("2025-03-03") + Dagen(70), D("2025-05-12"));
}

TEST(Dag, Weekends) {
  EXPECT_FALSE(IsWeekend(D("2025-01-06")));  // Monday
  EXPECT_FALSE(IsWeekend(D("2024-05-03")));  // Friday
  EXPECT_TRUE(IsWeekend(D("2025-04-26")));   // Saturday
  EXPECT_TRUE(IsWeekend(D("2025-04-27")));   // Sunday
}

// Worked example 11.
TEST(Dag, KAL04_CountingBackYearsKeepsDayAndMonth) {
  EXPECT_EQ(JarenTerug(D("2024-02-29"), 2), D("2022-02-28"));
  EXPECT_EQ(JarenTerug(D("2024-02-29"), 4), D("2020-02-29"));
  EXPECT_EQ(JarenTerug(D("2024-02-28"), 2), D("2022-02-28"));
  EXPECT_EQ(JarenTerug(D("2026-02-28"), 2), D("2024-02-28"));
  EXPECT_EQ(JarenTerug(D("2025-12-31"), 2), D("2023-12-31"));
}

TEST(Dag, LKS03_MonthsForwardKeepTheDayNumberWhereThereIsOne) {
  EXPECT_EQ(MaandenVooruit(D("2025-01-15"), 6), D("2025-07-15"));
  EXPECT_EQ(MaandenVooruit(D("2024-08-31"), 6), D("2025-02-28"));
  EXPECT_EQ(MaandenVooruit(D("2023-08-31"), 6), D("2024-02-29"));
  EXPECT_EQ(MaandenVooruit(D("2025-08-30"), 6), D("2026-02-28"));
  EXPECT_EQ(MaandenVooruit(D("2025-12-31"), 6), D("2026-06-30"));
}

}  // namespace
}  // namespace ketenproef::conformance
