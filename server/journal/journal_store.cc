#include "server/journal/journal_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "server/journal/durable_files.h"
#include "server/journal/durable_mark.h"
#include "server/journal/memory_journal.h"
#include "server/journal/sqlite_journal.h"
#include "server/journal/sqlite_schema.h"
#include "server/rules/limits.h"

namespace ketenproef {
namespace {

constexpr char kExtension[] = ".journaal";

}  // namespace

bool IsJournaalnaam(absl::string_view naam) {
  return !naam.empty() && naam.size() <= kMaxOmgevingNaamBytes &&
         std::all_of(naam.begin(), naam.end(), [](char character) {
           return absl::ascii_islower(static_cast<unsigned char>(character)) ||
                  absl::ascii_isdigit(static_cast<unsigned char>(character)) || character == '-';
         });
}

absl::StatusOr<std::vector<std::string>> MemoryJournalStore::List() {
  return std::vector<std::string>();
}

absl::StatusOr<std::unique_ptr<Journal>> MemoryJournalStore::Open(const std::string& /*naam*/) {
  return std::make_unique<MemoryJournal>();
}

absl::Status MemoryJournalStore::Remove(const std::string& /*naam*/) {
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<DirectoryJournalStore>> DirectoryJournalStore::Make(
    const std::string& directory) {
  if (absl::Status status = MakeDirectories(directory); !status.ok()) return status;
  // The kernel lets go of the lock with the process, however that ends.
  const std::string path = absl::StrCat(directory, "/.lock");
  const int lock = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock < 0) return FileErrorOf(path, errno);
  if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
    close(lock);
    return absl::FailedPreconditionError(absl::StrCat(
        directory, ": another ketenproef uses this data directory, stop it or choose another directory"));
  }
  return std::unique_ptr<DirectoryJournalStore>(new DirectoryJournalStore(directory, lock));
}

DirectoryJournalStore::~DirectoryJournalStore() {
  close(lock_);
}

absl::StatusOr<std::vector<std::string>> DirectoryJournalStore::List() {
  std::vector<std::string> namen;
  std::error_code error;
  for (std::filesystem::directory_iterator it(directory_, error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().extension() == kExtension) namen.push_back(it->path().stem().string());
  }
  if (error) return FileErrorOf(directory_, error.value());
  std::sort(namen.begin(), namen.end());
  return namen;
}

absl::StatusOr<std::unique_ptr<Journal>> DirectoryJournalStore::Open(const std::string& naam) {
  auto journal = SqliteJournal::Open(PathOf(naam));
  if (!journal.ok()) return journal.status();
  return std::unique_ptr<Journal>(*std::move(journal));
}

absl::Status DirectoryJournalStore::Remove(const std::string& naam) {
  const std::string path = PathOf(naam);
  // The database first: without it, what stands beside it means nothing.
  const std::array<std::string, 4> files = {path, LogPathOf(path), SharedMemoryPathOf(path),
                                            DurableMark::PathOf(path)};
  return RemoveFiles(files);
}

std::string DirectoryJournalStore::PathOf(const std::string& naam) const {
  return absl::StrCat(directory_, "/", naam, kExtension);
}

}  // namespace ketenproef
