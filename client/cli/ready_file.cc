#include "client/cli/ready_file.h"

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"

namespace ketenproef {

absl::StatusOr<ReadyFile> ReadyFile::Prepare(const std::string& path) {
  if (path.empty()) return ReadyFile("");
  std::error_code error;
  const auto kind = std::filesystem::symlink_status(path, error).type();
  if (kind == std::filesystem::file_type::directory) {
    return absl::PermissionDeniedError(absl::StrCat(path, ": is a folder; --ready-file wants a file"));
  }
  std::filesystem::remove(path, error);
  if (error) return absl::PermissionDeniedError(absl::StrCat(path, ": ", error.message()));
  return ReadyFile(path);
}

ReadyFile::ReadyFile(ReadyFile&& other) noexcept : path_(std::exchange(other.path_, "")) {}

ReadyFile::~ReadyFile() {
  if (path_.empty()) return;
  std::error_code ignored;  // it may never have been written
  std::filesystem::remove(path_, ignored);
}

absl::Status ReadyFile::Write(absl::string_view address) {
  if (path_.empty()) return absl::OkStatus();
  const std::string working = absl::StrCat(path_, ".part");
  std::ofstream file(working, std::ios::binary | std::ios::trunc);
  file << std::string(address) << '\n';
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(working, path_, error);
  if (file && !error) return absl::OkStatus();
  std::error_code ignored;  // the first error is the one to tell
  std::filesystem::remove(working, ignored);
  return absl::PermissionDeniedError(
      absl::StrCat(path_, ": the ready file cannot be written; is its folder there?"));
}

}  // namespace ketenproef
