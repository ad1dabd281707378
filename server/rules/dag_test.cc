#include "server/rules/dag.h"

#include <array>
#include <chrono>
#include <string>

#include "absl/strings/str_format.h"
#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

std::string Format(year_month_day ymd, const char* between) {
  return absl::StrFormat("%04d%s%02d%s%02d", static_cast<int>(ymd.year()), between,
                         static_cast<unsigned>(ymd.month()), between, static_cast<unsigned>(ymd.day()));
}

// KAL-04: 29 February becomes 28 February.
sys_days YearsEarlier(year_month_day ymd, int jaren) {
  const year_month_day earlier = ymd - std::chrono::years(jaren);
  return earlier.ok() ? sys_days(earlier) : sys_days(earlier.year() / 2 / 28);
}

// LKS-03: the same day number, or the last day of the month.
sys_days MonthsLater(year_month_day ymd, int maanden) {
  const year_month_day later = ymd + std::chrono::months(maanden);
  return later.ok() ? sys_days(later) : sys_days(later.year() / later.month() / std::chrono::last);
}

TEST(Dag, KAL01_AgreesWithTheStandardCalendarOnEveryDay) {
  for (const sys_days expected : EveryDay()) {
    const year_month_day ymd(expected);
    const Dag dag = ToDag(expected);
    ASSERT_EQ(dag.jaar(), static_cast<int>(ymd.year()));
    ASSERT_EQ(dag.maand(), static_cast<int>(static_cast<unsigned>(ymd.month())));
    ASSERT_EQ(dag.dag(), static_cast<int>(static_cast<unsigned>(ymd.day())));
    const unsigned iso = std::chrono::weekday(expected).iso_encoding();
    ASSERT_EQ(static_cast<unsigned>(dag.weekdag()) + 1, iso) << dag.ToString();
    ASSERT_EQ(dag.ToString(), Format(ymd, "-"));
    ASSERT_EQ(dag.ToCompactString(), Format(ymd, ""));
    ASSERT_EQ(Dag::Parse(Format(ymd, "-")), dag);
    ASSERT_EQ(Dag::FromCivil(dag.jaar(), dag.maand(), dag.dag()), dag);
  }
}

TEST(Dag, KAL01_WeekdaysBefore1970) {
  EXPECT_EQ(Dag().weekdag(), Weekdag::kDonderdag);
  EXPECT_EQ("1969-12-31"_dag.weekdag(), Weekdag::kWoensdag);
  EXPECT_EQ("1969-12-29"_dag.weekdag(), Weekdag::kMaandag);
  EXPECT_EQ("1969-12-28"_dag.weekdag(), Weekdag::kZondag);
  EXPECT_EQ("1900-01-01"_dag.weekdag(), Weekdag::kMaandag);
}

TEST(Dag, KAL02_AddsAndSubtractsDaysAsTheStandardCalendarDoes) {
  for (const sys_days begin : EveryDay()) {
    for (const int aantal : {-1, 0, 1, 2, 6, 7, 28, 42, 70, 365, 366}) {
      const sys_days end = begin + std::chrono::days(aantal);
      ASSERT_EQ(ToDag(begin) + Dagen(aantal), ToDag(end));
      ASSERT_EQ(ToDag(end) - Dagen(aantal), ToDag(begin));
      ASSERT_EQ(ToDag(end) - ToDag(begin), Dagen(aantal));
      ASSERT_EQ(ToDag(begin) < ToDag(end), aantal > 0);
      ASSERT_EQ(ToDag(begin) == ToDag(end), aantal == 0);
    }
  }
}

TEST(Dag, KAL04_CountsBackYearsOnEveryDay) {
  for (const sys_days dag : EveryDay()) {
    for (const int jaren : {0, 1, 2, 4}) {
      ASSERT_EQ(ToDag(dag).YearsBefore(jaren), ToDag(YearsEarlier(dag, jaren))) << ToDag(dag).ToString();
    }
  }
}

