// The acceptance data, played by the binary and compared byte for byte.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "client/cli/run_binary.h"

namespace ketenproef {
namespace {

struct Folder {
  const char* name;
  const char* until;
  const char* profile;
};

class Acceptance : public testing::TestWithParam<Folder> {};

TEST_P(Acceptance, OutputIsEqualByteForByte) {
  const Folder& folder = GetParam();
  const std::filesystem::path data =
      std::filesystem::path(KETENPROEF_SHARED_DIR) / "acceptance" / folder.name;
  const TemporaryFolder scratch;
  const std::string out = (scratch / "uit").string();
  const Outcome outcome =
      RunBinary({"play", data.string(), "--out", out, "--profile", folder.profile, "--until", folder.until});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.stderr_text;
  EXPECT_EQ(outcome.stderr_text, "");
  const auto expected = ReadFolder(data / "verwacht" / folder.profile);
  const auto actual = ReadFolder(out);
  ASSERT_FALSE(expected.empty());
  std::vector<std::string> expected_names;
  std::vector<std::string> actual_names;
  for (const auto& [name, content] : expected) expected_names.push_back(name);
  for (const auto& [name, content] : actual) actual_names.push_back(name);
  EXPECT_EQ(actual_names, expected_names);
  for (const auto& [name, content] : expected) {
    const auto found = actual.find(name);
    if (found == actual.end()) continue;  // told above
    EXPECT_TRUE(found->second == content) << name << " differs";
  }
}

INSTANTIATE_TEST_SUITE_P(Shared, Acceptance,
                         testing::Values(Folder{"voorbeelden", "2025-12-31", "handleiding"},
                                         Folder{"voorbeelden", "2025-12-31", "wet"},
                                         Folder{"steekproef", "2025-06-24", "handleiding"},
                                         Folder{"steekproef", "2025-06-24", "wet"},
                                         Folder{"regimewissel", "2022-11-23", "handleiding"},
                                         Folder{"regimewissel", "2022-11-23", "wet"}),
                         [](const auto& named) {
                           return std::string(named.param.name) + "_" + named.param.profile;
                         });

}  // namespace
}  // namespace ketenproef
