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
  // Opens or makes the file. FAILED_PRECONDITION where another process holds it, DATA_LOSS where it is no
  // database or damaged, RESOURCE_EXHAUSTED on a full disk, UNAVAILABLE on other failures of the disk.
  static absl::StatusOr<SqliteDatabase> Open(const std::string& path);

  absl::Status Execute(const char* sql);
  absl::StatusOr<SqliteStatement> Prepare(const char* sql);
  // The single value of a query such as a PRAGMA.
  absl::StatusOr<std::int64_t> QueryInt64(const char* sql);

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };

  std::unique_ptr<sqlite3, Closer> database_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_SQLITE_DATABASE_H_
