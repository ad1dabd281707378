#include "server/journal/journal_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "server/journal/memory_journal.h"
#include "server/journal/sqlite_journal.h"

namespace ketenproef {
namespace {

constexpr char kExtension[] = ".journaal";

absl::Status ErrorOf(absl::string_view path, const std::error_code& error) {
  return absl::UnavailableError(absl::StrCat(path, ": ", error.message()));
}

}  // namespace

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
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) return ErrorOf(directory, error);
  // The kernel lets go of the lock with the process, however that ends.
  const std::string path = absl::StrCat(directory, "/.lock");
  const int lock = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock < 0) return ErrorOf(path, std::error_code(errno, std::generic_category()));
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
  if (error) return ErrorOf(directory_, error);
  std::sort(namen.begin(), namen.end());
  return namen;
}

absl::StatusOr<std::unique_ptr<Journal>> DirectoryJournalStore::Open(const std::string& naam) {
  auto journal = SqliteJournal::Open(PathOf(naam));
  if (!journal.ok()) return journal.status();
  return std::unique_ptr<Journal>(*std::move(journal));
}

absl::Status DirectoryJournalStore::Remove(const std::string& naam) {
  // The database first: without it, what SQLite keeps beside it means nothing.
  for (const char* suffix : {"", "-wal", "-shm"}) {
    std::error_code error;
    std::filesystem::remove(absl::StrCat(PathOf(naam), suffix), error);
    if (error) return ErrorOf(PathOf(naam), error);
  }
  return absl::OkStatus();
}

std::string DirectoryJournalStore::PathOf(const std::string& naam) const {
  return absl::StrCat(directory_, "/", naam, kExtension);
}

}  // namespace ketenproef