TEST(Dag, KAL04_29FebruaryBecomes28FebruaryWhereNeedBe) {
  EXPECT_EQ("2024-02-29"_dag.YearsBefore(2), "2022-02-28"_dag);
  EXPECT_EQ("2024-02-29"_dag.YearsBefore(4), "2020-02-29"_dag);
  EXPECT_EQ("2024-02-28"_dag.YearsBefore(2), "2022-02-28"_dag);
  EXPECT_EQ("2024-03-01"_dag.YearsBefore(2), "2022-03-01"_dag);
  EXPECT_EQ("2022-02-28"_dag.YearsBefore(2), "2020-02-28"_dag);
}

TEST(Dag, LKS03_MonthsLaterOnEveryDay) {
  for (const sys_days dag : EveryDay()) {
    for (const int maanden : {1, 6, 12, 18}) {
      ASSERT_EQ(ToDag(dag).MonthsAfter(maanden), ToDag(MonthsLater(dag, maanden))) << ToDag(dag).ToString();
    }
  }
}

TEST(Dag, LKS03_MonthsLaterEndsOnTheLastDayOfAShorterMonth) {
  EXPECT_EQ("2024-08-31"_dag.MonthsAfter(6), "2025-02-28"_dag);
  EXPECT_EQ("2023-08-31"_dag.MonthsAfter(6), "2024-02-29"_dag);
  EXPECT_EQ("2023-08-29"_dag.MonthsAfter(6), "2024-02-29"_dag);
  EXPECT_EQ("2024-08-28"_dag.MonthsAfter(6), "2025-02-28"_dag);
  EXPECT_EQ("2024-10-31"_dag.MonthsAfter(6), "2025-04-30"_dag);
  EXPECT_EQ("2024-12-15"_dag.MonthsAfter(1), "2025-01-15"_dag);
}

TEST(Dag, KAL01_HasNoDaysThatTheCalendarLacks) {
  constexpr std::array kBestaatNiet = {"2023-02-29", "2100-02-29", "1900-02-29", "2024-02-30",
                                       "2024-04-31", "2024-00-10", "2024-13-10", "2024-01-00",
                                       "2024-01-32", "1899-12-31", "2200-01-01", "0000-01-01"};
  for (const char* tekst : kBestaatNiet) EXPECT_EQ(Dag::Parse(tekst), std::nullopt) << tekst;
  EXPECT_EQ(Dag::FromCivil(2024, 2, 30), std::nullopt);
  EXPECT_EQ(Dag::FromCivil(2024, 0, 1), std::nullopt);
  EXPECT_EQ(Dag::FromCivil(2024, -3, 1), std::nullopt);
}

TEST(Dag, KAL01_KnowsTheYears1900To2199) {
  EXPECT_EQ(Dag::Parse("1900-01-01"), ToDag(sys_days(std::chrono::year(1900) / 1 / 1)));
  EXPECT_EQ(Dag::Parse("2199-12-31"), ToDag(sys_days(std::chrono::year(2199) / 12 / 31)));
  EXPECT_EQ(Dag::Parse("2000-02-29"), ToDag(sys_days(std::chrono::year(2000) / 2 / 29)));
}

TEST(Dag, KAL01_ReadsNoOtherForm) {
  constexpr std::array kAndereVorm = {"",           "2025-1-06",   "2025-01-6",  "20250106",   "2025/01/06",
                                      "2025-01/06", "2025-01-06 ", " 2025-01-6", "2025-01-0x", "2025-0x-06",
                                      "x025-01-06", "202x-01-06",  "+025-01-06", "2025-01-061"};
  for (const char* tekst : kAndereVorm) EXPECT_EQ(Dag::Parse(tekst), std::nullopt) << tekst;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    std::string tekst = "2011-11-11";
    tekst[at] = ':';  // the character after 9
    EXPECT_EQ(Dag::Parse(tekst), std::nullopt) << tekst;
  }
}

TEST(OptionalDag, KAL01_KnowsWhetherADayIsKnown) {
  EXPECT_FALSE(OptionalDag().has_value());
  EXPECT_FALSE(OptionalDag(std::optional<Dag>()).has_value());
  EXPECT_EQ(OptionalDag(std::optional<Dag>("2025-01-06"_dag)).value(), "2025-01-06"_dag);
  EXPECT_EQ(OptionalDag(Dag()).value(), "1970-01-01"_dag);
  EXPECT_TRUE(OptionalDag(Dag()).has_value());
  EXPECT_FALSE(OptionalDag("2025-01-06"_dag) == OptionalDag("2025-01-07"_dag));
  EXPECT_FALSE(OptionalDag("2025-01-06"_dag) == OptionalDag());
  EXPECT_EQ(sizeof(OptionalDag), 4U);
}

