#include "conformance/report/html_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {
namespace {

// Whole pieces between brackets.
std::string Shown(const PageData& pieces) {
  std::string shown;
  for (const PageData& piece : pieces.list_value()) {
    const std::string& text = piece.get("tekst")->string_value();
    absl::StrAppend(&shown, piece.get("heel")->is_true() ? absl::StrCat("[", text, "]") : text);
  }
  return shown;
}

TEST(HtmlText, KeepsWordsWithAHyphenWhole) {
  EXPECT_EQ(Shown(PiecesData("AO 2025-01-06 + 42 = 2025-02-17")), "AO [2025-01-06] + 42 = [2025-02-17]");
  EXPECT_EQ(Shown(PiecesData("AO-dag\nzm-1")), "[AO-dag]\n[zm-1]");
  EXPECT_EQ(Shown(PiecesData("op tijd, geen boete ")), "op tijd, geen boete ");
  EXPECT_EQ(Shown(PiecesData("")), "");
}

TEST(HtmlText, BreaksPathsAfterSlashes) {
  EXPECT_EQ(Shown(PathData("uwv/ziekmelding/ZM-04/laatste-dag")),
            "[uwv/][ziekmelding/][ZM-04/][laatste-dag]");
  EXPECT_EQ(Shown(PathData("los")), "[los]");
  EXPECT_EQ(Shown(PathData("a//b/")), "[a/][/][b/]");
}

TEST(HtmlText, ShowsWhatIsNoText) {
  EXPECT_EQ(Shown(PiecesData("a \x1b-b\xFF c")), "a [\\x1b-b\\xff] c");
}

}  // namespace
}  // namespace ketenproef::conformance
