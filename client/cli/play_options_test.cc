// The words of the command line, and what they change.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/cli/run_binary.h"

namespace ketenproef {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

class PlayOptions : public testing::Test {
 protected:
  void SetUp() override {
    WriteTextFile(scratch_ / "in/gebeurtenissen.csv", absl::StrCat(kHeader, "\r\n", kGoodLine, "\r\n"));
  }

  // With the folders and --until, and these words behind them.
  Outcome Play(std::vector<std::string> words) {
    std::vector<std::string> arguments = {"play", In(), "--out", Out(), "--until", "2025-12-31"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    return RunBinary(arguments);
  }
  std::string In() { return (scratch_ / "in").string(); }
  std::string Out() { return (scratch_ / "uit").string(); }

  TemporaryFolder scratch_;
};

TEST_F(PlayOptions, UsageErrorsExitWith64) {
  const std::vector<std::vector<std::string>> usages = {
      {},
      {"speel"},
      {"play"},
      {"play", In()},
      {"play", In(), "--out", Out()},
      {"play", In(), "--until", "2025-12-31"},
      {"play", "--out", Out(), "--until", "2025-12-31"},
      {"play", In(), "--out", Out(), "--until"},
      {"play", In(), "--out", Out(), "--until", "2025-02-30"},
      {"play", In(), "--out", Out(), "--until", "2200-01-01"},
      {"play", In(), "--out", Out(), "--until", "1899-12-31"},
      {"play", In(), "--out", Out(), "--until", "20251231"},
      {"play", In(), "--out", Out(), "--until", ""},
      {"play", In(), "--out", Out(), "--until", "2025-12-31", "--profile", "Wet"},
      {"play", In(), "--out", Out(), "--until", "2025-12-31", "--profile", ""},
      {"play", In(), "--out", Out(), "--until", "2025-12-31", "--bsn-range", "echt"},
      {"play", In(), "--out", Out(), "--until", "2025-12-31", "--seed", "een"},
      {"play", In(), "--out", Out(), "--until", "2025-12-31", "--snel"},
      {"play", In(), "nog-een", "--out", Out(), "--until", "2025-12-31"},
      {"population"},
      {"population", "--out", Out(), "--first-day", "2025-02-30"},
      {"population", "--out", Out(), "--bsn-range", "alle"},
  };
  for (const auto& usage : usages) {
    SCOPED_TRACE(testing::PrintToString(usage));
    const Outcome outcome = RunBinary(usage);
    EXPECT_EQ(outcome.exit_code, 64);
    EXPECT_THAT(outcome.stderr_text, Not(IsEmpty()));
    EXPECT_EQ(outcome.stdout_text, "");
    EXPECT_THAT(NamesIn(scratch_.path()), ElementsAre("in"));
  }
}

// A seed below zero is no seed, not a large one.
TEST_F(PlayOptions, NegativeSeedIsAUsageError) {
  EXPECT_EQ(Play({"--seed", "-1"}).exit_code, 64);
}

// What cannot be made leaves no empty folder.
TEST_F(PlayOptions, PopulationOfLessThanNobody) {
  EXPECT_EQ(RunBinary({"population", "--out", Out(), "--persons", "-1"}).exit_code, 64);
  EXPECT_THAT(NamesIn(scratch_.path()), ElementsAre("in"));
}

TEST_F(PlayOptions, HelpAndVersionAreNoErrors) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"--help"}, {"--version"}, {"play", "--help"}, {"population", "--help"}}) {
    const Outcome outcome = RunBinary(words);
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.stdout_text, Not(IsEmpty()));
    EXPECT_EQ(outcome.stderr_text, "");
  }
}

TEST_F(PlayOptions, MissingInputExitsWith66) {
  for (const std::string& missing :
       {absl::StrCat(In(), "/nergens"), absl::StrCat(In(), "/gebeurtenissen.csv")}) {
    const Outcome outcome = RunBinary({"play", missing, "--out", Out(), "--until", "2025-12-31"});
    EXPECT_EQ(outcome.exit_code, 66);
    EXPECT_THAT(outcome.stderr_text, HasSubstr("gebeurtenissen.csv: "));
    EXPECT_THAT(NamesIn(scratch_.path()), ElementsAre("in"));
  }
}

TEST_F(PlayOptions, FolderInsteadOfThePlaybookIsRefused) {
  std::filesystem::create_directories(scratch_ / "map/gebeurtenissen.csv");
  const Outcome outcome =
      RunBinary({"play", (scratch_ / "map").string(), "--out", Out(), "--until", "2025-12-31"});
  EXPECT_THAT(outcome.exit_code, testing::AnyOf(65, 66, 69));
  EXPECT_THAT(outcome.stderr_text, HasSubstr("gebeurtenissen.csv: "));
  EXPECT_THAT(NamesIn(scratch_.path()), UnorderedElementsAre("in", "map"));
}

