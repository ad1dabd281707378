// A small RAII wrapper over SQLite: a database and its prepared statements, errors as absl::Status with the
// file named. Not thread-safe.
#ifndef KETENPROEF_SERVER_JOURNAL_SQLITE_DATABASE_H_
#define KETENPROEF_SERVER_JOURNAL_SQLITE_DATABASE_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

struct sqlite3;
struct sqlite3_stmt;

namespace ketenproef {

class SqliteStatement {
 public:
  void Bind(int parameter, std::int64_t value);
  // The bytes must live until the next Reset.
  void BindBlob(int parameter, absl::string_view bytes);

  // Whether there is a row; its columns can be read until the next Step.
  absl::StatusOr<bool> Step();
  std::int64_t Int64(int column) const;
  absl::string_view Blob(int column) const;

  void Reset();

 private:
  friend class SqliteDatabase;
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };

  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

class SqliteDatabase {
 public:
  // Opens a file that is there, or makes one. FAILED_PRECONDITION where another process holds it, DATA_LOSS
  // where it is no database, damaged, or not made of the tables that a statement names, RESOURCE_EXHAUSTED on
  // a full disk, UNAVAILABLE on other failures of the disk.
  static absl::StatusOr<SqliteDatabase> Open(const std::string& path);
  static absl::StatusOr<SqliteDatabase> Make(const std::string& path);

  // Whether closing leaves the write-ahead log where it is, and with it the files as they are. By default it
  // is written back and removed.
  void KeepLogOnClose(bool keep);

  absl::Status Execute(const char* sql);
  absl::StatusOr<SqliteStatement> Prepare(const char* sql);
  // The single value of a query that always has one, such as a PRAGMA; DATA_LOSS where it has none.
  absl::StatusOr<std::int64_t> QueryInt64(const char* sql);

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };

  static absl::StatusOr<SqliteDatabase> OpenWith(const std::string& path, int flags);

  std::unique_ptr<sqlite3, Closer> database_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_SQLITE_DATABASE_H_
