#include "server/rules/tijdstip.h"

#include <chrono>
#include <string>

#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

using std::chrono::hours;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;

// 01:00 UTC on the last Sunday of the month, when the European Union changes its clocks.
sys_seconds Switch(year jaar, std::chrono::month maand) {
  return sys_days(jaar / maand / std::chrono::Sunday[std::chrono::last]) + hours(1);
}

// Summer time by the directive (2000/84/EC), not by the tz database.
bool InSummerTime(sys_seconds utc) {
  const year jaar = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(utc)).year();
  return utc >= Switch(jaar, std::chrono::March) && utc < Switch(jaar, std::chrono::October);
}

// The instant at which Dutch clocks show `uur` o'clock; not for 02:00, which may come twice or never.
Tijdstip OClock(sys_days dag, int uur) {
  const sys_seconds winter = dag + hours(uur) - hours(1);
  const sys_seconds utc = InSummerTime(winter) ? winter - hours(1) : winter;
  return Tijdstip::FromUnixSeconds(utc.time_since_epoch().count());
}

Tijdstip Nanosecond(Tijdstip tijdstip, int later) {
  return Tijdstip::FromUnixNanos(tijdstip.unix_nanos() + later);
}

class AmsterdamTest : public testing::Test {
 protected:
  const Amsterdam amsterdam_ = Amsterdam::Load().value();
};

TEST_F(AmsterdamTest, KAL01_EveryDayBeginsAtItsOwnMidnight) {
  for (const sys_days dag : EveryDay()) {
    const Tijdstip begin = OClock(dag, 0);
    ASSERT_EQ(amsterdam_.BeginOf(ToDag(dag)), begin) << ToDag(dag).ToString();
    ASSERT_EQ(amsterdam_.DagOf(begin), ToDag(dag));
    ASSERT_EQ(amsterdam_.DagOf(Nanosecond(begin, 1)), ToDag(dag));
    ASSERT_EQ(amsterdam_.DagOf(Nanosecond(begin, -1)), ToDag(dag) - Dagen(1));
    ASSERT_EQ(amsterdam_.DagOf(OClock(dag, 12)), ToDag(dag));
  }
}

TEST_F(AmsterdamTest, SIG01_EveryExchangeRunsAtSixInTheMorning) {
  for (const sys_days dag : EveryDay()) {
    ASSERT_EQ(amsterdam_.UitwisselingOf(ToDag(dag)), OClock(dag, 6)) << ToDag(dag).ToString();
  }
}

TEST_F(AmsterdamTest, KAL01_DaysOf23And25HoursAreOneDay) {
  struct Geval {
    Dag dag;
    int uren;
    const char* begin;
    const char* uitwisseling;
  };
  const Geval gevallen[] = {
      {"2025-03-29"_dag, 24, "2025-03-28T23:00:00Z", "2025-03-29T05:00:00Z"},
      {"2025-03-30"_dag, 23, "2025-03-29T23:00:00Z", "2025-03-30T04:00:00Z"},
      {"2025-03-31"_dag, 24, "2025-03-30T22:00:00Z", "2025-03-31T04:00:00Z"},
      {"2025-10-25"_dag, 24, "2025-10-24T22:00:00Z", "2025-10-25T04:00:00Z"},
      {"2025-10-26"_dag, 25, "2025-10-25T22:00:00Z", "2025-10-26T05:00:00Z"},
      {"2025-10-27"_dag, 24, "2025-10-26T23:00:00Z", "2025-10-27T05:00:00Z"},
      {"2024-02-29"_dag, 24, "2024-02-28T23:00:00Z", "2024-02-29T05:00:00Z"},
      {"2024-12-31"_dag, 24, "2024-12-30T23:00:00Z", "2024-12-31T05:00:00Z"},
  };
  for (const Geval& geval : gevallen) {
    SCOPED_TRACE(geval.dag.ToString());
    EXPECT_EQ(amsterdam_.BeginOf(geval.dag).ToString(), geval.begin);
    EXPECT_EQ(amsterdam_.UitwisselingOf(geval.dag).ToString(), geval.uitwisseling);
    const std::int64_t nanos =
        amsterdam_.BeginOf(geval.dag + Dagen(1)).unix_nanos() - amsterdam_.BeginOf(geval.dag).unix_nanos();
    EXPECT_EQ(nanos, geval.uren * 3'600'000'000'000);
  }
}

TEST_F(AmsterdamTest, KAL01_TheHourThatComesTwiceIsOfOneDay) {
  const Tijdstip eerste =
      Tijdstip::FromUnixSeconds(1'761'438'600);  // 2025-10-26T00:30:00Z, 02:30 summer time
  const Tijdstip tweede = Tijdstip::FromUnixSeconds(1'761'442'200);  // 2025-10-26T01:30:00Z, 02:30 again
  EXPECT_EQ(eerste.ToString(), "2025-10-26T00:30:00Z");
  EXPECT_EQ(tweede.ToString(), "2025-10-26T01:30:00Z");
  EXPECT_EQ(amsterdam_.DagOf(eerste), "2025-10-26"_dag);
  EXPECT_EQ(amsterdam_.DagOf(tweede), "2025-10-26"_dag);
}

TEST_F(AmsterdamTest, KAL01_InstantsBefore1970) {
  EXPECT_EQ(amsterdam_.DagOf(Tijdstip::FromUnixSeconds(-3'601)), "1969-12-31"_dag);
  EXPECT_EQ(amsterdam_.DagOf(Tijdstip::FromUnixSeconds(-3'600)), "1970-01-01"_dag);
}

TEST(Tijdstip, KAL01_CountsNanosecondsOfUtc) {
  EXPECT_EQ(Tijdstip().ToString(), "1970-01-01T00:00:00Z");
  EXPECT_EQ(Tijdstip::FromUnixSeconds(3), Tijdstip::FromUnixNanos(3'000'000'000));
  EXPECT_EQ(Tijdstip::FromUnixNanos(1'500'000'000).ToString(), "1970-01-01T00:00:01.5Z");
  EXPECT_EQ(absl::ToUnixNanos(Tijdstip::FromUnixNanos(-7).ToTime()), -7);
  EXPECT_LT(Tijdstip::FromUnixNanos(-1), Tijdstip());
}

TEST(Tijdstip, KAL01_IsNeitherADayNorANumber) {
  static_assert(Orderable<Tijdstip, Tijdstip>);
  static_assert(!Orderable<Tijdstip, Dag> && !Equatable<Tijdstip, Dag> && !Orderable<Tijdstip, int>);
  static_assert(!Addable<Tijdstip, Dagen> && !Addable<Tijdstip, Tijdstip> && !Addable<Tijdstip, int>);
  static_assert(!std::is_constructible_v<Tijdstip, std::int64_t> && !std::is_constructible_v<Dag, Tijdstip>);
  static_assert(!std::is_default_constructible_v<Amsterdam>);
}

}  // namespace
}  // namespace ketenproef
