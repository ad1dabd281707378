#include "client/cli/output_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/cli/run_binary.h"

namespace ketenproef {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::array<absl::string_view, 2> kNames = {"a.csv", "map"};

class OutputFolderTest : public testing::Test {
 protected:
  std::string Target() { return (scratch_ / "uit").string(); }

  TemporaryFolder scratch_;
};

TEST_F(OutputFolderTest, IsHiddenUntilCommitted) {
  auto folder = OutputFolder::Prepare(Target(), kNames);
  ASSERT_TRUE(folder.ok()) << folder.status();
  EXPECT_TRUE(folder->WriteFile("a.csv", "inhoud\r\n").ok());
  EXPECT_TRUE(folder->MakeFolder("map").ok());
  EXPECT_TRUE(folder->WriteFile("map/b.csv", "").ok());
  EXPECT_THAT(NamesIn(scratch_.path()), ElementsAre(absl::StrCat(".uit.ketenproef-", getpid())));
  ASSERT_TRUE(folder->Commit().ok());
  EXPECT_THAT(NamesIn(scratch_.path()), ElementsAre("uit"));
  EXPECT_EQ(ReadTextFile(scratch_ / "uit/a.csv"), "inhoud\r\n");
  EXPECT_EQ(ReadTextFile(scratch_ / "uit/map/b.csv"), "");
}

TEST_F(OutputFolderTest, IsRemovedWhereNobodyCommits) {
  {
    auto folder = OutputFolder::Prepare(Target(), kNames);
    ASSERT_TRUE(folder.ok());
    EXPECT_TRUE(folder->WriteFile("a.csv", "x").ok());
  }
  EXPECT_THAT(NamesIn(scratch_.path()), IsEmpty());
}

TEST_F(OutputFolderTest, MovedFromOwnsNothing) {
  auto folder = OutputFolder::Prepare(Target(), kNames);
  ASSERT_TRUE(folder.ok());
  {
    OutputFolder moved = *std::move(folder);
    EXPECT_TRUE(moved.WriteFile("a.csv", "x").ok());
    EXPECT_TRUE(moved.Commit().ok());
  }
  EXPECT_THAT(NamesIn(scratch_.path()), ElementsAre("uit"));
}

TEST_F(OutputFolderTest, ReplacesEarlierOutputInOneStep) {
  WriteTextFile(scratch_ / "uit/a.csv", "oud");
  WriteTextFile(scratch_ / "uit/map/oud.csv", "oud");
  {
    auto folder = OutputFolder::Prepare(Target(), kNames);
    ASSERT_TRUE(folder.ok());
    EXPECT_TRUE(folder->WriteFile("a.csv", "nieuw").ok());
    EXPECT_EQ(ReadTextFile(scratch_ / "uit/a.csv"), "oud");
    ASSERT_TRUE(folder->Commit().ok());
  }
  EXPECT_EQ(ReadTextFile(scratch_ / "uit/a.csv"), "nieuw");
  EXPECT_THAT(NamesIn(scratch_ / "uit"), ElementsAre("a.csv"));
  EXPECT_THAT(NamesIn(scratch_.path()), ElementsAre("uit"));
}

TEST_F(OutputFolderTest, ForeignContentIsAlreadyExists) {
  WriteTextFile(scratch_ / "uit/vreemd", "x");
  const auto folder = OutputFolder::Prepare(Target(), kNames);
  EXPECT_EQ(folder.status().code(), absl::StatusCode::kAlreadyExists);
  EXPECT_THAT(std::string(folder.status().message()), HasSubstr("vreemd"));
  EXPECT_EQ(OutputFolder::Prepare((scratch_ / "uit/vreemd").string(), kNames).status().code(),
            absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(OutputFolder::Prepare("/", kNames).status().code(), absl::StatusCode::kAlreadyExists);
}

TEST_F(OutputFolderTest, ParentThatIsAFileIsPermissionDenied) {
  WriteTextFile(scratch_ / "bestand", "x");
  EXPECT_EQ(OutputFolder::Prepare((scratch_ / "bestand/uit").string(), kNames).status().code(),
            absl::StatusCode::kPermissionDenied);
}

TEST_F(OutputFolderTest, WritingWhereNothingCanBeWrittenSaysWhich) {
  auto folder = OutputFolder::Prepare(Target(), kNames);
  ASSERT_TRUE(folder.ok());
  const absl::Status status = folder->WriteFile("nergens/b.csv", "x");
  EXPECT_EQ(status.code(), absl::StatusCode::kPermissionDenied);
  EXPECT_THAT(std::string(status.message()), HasSubstr("nergens/b.csv"));
  EXPECT_TRUE(folder->WriteFile("a.csv", "x").ok());
  // A name twice is a fault of the caller's, not a file overwritten.
  EXPECT_FALSE(folder->WriteFile("a.csv", "y").ok());
  EXPECT_FALSE(folder->WriteFile("map/../a.csv", "y").ok());
}

TEST_F(OutputFolderTest, FullDiskIsResourceExhausted) {
  auto folder = OutputFolder::Prepare(Target(), kNames);
  ASSERT_TRUE(folder.ok());
  const auto working = scratch_ / absl::StrCat(".uit.ketenproef-", getpid());
  // What is written through the link goes to the device that is always full. Opened for creation it is
  // refused before that, which is as well: either way nothing is taken for written.
  std::filesystem::create_symlink("/dev/full", working / "a.csv");
  EXPECT_FALSE(folder->WriteFile("a.csv", "x").ok());
}

TEST_F(OutputFolderTest, TargetThatBecameForeignMeanwhileIsNotLost) {
  auto folder = OutputFolder::Prepare(Target(), kNames);
  ASSERT_TRUE(folder.ok());
  EXPECT_TRUE(folder->WriteFile("a.csv", "x").ok());
  WriteTextFile(Target(), "een bestand dat er net kwam");
  EXPECT_FALSE(folder->Commit().ok());
  EXPECT_EQ(ReadTextFile(Target()), "een bestand dat er net kwam");
}

}  // namespace
}  // namespace ketenproef
