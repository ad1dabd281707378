#include "conformance/report/tijdstip_text.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "conformance/calendar/tijdstip.h"

namespace ketenproef::conformance {
namespace {

std::string TextOf(const std::string& rfc3339) {
  return TijdstipText(*ParseTijdstip(rfc3339));
}

TEST(TijdstipText, IsWhatClocksInTheNetherlandsShow) {
  EXPECT_EQ(TextOf("2025-02-17T05:00:00Z"), "ma 2025-02-17 06:00");
  EXPECT_EQ(TextOf("2025-06-30T22:30:00Z"), "di 2025-07-01 00:30");
  EXPECT_EQ(TextOf("2025-03-30T01:00:00Z"), "zo 2025-03-30 03:00");
}

TEST(TijdstipText, ShowsSecondsWhereThereAreAny) {
  EXPECT_EQ(TextOf("2025-02-17T05:10:00Z"), "ma 2025-02-17 06:10");
  EXPECT_EQ(TextOf("2025-02-17T05:00:01Z"), "ma 2025-02-17 06:00:01");
  EXPECT_EQ(TextOf("2025-02-17T22:59:59.999999999Z"), "ma 2025-02-17 23:59:59.999999999");
  EXPECT_EQ(TextOf("2025-02-17T05:00:00.000000001Z"), "ma 2025-02-17 06:00:00.000000001");
}

TEST(TijdstipText, TellsTheHourThatComesTwiceApart) {
  EXPECT_EQ(TextOf("2025-10-26T00:30:00Z"), "zo 2025-10-26 02:30 +02:00");
  EXPECT_EQ(TextOf("2025-10-26T01:30:00Z"), "zo 2025-10-26 02:30 +01:00");
  EXPECT_EQ(TextOf("2025-10-25T23:59:59Z"), "zo 2025-10-26 01:59:59");
  EXPECT_EQ(TextOf("2025-10-26T02:00:00Z"), "zo 2025-10-26 03:00");
}

TEST(TijdstipText, StandsATimestampOutOfBounds) {
  google::protobuf::Timestamp tijdstip;
  tijdstip.set_seconds(std::numeric_limits<int64_t>::max());
  tijdstip.set_nanos(-1);
  EXPECT_EQ(absl::ToUnixSeconds(TimeOf(tijdstip)), 253402300799);
  tijdstip.set_seconds(std::numeric_limits<int64_t>::min());
  EXPECT_EQ(absl::ToUnixSeconds(TimeOf(tijdstip)), -62135596800);
}

}  // namespace
}  // namespace ketenproef::conformance
