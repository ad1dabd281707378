// How far a journal was acknowledged: the volgnummer and the clock of the last Append that returned OK, in a
// small file beside it. It is written when the commit is on disk and is not synced itself, so it never says
// more than the journal holds; after a power failure it may say less.
//
// It tells a journal that lost its end from one that a crash left in the middle of an append. SQLite cannot:
// where its write-ahead log is damaged it takes all that follows for commits that were never finished, and
// where the log is gone for none at all.
//
// Not thread-safe.
#ifndef KETENPROEF_SERVER_JOURNAL_DURABLE_MARK_H_
#define KETENPROEF_SERVER_JOURNAL_DURABLE_MARK_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "server/rules/tijdstip.h"

namespace ketenproef {

// How far a journal goes.
struct Journaalstand {
  std::int64_t volgnummer = 0;
  Tijdstip klok;
  friend bool operator==(const Journaalstand&, const Journaalstand&) = default;
};

class DurableMark {
 public:
  // The file of the journal at `journal_path`.
  static std::string PathOf(const std::string& journal_path);
  // What the file says; nothing where it is missing or damaged: then nothing is known.
  static std::optional<Journaalstand> Read(const std::string& journal_path);

  // Opens the file to write to, or makes it. Errors as in durable_files.h.
  static absl::StatusOr<DurableMark> Open(const std::string& journal_path);
  absl::Status Write(const Journaalstand& stand);

  DurableMark(DurableMark&& other) noexcept
      : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)) {}
  DurableMark& operator=(DurableMark&&) = delete;
  ~DurableMark();

 private:
  DurableMark(std::string path, int file) : path_(std::move(path)), file_(file) {}

  std::string path_;
  int file_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_DURABLE_MARK_H_
