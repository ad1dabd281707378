// Facts worked out by hand, and the worked examples of rules.md.
#include "conformance/calendar/tijdstip.h"

#include <gtest/gtest.h>

#include <optional>

#include "conformance/calendar/dag_fixture.h"

namespace ketenproef::conformance {
namespace {

absl::Time T(absl::string_view text) {
  return ParseTijdstip(text).value();
}

TEST(Tijdstip, TheZoneIsThere) {
  EXPECT_TRUE(CheckAmsterdam().ok());
}

// Worked example 10.
TEST(Tijdstip, KAL01_AnInstantBelongsToItsDayInTheNetherlands) {
  EXPECT_EQ(DagVan(T("2025-06-30T22:30:00Z")), D("2025-07-01"));
  EXPECT_EQ(DagVan(T("2025-06-30T21:59:59.999999999Z")), D("2025-06-30"));
  EXPECT_EQ(DagVan(T("2025-12-31T23:00:00Z")), D("2026-01-01"));
  EXPECT_EQ(DagVan(T("2025-12-31T22:59:59Z")), D("2025-12-31"));
  EXPECT_EQ(DagVan(T("1969-12-31T22:30:00Z")), D("1969-12-31"));
}

TEST(Tijdstip, KAL01_DaysOf23And25HoursAreOneDay) {
  EXPECT_EQ(EindeVan(D("2025-03-30")) - BeginVan(D("2025-03-30")), absl::Hours(23));
  EXPECT_EQ(EindeVan(D("2025-10-26")) - BeginVan(D("2025-10-26")), absl::Hours(25));
  EXPECT_EQ(EindeVan(D("2025-10-27")) - BeginVan(D("2025-10-27")), absl::Hours(24));
  EXPECT_EQ(BeginVan(D("2025-03-30")), T("2025-03-29T23:00:00Z"));
  EXPECT_EQ(EindeVan(D("2025-03-30")), T("2025-03-30T22:00:00Z"));
  EXPECT_EQ(DagVan(BeginVan(D("2025-10-26"))), D("2025-10-26"));
  EXPECT_EQ(DagVan(EindeVan(D("2025-10-26")) - absl::Nanoseconds(1)), D("2025-10-26"));
}

TEST(Tijdstip, KAL01_ClocksOfADayBecomeInstants) {
  EXPECT_EQ(TijdstipOp(D("2025-01-06"), "09:00"), T("2025-01-06T08:00:00Z"));
  EXPECT_EQ(TijdstipOp(D("2025-07-01"), "00:00:30"), T("2025-06-30T22:00:30Z"));
  EXPECT_EQ(TijdstipOp(D("2025-07-01"), "23:59:59.999999999"), T("2025-07-01T21:59:59.999999999Z"));
  // Clocks go from 02:00 to 03:00.
  EXPECT_EQ(TijdstipOp(D("2025-03-30"), "01:59:59"), T("2025-03-30T00:59:59Z"));
  EXPECT_EQ(TijdstipOp(D("2025-03-30"), "02:00"), std::nullopt);
  EXPECT_EQ(TijdstipOp(D("2025-03-30"), "02:59:59.5"), std::nullopt);
  EXPECT_EQ(TijdstipOp(D("2025-03-30"), "03:00"), T("2025-03-30T01:00:00Z"));
  // Clocks go from 03:00 to 02:00: 02:30 comes twice.
  EXPECT_EQ(TijdstipOp(D("2025-10-26"), "02:30"), T("2025-10-26T00:30:00Z"));
  EXPECT_EQ(TijdstipOp(D("2025-10-26"), "03:00"), T("2025-10-26T02:00:00Z"));
}

TEST(Tijdstip, WhatIsNoTimeOfDayIsNone) {
  for (const char* text : {"", "9:00", "09", "24:00", "23:60", "23:59:60", "09:00:", "09:00:00.", "09:00:00Z",
                           "09:00+01:00", "09.00", " 09:00", "09:00 ", "ab:cd"}) {
    EXPECT_EQ(TijdstipOp(D("2025-01-06"), text), std::nullopt) << text;
  }
}

TEST(Tijdstip, TheExchangeIsAtSix) {
  EXPECT_EQ(UitwisselingOp(D("2025-01-06")), T("2025-01-06T05:00:00Z"));
  EXPECT_EQ(UitwisselingOp(D("2025-03-30")), T("2025-03-30T04:00:00Z"));
  EXPECT_EQ(UitwisselingOp(D("2025-10-26")), T("2025-10-26T05:00:00Z"));
}

TEST(Tijdstip, TextThereAndBack) {
  EXPECT_EQ(FormatTijdstip(T("2025-03-30T00:59:59Z")), "2025-03-30T01:59:59+01:00");
  EXPECT_EQ(FormatTijdstip(T("2025-03-30T03:00:00+02:00")), "2025-03-30T03:00:00+02:00");
  EXPECT_EQ(FormatTijdstip(T("2025-01-06T08:00:00.25Z")), "2025-01-06T09:00:00.25+01:00");
  for (const char* text : {"", "2025-02-29T00:00:00Z", "2025-01-01T00:00:00", "2025-01-01T24:00:00Z",
                           "2025-01-01 00:00:00Z", "2025-01-01t00:00:00Z", "2025-01-01T00:00:00z",
                           "2025-01-01T00:00Z", "infinite-future", " 2025-01-01T00:00:00Z"}) {
    EXPECT_EQ(ParseTijdstip(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace ketenproef::conformance
