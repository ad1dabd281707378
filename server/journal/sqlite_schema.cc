#include "server/journal/sqlite_schema.h"

#include <array>

#include "absl/strings/str_cat.h"
#include "server/journal/controlegetal.h"
#include "server/journal/durable_files.h"
#include "server/journal/durable_mark.h"

namespace ketenproef {
namespace {

// Says "this file is a journal of ketenproef": the characters KTPJ.
constexpr std::int64_t kApplicationId = 0x4b54504a;
// 1 had no checksum in `stand`.
constexpr std::int64_t kFirstVersion = 1;
constexpr std::int64_t kVersion = 2;

// Of a file that no other process sees and that is synced as a whole.
constexpr char kMake[] =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = OFF;"
    "BEGIN EXCLUSIVE;"
    "CREATE TABLE gebeurtenis ("
    "  volgnummer INTEGER PRIMARY KEY,"
    "  tijdstip INTEGER NOT NULL,"
    "  controlegetal INTEGER NOT NULL,"
    "  inhoud BLOB NOT NULL) STRICT;"
    "CREATE TABLE stand ("
    "  id INTEGER PRIMARY KEY CHECK (id = 1),"
    "  klok INTEGER NOT NULL,"
    "  controlegetal INTEGER NOT NULL DEFAULT 0) STRICT;"
    "PRAGMA application_id = 0x4b54504a;"
    "PRAGMA user_version = 2;";

// Only of a file that was found to be a journal: the first writes into it. Pages are looked at before
// anything on them is followed, since the file may be damaged.
constexpr char kConfigure[] =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA cell_size_check = ON;";

absl::Status Damaged(const std::string& path, absl::string_view what) {
  return absl::DataLossError(absl::StrCat(path, ": ", what, "; restore the file from a copy"));
}

absl::Status Make(const std::string& path) {
  auto database = SqliteDatabase::Make(path);
  if (!database.ok()) return database.status();
  if (absl::Status status = database->Execute(kMake); !status.ok()) return status;
  const std::string rest =
      absl::StrCat("INSERT INTO stand VALUES (1, 0, ", ControlegetalOfStand(Tijdstip()), "); COMMIT");
  if (absl::Status status = database->Execute(rest.c_str()); !status.ok()) return status;
  // Closing would do it too, but say nothing where it fails.
  return database->QueryInt64("PRAGMA wal_checkpoint(TRUNCATE)").status();
}

absl::Status Upgrade(SqliteDatabase& database) {
  const auto klok = database.QueryInt64("SELECT klok FROM stand");
  if (!klok.ok()) return klok.status();
  const std::string upgrade = absl::StrCat(
      "BEGIN;"
      "ALTER TABLE stand ADD COLUMN controlegetal INTEGER NOT NULL DEFAULT 0;"
      "UPDATE stand SET controlegetal = ",
      ControlegetalOfStand(Tijdstip::FromUnixNanos(*klok)), "; PRAGMA user_version = ", kVersion, "; COMMIT");
  return database.Execute(upgrade.c_str());
}

// Settings in the head of the file that are always zero in a journal. Were one not, SQLite would write events
// where others stand: on pages that it takes for free, or for tables of its own.
absl::Status CheckHead(SqliteDatabase& database, const std::string& path) {
  for (const char* pragma : {"PRAGMA freelist_count", "PRAGMA auto_vacuum"}) {
    const auto value = database.QueryInt64(pragma);
    if (!value.ok()) return value.status();
    if (*value != 0) return Damaged(path, absl::StrCat("its head is damaged (", pragma, ")"));
  }
  return absl::OkStatus();
}

}  // namespace

std::string LogPathOf(const std::string& journal_path) {
  return absl::StrCat(journal_path, "-wal");
}

std::string SharedMemoryPathOf(const std::string& journal_path) {
  return absl::StrCat(journal_path, "-shm");
}

std::string UnfinishedPathOf(const std::string& journal_path) {
  return absl::StrCat(journal_path, ".nieuw");
}

absl::Status MakeJournalFile(const std::string& path) {
  const std::string unfinished = UnfinishedPathOf(path);
  // Of a making that was broken off, and of a journal of this name whose removal was: its log would be taken
  // for that of the new one.
  const std::array<std::string, 6> rest = {LogPathOf(path),           SharedMemoryPathOf(path),
                                           DurableMark::PathOf(path), unfinished,
                                           LogPathOf(unfinished),     SharedMemoryPathOf(unfinished)};
  if (absl::Status status = RemoveFiles(rest); !status.ok()) return status;
  absl::Status status = Make(unfinished);
  if (status.ok()) status = PublishFile(unfinished, path);
  // The first error is the one to tell.
  if (!status.ok()) (void)RemoveFiles({unfinished, LogPathOf(unfinished)});
  return status;
}

absl::Status PrepareJournal(SqliteDatabase& database, const std::string& path) {
  if (absl::Status status = database.Execute("PRAGMA locking_mode = EXCLUSIVE"); !status.ok()) return status;
  const auto application = database.QueryInt64("PRAGMA application_id");
  if (!application.ok()) return application.status();
  const auto version = database.QueryInt64("PRAGMA user_version");
  if (!version.ok()) return version.status();
  if (*application != kApplicationId || *version < kFirstVersion) {
    return absl::DataLossError(
        absl::StrCat(path, ": is not a journal of ketenproef; choose another directory"));
  }
  if (*version > kVersion) {
    return absl::DataLossError(absl::StrCat(path, ": was written by a newer ketenproef (journal version ",
                                            *version, ", this one reads up to ", kVersion,
                                            "); use that one, or choose another directory"));
  }
  if (absl::Status status = CheckHead(database, path); !status.ok()) return status;
  if (absl::Status status = database.Execute(kConfigure); !status.ok()) return status;
  return *version == kVersion ? absl::OkStatus() : Upgrade(database);
}

std::int64_t ControlegetalOfStand(Tijdstip klok) {
  return Controlegetal(0, klok, "stand");
}

absl::StatusOr<Tijdstip> ReadStand(SqliteDatabase& database, const std::string& path) {
  const auto nanos = database.QueryInt64("SELECT klok FROM stand");
  if (!nanos.ok()) return nanos.status();
  const auto controlegetal = database.QueryInt64("SELECT controlegetal FROM stand");
  if (!controlegetal.ok()) return controlegetal.status();
  const Tijdstip klok = Tijdstip::FromUnixNanos(*nanos);
  if (*controlegetal != ControlegetalOfStand(klok)) {
    return Damaged(path, "the position of the clock is damaged (checksum)");
  }
  return klok;
}

}  // namespace ketenproef
