#include "conformance/report/report_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "conformance/report/proeflezer.h"

namespace ketenproef::conformance {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

absl::StatusOr<std::string> Render(const v1::RunResult& run) {
  return "run of " + run.system();
}

std::string ContentOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

class ReportFile : public testing::Test {
 protected:
  void SetUp() override { run_.set_system("proef"); }

  Proeflezer lezer_;
  fs::path folder_ = lezer_.folder();
  v1::RunResult run_;
};

TEST_F(ReportFile, IsWrittenAtTheEndInAFolderOfItsOwn) {
  const fs::path path = folder_ / "een/twee/report.txt";
  auto report = NewReportFile(path, Render);
  ASSERT_TRUE(report.ok()) << report.status();
  (*report)->CaseDone({}, 1, 1);
  EXPECT_FALSE(fs::exists(path));
  const absl::Status finished = (*report)->Finish(run_);
  ASSERT_TRUE(finished.ok()) << finished;
  EXPECT_EQ(ContentOf(path), "run of proef");
  EXPECT_FALSE(fs::exists(path.string() + ".new"));
}

TEST_F(ReportFile, StandsInTheFolderOneIsInByAPathOfOneWord) {
  const fs::path before = fs::current_path();
  fs::current_path(folder_);
  auto report = NewReportFile("report.txt", Render);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_TRUE((*report)->Finish(run_).ok());
  fs::current_path(before);
  EXPECT_EQ(ContentOf(folder_ / "report.txt"), "run of proef");
}

TEST_F(ReportFile, LeavesWhatWasThereWhereTheRunIsBrokenOff) {
  const fs::path path = folder_ / "report.txt";
  std::ofstream(path) << "of yesterday";
  ASSERT_TRUE(NewReportFile(path, Render).ok());  // and gone again
  EXPECT_EQ(ContentOf(path), "of yesterday");
  EXPECT_FALSE(fs::exists(path.string() + ".new"));
}

TEST_F(ReportFile, SaysBeforeTheRunThatItCannotBeWritten) {
  std::ofstream(folder_ / "file") << "no folder";
  for (const fs::path& path : {folder_, folder_ / "file/report.txt"}) {
    const auto report = NewReportFile(path, Render);
    ASSERT_FALSE(report.ok()) << path;
    EXPECT_EQ(report.status().code(), absl::StatusCode::kPermissionDenied);
    EXPECT_THAT(std::string(report.status().message()),
                HasSubstr("cannot write the report " + path.string()));
  }
}

TEST_F(ReportFile, PassesOnThatThereIsNoReport) {
  auto report = NewReportFile(folder_ / "report.txt",
                              [](const v1::RunResult&) { return absl::InternalError("no such template"); });
  ASSERT_TRUE(report.ok());
  EXPECT_EQ((*report)->Finish(run_), absl::InternalError("no such template"));
}

}  // namespace
}  // namespace ketenproef::conformance
