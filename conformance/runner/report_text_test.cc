#include "conformance/runner/report_text.h"

#include <gtest/gtest.h>

#include "absl/strings/string_view.h"

namespace ketenproef::conformance {
namespace {

TEST(ReportText, BSN03_MasksWhatCouldBeABsn) {
  EXPECT_EQ(ReportText("bsn 999990007 te veel"), "bsn # te veel");
  EXPECT_EQ(ReportText("12345678"), "#") << "eight digits: a BSN without its leading zero";
  EXPECT_EQ(ReportText("999990007;999990019"), "#;#");
}

TEST(ReportText, KeepsWhatOnlyLooksLikeABsn) {
  for (const char* text :
       {"Re-integratie_signaalrapport_0363_20250301.csv", "123456789L01", "1740805200", "1234567"}) {
    EXPECT_EQ(ReportText(text), text);
  }
  EXPECT_EQ(ReportText("20250230"), "#") << "no day, so it could be a BSN";
}

TEST(ReportText, IsUtf8) {
  EXPECT_EQ(ReportText("één\t\xE2\x82\xAC 70\n"), "één\t\xE2\x82\xAC 70\n");
  EXPECT_EQ(ReportText(absl::string_view("a\0b\x1b[31m\x7f", 9)), "a?b?[31m?");
  for (const char* no_text : {"\xFF", "\x80", "\xC0", "\xC1"}) EXPECT_EQ(ReportText(no_text), "?");
  EXPECT_EQ(ReportText("\xC3("), "?(");
  EXPECT_EQ(ReportText("\xE2\x82"), "??") << "cut off";
  EXPECT_EQ(ReportText("\xE0\x80\x80"), "???") << "overlong";
  EXPECT_EQ(ReportText("\xED\xA0\x80"), "???") << "a surrogate";
  EXPECT_EQ(ReportText("\xF4\x90\x80\x80"), "????") << "beyond Unicode";
  EXPECT_EQ(ReportText("\xF0\x9F\x98\x80"), "\xF0\x9F\x98\x80");
}

TEST(ReportText, IsBounded) {
  EXPECT_EQ(ReportText("abc", 3), "abc");
  EXPECT_EQ(ReportText("abcd", 3), "abc...");
  EXPECT_EQ(ReportText("ab\xC3\xA9", 3), "ab...") << "no character is cut in two";
  EXPECT_EQ(ReportText("xx999990007", 4), "xx#") << "masked before it is cut";
}

}  // namespace
}  // namespace ketenproef::conformance
