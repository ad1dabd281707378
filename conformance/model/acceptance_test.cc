// The acceptance playbooks, byte for byte: they were worked out by a program that shares no code with this
// one.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "conformance/model/model.h"

namespace ketenproef::conformance {
namespace {

namespace fs = std::filesystem;

const fs::path kAcceptance = fs::path(KETENPROEF_SHARED_DIR) / "acceptance";

std::string Read(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The files of a folder by their path in it.
std::map<std::string, std::string> ReadAll(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files[fs::relative(entry.path(), folder).generic_string()] = Read(entry.path());
    }
  }
  return files;
}

struct Playbook {
  const char* folder;
  const char* profiel;
  const char* until;
};

class Acceptance : public testing::TestWithParam<Playbook> {};

TEST_P(Acceptance, ByteForByte) {
  const fs::path folder = kAcceptance / GetParam().folder;
  const auto draaiboek = ReadDraaiboek("gebeurtenissen.csv", Read(folder / "gebeurtenissen.csv"));
  ASSERT_TRUE(draaiboek.ok()) << draaiboek.status();
  const Uitvoer uitvoer =
      PlayModel(*FindMaatstaf(GetParam().profiel), *draaiboek, *ParseDag(GetParam().until));
  const auto expected = ReadAll(folder / "verwacht" / GetParam().profiel);
  const auto got = uitvoer.Bestanden();
  ASSERT_GE(expected.size(), 8U);
  EXPECT_EQ(got.size(), expected.size());
  for (const auto& [name, content] : expected) {
    ASSERT_TRUE(got.count(name)) << name << " is missing";
    EXPECT_EQ(got.at(name), content) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(Playbooks, Acceptance,
                         testing::Values(Playbook{"voorbeelden", "handleiding", "2025-12-31"},
                                         Playbook{"voorbeelden", "wet", "2025-12-31"},
                                         Playbook{"steekproef", "handleiding", "2025-06-24"},
                                         Playbook{"steekproef", "wet", "2025-06-24"},
                                         Playbook{"regimewissel", "handleiding", "2022-11-23"},
                                         Playbook{"regimewissel", "wet", "2022-11-23"}),
                         [](const auto& playbook) {
                           return std::string(playbook.param.folder) + "_" + playbook.param.profiel;
                         });

}  // namespace
}  // namespace ketenproef::conformance
