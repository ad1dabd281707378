#include "server/journal/sqlite_journal.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "server/journal/controlegetal.h"
#include "server/journal/durable_files.h"
#include "server/journal/sqlite_schema.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;

bool HasBytes(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return !error && size > 0;
}

}  // namespace

SqliteJournal::SqliteJournal(std::string path, SqliteDatabase database, SqliteStatement insert,
                             SqliteStatement set_klok, SqliteStatement select, Journaalstand stand)
    : path_(std::move(path)),
      database_(std::move(database)),
      insert_(std::move(insert)),
      set_klok_(std::move(set_klok)),
      select_(std::move(select)),
      stand_(stand) {}

SqliteJournal::~SqliteJournal() {
  if (mark_.has_value() && !is_damaged_) database_.KeepLogOnClose(false);
}

absl::StatusOr<std::unique_ptr<SqliteJournal>> SqliteJournal::Open(const std::string& path) {
  if (!IsThere(path)) {
    if (absl::Status status = MakeJournalFile(path); !status.ok()) return status;
  }
  auto journal = OpenFile(path);
  if (!journal.ok()) return journal;
  if (absl::Status status = (*journal)->CheckEnd(); !status.ok()) return status;
  if (absl::Status status = (*journal)->StartWriting(); !status.ok()) return status;
  return journal;
}

absl::StatusOr<std::unique_ptr<SqliteJournal>> SqliteJournal::OpenToRead(const std::string& path) {
  if (!IsThere(path)) return absl::NotFoundError(absl::StrCat(path, ": is not there"));
  return OpenFile(path);
}

absl::StatusOr<std::unique_ptr<SqliteJournal>> SqliteJournal::OpenFile(const std::string& path) {
  // SQLite would take it for a new database, and throw its log away.
  if (!HasBytes(path)) {
    return absl::DataLossError(
        absl::StrCat(path, ": is empty, which a journal never is; restore the file from a copy"));
  }
  const bool has_log = IsThere(LogPathOf(path));
  auto database = SqliteDatabase::Open(path);
  if (!database.ok()) return database.status();
  database->KeepLogOnClose(has_log);
  if (absl::Status status = PrepareJournal(*database, path); !status.ok()) return status;
  auto insert = database->Prepare("INSERT INTO gebeurtenis VALUES (?1, ?2, ?3, ?4)");
  if (!insert.ok()) return insert.status();
  auto set_klok = database->Prepare("UPDATE stand SET klok = ?1, controlegetal = ?2");
  if (!set_klok.ok()) return set_klok.status();
  auto select = database->Prepare(
      "SELECT volgnummer, tijdstip, controlegetal, inhoud FROM gebeurtenis WHERE volgnummer >= ?1 ORDER BY "
      "volgnummer");
  if (!select.ok()) return select.status();
  const auto last = database->QueryInt64("SELECT coalesce(max(volgnummer), 0) FROM gebeurtenis");
  if (!last.ok()) return last.status();
  const auto klok = ReadStand(*database, path);
  if (!klok.ok()) return klok.status();
  return std::unique_ptr<SqliteJournal>(new SqliteJournal(path, *std::move(database), *std::move(insert),
                                                          *std::move(set_klok), *std::move(select),
                                                          {*last, *klok}));
}

absl::Status SqliteJournal::StartWriting() {
  // A process that was killed may have left commits in the log that were never synced. They are read now, and
  // what is read may be acknowledged.
  if (const auto busy = database_.QueryInt64("PRAGMA wal_checkpoint(TRUNCATE)"); !busy.ok()) {
    return busy.status();
  }
  auto mark = DurableMark::Open(path_);
  if (!mark.ok()) return mark.status();
  if (absl::Status status = mark->Write(stand_); !status.ok()) return status;
  mark_.emplace(*std::move(mark));
  return absl::OkStatus();
}

