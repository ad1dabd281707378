#include "server/journal/durable_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;

// A file or a directory.
absl::Status Sync(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return FileErrorOf(path, errno);
  const int error_number = fsync(file) == 0 ? 0 : errno;
  close(file);
  return error_number == 0 ? absl::OkStatus() : FileErrorOf(path, error_number);
}

absl::Status SyncDirectoryOf(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  return Sync(parent.empty() ? "." : parent.string());
}

}  // namespace

absl::Status FileErrorOf(absl::string_view path, int error_number) {
  const std::string text =
      absl::StrCat(path, ": ", std::error_code(error_number, std::generic_category()).message());
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return absl::ResourceExhaustedError(absl::StrCat(text, "; make room on the disk and start again"));
    case EEXIST:
      return absl::AlreadyExistsError(text);
    default:
      return absl::UnavailableError(text);
  }
}

bool IsThere(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

absl::Status MakeDirectories(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return absl::OkStatus();
  const fs::path parent = fs::path(path).parent_path();
  if (!parent.empty() && parent != path) {
    if (absl::Status status = MakeDirectories(parent.string()); !status.ok()) return status;
  }
  // A path that ends in a slash has named its directory already.
  if (fs::is_directory(path, error)) return absl::OkStatus();
  if (mkdir(path.c_str(), 0755) != 0) {
    const int error_number = errno;
    // Somebody else has made it meanwhile, or it is a file.
    if (fs::is_directory(path, error)) return absl::OkStatus();
    return FileErrorOf(path, error_number == EEXIST ? ENOTDIR : error_number);
  }
  return SyncDirectoryOf(path);
}

absl::Status PublishFile(const std::string& from, const std::string& to) {
  if (absl::Status status = Sync(from); !status.ok()) return status;
  // Unlike a renaming, a link never replaces what is there.
  if (link(from.c_str(), to.c_str()) != 0) return FileErrorOf(to, errno);
  if (unlink(from.c_str()) != 0) return FileErrorOf(from, errno);
  return SyncDirectoryOf(to);
}

absl::Status RemoveFiles(absl::Span<const std::string> paths) {
  bool removed = false;
  for (const std::string& path : paths) {
    if (unlink(path.c_str()) == 0) {
      removed = true;
    } else if (errno != ENOENT) {
      return FileErrorOf(path, errno);
    }
  }
  return removed ? SyncDirectoryOf(paths.front()) : absl::OkStatus();
}

}  // namespace ketenproef
