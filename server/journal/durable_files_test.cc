#include "server/journal/durable_files.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "fixtures/scratch/temporary_folder.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

void Write(const std::string& path, const std::string& inhoud) {
  std::ofstream(path) << inhoud;
}

std::string Read(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(DurableFiles, DirectoriesAreMadeAllTheWay) {
  const TemporaryFolder map;
  for (const char* path : {"a/b/c", "a/b/c", "a/d/", "a"}) {
    EXPECT_TRUE(MakeDirectories(map.File(path)).ok()) << path;
    EXPECT_TRUE(fs::is_directory(map.File(path))) << path;
  }
  Write(map.File("bestand"), "x");
  for (const char* path : {"bestand", "bestand/in"}) {
    const absl::Status status = MakeDirectories(map.File(path));
    EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable) << path;
    EXPECT_THAT(std::string(status.message()), HasSubstr("bestand: Not a directory"));
  }
}

TEST(DurableFiles, APublishedFileHasItsNewNameOnly) {
  const TemporaryFolder map;
  Write(map.File("nieuw"), "inhoud");
  EXPECT_TRUE(PublishFile(map.File("nieuw"), map.File("naam")).ok());
  EXPECT_EQ(Read(map.File("naam")), "inhoud");
  EXPECT_FALSE(fs::exists(map.File("nieuw")));
}

TEST(DurableFiles, PublishingReplacesNothing) {
  const TemporaryFolder map;
  Write(map.File("nieuw"), "anders");
  Write(map.File("naam"), "was er al");
  EXPECT_EQ(PublishFile(map.File("nieuw"), map.File("naam")).code(), absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(Read(map.File("naam")), "was er al");
  EXPECT_EQ(PublishFile(map.File("nergens"), map.File("ander")).code(), absl::StatusCode::kUnavailable);
}

TEST(DurableFiles, RemovingPassesOverWhatIsNotThere) {
  const TemporaryFolder map;
  Write(map.File("a"), "x");
  Write(map.File("c"), "x");
  EXPECT_TRUE(RemoveFiles({map.File("a"), map.File("b"), map.File("c")}).ok());
  EXPECT_FALSE(fs::exists(map.File("a")) || fs::exists(map.File("c")));
  EXPECT_TRUE(RemoveFiles({map.File("a")}).ok());
  fs::create_directory(map.File("map"));
  EXPECT_EQ(RemoveFiles({map.File("map")}).code(), absl::StatusCode::kUnavailable);
}

TEST(DurableFiles, AFullDiskSaysWhatToDo) {
  for (const int error_number : {ENOSPC, EDQUOT, EFBIG}) {
    const absl::Status status = FileErrorOf("een.journaal", error_number);
    EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted);
    EXPECT_THAT(std::string(status.message()), HasSubstr("make room"));
  }
}

}  // namespace
}  // namespace ketenproef
