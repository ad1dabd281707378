// The journal in one SQLite file: a row per event in order, each with a checksum over its number, instant and
// bytes. Write-ahead log with synchronous FULL: an acknowledged event is on disk. Beside it stands how far it
// was acknowledged (durable_mark.h), so that a journal that lost its end is refused, not taken for a shorter
// one.
//
// A journal that is found damaged stays as it is, its log too.
#ifndef KETENPROEF_SERVER_JOURNAL_SQLITE_JOURNAL_H_
#define KETENPROEF_SERVER_JOURNAL_SQLITE_JOURNAL_H_

#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "server/journal/durable_mark.h"
#include "server/journal/journal.h"
#include "server/journal/sqlite_database.h"

namespace ketenproef {

class SqliteJournal : public Journal {
 public:
  // Opens the journal at `path`, or makes it; everything that it then holds is on disk. Holds the file until
  // destroyed: FAILED_PRECONDITION where another process does. DATA_LOSS where the file is something else, is
  // damaged, or ends before what was acknowledged.
  static absl::StatusOr<std::unique_ptr<SqliteJournal>> Open(const std::string& path);

  // Opens one that is there to read it only, whatever was acknowledged; its files stay as they are (one of an
  // older version is upgraded). NOT_FOUND where there is none, otherwise as Open.
  static absl::StatusOr<std::unique_ptr<SqliteJournal>> OpenToRead(const std::string& path);

  absl::Status Append(const JournalBatch& batch, Tijdstip klok) override;
  std::int64_t last_volgnummer() const override { return stand_.volgnummer; }
  Tijdstip klok() const override { return stand_.klok; }
  absl::Status Read(std::int64_t volgnummer, absl::FunctionRef<bool(const JournalRecord&)> visit) override;

  // DATA_LOSS where the journal ends before what was acknowledged.
  absl::Status CheckEnd() const;
  // DATA_LOSS where SQLite's own check of the file finds something; reads all of it.
  absl::Status CheckStructure();

  ~SqliteJournal() override;

 private:
  struct Statements {
    SqliteStatement insert;       // one row
    SqliteStatement insert_many;  // kManyRows, each for two thirds of what one alone takes
    SqliteStatement set_klok;
    SqliteStatement select;
  };

  SqliteJournal(std::string path, SqliteDatabase database, Statements statements, Journaalstand stand);

  static absl::StatusOr<std::unique_ptr<SqliteJournal>> OpenFile(const std::string& path);
  // From now on it may be written.
  absl::Status StartWriting();
  absl::Status AppendInTransaction(const JournalBatch& batch, Tijdstip klok);
  // Events of the batch, from `first` on, as the rows of one statement.
  absl::Status InsertRows(const JournalBatch& batch, std::size_t first, std::size_t rows,
                          SqliteStatement& insert) const;
  absl::Status CheckRow(std::int64_t expected) const;
  absl::Status Damaged(std::int64_t volgnummer, absl::string_view what) const;

  const std::string path_;
  SqliteDatabase database_;
  Statements statements_;
  Journaalstand stand_;
  std::optional<DurableMark> mark_;  // where it may be written
  absl::Status broken_;              // not OK from the first failed Append on
  bool is_damaged_ = false;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_SQLITE_JOURNAL_H_