TEST(Dag, KAL02_APeriodHoldsBothItsEnds) {
  const Dag van = "2025-01-06"_dag;
  const Dag tot = "2025-02-17"_dag;
  EXPECT_FALSE(Holds(van, tot, "2025-01-05"_dag));
  EXPECT_TRUE(Holds(van, tot, "2025-01-06"_dag));
  EXPECT_TRUE(Holds(van, tot, "2025-02-17"_dag));
  EXPECT_FALSE(Holds(van, tot, "2025-02-18"_dag));
  EXPECT_TRUE(Holds(van, {}, "2199-12-31"_dag));
  EXPECT_FALSE(Holds(van, {}, "2025-01-05"_dag));
  EXPECT_TRUE(Holds(van, van, van));
}

TEST(Dag, LKS06_PeriodsOverlapWhereTheyShareADay) {
  struct Geval {
    OptionalDag tot_a;
    Dag van_b;
    OptionalDag tot_b;
    bool overlapt;
  };
  const Dag van_a = "2025-03-10"_dag;
  const Geval gevallen[] = {
      {"2025-03-20"_dag, "2025-03-20"_dag, "2025-03-31"_dag, true},
      {"2025-03-20"_dag, "2025-03-21"_dag, "2025-03-31"_dag, false},
      {"2025-03-20"_dag, "2025-03-01"_dag, "2025-03-10"_dag, true},
      {"2025-03-20"_dag, "2025-03-01"_dag, "2025-03-09"_dag, false},
      {"2025-03-20"_dag, "2025-03-12"_dag, "2025-03-13"_dag, true},
      {"2025-03-20"_dag, "2025-03-01"_dag, {}, true},
      {"2025-03-20"_dag, "2025-03-20"_dag, {}, true},
      {"2025-03-20"_dag, "2025-03-21"_dag, {}, false},
      {{}, "2025-03-01"_dag, "2025-03-10"_dag, true},
      {{}, "2025-03-01"_dag, "2025-03-09"_dag, false},
      {{}, "2199-01-01"_dag, {}, true},
  };
  for (const Geval& geval : gevallen) {
    SCOPED_TRACE(testing::PrintToString(geval.van_b) + ".." + testing::PrintToString(geval.tot_b));
    EXPECT_EQ(Overlaps(van_a, geval.tot_a, geval.van_b, geval.tot_b), geval.overlapt);
    EXPECT_EQ(Overlaps(geval.van_b, geval.tot_b, van_a, geval.tot_a), geval.overlapt);
  }
}

TEST(Dag, KAL02_ImpossibleArithmeticDoesNotCompile) {
  static_assert(Addable<Dag, Dagen> && Subtractable<Dag, Dagen> && Subtractable<Dag, Dag>);
  static_assert(!Addable<Dag, Dag> && !Addable<Dag, int> && !Addable<int, Dag> && !Addable<Dagen, int>);
  static_assert(!Subtractable<Dag, int> && !Subtractable<Dagen, Dag> && !Subtractable<Dagen, int>);
  static_assert(Orderable<Dag, Dag> && Orderable<Dagen, Dagen>);
  static_assert(!Orderable<Dag, int> && !Orderable<Dag, Dagen> && !Orderable<Dagen, int>);
  static_assert(!Equatable<Dag, int> && !Equatable<Dag, Dagen> && !Equatable<Dag, const char*>);
  // Whether a day comes before one that may be unknown is not to be asked.
  static_assert(!Orderable<OptionalDag, OptionalDag> && !Orderable<Dag, OptionalDag>);
  static_assert(!std::is_constructible_v<Dag, int> && !std::is_convertible_v<int, Dag>);
  static_assert(!std::is_convertible_v<int, Dagen> && !std::is_convertible_v<Dagen, int>);
  static_assert(!std::is_convertible_v<OptionalDag, Dag> && !std::is_convertible_v<Dag, bool>);
  static_assert(!std::is_convertible_v<const char*, Dag>);
}

}  // namespace
}  // namespace ketenproef
