// For tests: a journal in a file of its own, what it holds in short, and hands that meddle with the file.
#ifndef KETENPROEF_SERVER_JOURNAL_SQLITE_JOURNAL_FIXTURE_H_
#define KETENPROEF_SERVER_JOURNAL_SQLITE_JOURNAL_FIXTURE_H_

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "fixtures/scratch/temporary_folder.h"
#include "gtest/gtest.h"
#include "server/journal/journal_fixture.h"
#include "server/journal/sqlite_journal.h"

namespace ketenproef {

inline JournalBatch Batch(std::uint32_t from, std::uint32_t aantal, std::size_t bytes = 3) {
  JournalBatch batch;
  for (std::uint32_t i = from; i < from + aantal; ++i) {
    batch.Add(At(i), BeoordelingExtended{Gevalnummer{i}, std::string(bytes, 'x'), Dag()});
  }
  return batch;
}

class SqliteJournalTest : public ::testing::Test {
 protected:
  explicit SqliteJournalTest(const std::string& parent = ::testing::TempDir()) : map_(parent) {}

  std::string path() const { return map_.File("proef.journaal"); }

  std::unique_ptr<SqliteJournal> MustOpen() const {
    auto journal = SqliteJournal::Open(path());
    EXPECT_TRUE(journal.ok()) << journal.status();
    return journal.ok() ? *std::move(journal) : nullptr;
  }

  // A closed journal of five events.
  void MakeFive() const {
    const auto journal = MustOpen();
    ASSERT_TRUE(journal->Append(Batch(1, 5), At(50)).ok());
  }

  // Runs SQL on the file behind the journal's back. Holding it alone, which needs no shared memory: a
  // Proefschijf has none.
  void Meddle(const std::string& sql) const {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path().c_str(), &database), SQLITE_OK);
    char* error = nullptr;
    const std::string alone = "PRAGMA locking_mode = EXCLUSIVE;" + sql;
    EXPECT_EQ(sqlite3_exec(database, alone.c_str(), nullptr, nullptr, &error), SQLITE_OK) << error;
    sqlite3_free(error);
    EXPECT_EQ(sqlite3_close(database), SQLITE_OK);
  }

  // What Read says, and the volgnummers that it visited before.
  struct Reading {
    absl::Status status;
    std::vector<std::int64_t> volgnummers;
  };
  static Reading ReadAll(SqliteJournal& journal, std::int64_t from = 1) {
    Reading reading;
    reading.status = journal.Read(from, [&](const JournalRecord& record) {
      reading.volgnummers.push_back(record.volgnummer);
      return true;
    });
    return reading;
  }

  TemporaryFolder map_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_SQLITE_JOURNAL_FIXTURE_H_
