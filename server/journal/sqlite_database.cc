#include "server/journal/sqlite_database.h"

#include <sqlite3.h>

#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"

namespace ketenproef {
namespace {

// What the system said, which SQLite leaves out.
std::string CauseOf(sqlite3* database) {
  const int error_number = database == nullptr ? 0 : sqlite3_system_errno(database);
  if (error_number == 0) return "";
  return absl::StrCat(" (", std::error_code(error_number, std::generic_category()).message(), ")");
}

absl::Status ErrorOf(sqlite3* database, int code) {
  const char* file = database == nullptr ? nullptr : sqlite3_db_filename(database, "main");
  // Of the database itself where it is its error: it says more.
  const bool is_last = database != nullptr && sqlite3_errcode(database) == code;
  const char* detail = is_last ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  const std::string text = absl::StrCat(file == nullptr ? "database" : file, ": ", detail);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return absl::FailedPreconditionError(absl::StrCat(
          text, "; another ketenproef uses this data directory, stop it or choose another directory"));
    case SQLITE_NOTADB:
      return absl::DataLossError(
          absl::StrCat(text, ", so it is no journal; name another one, or restore the file from a copy"));
    case SQLITE_CORRUPT:
    // What is asked of a database is right, so one that cannot answer is not as it was made.
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return absl::DataLossError(absl::StrCat(text, "; restore the file from a copy"));
    case SQLITE_FULL:
      return absl::ResourceExhaustedError(absl::StrCat(text, "; make room on the disk and start again"));
    default:
      return absl::UnavailableError(absl::StrCat(text, CauseOf(database)));
  }
}

}  // namespace

void SqliteStatement::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void SqliteStatement::Bind(int parameter, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), parameter, value);
}

void SqliteStatement::BindBlob(int parameter, absl::string_view bytes) {
  sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(), bytes.size(), SQLITE_STATIC);
}

absl::StatusOr<bool> SqliteStatement::Step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return ErrorOf(sqlite3_db_handle(statement_.get()), code);
}

std::int64_t SqliteStatement::Int64(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

absl::string_view SqliteStatement::Blob(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

void SqliteStatement::Reset() {
  sqlite3_reset(statement_.get());
}

void SqliteDatabase::Closer::operator()(sqlite3* database) const {
  sqlite3_close(database);
}

absl::StatusOr<SqliteDatabase> SqliteDatabase::Open(const std::string& path) {
  return OpenWith(path, SQLITE_OPEN_READWRITE);
}

absl::StatusOr<SqliteDatabase> SqliteDatabase::Make(const std::string& path) {
  return OpenWith(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

absl::StatusOr<SqliteDatabase> SqliteDatabase::OpenWith(const std::string& path, int flags) {
  sqlite3* raw = nullptr;
  // No mutex of SQLite's own: one thread uses a database.
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  SqliteDatabase database;
  database.database_.reset(raw);
  if (code != SQLITE_OK) return ErrorOf(raw, code);
  return database;
}

void SqliteDatabase::KeepLogOnClose(bool keep) {
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

absl::Status SqliteDatabase::Execute(const char* sql) {
  const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus() : ErrorOf(database_.get(), code);
}

absl::StatusOr<SqliteStatement> SqliteDatabase::Prepare(const char* sql) {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
  if (code != SQLITE_OK) return ErrorOf(database_.get(), code);
  SqliteStatement statement;
  statement.statement_.reset(raw);
  return statement;
}

absl::StatusOr<std::int64_t> SqliteDatabase::QueryInt64(const char* sql) {
  auto statement = Prepare(sql);
  if (!statement.ok()) return statement.status();
  const auto row = statement->Step();
  if (!row.ok()) return row.status();
  if (!*row) return ErrorOf(database_.get(), SQLITE_CORRUPT);
  return statement->Int64(0);
}

}  // namespace ketenproef
