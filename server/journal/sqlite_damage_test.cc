// What becomes of a journal whose files were damaged: never another state. Either everything that was
// acknowledged is there, or it is refused as it is, with the file and the place named.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/journal/durable_mark.h"
#include "server/journal/proefomvang.h"
#include "server/journal/proefschijf.h"
#include "server/journal/sqlite_journal_fixture.h"
#include "server/journal/sqlite_schema.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

// Files by their paths.
using Bestanden = std::map<std::string, std::string>;

Bestanden FilesIn(const std::string& folder) {
  Bestanden files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    files[entry.path().string()] = std::string(std::istreambuf_iterator<char>(file), {});
  }
  return files;
}

void Restore(const std::string& folder, const Bestanden& files) {
  for (const auto& entry : fs::directory_iterator(folder)) fs::remove(entry.path());
  for (const auto& [path, bytes] : files) std::ofstream(path, std::ios::binary) << bytes;
}

class SqliteDamageTest : public SqliteJournalTest {
 protected:
  SqliteDamageTest() : SqliteJournalTest(TemporaryFolder::InMemory()) {}

  // Appends as an environment does, short and long, with and without events.
  void MakeJournal() {
    auto journal = MustOpen();
    const std::vector<std::pair<std::uint32_t, std::size_t>> batches = {
        {1, 10}, {40, 60}, {1, 9'000}, {0, 0}, {30, 100}, {3, 700}, {1, 30}, {2, 200}};
    for (const auto& [aantal, bytes] : batches) {
      earlier_ = FilesIn(map_.path());
      const auto next = static_cast<std::uint32_t>(journal->last_volgnummer()) + 1;
      ASSERT_TRUE(journal
                      ->Append(Batch(next, aantal, bytes),
                               At(stappen_.empty() ? 500 : stappen_.back().klok.unix_nanos() + 500))
                      .ok());
      stappen_.push_back({journal->last_volgnummer(), journal->klok()});
    }
    killed_ = FilesIn(map_.path());
    inhoud_ = Everything(*journal);
    journal.reset();
    closed_ = FilesIn(map_.path());
  }

  static std::vector<std::string> Everything(SqliteJournal& journal) {
    std::vector<std::string> inhoud;
    const absl::Status status = journal.Read(1, [&inhoud](const JournalRecord& record) {
      inhoud.push_back(absl::StrCat(record.tijdstip.unix_nanos(), " ", record.inhoud));
      return true;
    });
    EXPECT_TRUE(status.ok()) << status;
    return inhoud;
  }

  // Puts these files in place and opens the journal. Whatever it is then, it is nothing else than what was
  // appended up to a commit that is not before `acknowledged`; whether it was taken.
  bool IsTaken(const Bestanden& files, const Journaalstand& acknowledged) {
    Restore(map_.path(), files);
    {
      auto opened = SqliteJournal::Open(path());
      if (!opened.ok()) {
        CheckRefusal(opened.status());
        EXPECT_TRUE(FilesIn(map_.path()) == files) << "a refused journal stays as it is";
        return false;
      }
      SqliteJournal& journal = **opened;
      const Reading reading = ReadAll(journal);
      if (!reading.status.ok()) {
        CheckRefusal(reading.status);
        EXPECT_THAT(std::string(reading.status.message()), HasSubstr("event "));
        return false;
      }
      const Journaalstand stand = {journal.last_volgnummer(), journal.klok()};
      EXPECT_NE(std::find(stappen_.begin(), stappen_.end(), stand), stappen_.end());
      EXPECT_GE(stand.volgnummer, acknowledged.volgnummer);
      EXPECT_GE(stand.klok, acknowledged.klok);
      const auto prefix = std::vector<std::string>(inhoud_.begin(), inhoud_.begin() + stand.volgnummer);
      EXPECT_EQ(Everything(journal), prefix);
      CheckGoesOn(journal);
    }
    return true;
  }

  static void CheckRefusal(const absl::Status& status) {
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr("proef.journaal"));
  }

  // What is appended after it stands beside what there is, not over it.
  void CheckGoesOn(SqliteJournal& journal) {
    const auto expected = Everything(journal);
    const auto next = static_cast<std::uint32_t>(journal.last_volgnummer()) + 1;
    const absl::Status appended = journal.Append(Batch(next, 60, 100), At(1'000'000));
    if (!appended.ok()) {
      // Damage where there is room on a page is found by who writes there: nothing is acknowledged or
      // changed.
      CheckRefusal(appended);
      EXPECT_EQ(Everything(journal), expected);
      return;
    }
    const auto now = Everything(journal);
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), now.begin()));
    EXPECT_EQ(now.size(), expected.size() + 60);
  }

  // Changes bytes of one file, at places and to values by chance.
  struct Telling {
    int taken = 0;
    int refused = 0;
  };
  Telling Flip(const Bestanden& files, const std::string& file, const Journaalstand& acknowledged,
               int aantal) {
    const std::size_t size = files.at(file).size();
    EXPECT_GT(size, 0U) << file;
    Telling telling;
    std::mt19937 random(kSeed);
    const std::size_t step = size < 1'024 ? 1 : kFullStep;
    const int full = static_cast<int>(size / step);
    for (int i = 0; i < (IsFullRun() ? full : aantal); ++i) {
      // The first hundred bytes say what the rest means.
      const std::size_t at = IsFullRun()  ? static_cast<std::size_t>(i) * step + random() % step
                             : i % 4 == 0 ? random() % std::min<std::size_t>(100, size)
                                          : random() % size;
      const auto change = static_cast<char>(1U << random() % 8);
      SCOPED_TRACE(absl::StrCat(file, " byte ", at, " change ", static_cast<int>(change), " seed ", kSeed));
      Bestanden damaged = files;
      damaged[file][at] = static_cast<char>(damaged[file][at] ^ change);
      ++(IsTaken(damaged, acknowledged) ? telling.taken : telling.refused);
      if (HasFailure()) break;
    }
    return telling;
  }

  static constexpr unsigned kSeed = 20250106;
  // In a full run one byte of so many is changed; in a short file every one.
  static constexpr std::size_t kFullStep = 8;
  Proefschijf disk_;
  std::vector<Journaalstand> stappen_;  // after each append
  std::vector<std::string> inhoud_;     // every event
  Bestanden earlier_;                   // before the last append
  Bestanden killed_;                    // after it, as a kill leaves them
  Bestanden closed_;
};

