#include "conformance/checks/values.h"

#include <gtest/gtest.h>

#include "conformance/calendar/tijdstip.h"

namespace ketenproef::conformance {
namespace {

TEST(Values, ADayThatDoesNotExistIsSentAsItStands) {
  Values values("handleiding");
  values.Set("GEK", "2025-02-30");
  for (const char* text : {"2025-02-30", "GEK"}) {
    const auto day = values.Day(text, std::nullopt);
    ASSERT_TRUE(day.ok());
    EXPECT_FALSE(day->dag.has_value());
    EXPECT_EQ(day->Text(), "2025-02-30");
  }
}

TEST(Values, InstantsAreLocalTimesOfADay) {
  Values values("handleiding");
  values.Set("AO", "2025-03-28");
  values.Set("EINDE", "23:59:59.999999999");
  values.Set("MOMENT", "AO + 2 23:59:59.999999999");
  // 30 March 2025 has 23 hours: its last instant is at +02:00.
  EXPECT_EQ(FormatTijdstip(*values.Instant("AO + 2 EINDE", std::nullopt)),
            "2025-03-30T23:59:59.999999999+02:00");
  EXPECT_EQ(*values.Instant("MOMENT", std::nullopt), *values.Instant("AO + 2 EINDE", std::nullopt));
  EXPECT_EQ(FormatTijdstip(*values.Instant("2025-10-26T02:30:00+01:00", std::nullopt)),
            "2025-10-26T02:30:00+01:00");
  EXPECT_FALSE(values.Instant("AO + 2 02:30", std::nullopt).ok());  // clocks jump over it
  EXPECT_FALSE(values.Instant("AO", std::nullopt).ok());
}

TEST(Values, ALaterNameReplacesAnEarlierOneWhereItIsUsed) {
  Values values("handleiding");
  values.Set("AO", "2025-01-06");
  values.Set("GRENS", "AO + 42");
  values.Set("AO", "2025-01-07");
  EXPECT_EQ(values.Day("GRENS", std::nullopt)->Text(), "2025-02-18");
}

TEST(Values, TextFormatsAreFilledIn) {
  Values values("handleiding");
  values.Set("AO", "2025-01-06");
  const auto filled =
      values.Fill("bsn: \"${P1}\" eerste_ao_dag { ${AO + 1} } tijdstip { ${AO 09:00} }", std::nullopt);
  ASSERT_TRUE(filled.ok());
  EXPECT_EQ(*filled,
            "bsn: \"999990007\" eerste_ao_dag { jaar: 2025 maand: 1 dag: 7 } tijdstip { seconds: 1736150400 "
            "nanos: 0 }");
  EXPECT_FALSE(values.Fill("${ONBEKEND}", std::nullopt).ok());
  EXPECT_FALSE(values.Fill("${AO", std::nullopt).ok());
}

TEST(Values, BSN03_WhatPeopleReadHoldsNoBsn) {
  const Values values("handleiding");
  EXPECT_EQ(values.Masked("ZIEK 999990007, 100000000L01"), "ZIEK P1, 100000000L01");
  EXPECT_TRUE(values.HoldsBsn("there is a case of 999990007 already"));
  EXPECT_FALSE(values.HoldsBsn("there is a case of this person already"));
}

}  // namespace
}  // namespace ketenproef::conformance
