#include "server/journal/sqlite_journal.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/journal/controlegetal.h"
#include "server/journal/sqlite_journal_fixture.h"

namespace ketenproef {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

TEST_F(SqliteJournalTest, ASecondOpenOfTheFileIsRefusedWithAdvice) {
  const auto first = MustOpen();
  const auto second = SqliteJournal::Open(path());
  EXPECT_EQ(second.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(second.status().message()),
              AllOf(HasSubstr("proef.journaal"), HasSubstr("another ketenproef")));
  EXPECT_TRUE(first->Append(Batch(1, 1), At(1)).ok());
}

TEST_F(SqliteJournalTest, ASecondOpenIsRefusedAlsoForAJournalThatWasThereAlready) {
  MakeFive();
  const auto first = MustOpen();
  EXPECT_EQ(SqliteJournal::Open(path()).status().code(), absl::StatusCode::kFailedPrecondition);
}

TEST_F(SqliteJournalTest, DamageAnywhereInARowIsFoundAndNamed) {
  for (const char* change : {"SET inhoud = CAST(substr(inhoud, 1, length(inhoud) - 1) || 'y' AS BLOB)",
                             "SET inhoud = CAST('z' || substr(inhoud, 2) AS BLOB)", "SET inhoud = x''",
                             "SET tijdstip = tijdstip + 1", "SET controlegetal = controlegetal + 1"}) {
    SCOPED_TRACE(change);
    MakeFive();
    Meddle(absl::StrCat("UPDATE gebeurtenis ", change, " WHERE volgnummer = 3"));
    {
      const auto journal = MustOpen();
      const Reading reading = ReadAll(*journal);
      EXPECT_EQ(reading.status.code(), absl::StatusCode::kDataLoss);
      EXPECT_THAT(std::string(reading.status.message()), HasSubstr("event 3 is damaged"));
      EXPECT_EQ(reading.volgnummers, (std::vector<std::int64_t>{1, 2}));
      EXPECT_TRUE(ReadAll(*journal, 4).status.ok());
    }
    ASSERT_EQ(::unlink(path().c_str()), 0);
  }
}

// As SQLite hands out the content of a row that has none.
TEST(Controlegetal, OfContentThatIsNowhereCountsTheRestOfTheRow) {
  EXPECT_EQ(Controlegetal(3, At(4), absl::string_view()), Controlegetal(3, At(4), ""));
  EXPECT_NE(Controlegetal(3, At(4), absl::string_view()), Controlegetal(3, At(5), absl::string_view()));
}

TEST_F(SqliteJournalTest, ARowUnderAnotherNumberIsFound) {
  MakeFive();
  Meddle(
      "UPDATE gebeurtenis SET volgnummer = 99 WHERE volgnummer = 2;"
      "UPDATE gebeurtenis SET volgnummer = 2 WHERE volgnummer = 3;"
      "UPDATE gebeurtenis SET volgnummer = 3 WHERE volgnummer = 99;");
  EXPECT_THAT(std::string(ReadAll(*MustOpen()).status.message()), HasSubstr("event 2 is damaged"));
}

TEST_F(SqliteJournalTest, AMissingRowIsFoundAndNamed) {
  for (const int missing : {1, 3}) {
    MakeFive();
    Meddle(absl::StrCat("DELETE FROM gebeurtenis WHERE volgnummer = ", missing));
    {
      const auto journal = MustOpen();
      const Reading reading = ReadAll(*journal);
      EXPECT_EQ(reading.status.code(), absl::StatusCode::kDataLoss);
      EXPECT_THAT(std::string(reading.status.message()),
                  HasSubstr(absl::StrCat("event ", missing, " is missing")));
      EXPECT_EQ(reading.volgnummers.size(), static_cast<std::size_t>(missing - 1));
    }
    ASSERT_EQ(::unlink(path().c_str()), 0);
  }
}

TEST_F(SqliteJournalTest, AFileThatIsNoDatabaseIsRefused) {
  std::ofstream(path()) << std::string(5'000, 'a');
  const auto journal = SqliteJournal::Open(path());
  EXPECT_EQ(journal.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(journal.status().message()), HasSubstr("proef.journaal"));
}

TEST_F(SqliteJournalTest, ADatabaseOfSomebodyElseIsRefusedAndLeftAlone) {
  Meddle("CREATE TABLE adressen (naam TEXT); INSERT INTO adressen VALUES ('Jansen')");
  const auto journal = SqliteJournal::Open(path());
  EXPECT_EQ(journal.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(journal.status().message()), HasSubstr("is not a journal of ketenproef"));
  Meddle("UPDATE adressen SET naam = 'De Vries'");
}

TEST_F(SqliteJournalTest, AJournalOfAnotherVersionIsRefused) {
  MakeFive();
  const auto refused = [this](const std::string& pragmas) {
    Meddle(pragmas);
    const absl::Status status = SqliteJournal::Open(path()).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << pragmas;
    return std::string(status.message());
  };
  EXPECT_THAT(refused("PRAGMA user_version = 0"), HasSubstr("is not a journal of ketenproef"));
  EXPECT_THAT(refused("PRAGMA user_version = 3"),
              HasSubstr("newer ketenproef (journal version 3, this one reads up to 2); use that one"));
  EXPECT_THAT(refused("PRAGMA user_version = 2; PRAGMA application_id = 7"),
              HasSubstr("is not a journal of ketenproef"));
}

// Version 1 had no checksum over the clock.
TEST_F(SqliteJournalTest, AJournalOfTheFirstVersionIsUpgraded) {
  MakeFive();
  Meddle("ALTER TABLE stand DROP COLUMN controlegetal; PRAGMA user_version = 1");
  for (int time = 1; time <= 2; ++time) {
    const auto journal = MustOpen();
    EXPECT_EQ(journal->klok(), At(50));
    EXPECT_EQ(ReadAll(*journal).volgnummers.size(), 5U);
  }
  Meddle("UPDATE stand SET klok = 51");
  EXPECT_EQ(SqliteJournal::Open(path()).status().code(), absl::StatusCode::kDataLoss);
}

TEST_F(SqliteJournalTest, AFileThatCannotBeMadeIsUnavailable) {
  const auto journal = SqliteJournal::Open(map_.File("niet/daar/proef.journaal"));
  EXPECT_EQ(journal.status().code(), absl::StatusCode::kUnavailable);
}

// A row stands in the way of the next number: that Append fails, whole, and so does every later one.
TEST_F(SqliteJournalTest, AFailedAppendHasNoEffectAndStopsTheJournal) {
  MakeFive();
  Meddle(
      "CREATE TRIGGER vol BEFORE INSERT ON gebeurtenis WHEN new.volgnummer = 8 "
      "BEGIN SELECT raise(ABORT, 'het zit vol'); END");
  {
    const auto journal = MustOpen();
    ASSERT_TRUE(journal->Append(Batch(6, 1), At(60)).ok());
    const absl::Status failed = journal->Append(Batch(7, 3), At(90));
    EXPECT_FALSE(failed.ok());
    EXPECT_THAT(std::string(failed.message()), HasSubstr("het zit vol"));
    EXPECT_EQ(journal->last_volgnummer(), 6);
    EXPECT_EQ(journal->klok(), At(60));
    EXPECT_EQ(journal->Append(Batch(7, 1), At(70)), failed);
    EXPECT_EQ(journal->Append(JournalBatch(), At(70)), failed);
    EXPECT_EQ(journal->last_volgnummer(), 6);
  }
  const auto journal = MustOpen();
  EXPECT_EQ(journal->last_volgnummer(), 6);
  EXPECT_EQ(journal->klok(), At(60));
  const Reading reading = ReadAll(*journal);
  EXPECT_TRUE(reading.status.ok());
  EXPECT_EQ(reading.volgnummers.size(), 6U);
}

// In a process of its own: appends to the journal until the disk is full, checks that it stays refused, and
// says through the exit code how many appends of ten events were acknowledged; 200 and up: something is
// wrong.
[[noreturn]] void AppendUntilFull(const std::string& path, bool close) {
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit = {300'000, 300'000};
  if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(200);
  auto journal = SqliteJournal::Open(path);
  if (!journal.ok()) ::_exit(201);
  for (std::uint32_t acknowledged = 0; acknowledged < 190; ++acknowledged) {
    const absl::Status status =
        (*journal)->Append(Batch(acknowledged * 10 + 1, 10, 1'000), At(acknowledged + 1));
    if (status.ok()) continue;
    if ((*journal)->Append(JournalBatch(), At(1'000)) != status) ::_exit(202);
    if ((*journal)->Append(Batch(1, 1), At(1'000)) != status) ::_exit(203);
    if ((*journal)->last_volgnummer() != acknowledged * 10) ::_exit(204);
    if (close) journal->reset();
    ::_exit(static_cast<int>(acknowledged));
  }
  ::_exit(205);
}

TEST_F(SqliteJournalTest, OnAFullDiskExactlyWhatWasAcknowledgedIsThereAfterwards) {
  for (const bool close : {false, true}) {
    SCOPED_TRACE(close ? "closed" : "crashed");
    ::unlink(path().c_str());
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) AppendUntilFull(path(), close);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    const int acknowledged = WEXITSTATUS(status);
    ASSERT_LT(acknowledged, 200);
    EXPECT_GT(acknowledged, 3);
    const auto journal = MustOpen();
    EXPECT_EQ(journal->last_volgnummer(), acknowledged * 10);
    EXPECT_EQ(journal->klok(), At(acknowledged));
    const Reading reading = ReadAll(*journal);
    EXPECT_TRUE(reading.status.ok()) << reading.status;
    EXPECT_EQ(reading.volgnummers.size(), static_cast<std::size_t>(acknowledged) * 10);
    EXPECT_TRUE(journal->Append(Batch(1, 1), At(2'000)).ok());
  }
}

// A process that ends without closing loses nothing that was acknowledged.
TEST_F(SqliteJournalTest, ACrashLosesNothing) {
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    auto journal = SqliteJournal::Open(path());
    if (!journal.ok() || !(*journal)->Append(Batch(1, 7), At(70)).ok()) ::_exit(1);
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  const auto journal = MustOpen();
  EXPECT_EQ(journal->last_volgnummer(), 7);
  EXPECT_EQ(journal->klok(), At(70));
}

}  // namespace
}  // namespace ketenproef
