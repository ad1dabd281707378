#include "server/journal/sqlite_journal.h"

#include <zlib.h>

#include <array>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"

namespace ketenproef {
namespace {

// Says "this file is a journal of ketenproef": the characters KTPJ.
constexpr std::int64_t kApplicationId = 0x4b54504a;
constexpr std::int64_t kSchemaVersion = 1;

constexpr char kConfigure[] =
    "PRAGMA locking_mode = EXCLUSIVE;"
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;";

constexpr char kCreate[] =
    "BEGIN EXCLUSIVE;"
    "CREATE TABLE gebeurtenis ("
    "  volgnummer INTEGER PRIMARY KEY,"
    "  tijdstip INTEGER NOT NULL,"
    "  controlegetal INTEGER NOT NULL,"
    "  inhoud BLOB NOT NULL) STRICT;"
    "CREATE TABLE stand (id INTEGER PRIMARY KEY CHECK (id = 1), klok INTEGER NOT NULL) STRICT;"
    "INSERT INTO stand VALUES (1, 0);"
    "PRAGMA application_id = 0x4b54504a;"
    "PRAGMA user_version = 1;"
    "COMMIT;";

// Over everything that the row says.
std::int64_t Checksum(std::int64_t volgnummer, Tijdstip tijdstip, absl::string_view inhoud) {
  const std::array<std::int64_t, 2> numbers = {volgnummer, tijdstip.unix_nanos()};
  std::array<unsigned char, sizeof(numbers)> head{};
  std::memcpy(head.data(), numbers.data(), head.size());
  uLong crc = crc32_z(0, head.data(), head.size());
  crc = crc32_z(crc, reinterpret_cast<const unsigned char*>(inhoud.data()), inhoud.size());
  return static_cast<std::int64_t>(crc);
}

// Makes the tables in an empty file; checks that any other file is one of ours.
absl::Status Prepare(SqliteDatabase& database, const std::string& path) {
  if (absl::Status status = database.Execute(kConfigure); !status.ok()) return status;
  const auto application = database.QueryInt64("PRAGMA application_id");
  if (!application.ok()) return application.status();
  const auto tables = database.QueryInt64("SELECT count(*) FROM sqlite_schema");
  if (!tables.ok()) return tables.status();
  if (*application == 0 && *tables == 0) return database.Execute(kCreate);
  const auto version = database.QueryInt64("PRAGMA user_version");
  if (!version.ok()) return version.status();
  if (*application != kApplicationId || *version != kSchemaVersion) {
    return absl::DataLossError(absl::StrCat(
        path, ": not a journal that this version of ketenproef can read; choose another directory"));
  }
  return absl::OkStatus();
}

}  // namespace

SqliteJournal::SqliteJournal(SqliteDatabase database, SqliteStatement insert, SqliteStatement set_klok,
                             SqliteStatement select)
    : database_(std::move(database)),
      insert_(std::move(insert)),
      set_klok_(std::move(set_klok)),
      select_(std::move(select)) {}

absl::StatusOr<std::unique_ptr<SqliteJournal>> SqliteJournal::Open(const std::string& path) {
  auto database = SqliteDatabase::Open(path);
  if (!database.ok()) return database.status();
  if (absl::Status status = Prepare(*database, path); !status.ok()) return status;
  auto insert = database->Prepare("INSERT INTO gebeurtenis VALUES (?1, ?2, ?3, ?4)");
  if (!insert.ok()) return insert.status();
  auto set_klok = database->Prepare("UPDATE stand SET klok = ?1");
  if (!set_klok.ok()) return set_klok.status();
  auto select = database->Prepare(
      "SELECT volgnummer, tijdstip, controlegetal, inhoud FROM gebeurtenis WHERE volgnummer >= ?1 ORDER BY "
      "volgnummer");
  if (!select.ok()) return select.status();
  const auto last = database->QueryInt64("SELECT coalesce(max(volgnummer), 0) FROM gebeurtenis");
  if (!last.ok()) return last.status();
  const auto klok = database->QueryInt64("SELECT klok FROM stand");
  if (!klok.ok()) return klok.status();
  std::unique_ptr<SqliteJournal> journal(
      new SqliteJournal(*std::move(database), *std::move(insert), *std::move(set_klok), *std::move(select)));
  journal->last_volgnummer_ = *last;
  journal->klok_ = Tijdstip::FromUnixNanos(*klok);
  return journal;
}

absl::Status SqliteJournal::Append(const JournalBatch& batch, Tijdstip klok) {
  if (!broken_.ok()) return broken_;
  absl::Status status = AppendInTransaction(batch, klok);
  if (!status.ok()) {
    broken_ = status;
    // Already failing: what the rollback says adds nothing, and opening anew will find the last whole commit.
    (void)database_.Execute("ROLLBACK");
    return status;
  }
  last_volgnummer_ += static_cast<std::int64_t>(batch.size());
  klok_ = klok;
  return absl::OkStatus();
}

absl::Status SqliteJournal::AppendInTransaction(const JournalBatch& batch, Tijdstip klok) {
  if (absl::Status status = database_.Execute("BEGIN"); !status.ok()) return status;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const std::int64_t volgnummer = last_volgnummer_ + 1 + static_cast<std::int64_t>(i);
    insert_.Bind(1, volgnummer);
    insert_.Bind(2, batch.tijdstip(i).unix_nanos());
    insert_.Bind(3, Checksum(volgnummer, batch.tijdstip(i), batch.inhoud(i)));
    insert_.BindBlob(4, batch.inhoud(i));
    const auto row = insert_.Step();
    insert_.Reset();
    if (!row.ok()) return row.status();
  }
  if (klok != klok_) {
    set_klok_.Bind(1, klok.unix_nanos());
    const auto row = set_klok_.Step();
    set_klok_.Reset();
    if (!row.ok()) return row.status();
  }
  return database_.Execute("COMMIT");
}

absl::Status SqliteJournal::Read(std::int64_t volgnummer,
                                 absl::FunctionRef<bool(const JournalRecord&)> visit) {
  select_.Bind(1, volgnummer);
  absl::Status status;
  for (std::int64_t expected = volgnummer;; ++expected) {
    const auto row = select_.Step();
    if (!row.ok()) {
      status = row.status();
      break;
    }
    if (!*row) {
      if (expected <= last_volgnummer_) {
        status = absl::DataLossError(absl::StrCat("journal: event ", expected, " is missing"));
      }
      break;
    }
    const JournalRecord record = {select_.Int64(0), Tijdstip::FromUnixNanos(select_.Int64(1)),
                                  select_.Blob(3)};
    if (record.volgnummer != expected) {
      status = absl::DataLossError(absl::StrCat("journal: event ", expected, " is missing"));
      break;
    }
    if (select_.Int64(2) != Checksum(record.volgnummer, record.tijdstip, record.inhoud)) {
      status = absl::DataLossError(absl::StrCat("journal: event ", expected, " is damaged (checksum)"));
      break;
    }
    if (!visit(record)) break;
  }
  select_.Reset();
  return status;
}

}  // namespace ketenproef
