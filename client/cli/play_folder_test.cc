// The output folder of `play`, seen from outside: there whole or not at all, whatever ends the process.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/cli/run_binary.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

class PlayFolder : public testing::Test {
 protected:
  void SetUp() override {
    WriteTextFile(scratch_ / "in/gebeurtenissen.csv", absl::StrCat(kHeader, "\r\n", kGoodLine, "\r\n"));
  }

  Outcome Play(const std::string& out) {
    return RunBinary({"play", (scratch_ / "in").string(), "--out", out, "--until", "2025-12-31"});
  }
  std::string Out() { return (scratch_ / "uit").string(); }

  TemporaryFolder scratch_;
};

TEST_F(PlayFolder, ForeignFoldersAreRefusedAndNotTouched) {
  const std::vector<std::string> foreign = {"brief.txt", "gebeurtenissen.csv", "meldingen.csv.bak",
                                            ".verborgen"};
  for (const std::string& name : foreign) {
    SCOPED_TRACE(name);
    fs::remove_all(Out());
    WriteTextFile(scratch_ / "uit" / name, "van een ander");
    WriteTextFile(scratch_ / "uit/meldingen.csv", "een eerdere uitvoer");
    const auto before = ReadFolder(Out());
    const Outcome outcome = Play(Out());
    EXPECT_EQ(outcome.exit_code, 73);
    EXPECT_THAT(outcome.stderr_text, HasSubstr(name));
    EXPECT_EQ(ReadFolder(Out()), before);
    EXPECT_THAT(NamesIn(scratch_.path()), UnorderedElementsAre("in", "uit"));
  }
}

// What stands in rapportages/ is replaced too, so that must be ours as well.
TEST_F(PlayFolder, ForeignFileAmongTheReportsIsNotLost) {
  ASSERT_EQ(Play(Out()).exit_code, 0);
  WriteTextFile(scratch_ / "uit/rapportages/aantekeningen.txt", "van een ander");
  const Outcome outcome = Play(Out());
  EXPECT_EQ(outcome.exit_code, 73);
  EXPECT_TRUE(fs::exists(scratch_ / "uit/rapportages/aantekeningen.txt"));
}

TEST_F(PlayFolder, FileOrLinkInTheWayIsRefusedAndNotTouched) {
  WriteTextFile(Out(), "een bestand");
  EXPECT_EQ(Play(Out()).exit_code, 73);
  EXPECT_EQ(ReadTextFile(Out()), "een bestand");
  fs::create_directory_symlink(scratch_ / "in", scratch_ / "link");
  EXPECT_EQ(Play((scratch_ / "link").string()).exit_code, 73);
  EXPECT_TRUE(fs::is_symlink(scratch_ / "link"));
  fs::create_symlink(scratch_ / "nergens", scratch_ / "los");
  EXPECT_EQ(Play((scratch_ / "los").string()).exit_code, 73);
  EXPECT_THAT(NamesIn(scratch_.path()), UnorderedElementsAre("in", "link", "los", "uit"));
}

TEST_F(PlayFolder, EmptyFolderAndEarlierOutputAreReplaced) {
  fs::create_directory(Out());
  ASSERT_EQ(Play(Out()).exit_code, 0);
  const auto first = ReadFolder(Out());
  WriteTextFile(scratch_ / "uit/meldingen.csv", "van de vorige keer");
  fs::remove(scratch_ / "uit/berichten.csv");
  ASSERT_EQ(Play(Out()).exit_code, 0);
  EXPECT_EQ(ReadFolder(Out()), first);
  EXPECT_THAT(NamesIn(scratch_.path()), UnorderedElementsAre("in", "uit"));
}

TEST_F(PlayFolder, RefusedPlaybookLeavesEarlierOutput) {
  ASSERT_EQ(Play(Out()).exit_code, 0);
  const auto first = ReadFolder(Out());
  WriteTextFile(scratch_ / "in/gebeurtenissen.csv", "geen draaiboek");
  EXPECT_EQ(Play(Out()).exit_code, 65);
  EXPECT_EQ(ReadFolder(Out()), first);
}

