// Banned calls, stray markers, sizes (style.md).
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "house.h"

namespace ketenproef {
namespace {

constexpr std::size_t kMaxFileLines = 500;
constexpr std::size_t kMaxFunctionLines = 70;

// Code without its comments; good enough for files of this house.
std::string CodeOf(const std::string& line) {
  return line.substr(0, line.find("//"));
}

TEST(Style, NothingReadsTheWallClockOrChance) {
  // Where the outside world begins: how long a shutdown may take, how long a call and a start took for the
  // log, a clock that runs by itself, how long a client or a test waits for an answer, and what the terminal
  // is.
  const std::set<std::string> allowed = {"bench/load/stopwatch.cc",     "client/cli/terminal.cc",
                                         "client/lib/call.cc",          "conformance/runner/wall_clock.cc",
                                         "server/app/klokdrijver.cc",   "server/app/klokdrijver.h",
                                         "server/app/server.cc",        "server/app/stubs.cc",
                                         "server/transport/call_log.cc"};
  const std::regex banned(
      "this_thread::sleep|system_clock::now|steady_clock::now|absl::Now\\(|SleepFor|std::rand\\b|random_"
      "device|"
      "getenv|usleep\\(|\\bsleep\\(");
  for (const SourceFile& file : House()) {
    if (file.folder == ".tidy" || allowed.contains(file.path)) continue;
    if (file.is_test && !absl::StartsWith(file.path, "server/")) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string code = CodeOf(file.lines[i]);
      if (file.is_test && absl::StrContains(code, "getenv")) continue;  // the switch of golden files
      EXPECT_FALSE(std::regex_search(code, banned)) << file.path << ":" << i + 1 << ": " << file.lines[i];
    }
  }
}

TEST(Style, NothingIsLeftHalfDone) {
  const std::regex marker(
      absl::StrCat("\\b(TO", "DO|FIX", "ME|X", "XX|HA", "CK)\\b|DISAB", "LED_|GTEST_", "SKIP"));
  for (const SourceFile& file : House()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_FALSE(std::regex_search(file.lines[i], marker))
          << file.path << ":" << i + 1 << ": " << file.lines[i];
    }
  }
}

TEST(Style, NoFileIsCalledAfterNothing) {
  const std::regex vague("(^|/)(utils?|helpers?|common|misc|manager)(_test)?\\.(h|cc)$");
  for (const SourceFile& file : House()) EXPECT_FALSE(std::regex_search(file.path, vague)) << file.path;
}

TEST(Style, FilesAreOneRoom) {
  for (const SourceFile& file : House()) {
    EXPECT_LE(file.lines.size(), kMaxFileLines) << file.path << ": split it along a noun of the domain";
  }
}

// From a line at the margin of a function or method that opens a body to the brace that closes it at the same
// margin.
TEST(Style, FunctionsAreShort) {
  const std::regex opens("^( {0,2})[A-Za-z~].*\\).*\\{$");
  for (const SourceFile& file : House()) {
    for (std::size_t begin = 0; begin < file.lines.size(); ++begin) {
      std::smatch match;
      if (!std::regex_search(file.lines[begin], match, opens)) continue;
      const std::string closing = match.str(1) + "}";
      std::size_t end = begin + 1;
      while (end < file.lines.size() && !absl::StartsWith(file.lines[end], closing)) ++end;
      EXPECT_LE(end - begin, kMaxFunctionLines)
          << file.path << ":" << begin + 1 << ": a function of " << end - begin << " lines";
    }
  }
}

TEST(Style, HeadersSayWhatTheyAre) {
  for (const SourceFile& file : House()) {
    if (!absl::EndsWith(file.path, ".h") || file.lines.empty()) continue;
    EXPECT_TRUE(absl::StartsWith(file.lines[0], "//")) << file.path << ": begin with what it guarantees";
  }
}

}  // namespace
}  // namespace ketenproef
