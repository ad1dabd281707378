#include "server/journal/journal_store.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "fixtures/scratch/temporary_folder.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace ketenproef {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

void AppendOne(Journal& journal) {
  JournalBatch batch;
  batch.Add(Tijdstip::FromUnixNanos(1), TermijnVerstreken{Gevalnummer{1}});
  ASSERT_TRUE(journal.Append(batch, Tijdstip::FromUnixNanos(2)).ok());
}

TEST(DirectoryJournalStore, MakesItsDirectoryAndListsWhatItOpenedSorted) {
  const TemporaryFolder map;
  auto store = DirectoryJournalStore::Make(map.File("diep/er/in"));
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_THAT(*(*store)->List(), IsEmpty());
  auto b = (*store)->Open("b");
  auto a = (*store)->Open("a");
  auto a1 = (*store)->Open("a-1");
  ASSERT_TRUE(a.ok() && b.ok() && a1.ok());
  EXPECT_THAT(*(*store)->List(), ElementsAre("a", "a-1", "b"));
}

TEST(DirectoryJournalStore, ListsJournalsOnly) {
  const TemporaryFolder map;
  std::ofstream(map.File("leesmij.txt")) << "x";
  std::ofstream(map.File("x.journaal-wal")) << "x";
  auto store = DirectoryJournalStore::Make(map.path());
  ASSERT_TRUE(store.ok());
  EXPECT_THAT(*(*store)->List(), IsEmpty());
}

TEST(DirectoryJournalStore, OpensWhatIsThere) {
  const TemporaryFolder map;
  auto store = DirectoryJournalStore::Make(map.path());
  ASSERT_TRUE(store.ok());
  AppendOne(**(*store)->Open("een"));
  EXPECT_EQ((*(*store)->Open("een"))->last_volgnummer(), 1);
  EXPECT_EQ((*(*store)->Open("twee"))->last_volgnummer(), 0);
  EXPECT_TRUE(std::filesystem::exists(map.File("een.journaal")));
}

TEST(DirectoryJournalStore, RefusesAJournalThatIsOpen) {
  const TemporaryFolder map;
  auto store = DirectoryJournalStore::Make(map.path());
  ASSERT_TRUE(store.ok());
  const auto first = (*store)->Open("een");
  EXPECT_EQ((*store)->Open("een").status().code(), absl::StatusCode::kFailedPrecondition);
}

TEST(DirectoryJournalStore, HoldsItsDirectoryUntilItIsGone) {
  const TemporaryFolder map;
  auto store = DirectoryJournalStore::Make(map.path());
  ASSERT_TRUE(store.ok());
  const auto second = DirectoryJournalStore::Make(map.path());
  EXPECT_EQ(second.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(second.status().message()), HasSubstr("another ketenproef"));
  EXPECT_TRUE((*store)->Open("een").ok());
  store->reset();
  EXPECT_TRUE(DirectoryJournalStore::Make(map.path()).ok());
}

TEST(DirectoryJournalStore, RemovesForGood) {
  const TemporaryFolder map;
  auto store = DirectoryJournalStore::Make(map.path());
  ASSERT_TRUE(store.ok());
  AppendOne(**(*store)->Open("een"));
  std::ofstream(map.File("een.journaal-wal")) << "rest";
  std::ofstream(map.File("een.journaal-shm")) << "rest";
  EXPECT_TRUE((*store)->Remove("een").ok());
  for (const char* rest : {"een.journaal", "een.journaal-wal", "een.journaal-shm"}) {
    EXPECT_FALSE(std::filesystem::exists(map.File(rest))) << rest;
  }
  EXPECT_EQ((*(*store)->Open("een"))->last_volgnummer(), 0);
}

TEST(DirectoryJournalStore, RemovingWhatIsNotThereIsFine) {
  const TemporaryFolder map;
  auto store = DirectoryJournalStore::Make(map.path());
  ASSERT_TRUE(store.ok());
  EXPECT_TRUE((*store)->Remove("nergens").ok());
}

TEST(DirectoryJournalStore, ADirectoryThatCannotBeIsUnavailable) {
  const TemporaryFolder map;
  std::ofstream(map.File("bestand")) << "x";
  EXPECT_EQ(DirectoryJournalStore::Make(map.File("bestand/in")).status().code(),
            absl::StatusCode::kUnavailable);
}

TEST(DirectoryJournalStore, ADirectoryThatIsGoneIsUnavailable) {
  const TemporaryFolder map;
  auto store = DirectoryJournalStore::Make(map.File("weg"));
  ASSERT_TRUE(store.ok());
  std::filesystem::remove_all(map.File("weg"));
  EXPECT_EQ((*store)->List().status().code(), absl::StatusCode::kUnavailable);
}

TEST(MemoryJournalStore, BeginsAnewEveryTime) {
  MemoryJournalStore store;
  auto journal = store.Open("een");
  ASSERT_TRUE(journal.ok());
  AppendOne(**journal);
  EXPECT_THAT(*store.List(), IsEmpty());
  EXPECT_EQ((*store.Open("een"))->last_volgnummer(), 0);
  EXPECT_TRUE(store.Remove("een").ok());
}

}  // namespace
}  // namespace ketenproef
