#include "conformance/report/plain_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ketenproef::conformance {
namespace {

using ::testing::ElementsAre;

TEST(Plain, KeepsTextAsItIs) {
  EXPECT_EQ(Plain("één regel\n\ttwee € \xF0\x9F\x98\x80"), "één regel\n\ttwee € \xF0\x9F\x98\x80");
  EXPECT_EQ(Plain("regel\r\nregel"), "regel\nregel");
  EXPECT_EQ(Plain(""), "");
}

TEST(Plain, ShowsWhatIsNoText) {
  EXPECT_EQ(Plain(absl::string_view("\0\x1b\r\x7f", 4)), "\\x00\\x1b\\x0d\\x7f");
  EXPECT_EQ(Plain("C1 \xC2\x9B, half \xC3( en \xFF"), "C1 \\xc2\\x9b, half \\xc3( en \\xff");
  EXPECT_EQ(Plain("\xEF\xBF\xBE\xEF\xBF\xBF"), "\\xef\\xbf\\xbe\\xef\\xbf\\xbf");
  EXPECT_EQ(Plain("surrogate \xED\xA0\x80"), "surrogate \\xed\\xa0\\x80");
}

TEST(Folded, BreaksAtSpacesAndLineFeeds) {
  EXPECT_THAT(Folded("een twee drie", 8), ElementsAre("een twee", "drie"));
  EXPECT_THAT(Folded("één twéé drie", 8), ElementsAre("één twéé", "drie"));
  EXPECT_THAT(Folded("een\ntwee", 20), ElementsAre("een", "twee"));
  EXPECT_THAT(Folded("een langewoordzonderspatie x", 8), ElementsAre("een", "langewoordzonderspatie", "x"));
}

TEST(Folded, KeepsTheIndentationOfLinesThatFit) {
  EXPECT_THAT(Folded("a {\n  b: 1\n}", 20), ElementsAre("a {", "  b: 1", "}"));
}

TEST(Shortened, EndsInAnEllipsis) {
  EXPECT_EQ(Shortened("ziektegeval", 11), "ziektegeval");
  EXPECT_EQ(Shortened("ziektegeval", 6), "ziekt…");
  EXPECT_EQ(Shortened("éééé", 3), "éé…");
  EXPECT_EQ(Shortened("abc", 0), "");
}

}  // namespace
}  // namespace ketenproef::conformance
