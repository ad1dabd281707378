#include "server/rules/termijn.h"

#include <chrono>
#include <set>
#include <string>

#include "gtest/gtest.h"
#include "server/rules/rules_fixture.h"

namespace ketenproef {
namespace {

using std::chrono::sys_days;

bool IsWeekend(sys_days dag) {
  const std::chrono::weekday weekdag(dag);
  return weekdag == std::chrono::Saturday || weekdag == std::chrono::Sunday;
}

// KAL-03 by the standard calendar and the bare text of feestdagen.csv, which is about 2017 to 2030.
std::optional<Dag> Shifted(sys_days einde, const std::set<std::string>& feestdagen) {
  const int jaar = static_cast<int>(std::chrono::year_month_day(einde).year());
  if (jaar < 2017 || jaar > 2030) return std::nullopt;
  while (IsWeekend(einde) || feestdagen.contains(ToDag(einde).ToString())) einde += std::chrono::days(1);
  return ToDag(einde);
}

TEST(UitersteDag, KAL02_IsNeverShiftedInHandleiding) {
  for (const sys_days van : EveryDay()) {
    for (const int lengte : {2, 42, 70}) {
      ASSERT_EQ(UitersteDag(Handleiding(), ToDag(van), Dagen(lengte)),
                ToDag(van + std::chrono::days(lengte)));
    }
  }
}

TEST(UitersteDag, KAL03_IsShiftedOnceInWet) {
  const std::vector<std::string> dagen = FeestdagenAlsTekst();
  const std::set<std::string> feestdagen(dagen.begin(), dagen.end());
  for (const sys_days van : EveryDay()) {
    for (const int lengte : {2, 42, 70}) {
      ASSERT_EQ(UitersteDag(Wet(), ToDag(van), Dagen(lengte)),
                Shifted(van + std::chrono::days(lengte), feestdagen))
          << ToDag(van).ToString() << " + " << lengte;
    }
  }
}

TEST(UitersteDag, KAL03_WeekendsAndHolidaysByHand) {
  struct Geval {
    Dag van;
    int lengte;
    Dag uiterste_dag;
  };
  const Geval gevallen[] = {
      {"2025-02-05"_dag, 2, "2025-02-07"_dag},   // Friday
      {"2025-02-06"_dag, 2, "2025-02-10"_dag},   // Saturday
      {"2025-02-07"_dag, 2, "2025-02-10"_dag},   // Sunday
      {"2025-02-08"_dag, 2, "2025-02-10"_dag},   // Monday
      {"2025-04-15"_dag, 2, "2025-04-17"_dag},   // Thursday before Goede Vrijdag
      {"2025-04-16"_dag, 2, "2025-04-22"_dag},   // Goede Vrijdag, the weekend, Tweede Paasdag
      {"2025-04-19"_dag, 2, "2025-04-22"_dag},   // Tweede Paasdag
      {"2025-04-20"_dag, 2, "2025-04-22"_dag},   // Tuesday after
      {"2025-05-27"_dag, 2, "2025-06-02"_dag},   // Hemelvaart, the equated Friday, the weekend
      {"2024-12-23"_dag, 2, "2024-12-30"_dag},   // Christmas, the equated Friday, the weekend
      {"2024-12-30"_dag, 2, "2025-01-02"_dag},   // New Year's Day
      {"2025-03-28"_dag, 2, "2025-03-31"_dag},   // the day of 23 hours, a Sunday
      {"2025-10-24"_dag, 2, "2025-10-27"_dag},   // the day of 25 hours, a Sunday
      {"2024-01-18"_dag, 42, "2024-02-29"_dag},  // 29 February, a Thursday
      {"2024-01-17"_dag, 42, "2024-02-28"_dag}, {"2024-01-19"_dag, 42, "2024-03-01"_dag},
      {"2028-12-28"_dag, 2, "2029-01-02"_dag},  // over the year end: Saturday 30 December 2028
  };
  for (const Geval& geval : gevallen) {
    EXPECT_EQ(UitersteDag(Wet(), geval.van, Dagen(geval.lengte)), geval.uiterste_dag) << geval.van.ToString();
  }
}

TEST(UitersteDag, KAL03_CannotBeJudgedOutsideTheTable) {
  EXPECT_EQ(UitersteDag(Wet(), "2016-12-29"_dag, Dagen(2)), std::nullopt);  // Saturday 2016-12-31
  EXPECT_EQ(UitersteDag(Wet(), "2016-12-30"_dag, Dagen(2)), "2017-01-02"_dag);
  EXPECT_EQ(UitersteDag(Wet(), "2030-12-29"_dag, Dagen(2)), "2030-12-31"_dag);
  EXPECT_EQ(UitersteDag(Wet(), "2030-12-30"_dag, Dagen(2)), std::nullopt);
  EXPECT_EQ(UitersteDag(Handleiding(), "2030-12-30"_dag, Dagen(2)), "2031-01-01"_dag);
}

TEST(UitersteDag, KAL03_CannotBeJudgedWhereTheShiftLeavesTheTable) {
  const Feestdagen een_jaar({"2022-04-27"_dag});
  const Regelkader kader{*FindProfiel("wet"), een_jaar, EchteGemeenten()};
  EXPECT_EQ(UitersteDag(kader, "2022-12-28"_dag, Dagen(2)), "2022-12-30"_dag);
  EXPECT_EQ(UitersteDag(kader, "2022-12-29"_dag, Dagen(2)),
            std::nullopt);  // Saturday, next Monday is in 2023
}

TEST(UitersteDag, KAL03_RefusalIsAboutTheStateNotTheFields) {
  const Weigering weigering = WeigerTermijnBuitenTabel();
  EXPECT_EQ(weigering.regel, Regel::kKal03);
  EXPECT_EQ(weigering.soort, Weigeringsoort::kToestand);
}

TEST(UitersteDag, KAL05_TheExtendedTermIsShiftedOnceFromTheOriginalStart) {
  // 2025-03-08 + 42 = Saturday 19 April (Easter) -> 22 April; + 28 of that would be 20 May.
  EXPECT_EQ(UitersteDag(Wet(), "2025-03-08"_dag, Dagen(42)), "2025-04-22"_dag);
  EXPECT_EQ(UitersteDag(Wet(), "2025-03-08"_dag, Dagen(70)), "2025-05-19"_dag);
}

TEST(Oordeel, BOE01_FineByDaysLate) {
  struct Geval {
    int dagen;
    int te_laat;
    int boete_eur;
  };
  constexpr Geval kGevallen[] = {{-400, 0, 0},  {-1, 0, 0},    {0, 0, 0},     {1, 1, 70},
                                 {2, 2, 70},    {6, 6, 70},    {7, 7, 230},   {8, 8, 230},
                                 {27, 27, 230}, {28, 28, 455}, {29, 29, 455}, {365, 365, 455}};
  const Dag uiterste_dag = "2025-02-17"_dag;
  for (const Geval& geval : kGevallen) {
    const Meldingoordeel oordeel = OordeelOver(uiterste_dag + Dagen(geval.dagen), uiterste_dag);
    EXPECT_EQ(oordeel, (Meldingoordeel{uiterste_dag, geval.te_laat, geval.boete_eur})) << geval.dagen;
    EXPECT_EQ(oordeel.tijdig(), geval.dagen <= 0) << geval.dagen;
  }
}

}  // namespace
}  // namespace ketenproef
