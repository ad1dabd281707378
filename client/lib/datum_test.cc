#include "client/lib/datum.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace ketenproef::client {
namespace {

TEST(Datum, ThereAndBack) {
  for (const char* text : {"1900-01-01", "2199-12-31", "2024-02-29", "2025-03-30"}) {
    const auto datum = ParseDatum(text);
    ASSERT_TRUE(datum.ok()) << text;
    EXPECT_EQ(FormatDatum(*datum), text);
  }
}

TEST(Datum, BSN03_WrongOnesAreRefusedWithoutBeingQuoted) {
  for (const char* text : {"", "2025-02-29", "1899-12-31", "2200-01-01", "2025-00-10", "2025-13-01",
                           "2025-1-1", "20250101", "2025-01-01 ", "01-01-2025", "2025-01-0x", "999990007"}) {
    const auto datum = ParseDatum(text);
    ASSERT_FALSE(datum.ok()) << text;
    if (*text != '\0') {
      EXPECT_EQ(datum.status().message().find(text), absl::string_view::npos);
    }
  }
}

TEST(Tijdstip, KAL01_InstantsAsTheyAreInTheNetherlands) {
  const auto winter = ParseTijdstip("2025-03-30T00:59:59Z");
  const auto summer = ParseTijdstip("2025-03-30T03:00:00+02:00");
  ASSERT_TRUE(winter.ok() && summer.ok());
  EXPECT_EQ(summer->seconds() - winter->seconds(), 1);
  EXPECT_EQ(FormatTijdstip(*winter), "2025-03-30T01:59:59+01:00");
  EXPECT_EQ(FormatTijdstip(*summer), "2025-03-30T03:00:00+02:00");
}

TEST(Tijdstip, ADateIsItsFirstInstant) {
  EXPECT_EQ(FormatTijdstip(*ParseTijdstip("2025-07-01")), "2025-07-01T00:00:00+02:00");
  EXPECT_EQ(FormatTijdstip(*ParseTijdstip("2025-01-01")), "2025-01-01T00:00:00+01:00");
}

TEST(Tijdstip, FractionsAndYearsBefore1970) {
  const auto early = ParseTijdstip("1969-12-31T23:59:59.25Z");
  ASSERT_TRUE(early.ok());
  EXPECT_EQ(early->seconds(), -1);
  EXPECT_EQ(early->nanos(), 250'000'000);
  EXPECT_EQ(FormatTijdstip(*early), "1970-01-01T00:59:59.25+01:00");
}

TEST(Tijdstip, WrongOnesAreRefused) {
  for (const char* text :
       {"", "nu", "2025-02-29T00:00:00Z", "2025-01-01T00:00:00", "2025-01-01T24:00:00Z",
        "2025-01-01 00:00:00Z", "2025-01-01T00:00:00Z ", "2200-01-01T00:00:00Z", "infinite-future"}) {
    EXPECT_FALSE(ParseTijdstip(text).ok()) << text;
  }
}

}  // namespace
}  // namespace ketenproef::client