TEST_F(PlayOptions, BSN02_RangesOfTheEnvironment) {
  // In testreeks and negenreeks, in testreeks only, in negenreeks only, in neither.
  const std::string numbers[] = {"999990299", "000000012", "900000004", "123456782"};
  std::string book = absl::StrCat(kHeader, "\r\n");
  for (const std::string& bsn : numbers) {
    absl::StrAppend(&book, absl::StrReplaceAll(kGoodLine, {{"999990299", bsn}}), "\r\n");
  }
  WriteTextFile(scratch_ / "in/gebeurtenissen.csv", book);
  const std::string header = "regelnummer;kenmerk;soort;regel\r\n";
  const std::vector<std::pair<std::string, std::string>> ranges = {
      {"testreeks", header + "4;;WOONPLAATS;BSN-02\r\n5;;WOONPLAATS;BSN-02\r\n"},
      {"negenreeks", header + "3;;WOONPLAATS;BSN-02\r\n5;;WOONPLAATS;BSN-02\r\n"},
      {"alle", header}};
  for (const auto& [range, refused] : ranges) {
    SCOPED_TRACE(range);
    EXPECT_EQ(Play({"--bsn-range", range}).exit_code, 0);
    EXPECT_EQ(ReadTextFile(scratch_ / "uit/afgewezen.csv"), refused);
  }
  EXPECT_EQ(Play({}).exit_code, 0);
  EXPECT_EQ(ReadTextFile(scratch_ / "uit/afgewezen.csv"), ranges[0].second);
}

// A table of holidays that ends in 2024: a term that ends in 2025 cannot be judged.
TEST_F(PlayOptions, KAL03_TermOutsideTheTableOfHolidaysIsRefused) {
  WriteTextFile(scratch_ / "feestdagen.csv", "datum;naam;grond\r\n2024-12-25;Eerste Kerstdag;Atw art. 3\r\n");
  WriteTextFile(
      scratch_ / "in/gebeurtenissen.csv",
      absl::StrCat(kHeader,
                   "\r\n2024-11-20T08:00:00Z;DIENSTVERBAND;;999990299;123456789L01;;2024-01-01;;;;;\r\n"
                   "2024-11-20T08:00:00Z;ZIEK;Z-1;999990299;123456789L01;;2024-11-20;;;;;\r\n"));
  const std::string feestdagen = (scratch_ / "feestdagen.csv").string();
  const std::string header = "regelnummer;kenmerk;soort;regel\r\n";
  EXPECT_EQ(Play({"--profile", "wet", "--feestdagen", feestdagen}).exit_code, 0);
  EXPECT_EQ(ReadTextFile(scratch_ / "uit/afgewezen.csv"), header + "3;Z-1;ZIEK;KAL-03\r\n");
  EXPECT_EQ(Play({"--profile", "handleiding", "--feestdagen", feestdagen}).exit_code, 0);
  EXPECT_EQ(ReadTextFile(scratch_ / "uit/afgewezen.csv"), header);
  EXPECT_EQ(Play({"--profile", "wet"}).exit_code, 0);
  EXPECT_EQ(ReadTextFile(scratch_ / "uit/afgewezen.csv"), header);
}

TEST_F(PlayOptions, UnreadableReferenceFilesExitWith65AndNameThePlace) {
  WriteTextFile(scratch_ / "fout.csv", "datum;naam;grond\r\n2024-02-30;Nergens;Atw\r\n");
  const Outcome feestdagen = Play({"--feestdagen", (scratch_ / "fout.csv").string()});
  EXPECT_EQ(feestdagen.exit_code, 65);
  EXPECT_THAT(feestdagen.stderr_text, HasSubstr("fout.csv:2:1: "));
  const Outcome gemeenten = Play({"--gemeenten", (scratch_ / "fout.csv").string()});
  EXPECT_EQ(gemeenten.exit_code, 65);
  EXPECT_THAT(gemeenten.stderr_text, HasSubstr("fout.csv:1:1: "));
  EXPECT_THAT(NamesIn(scratch_.path()), UnorderedElementsAre("fout.csv", "in"));
  const Outcome missing = Play({"--herindelingen", (scratch_ / "nergens.csv").string()});
  EXPECT_EQ(missing.exit_code, 66);
  EXPECT_THAT(NamesIn(scratch_.path()), UnorderedElementsAre("fout.csv", "in"));
}

TEST_F(PlayOptions, FolderForAReferenceFileIsAnErrorOfTheUsers) {
  const Outcome outcome = Play({"--feestdagen", In()});
  EXPECT_THAT(outcome.exit_code, testing::AnyOf(65, 66, 69));
  EXPECT_THAT(outcome.stderr_text, HasSubstr(In()));
}

TEST_F(PlayOptions, SeedChangesNothingThatIsWritten) {
  EXPECT_EQ(Play({"--seed", "1"}).exit_code, 0);
  const auto first = ReadFolder(scratch_ / "uit");
  EXPECT_EQ(Play({"--seed", "18446744073709551615"}).exit_code, 0);
  EXPECT_EQ(ReadFolder(scratch_ / "uit"), first);
}

TEST_F(PlayOptions, PopulationIsPlayedWithoutRefusals) {
  for (const std::string range : {"testreeks", "negenreeks"}) {
    for (const std::string profile : {"handleiding", "wet"}) {
      SCOPED_TRACE(range + " " + profile);
      ASSERT_EQ(
          RunBinary({"population", "--persons", "40", "--days", "120", "--bsn-range", range, "--out", In()})
              .exit_code,
          0);
      const Outcome outcome = Play({"--bsn-range", range, "--profile", profile});
      ASSERT_EQ(outcome.exit_code, 0) << outcome.stderr_text;
      EXPECT_EQ(ReadTextFile(scratch_ / "uit/afgewezen.csv"), "regelnummer;kenmerk;soort;regel\r\n");
      EXPECT_GT(ReadTextFile(scratch_ / "uit/meldingen.csv").size(), 200u);
      EXPECT_THAT(NamesIn(scratch_ / "in"), ElementsAre("gebeurtenissen.csv"));
    }
  }
}

}  // namespace
}  // namespace ketenproef