TEST_F(SqliteDamageTest, WithoutDamageEverythingIsThere) {
  MakeJournal();
  EXPECT_EQ(closed_.size(), 2U) << "the file and how far it was acknowledged";
  EXPECT_GT(killed_.at(LogPathOf(path())).size(), 10'000U);
  EXPECT_TRUE(IsTaken(killed_, stappen_.back()));
  EXPECT_TRUE(IsTaken(closed_, stappen_.back()));
  EXPECT_TRUE(IsTaken(earlier_, stappen_[stappen_.size() - 2]));
}

TEST_F(SqliteDamageTest, ABitAnywhereInTheFile) {
  MakeJournal();
  const Telling telling = Flip(closed_, path(), stappen_.back(), 300);
  EXPECT_GT(4 * telling.refused, telling.taken);
}

TEST_F(SqliteDamageTest, ABitAnywhereInTheFileBesideItsLog) {
  MakeJournal();
  Flip(killed_, path(), stappen_.back(), 100);
}

TEST_F(SqliteDamageTest, ABitAnywhereInTheLog) {
  MakeJournal();
  const Telling telling = Flip(killed_, LogPathOf(path()), stappen_.back(), 200);
  EXPECT_GT(4 * telling.refused, telling.taken);
}

// The last append was under way: its pages are in the log, and nobody was told.
TEST_F(SqliteDamageTest, ABitAnywhereInALogWhoseEndWasNotAcknowledged) {
  MakeJournal();
  Bestanden files = killed_;
  files[DurableMark::PathOf(path())] = earlier_.at(DurableMark::PathOf(path()));
  const std::string log = LogPathOf(path());
  // Where both are the same the log holds what was acknowledged.
  const auto& before = earlier_.at(log);
  const auto same = std::mismatch(before.begin(), before.end(), files[log].begin(), files[log].end());
  const auto end = static_cast<std::size_t>(same.first - before.begin());
  ASSERT_LT(end, files[log].size());
  std::mt19937 random(kSeed);
  for (int i = 0; i < 100; ++i) {
    const std::size_t at = end + random() % (files[log].size() - end);
    SCOPED_TRACE(absl::StrCat("byte ", at));
    Bestanden damaged = files;
    damaged[log][at] = static_cast<char>(damaged[log][at] ^ 0x04);
    EXPECT_TRUE(IsTaken(damaged, stappen_[stappen_.size() - 2]));
  }
}

TEST_F(SqliteDamageTest, ABitAnywhereInTheMarkDoesNoHarm) {
  MakeJournal();
  const Telling telling = Flip(killed_, DurableMark::PathOf(path()), stappen_.back(), 60);
  EXPECT_EQ(telling.refused, 0);
}

TEST_F(SqliteDamageTest, AnyFileCutOffAnywhere) {
  MakeJournal();
  std::mt19937 random(kSeed);
  for (const Bestanden& files : {closed_, killed_}) {
    for (const auto& [file, bytes] : files) {
      for (int i = 0; i < (IsFullRun() ? 400 : 40); ++i) {
        // At the end of a page more often than chance would.
        const std::size_t at =
            i % 2 == 0 ? random() % bytes.size() : random() % (bytes.size() / 4'096 + 1) * 4'096;
        SCOPED_TRACE(absl::StrCat(file, " cut at ", at));
        Bestanden damaged = files;
        damaged[file].resize(std::min(at, bytes.size()));
        const bool is_taken = IsTaken(damaged, stappen_.back());
        // The log holds the pages that were last written: with it a shorter file may be whole.
        if (file == path() && files.contains(LogPathOf(path()))) continue;
        EXPECT_EQ(is_taken, file == DurableMark::PathOf(path()) || at >= bytes.size());
      }
    }
  }
}

TEST_F(SqliteDamageTest, APageThatWasOverwrittenOrIsOlder) {
  MakeJournal();
  const std::size_t pages = closed_.at(path()).size() / 4'096;
  const Bestanden log_gone = [this] {
    Bestanden files = killed_;
    files.erase(LogPathOf(path()));
    return files;
  }();
  for (std::size_t page = 0; page < pages; ++page) {
    for (const char filling : {'\0', '\xff', 'x'}) {
      SCOPED_TRACE(absl::StrCat("page ", page, " filled with ", static_cast<int>(filling)));
      Bestanden damaged = closed_;
      damaged[path()].replace(page * 4'096, 4'096, 4'096, filling);
      EXPECT_FALSE(IsTaken(damaged, stappen_.back()));
    }
    // As it was before the log was written back: a write that the disk lost.
    const std::string& older = log_gone.at(path());
    if (older.size() < (page + 1) * 4'096) continue;
    SCOPED_TRACE(absl::StrCat("page ", page, " older"));
    Bestanden damaged = closed_;
    damaged[path()].replace(page * 4'096, 4'096, older, page * 4'096, 4'096);
    if (damaged != closed_) IsTaken(damaged, stappen_.back());
  }
}

TEST_F(SqliteDamageTest, ALogThatIsGoneIsTold) {
  MakeJournal();
  Bestanden files = killed_;
  files.erase(LogPathOf(path()));
  EXPECT_FALSE(IsTaken(files, stappen_.back()));
  Restore(map_.path(), files);
  EXPECT_THAT(std::string(SqliteJournal::Open(path()).status().message()),
              AllOf(HasSubstr("were acknowledged"), HasSubstr("proef.journaal-wal"), HasSubstr("restore")));
  // Without the mark nobody can know.
  files.erase(DurableMark::PathOf(path()));
  Restore(map_.path(), files);
  EXPECT_TRUE(SqliteJournal::Open(path()).ok());
}

TEST_F(SqliteDamageTest, AClockThatWentBackIsTold) {
  auto journal = MustOpen();
  ASSERT_TRUE(journal->Append(Batch(1, 1), At(10)).ok());
  const Bestanden before = FilesIn(map_.path());
  ASSERT_TRUE(journal->Append(JournalBatch(), At(20)).ok());
  journal.reset();
  Bestanden files = before;
  files[DurableMark::PathOf(path())] = FilesIn(map_.path()).at(DurableMark::PathOf(path()));
  Restore(map_.path(), files);
  const absl::Status status = SqliteJournal::Open(path()).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(status.message()), HasSubstr("the clock stands at"));
}

TEST_F(SqliteDamageTest, AnOlderCopyOfTheFileAloneIsTold) {
  MakeFive();
  const Bestanden copy = FilesIn(map_.path());
  {
    const auto journal = MustOpen();
    ASSERT_TRUE(journal->Append(Batch(6, 1), At(60)).ok());
  }
  std::ofstream(path(), std::ios::binary) << copy.at(path());
  EXPECT_THAT(std::string(SqliteJournal::Open(path()).status().message()),
              HasSubstr("ends at event 5, and 6 were acknowledged"));
  // With all of its files it is a journal of its own.
  Restore(map_.path(), copy);
  EXPECT_EQ(MustOpen()->last_volgnummer(), 5);
}

TEST_F(SqliteDamageTest, ReadingOnlyLeavesEveryFileAsItIs) {
  MakeJournal();
  for (const Bestanden& files : {closed_, killed_}) {
    Restore(map_.path(), files);
    {
      const auto journal = SqliteJournal::OpenToRead(path());
      ASSERT_TRUE(journal.ok()) << journal.status();
      EXPECT_EQ(Everything(**journal), inhoud_);
      EXPECT_TRUE((*journal)->CheckEnd().ok());
      EXPECT_TRUE((*journal)->CheckStructure().ok());
    }
    EXPECT_EQ(FilesIn(map_.path()), files);
  }
  EXPECT_EQ(SqliteJournal::OpenToRead(map_.File("nergens")).status().code(), absl::StatusCode::kNotFound);
  EXPECT_FALSE(fs::exists(map_.File("nergens")));
}

// A making that was broken off, and a removal that was, leave files of which none may be taken for the new
// one.
TEST_F(SqliteDamageTest, WhatWasLeftOfAnotherJournalIsNotTakenForItsOwn) {
  MakeJournal();
  Bestanden rest = killed_;
  rest.erase(path());
  rest[UnfinishedPathOf(path())] = "half";
  rest[LogPathOf(UnfinishedPathOf(path()))] = "half";
  Restore(map_.path(), rest);
  const auto journal = MustOpen();
  EXPECT_EQ(journal->last_volgnummer(), 0);
  EXPECT_EQ(journal->klok(), Tijdstip());
  EXPECT_FALSE(fs::exists(UnfinishedPathOf(path())));
}

TEST_F(SqliteDamageTest, AJournalIsMadeWholeOrNotAtAll) {
  for (std::int64_t n = 1;; ++n) {
    SCOPED_TRACE(absl::StrCat("change ", n, " fails"));
    Restore(map_.path(), {});
    disk_.Fail(n, Proefschijf::kForEver, Proefschijf::Fout::kIo, ".nieuw");
    const bool is_made = SqliteJournal::Open(path()).ok();
    const bool has_failed = disk_.has_failed();
    disk_.Mend();
    EXPECT_EQ(is_made, fs::exists(path()));
    EXPECT_EQ(is_made, !has_failed);
    EXPECT_EQ(MustOpen()->last_volgnummer(), 0);
    if (!has_failed) {
      EXPECT_GT(n, 5);
      break;
    }
  }
}

}  // namespace
}  // namespace ketenproef
