#include "bench/floor/sqlite_floor.h"

#include <sqlite3.h>

namespace ketenproef::floor {
namespace {

// As in server/journal/sqlite_journal.cc.
constexpr char kConfigure[] =
    "PRAGMA locking_mode = EXCLUSIVE;"
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "CREATE TABLE gebeurtenis ("
    "  volgnummer INTEGER PRIMARY KEY,"
    "  tijdstip INTEGER NOT NULL,"
    "  controlegetal INTEGER NOT NULL,"
    "  inhoud BLOB NOT NULL) STRICT;";
constexpr char kInsert[] = "INSERT INTO gebeurtenis VALUES (?1, ?2, ?3, ?4)";
// Numbers as large as true ones: SQLite stores them in as many bytes.
constexpr std::int64_t kTijdstip = 1'736'300'000'000'000'000;
constexpr std::int64_t kControlegetal = 3'000'000'000;

}  // namespace

void SqliteFloor::Closer::operator()(sqlite3* database) const {
  sqlite3_close(database);
}

void SqliteFloor::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

absl::StatusOr<SqliteFloor> SqliteFloor::Make(const std::string& path) {
  SqliteFloor floor;
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &database,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  floor.database_.reset(database);
  if (code != SQLITE_OK) return floor.Error();
  if (absl::Status status = floor.Execute(kConfigure); !status.ok()) return status;
  sqlite3_stmt* insert = nullptr;
  if (sqlite3_prepare_v3(database, kInsert, -1, SQLITE_PREPARE_PERSISTENT, &insert, nullptr) != SQLITE_OK) {
    return floor.Error();
  }
  floor.insert_.reset(insert);
  return floor;
}

absl::Status SqliteFloor::Append(absl::string_view bytes, int rows) {
  if (absl::Status status = Execute("BEGIN"); !status.ok()) return status;
  sqlite3_bind_int64(insert_.get(), 2, kTijdstip);
  sqlite3_bind_int64(insert_.get(), 3, kControlegetal);
  sqlite3_bind_blob64(insert_.get(), 4, bytes.data(), bytes.size(), SQLITE_STATIC);
  for (int i = 0; i < rows; ++i) {
    sqlite3_bind_int64(insert_.get(), 1, ++last_);
    const int code = sqlite3_step(insert_.get());
    sqlite3_reset(insert_.get());
    if (code != SQLITE_DONE) return Error();
  }
  return Execute("COMMIT");
}

absl::Status SqliteFloor::Execute(const char* sql) {
  const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus() : Error();
}

absl::Status SqliteFloor::Error() const {
  return absl::UnavailableError(sqlite3_errmsg(database_.get()));
}

}  // namespace ketenproef::floor
