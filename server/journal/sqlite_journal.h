// The journal in one SQLite file: a row per event in order, each with a checksum over its number, instant and
// bytes. Write-ahead log with synchronous FULL: an acknowledged event is on disk.
#ifndef KETENPROEF_SERVER_JOURNAL_SQLITE_JOURNAL_H_
#define KETENPROEF_SERVER_JOURNAL_SQLITE_JOURNAL_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "server/journal/journal.h"
#include "server/journal/sqlite_database.h"

namespace ketenproef {

class SqliteJournal : public Journal {
 public:
  // Opens the journal at `path`, or makes it. Holds the file until destroyed: FAILED_PRECONDITION where
  // another process does. DATA_LOSS where the file is something else or its numbers have gaps.
  static absl::StatusOr<std::unique_ptr<SqliteJournal>> Open(const std::string& path);

  absl::Status Append(const JournalBatch& batch, Tijdstip klok) override;
  std::int64_t last_volgnummer() const override { return last_volgnummer_; }
  Tijdstip klok() const override { return klok_; }
  absl::Status Read(std::int64_t volgnummer, absl::FunctionRef<bool(const JournalRecord&)> visit) override;

 private:
  SqliteJournal(SqliteDatabase database, SqliteStatement insert, SqliteStatement set_klok,
                SqliteStatement select);

  absl::Status AppendInTransaction(const JournalBatch& batch, Tijdstip klok);

  SqliteDatabase database_;
  SqliteStatement insert_;
  SqliteStatement set_klok_;
  SqliteStatement select_;
  std::int64_t last_volgnummer_ = 0;
  Tijdstip klok_;
  absl::Status broken_;  // not OK from the first failed Append on
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_SQLITE_JOURNAL_H_
