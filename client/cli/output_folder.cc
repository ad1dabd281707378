#include "client/cli/output_folder.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;

absl::Status ErrorOf(const fs::path& path, int error) {
  const std::string text = absl::StrCat(path.string(), ": ", std::strerror(error));
  if (error == ENOSPC || error == EDQUOT || error == EFBIG) return absl::ResourceExhaustedError(text);
  return absl::PermissionDeniedError(text);
}

// Whether the target may be replaced: it is not there, is empty, or holds only what will be written anyway.
absl::Status CheckTarget(const fs::path& target, absl::Span<const absl::string_view> names,
                         absl::string_view prefix_in_folders) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(target, error);
  if (status.type() == fs::file_type::not_found) return absl::OkStatus();
  if (status.type() != fs::file_type::directory) {
    return absl::AlreadyExistsError(
        absl::StrCat(target.string(), ": is there and is no folder; give the name of a new folder"));
  }
  for (fs::directory_iterator entry(target, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (std::find(names.begin(), names.end(), absl::string_view(name)) == names.end()) {
      return absl::AlreadyExistsError(absl::StrCat(
          target.string(), ": holds ", name,
          ", which this command would not have written; empty the folder or give the name of a new one"));
    }
  }
  if (error) return ErrorOf(target, error.value());
  // And within its folders; a link is not followed.
  for (fs::recursive_directory_iterator entry(target, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (entry.depth() == 0 || absl::StartsWith(name, prefix_in_folders)) continue;
    return absl::AlreadyExistsError(absl::StrCat(
        entry->path().string(),
        ": this command would not have written it; empty the folder or give the name of a new one"));
  }
  return error ? ErrorOf(target, error.value()) : absl::OkStatus();
}

std::string WorkingPrefix(const fs::path& target) {
  return absl::StrCat(".", target.filename().string(), ".ketenproef-");
}

// What a run for the same target left that was killed: its process is not there any more.
void RemoveLeftovers(const fs::path& target) {
  const std::string prefix = WorkingPrefix(target);
  std::error_code error;
  for (fs::directory_iterator entry(target.parent_path(), error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    int process = 0;
    if (!absl::StartsWith(name, prefix) || !absl::SimpleAtoi(name.substr(prefix.size()), &process)) continue;
    // Our own number: an earlier process had it, as happens in containers.
    if (process == getpid() || (process > 0 && kill(process, 0) != 0 && errno == ESRCH)) {
      // Best effort: what cannot be removed now is in nobody's way.
      std::error_code ignored;
      fs::remove_all(entry->path(), ignored);
    }
  }
}

}  // namespace

OutputFolder::OutputFolder(fs::path target, fs::path working)
    : target_(std::move(target)), working_(std::move(working)) {}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : target_(std::move(other.target_)), working_(std::exchange(other.working_, fs::path())) {}

OutputFolder::~OutputFolder() {
  if (working_.empty()) return;
  std::error_code ignored;  // nobody to tell; the folder is hidden, and the next run tries again
  fs::remove_all(working_, ignored);
}

absl::StatusOr<OutputFolder> OutputFolder::Prepare(const std::string& target,
                                                   absl::Span<const absl::string_view> names,
                                                   absl::string_view prefix_in_folders) {
  std::error_code error;
  fs::path path = fs::absolute(target, error).lexically_normal();
  if (error) return ErrorOf(target, error.value());
  if (path.filename().empty()) path = path.parent_path();  // `out/`
  if (path.filename().empty()) return absl::AlreadyExistsError("/: give the name of a new folder");
  if (absl::Status status = CheckTarget(path, names, prefix_in_folders); !status.ok()) return status;
  fs::create_directories(path.parent_path(), error);
  if (error) return ErrorOf(path.parent_path(), error.value());
  RemoveLeftovers(path);
  const fs::path working = path.parent_path() / absl::StrCat(WorkingPrefix(path), getpid());
  if (!fs::create_directory(working, error)) return ErrorOf(working, error ? error.value() : EEXIST);
  return OutputFolder(std::move(path), working);
}

absl::Status OutputFolder::WriteFile(const std::string& name, absl::string_view content) {
  const fs::path path = working_ / name;
  std::FILE* file = std::fopen(path.c_str(), "wbx");
  if (file == nullptr) return ErrorOf(path, errno);
  const bool written = std::fwrite(content.data(), 1, content.size(), file) == content.size();
  const int write_error = errno;
  // Closing is what hands the last bytes over, so its answer counts.
  const bool closed = std::fclose(file) == 0;
  if (!written) return ErrorOf(path, write_error);
  return closed ? absl::OkStatus() : ErrorOf(path, errno);
}

absl::Status OutputFolder::MakeFolder(const std::string& name) {
  std::error_code error;
  fs::create_directory(working_ / name, error);
  return error ? ErrorOf(working_ / name, error.value()) : absl::OkStatus();
}

absl::Status OutputFolder::Commit() {
  // Over nothing, or over an empty folder.
  if (rename(working_.c_str(), target_.c_str()) == 0) {
    working_.clear();
    return absl::OkStatus();
  }
  if (errno != ENOTEMPTY && errno != EEXIST) return ErrorOf(target_, errno);
  // Over an earlier output: the two change places, so that at no moment there is none. What is in the working
  // folder then is the old output, which the destructor removes.
  if (renameat2(AT_FDCWD, working_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) != 0) {
    return ErrorOf(target_, errno);
  }
  return absl::OkStatus();
}

}  // namespace ketenproef
