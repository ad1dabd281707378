// The README tells the truth: its playbook is the one in fixtures, and what it shows of the output is what
// comes out.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::vector<std::string> Lines(const fs::path& path) {
  std::vector<std::string> lines = absl::StrSplit(ReadFile(path), '\n');
  for (std::string& line : lines) {
    if (absl::EndsWith(line, "\r")) line.pop_back();
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::vector<std::string> Readme() {
  return Lines(fs::path(KETENPROEF_SOURCE_DIR) / "README.md");
}

// The blocks between fences, in order.
std::vector<std::vector<std::string>> FencedBlocks() {
  std::vector<std::vector<std::string>> blocks;
  bool inside = false;
  for (const std::string& line : Readme()) {
    if (line == "```") {
      inside = !inside;
      if (inside) blocks.emplace_back();
    } else if (inside) {
      blocks.back().push_back(line);
    }
  }
  return blocks;
}

// The lines that the README shows of each file of the output, by the path it gives.
std::map<std::string, std::vector<std::string>> ShownOutput(const std::vector<std::string>& block) {
  std::map<std::string, std::vector<std::string>> shown;
  std::string path;
  for (const std::string& line : block) {
    if (absl::StartsWith(line, "uit/")) path = line.substr(0, line.find(':'));
    if (absl::StartsWith(line, "  ")) shown[path].push_back(std::string(absl::StripPrefix(line, "  ")));
  }
  return shown;
}

TEST(Readme, ShowsThePlaybookThatIsThere) {
  const auto blocks = FencedBlocks();
  ASSERT_GE(blocks.size(), 2U);
  EXPECT_EQ(blocks[0],
            Lines(fs::path(KETENPROEF_SOURCE_DIR) / "fixtures/playbooks/eerste_signaal/gebeurtenissen.csv"));
}

TEST(Readme, ShowsTheOutputThatComes) {
  const fs::path folder = fs::path(testing::TempDir()) / "ketenproef_readme";
  fs::remove_all(folder);
  const std::string command = absl::StrCat(KETENPROEF_BINARY, " play ", KETENPROEF_SOURCE_DIR,
                                           "/fixtures/playbooks/eerste_signaal --out ",
                                           (folder / "uit").string(), " --until 2025-06-30");
  ASSERT_EQ(std::system(command.c_str()), 0) << command;
  const auto blocks = FencedBlocks();
  ASSERT_GE(blocks.size(), 2U);
  const auto shown = ShownOutput(blocks[1]);
  EXPECT_EQ(shown.size(), 4U);
  for (const auto& [path, lines] : shown) EXPECT_EQ(Lines(folder / path), lines) << path;
  fs::remove_all(folder);
}

TEST(Readme, NamesEveryFolderOfTheServer) {
  const std::string readme = ReadFile(fs::path(KETENPROEF_SOURCE_DIR) / "README.md");
  for (const fs::directory_entry& entry :
       fs::directory_iterator(fs::path(KETENPROEF_SOURCE_DIR) / "server")) {
    if (!entry.is_directory()) continue;
    EXPECT_TRUE(absl::StrContains(readme, absl::StrCat("`server/", entry.path().filename().string(), "/`")))
        << entry.path();
  }
}

}  // namespace
}  // namespace ketenproef
