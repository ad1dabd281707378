#include "server/journal/journal_files.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "fixtures/scratch/temporary_folder.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/journal/journal_store.h"
#include "server/journal/proefschijf.h"
#include "server/journal/sqlite_journal_fixture.h"
#include "server/journal/voorbeelden.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

class JournalFilesTest : public SqliteJournalTest {
 protected:
  JournalFilesTest() : SqliteJournalTest(TemporaryFolder::InMemory()) {}

  // An environment with one event of every kind, `naam`.journaal.
  void MakeOmgeving(const std::string& naam) const {
    auto store = DirectoryJournalStore::Make(map_.path());
    ASSERT_TRUE(store.ok()) << store.status();
    auto journal = (*store)->Open(naam);
    ASSERT_TRUE(journal.ok()) << journal.status();
    JournalBatch batch;
    auto voorbeelden = Voorbeelden();
    std::get<OmgevingCreated>(voorbeelden[0].gebeurtenis).naam = naam;
    for (std::size_t i = 0; i < voorbeelden.size(); ++i) {
      batch.Add(At(static_cast<std::int64_t>(i)), voorbeelden[i].gebeurtenis);
    }
    ASSERT_TRUE((*journal)->Append(batch, At(1'000)).ok());
  }

  std::string Export(const std::string& naam) const {
    std::ostringstream out;
    const absl::Status status = ExportJournal(map_.path(), naam, out);
    EXPECT_TRUE(status.ok()) << status;
    return out.str();
  }
  static absl::StatusOr<Journaalinvoer> Import(const std::string& text, const std::string& directory) {
    std::istringstream in(text);
    return ImportJournal("een.txt", in, directory);
  }
  std::vector<Journaalbevinding> Check(const std::string& path) const {
    std::vector<Journaalbevinding> found;
    const absl::Status status =
        CheckJournals(path, [&](const Journaalbevinding& one) { found.push_back(one); });
    EXPECT_TRUE(status.ok()) << status;
    return found;
  }
  absl::Status CheckFails(const std::string& path) const {
    return CheckJournals(path, [](const Journaalbevinding&) { ADD_FAILURE() << "there is none"; });
  }
  // Runs SQL on a journal behind its back; it is then the file of that name alone.
  void MeddleWith(const std::string& naam, const std::string& sql) const {
    fs::rename(map_.File(naam + ".journaal"), path());
    Meddle(sql);
    fs::rename(path(), map_.File(naam + ".journaal"));
  }

  Proefschijf disk_;
};

TEST_F(JournalFilesTest, AJournalMovesAsText) {
  MakeOmgeving("een");
  const std::string text = Export("een");
  const std::string elsewhere = map_.File("elders/data");
  const auto invoer = Import(text, elsewhere);
  ASSERT_TRUE(invoer.ok()) << invoer.status();
  EXPECT_EQ(invoer->naam, "een");
  EXPECT_EQ(invoer->aantal, 42);
  std::ostringstream again;
  ASSERT_TRUE(ExportJournal(elsewhere, "een", again).ok());
  EXPECT_EQ(again.str(), text);
  EXPECT_THAT(Check(elsewhere)[0].gebreken, IsEmpty());
  // By its file as well.
  std::ostringstream by_file;
  ASSERT_TRUE(ExportJournal(elsewhere + "/een.journaal", "", by_file).ok());
  EXPECT_EQ(by_file.str(), text);
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(elsewhere)) {
    names.push_back(entry.path().filename().string());
  }
  EXPECT_THAT(names, testing::UnorderedElementsAre(".lock", "een.journaal"));
}

TEST_F(JournalFilesTest, AJournalThatIsThereIsNotReplaced) {
  MakeOmgeving("een");
  const std::string text = Export("een");
  const auto invoer = Import(text, map_.path());
  EXPECT_EQ(invoer.status().code(), absl::StatusCode::kAlreadyExists);
  EXPECT_THAT(std::string(invoer.status().message()), HasSubstr("een.journaal: is there already"));
  EXPECT_EQ(Export("een"), text);
}

TEST_F(JournalFilesTest, ADamagedTextLeavesNothing) {
  MakeOmgeving("een");
  const std::vector<std::string> lines = absl::StrSplit(Export("een"), '\n');
  const std::string elsewhere = map_.File("elders");
  const auto refused = [&](std::vector<std::string> changed) {
    const auto invoer = Import(absl::StrJoin(changed, "\n"), elsewhere);
    EXPECT_EQ(invoer.status().code(), absl::StatusCode::kInvalidArgument);
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(elsewhere)) {
      names.push_back(entry.path().filename().string());
    }
    EXPECT_THAT(names, ElementsAre(".lock"));
    return std::string(invoer.status().message());
  };
  std::vector<std::string> changed = lines;
  changed[30] = absl::StrReplaceAll(changed[30], {{"=", "=1"}});
  EXPECT_THAT(refused(changed), StartsWith("een.txt:31: "));
  changed = lines;
  changed.resize(20);
  EXPECT_THAT(refused(changed), AllOf(StartsWith("een.txt:20: "), HasSubstr("cut off")));
  EXPECT_THAT(refused({lines[0], lines.end()[-2], ""}), StartsWith("een.txt:2: "));
  EXPECT_THAT(refused({"iets anders"}), StartsWith("een.txt:1: "));
}

TEST_F(JournalFilesTest, ATextThatIsNoEnvironmentIsRefused) {
  const auto refused = [&](const std::vector<std::pair<std::int64_t, Gebeurtenis>>& events, Tijdstip klok) {
    fs::remove(path());
    {
      const auto journal = MustOpen();
      JournalBatch batch;
      for (const auto& [nanos, event] : events) batch.Add(At(nanos), event);
      EXPECT_TRUE(journal->Append(batch, klok).ok());
    }
    std::ostringstream out;
    EXPECT_TRUE(ExportJournal(path(), "", out).ok());
    const auto invoer = Import(out.str(), map_.File("elders"));
    EXPECT_FALSE(invoer.ok());
    return std::string(invoer.status().message());
  };
  const Gebeurtenis event = TermijnVerstreken{Gevalnummer{1}};
  const Gebeurtenis made = Voorbeelden()[0].gebeurtenis;
  OmgevingCreated odd = std::get<OmgevingCreated>(made);
  odd.naam = "../elders";
  EXPECT_THAT(refused({{1, event}}, At(9)), HasSubstr("een.txt:2: a journal begins with OmgevingCreated"));
  EXPECT_THAT(refused({{1, odd}}, At(9)), HasSubstr("een.txt:2: no environment may be called so"));
  EXPECT_THAT(refused({{1, made}, {2, made}}, At(9)),
              HasSubstr("een.txt:3: a journal begins with OmgevingCreated, once"));
  EXPECT_THAT(refused({{2, made}, {1, event}}, At(9)), HasSubstr("een.txt:3: lies before"));
  EXPECT_THAT(refused({{2, made}, {3, event}}, At(2)), HasSubstr("een.txt:4: lies before"));
}

TEST_F(JournalFilesTest, AnImportOntoAFullDiskLeavesNothing) {
  MakeOmgeving("een");
  const std::string text = Export("een");
  const std::string elsewhere = map_.File("elders");
  for (std::int64_t n = 1;; ++n) {
    SCOPED_TRACE(n);
    disk_.Fail(n, Proefschijf::kForEver, Proefschijf::Fout::kFull, "elders");
    const auto invoer = Import(text, elsewhere);
    const bool has_failed = disk_.has_failed();
    disk_.Mend();
    EXPECT_EQ(invoer.ok(), fs::exists(elsewhere + "/een.journaal"));
    if (!has_failed) {
      EXPECT_TRUE(invoer.ok());
      EXPECT_GT(n, 10);
      break;
    }
    if (invoer.ok()) {
      // What failed was of no account: the journal is whole.
      EXPECT_THAT(Check(elsewhere)[0].gebreken, IsEmpty());
      fs::remove_all(elsewhere);
    }
  }
}

TEST_F(JournalFilesTest, CheckLooksAtEveryJournal) {
  MakeOmgeving("een");
  MakeOmgeving("twee");
  const auto found = Check(map_.path());
  ASSERT_THAT(found, SizeIs(2));
  for (const Journaalbevinding& one : found) {
    EXPECT_EQ(one.aantal, 42);
    EXPECT_EQ(one.klok, At(1'000));
    EXPECT_THAT(one.gebreken, IsEmpty());
  }
  EXPECT_EQ(found[1].pad, map_.File("twee.journaal"));
  EXPECT_THAT(Check(map_.File("een.journaal")), SizeIs(1));
}

TEST_F(JournalFilesTest, CheckFindsEveryDamagedEventAndSaysWhere) {
  MakeOmgeving("een");
  MeddleWith("een",
             "UPDATE gebeurtenis SET inhoud = x'00' WHERE volgnummer = 7;"
             "DELETE FROM gebeurtenis WHERE volgnummer = 20;"
             "UPDATE gebeurtenis SET tijdstip = 3 WHERE volgnummer = 30");
  const auto found = Check(map_.path());
  EXPECT_THAT(found[0].gebreken,
              ElementsAre(AllOf(HasSubstr("een.journaal: event 7 is damaged"), HasSubstr("restore")),
                          HasSubstr("een.journaal: event 20 is missing"),
                          HasSubstr("een.journaal: event 30 is damaged")));
}

TEST_F(JournalFilesTest, CheckFindsWhatIsRightByItselfAndWrongTogether) {
  {
    const auto journal = MustOpen();
    JournalBatch batch;
    batch.Add(At(5), Voorbeelden()[0].gebeurtenis);
    batch.Add(At(4), Voorbeelden()[0].gebeurtenis);
    ASSERT_TRUE(journal->Append(batch, At(3)).ok());
  }
  EXPECT_THAT(Check(path())[0].gebreken, ElementsAre(HasSubstr("event 2 is out of place"),
                                                     HasSubstr("event 2 lies before the one before it"),
                                                     HasSubstr("the clock stands before the last event")));
}

TEST_F(JournalFilesTest, CheckTellsTheFirstOfMany) {
  MakeOmgeving("een");
  MeddleWith("een", "UPDATE gebeurtenis SET controlegetal = 0");
  EXPECT_THAT(Check(map_.path())[0].gebreken, SizeIs(Journaalbevinding::kMaxGebreken));
}

TEST_F(JournalFilesTest, WhatIsNoJournalIsFoundToBeDamaged) {
  std::ofstream(map_.File("een.journaal")) << std::string(5'000, 'x');
  EXPECT_THAT(Check(map_.path())[0].gebreken, ElementsAre(HasSubstr("een.journaal")));
  std::ostringstream out;
  EXPECT_EQ(ExportJournal(map_.path(), "een", out).code(), absl::StatusCode::kDataLoss);
}

TEST_F(JournalFilesTest, WhatIsNotThere) {
  EXPECT_EQ(CheckFails(map_.File("nergens")).code(), absl::StatusCode::kNotFound);
  EXPECT_FALSE(fs::exists(map_.File("nergens")));
  EXPECT_EQ(CheckFails(map_.path()).code(), absl::StatusCode::kNotFound);
  std::ostringstream out;
  EXPECT_EQ(ExportJournal(map_.path(), "een", out).code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ExportJournal(map_.File("nergens"), "een", out).code(), absl::StatusCode::kNotFound);
}

TEST_F(JournalFilesTest, WhatAServerHasIsLeftAlone) {
  MakeOmgeving("een");
  const auto store = DirectoryJournalStore::Make(map_.path());
  const auto journal = (*store)->Open("een");
  ASSERT_TRUE(journal.ok());
  std::ostringstream out;
  for (const std::string& at : {map_.path().string(), map_.File("een.journaal")}) {
    EXPECT_EQ(CheckFails(at).code(), absl::StatusCode::kFailedPrecondition);
    EXPECT_EQ(ExportJournal(at, "een", out).code(), absl::StatusCode::kFailedPrecondition);
  }
  EXPECT_EQ(Import("", map_.path()).status().code(), absl::StatusCode::kFailedPrecondition);
}

}  // namespace
}  // namespace ketenproef
