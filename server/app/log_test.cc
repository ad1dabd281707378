#include "server/app/log.h"

#include <gtest/gtest.h>

namespace ketenproef {
namespace {

TEST(Log, FieldsStandInTheirOrderAndPlainWordsWithoutQuotes) {
  EXPECT_EQ(FormatLogFields({{"omgeving", "standaard"}, {"events", "12345678"}}),
            " omgeving=standaard events=12345678");
  EXPECT_EQ(FormatLogFields({}), "");
}

TEST(Log, OtherValuesStandInQuotesOnOneLine) {
  EXPECT_EQ(FormatLogFields({{"a", ""}, {"b", "x y"}, {"c", "x=\"y\"\\z\nw"}}),
            R"( a="" b="x y" c="x=\"y\"\\z w")");
}

TEST(Log, BSN03_NineDigitsOrMoreAreMasked) {
  EXPECT_EQ(FormatLogFields({{"a", "999990019"}, {"b", "x999990019y12345678"}, {"c", "1234567890"}}),
            " a=xxxxxxxxx b=xxxxxxxxxxy12345678 c=xxxxxxxxxx");
}

TEST(Log, TakesWhatIsAtItsLevelOrAbove) {
  const auto log = Log::ToStandardError(LogLevel::kWarning);
  EXPECT_FALSE(log->Takes(LogLevel::kDebug));
  EXPECT_FALSE(log->Takes(LogLevel::kInfo));
  EXPECT_TRUE(log->Takes(LogLevel::kWarning));
  EXPECT_TRUE(log->Takes(LogLevel::kError));
  EXPECT_FALSE(Log::ToStandardError(LogLevel::kOff)->Takes(LogLevel::kError));
}

}  // namespace
}  // namespace ketenproef