TEST_F(PlayFolder, AnyWayToWriteThePath) {
  ASSERT_EQ(Play(Out()).exit_code, 0);
  const auto expected = ReadFolder(Out());
  const std::vector<std::string> paths = {
      "uit/", "met spaties en ;", "a/b/c/diep",   "./x/../y", "punt/.",        "//dubbel//streep//",
      "in",   ".verborgen",       "na\303\257ef", "--out",    "uit.met.punten"};
  for (const std::string& path : paths) {
    if (path == "in") continue;
    SCOPED_TRACE(path);
    const std::string out = absl::StrCat(scratch_.path().string(), "/", path);
    EXPECT_EQ(Play(out).exit_code, 0);
    EXPECT_EQ(ReadFolder(fs::path(out).lexically_normal()), expected);
  }
  for (const std::string& name : NamesIn(scratch_.path())) {
    EXPECT_FALSE(absl::StrContains(name, "ketenproef-")) << name;
  }
}

TEST_F(PlayFolder, PlaybookFolderItselfIsNotOverwritten) {
  const auto before = ReadFolder(scratch_ / "in");
  EXPECT_EQ(Play((scratch_ / "in").string()).exit_code, 73);
  EXPECT_EQ(ReadFolder(scratch_ / "in"), before);
}

TEST_F(PlayFolder, ParentThatCannotBeWrittenExitsWith73) {
  // A file as the parent binds root too; the mode of a folder does not.
  WriteTextFile(scratch_ / "bestand", "geen map");
  const Outcome outcome = Play((scratch_ / "bestand/uit").string());
  EXPECT_EQ(outcome.exit_code, 73);
  EXPECT_THAT(outcome.stderr_text, HasSubstr("bestand"));
  EXPECT_EQ(Play("/proc/uit").exit_code, 73);
  fs::create_directory(scratch_ / "dicht");
  fs::permissions(scratch_ / "dicht", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(Play((scratch_ / "dicht/uit").string()).exit_code, geteuid() == 0 ? 0 : 73);
  EXPECT_EQ(Play("/").exit_code, 73);
  EXPECT_NE(Play("").exit_code, 0);
}

TEST_F(PlayFolder, NameOfTheGreatestLength) {
  // The hidden folder has a longer name than the target; both must fit, or be refused.
  const std::string name(255, 'x');
  const Outcome outcome = Play((scratch_ / name).string());
  EXPECT_THAT(outcome.exit_code, testing::AnyOf(0, 73));
  EXPECT_EQ(fs::exists(scratch_ / name), outcome.exit_code == 0);
}

// A run that was killed leaves its hidden folder; a process of the same number comes by again, as always in a
// container.
TEST_F(PlayFolder, HiddenFolderOfTheSameProcessNumberIsNoObstacle) {
  const pid_t process =
      StartBinary({"play", (scratch_ / "in").string(), "--out", Out(), "--until", "2025-12-31"},
                  (scratch_ / ".uit.ketenproef-").string());
  EXPECT_EQ(WaitFor(process), 0);
  EXPECT_TRUE(fs::exists(Out()));
}

TEST_F(PlayFolder, LeftoversOfTheDeadAreRemovedAndNothingElse) {
  const std::string hidden = (scratch_ / ".uit.ketenproef-").string();
  const pid_t dead = fork();
  if (dead == 0) _exit(0);
  ASSERT_EQ(WaitFor(dead), 0);
  WriteTextFile(absl::StrCat(hidden, dead, "/rapportages/half.csv"), "half");
  WriteTextFile(absl::StrCat(hidden, getpid(), "/meldingen.csv"), "van een die nog loopt");
  WriteTextFile(absl::StrCat(hidden, dead, "x/niet.csv"), "niet van ons");
  WriteTextFile(absl::StrCat(hidden, "/niet.csv"), "niet van ons");
  WriteTextFile(absl::StrCat(hidden, "-", dead, "/niet.csv"), "niet van ons");
  WriteTextFile((scratch_ / absl::StrCat(".ander.ketenproef-", dead) / "niet.csv"), "van een ander doel");
  ASSERT_EQ(Play(Out()).exit_code, 0);
  EXPECT_FALSE(fs::exists(absl::StrCat(hidden, dead)));
  EXPECT_TRUE(fs::exists(absl::StrCat(hidden, getpid())));
  EXPECT_TRUE(fs::exists(absl::StrCat(hidden, dead, "x")));
  EXPECT_TRUE(fs::exists(hidden));
  EXPECT_TRUE(fs::exists(absl::StrCat(hidden, "-", dead)));
  EXPECT_TRUE(fs::exists(scratch_ / absl::StrCat(".ander.ketenproef-", dead)));
}

class KilledPlay : public PlayFolder {
 protected:
  void SetUp() override {
    ASSERT_EQ(RunBinary({"population", "--persons", "2000", "--days", "120", "--bsn-range", "negenreeks",
                         "--out", (scratch_ / "in").string()})
                  .exit_code,
              0);
  }

  std::vector<std::string> Words(const std::string& out) {
    return {"play",      (scratch_ / "in").string(), "--out", out, "--bsn-range", "negenreeks", "--until",
            "2025-05-15"};
  }

  // How many files and folders the process has made so far; -1 where its hidden folder is not there.
  int MadeBy(pid_t process) {
    std::error_code error;
    int made = 0;
    for (fs::recursive_directory_iterator entry(Hidden(process), error), end; !error && entry != end;
         entry.increment(error)) {
      ++made;
    }
    return error ? -1 : made;
  }

  std::string Hidden(pid_t process) {
    return absl::StrCat((scratch_ / ".uit.ketenproef-").string(), process);
  }

  // Waits until the process has made so many files, or has ended: by what it did, never by time.
  void AwaitMade(pid_t process, int made) {
    siginfo_t ended{};
    while (ended.si_pid == 0 && MadeBy(process) < made) {
      ASSERT_EQ(waitid(P_PID, static_cast<id_t>(process), &ended, WEXITED | WNOHANG | WNOWAIT), 0);
      sched_yield();
    }
  }

  void KillAfterMade(int made) {
    const pid_t process = StartBinary(Words(Out()));
    AwaitMade(process, made);
    kill(process, SIGKILL);
    WaitFor(process);
  }
};

TEST_F(KilledPlay, NoOutputOrWholeOutput) {
  ASSERT_EQ(WaitFor(StartBinary(Words((scratch_ / "heel").string()))), 0);
  const auto whole = ReadFolder(scratch_ / "heel");
  const int files = static_cast<int>(whole.size());
  ASSERT_GT(files, 20);
  int without_output = 0;
  int leftovers = 0;
  // Before the hidden folder is there, when it is empty, at several sizes, and when all is written.
  for (const int made : {-1, 0, 0, 1, 2, 3, 5, 9, files / 4, files / 2, files - 5, files - 1, files}) {
    SCOPED_TRACE(made);
    KillAfterMade(made);
    if (fs::exists(Out())) {
      EXPECT_EQ(ReadFolder(Out()), whole);
      fs::remove_all(Out());
    } else {
      ++without_output;
    }
    for (const std::string& name : NamesIn(scratch_.path())) {
      leftovers += absl::StartsWith(name, ".uit.ketenproef-");
    }
  }
  // The test bites: some were killed while they worked, and something was left then.
  EXPECT_GE(without_output, 3);
  EXPECT_GT(leftovers, 0);
  ASSERT_EQ(WaitFor(StartBinary(Words(Out()))), 0);
  EXPECT_EQ(ReadFolder(Out()), whole);
  EXPECT_THAT(NamesIn(scratch_.path()), UnorderedElementsAre("heel", "in", "uit"));
}

TEST_F(KilledPlay, EarlierOutputIsAlwaysThereWhole) {
  ASSERT_EQ(WaitFor(StartBinary(Words(Out()))), 0);
  const auto whole = ReadFolder(Out());
  const int files = static_cast<int>(whole.size());
  for (const int made : {-1, 0, 1, files / 2, files - 1, files}) {
    KillAfterMade(made);
    ASSERT_EQ(ReadFolder(Out()), whole) << made;
  }
}

// The default action of Ctrl-C ends it likewise.
TEST_F(KilledPlay, InterruptedLeavesNoOutput) {
  const pid_t process = StartBinary(Words(Out()));
  AwaitMade(process, 0);
  kill(process, SIGINT);
  const int code = WaitFor(process);
  EXPECT_EQ(fs::exists(Out()), code == 0);
}

}  // namespace
}  // namespace ketenproef
