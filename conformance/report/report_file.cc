#include "conformance/report/report_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {
namespace {

namespace fs = std::filesystem;

absl::Status CannotWrite(const std::string& path, const std::string& why) {
  return absl::PermissionDeniedError(absl::StrCat("cannot write the report ", path, ": ", why));
}

class ReportFile : public Reporter {
 public:
  ReportFile(std::string path, RenderRun render)
      : path_(std::move(path)), draft_(path_ + ".new"), render_(std::move(render)) {}
  ReportFile(const ReportFile&) = delete;
  ReportFile& operator=(const ReportFile&) = delete;
  ~ReportFile() override {
    std::error_code ignored;
    fs::remove(draft_, ignored);
  }

  // Leaves an empty draft beside where the report will stand.
  absl::Status Prepare() const {
    std::error_code ignored;  // nothing stands there yet
    if (fs::is_directory(path_, ignored)) return CannotWrite(path_, "it is a folder");
    std::error_code error;
    const fs::path folder = fs::path(path_).parent_path();
    if (!folder.empty()) fs::create_directories(folder, error);
    if (error) return CannotWrite(path_, error.message());
    return Write("");
  }

  void CaseDone(const v1::CaseResult& /*result*/, int /*done*/, int /*total*/) override {}

  absl::Status Finish(const v1::RunResult& run) override {
    const absl::StatusOr<std::string> text = render_(run);
    if (!text.ok()) return text.status();
    if (absl::Status written = Write(*text); !written.ok()) return written;
    std::error_code error;
    fs::rename(draft_, path_, error);
    return error ? CannotWrite(path_, error.message()) : absl::OkStatus();
  }

 private:
  absl::Status Write(const std::string& text) const {
    errno = 0;
    std::ofstream file(draft_, std::ios::binary | std::ios::trunc);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    return file.good() ? absl::OkStatus() : CannotWrite(path_, std::strerror(errno));
  }

  std::string path_;
  std::string draft_;
  RenderRun render_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Reporter>> NewReportFile(const std::string& path, RenderRun render) {
  auto file = std::make_unique<ReportFile>(path, std::move(render));
  if (absl::Status prepared = file->Prepare(); !prepared.ok()) return prepared;
  return file;
}

}  // namespace ketenproef::conformance
