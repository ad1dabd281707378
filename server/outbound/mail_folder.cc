#include "server/outbound/mail_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include "absl/strings/str_cat.h"

namespace ketenproef {
namespace {

// Writes everything and waits until it is on disk; false leaves the reason in errno.
bool WriteDurably(const std::filesystem::path& path, absl::string_view bytes) {
  const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) {
    return false;
  }
  bool is_well = true;
  while (is_well && !bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    is_well = written > 0 || (written < 0 && errno == EINTR);
    bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
  }
  is_well = is_well && fsync(fd) == 0;
  return close(fd) == 0 && is_well;
}

// So that the new name outlasts a crash.
bool SyncFolder(const std::filesystem::path& folder) {
  const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) {
    return false;
  }
  const bool is_well = fsync(fd) == 0;
  return close(fd) == 0 && is_well;
}

}  // namespace

absl::Status MailFolder::Send(const Mail& mail, const std::stop_token& /*stop*/) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  const std::filesystem::path path = folder_ / absl::StrCat(mail.name, ".eml");
  const std::filesystem::path unfinished = folder_ / absl::StrCat(".", mail.name, ".eml.new");
  if (!error && WriteDurably(unfinished, mail.text) && rename(unfinished.c_str(), path.c_str()) == 0 &&
      SyncFolder(folder_)) {
    return absl::OkStatus();
  }
  const std::string reason = error ? error.message() : std::system_category().message(errno);
  return absl::UnavailableError(
      absl::StrCat("mail cannot be written to ", folder_.string(), ": ", reason, "; it will be tried again"));
}

}  // namespace ketenproef
