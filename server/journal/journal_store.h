// Where the journals of the environments of one server are kept, by the name of the environment.
// Not thread-safe; the journals it opened may be used on other threads.
#ifndef KETENPROEF_SERVER_JOURNAL_JOURNAL_STORE_H_
#define KETENPROEF_SERVER_JOURNAL_JOURNAL_STORE_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "server/journal/journal.h"

namespace ketenproef {

// Whether an environment may be called so. It is also the name of a file: 1 to kMaxOmgevingNaamBytes
// characters from a-z, 0-9 and -.
bool IsJournaalnaam(absl::string_view naam);

class JournalStore {
 public:
  virtual ~JournalStore() = default;

  // The names of the journals that are there, sorted.
  virtual absl::StatusOr<std::vector<std::string>> List() = 0;
  // Opens the journal of this name, or makes it.
  virtual absl::StatusOr<std::unique_ptr<Journal>> Open(const std::string& naam) = 0;
  // Deletes the journal for good; it must not be open. OK where there is none.
  virtual absl::Status Remove(const std::string& naam) = 0;
};

// Forgets everything at the end of the process.
class MemoryJournalStore : public JournalStore {
 public:
  absl::StatusOr<std::vector<std::string>> List() override;
  absl::StatusOr<std::unique_ptr<Journal>> Open(const std::string& naam) override;
  absl::Status Remove(const std::string& naam) override;
};

// One SQLite file per environment in one directory, NAAM.journaal.
class DirectoryJournalStore : public JournalStore {
 public:
  // Makes the directory where it is missing, and holds it until destroyed: FAILED_PRECONDITION where another
  // server does. UNAVAILABLE where it cannot be made or written.
  static absl::StatusOr<std::unique_ptr<DirectoryJournalStore>> Make(const std::string& directory);
  ~DirectoryJournalStore() override;

  absl::StatusOr<std::vector<std::string>> List() override;
  absl::StatusOr<std::unique_ptr<Journal>> Open(const std::string& naam) override;
  absl::Status Remove(const std::string& naam) override;

  // Where the journal of this name is, or would be.
  std::string PathOf(const std::string& naam) const;

 private:
  DirectoryJournalStore(std::string directory, int lock) : directory_(std::move(directory)), lock_(lock) {}

  std::string directory_;
  int lock_;  // the descriptor of the file whose lock says that the directory is in use
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_JOURNAL_STORE_H_
