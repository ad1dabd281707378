// `ketenproef conformance explore` as a user runs it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "client/cli/run_binary.h"

namespace ketenproef {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Outcome Explore(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"conformance", "explore", "--quiet"});
  return RunBinary(arguments);
}

TEST(ExploreCommand, NothingIsFoundOnTheReference) {
  const TemporaryFolder folder;
  const Outcome outcome =
      Explore({"--reference", "--seed", "5", "--cases", "50", "--out", (folder / "uit").string()});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.stderr_text;
  EXPECT_EQ(outcome.stdout_text, "Geen verschil: 50 draaiboeken in profiel handleiding en wet, seed 5.\n");
  EXPECT_FALSE(std::filesystem::exists(folder / "uit"));
}

TEST(ExploreCommand, NobodyThereIsNotNothingFound) {
  const TemporaryFolder folder;
  const Outcome outcome = Explore({"--address", "127.0.0.1:1", "--timeout", "2", "--cases", "3", "--profile",
                                   "wet", "--out", (folder / "uit").string()});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.stderr_text, HasSubstr("niet te beoordelen: playbook 0 of seed 1, profile wet"));
  EXPECT_THAT(outcome.stdout_text, Not(HasSubstr("Geen verschil")));
  EXPECT_THAT(ReadTextFile(folder / "uit" / "gebeurtenissen.csv"), HasSubstr(kHeader));
}

TEST(ExploreCommand, ACommandThatDoesNotStartIsNotNothingFound) {
  const Outcome outcome = Explore({"--start", "exit 3", "--cases", "3"});
  EXPECT_EQ(outcome.exit_code, 2) << outcome.stderr_text;
  EXPECT_THAT(outcome.stderr_text, HasSubstr("niet te beoordelen"));
}

TEST(ExploreCommand, WrongWords) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"--reference", "--cases", "0"},
                                             {"--reference", "--cases", "-1"},
                                             {"--reference", "--seed", "x"},
                                             {"--reference", "--profile", "wetje"},
                                             {"--reference", "--parallel", "0"},
                                             {"--reference", "--address", "localhost:1"}}) {
    const Outcome outcome = Explore(arguments);
    EXPECT_EQ(outcome.exit_code, 64) << outcome.stderr_text;
    EXPECT_EQ(outcome.stdout_text, "");
  }
}

}  // namespace
}  // namespace ketenproef