absl::Status SqliteJournal::Append(const JournalBatch& batch, Tijdstip klok) {
  if (!broken_.ok()) return broken_;
  const Journaalstand stand = {stand_.volgnummer + static_cast<std::int64_t>(batch.size()), klok};
  absl::Status status = AppendInTransaction(batch, klok);
  if (!status.ok()) {
    // Already failing: what the rollback says adds nothing, and opening anew will find the last whole commit.
    (void)database_.Execute("ROLLBACK");
  } else {
    status = mark_->Write(stand);
  }
  if (!status.ok()) {
    broken_ = status;
    return status;
  }
  stand_ = stand;
  return absl::OkStatus();
}

absl::Status SqliteJournal::AppendInTransaction(const JournalBatch& batch, Tijdstip klok) {
  if (absl::Status status = database_.Execute("BEGIN"); !status.ok()) return status;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const std::int64_t volgnummer = stand_.volgnummer + 1 + static_cast<std::int64_t>(i);
    insert_.Bind(1, volgnummer);
    insert_.Bind(2, batch.tijdstip(i).unix_nanos());
    insert_.Bind(3, Controlegetal(volgnummer, batch.tijdstip(i), batch.inhoud(i)));
    insert_.BindBlob(4, batch.inhoud(i));
    const auto row = insert_.Step();
    insert_.Reset();
    if (!row.ok()) return row.status();
  }
  if (klok != stand_.klok) {
    set_klok_.Bind(1, klok.unix_nanos());
    set_klok_.Bind(2, ControlegetalOfStand(klok));
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
      const bool is_damage = absl::IsDataLoss(row.status());
      status = is_damage ? Damaged(expected, "cannot be read, the file is damaged there") : row.status();
      break;
    }
    if (!*row) {
      if (expected <= last_volgnummer()) status = Damaged(expected, "is missing");
      break;
    }
    if (status = CheckRow(expected); !status.ok()) break;
    if (!visit({expected, Tijdstip::FromUnixNanos(select_.Int64(1)), select_.Blob(3)})) break;
  }
  select_.Reset();
  is_damaged_ = is_damaged_ || absl::IsDataLoss(status);
  return status;
}

absl::Status SqliteJournal::CheckRow(std::int64_t expected) const {
  if (select_.Int64(0) != expected) return Damaged(expected, "is missing");
  const Tijdstip tijdstip = Tijdstip::FromUnixNanos(select_.Int64(1));
  if (select_.Int64(2) != Controlegetal(expected, tijdstip, select_.Blob(3))) {
    return Damaged(expected, "is damaged (checksum)");
  }
  return absl::OkStatus();
}

absl::Status SqliteJournal::CheckEnd() const {
  const auto acknowledged = DurableMark::Read(path_);
  if (!acknowledged.has_value()) return absl::OkStatus();
  const auto lost = [this](absl::string_view how) {
    return absl::DataLossError(
        absl::StrCat(path_, ": ", how, ": the file or ", LogPathOf(path_),
                     " was cut off, damaged or replaced; restore them from a copy, with ",
                     DurableMark::PathOf(path_), " of the same moment"));
  };
  if (stand_.volgnummer < acknowledged->volgnummer) {
    return lost(absl::StrCat("ends at event ", stand_.volgnummer, ", and ", acknowledged->volgnummer,
                             " were acknowledged"));
  }
  if (stand_.klok < acknowledged->klok) {
    return lost(absl::StrCat("the clock stands at ", stand_.klok.ToString(), ", and ",
                             acknowledged->klok.ToString(), " was acknowledged"));
  }
  return absl::OkStatus();
}

absl::Status SqliteJournal::CheckStructure() {
  auto check = database_.Prepare("PRAGMA integrity_check(1)");
  if (!check.ok()) return check.status();
  const auto row = check->Step();
  if (!row.ok()) return row.status();
  const std::string found(check->Blob(0));
  if (found == "ok") return absl::OkStatus();
  return absl::DataLossError(absl::StrCat(path_, ": ", found, "; restore the file from a copy"));
}

absl::Status SqliteJournal::Damaged(std::int64_t volgnummer, absl::string_view what) const {
  return absl::DataLossError(
      absl::StrCat(path_, ": event ", volgnummer, " ", what,
                   "; restore the file from a copy, or see `ketenproef journal check`"));
}

}  // namespace ketenproef
