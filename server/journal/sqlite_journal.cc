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

constexpr std::size_t kManyRows = 32;
constexpr int kColumns = 4;

// For so many rows. Nothing is undone within a statement that fails: all of the transaction is.
std::string InsertOf(std::size_t rows) {
  std::string sql = "INSERT OR FAIL INTO gebeurtenis VALUES (?, ?, ?, ?)";
  for (std::size_t i = 1; i < rows; ++i) absl::StrAppend(&sql, ", (?, ?, ?, ?)");
  return sql;
}

bool HasBytes(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return !error && size > 0;
}

}  // namespace

SqliteJournal::SqliteJournal(std::string path, SqliteDatabase database, Statements statements,
                             Journaalstand stand)
    : path_(std::move(path)),
      database_(std::move(database)),
      statements_(std::move(statements)),
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
  auto insert = database->Prepare(InsertOf(1).c_str());
  if (!insert.ok()) return insert.status();
  auto insert_many = database->Prepare(InsertOf(kManyRows).c_str());
  if (!insert_many.ok()) return insert_many.status();
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
  Statements statements = {*std::move(insert), *std::move(insert_many), *std::move(set_klok),
                           *std::move(select)};
  return std::unique_ptr<SqliteJournal>(
      new SqliteJournal(path, *std::move(database), std::move(statements), {*last, *klok}));
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
  for (std::size_t first = 0; first < batch.size();) {
    const bool is_many = batch.size() - first >= kManyRows;
    const std::size_t rows = is_many ? kManyRows : 1;
    SqliteStatement& insert = is_many ? statements_.insert_many : statements_.insert;
    if (absl::Status status = InsertRows(batch, first, rows, insert); !status.ok()) return status;
    first += rows;
  }
  if (klok != stand_.klok) {
    SqliteStatement& set_klok = statements_.set_klok;
    set_klok.Bind(1, klok.unix_nanos());
    set_klok.Bind(2, ControlegetalOfStand(klok));
    const auto row = set_klok.Step();
    set_klok.Reset();
    if (!row.ok()) return row.status();
  }
  return database_.Execute("COMMIT");
}

absl::Status SqliteJournal::InsertRows(const JournalBatch& batch, std::size_t first, std::size_t rows,
                                       SqliteStatement& insert) const {
  int parameter = 0;
  for (std::size_t i = first; i < first + rows; ++i, parameter += kColumns) {
    const std::int64_t volgnummer = stand_.volgnummer + 1 + static_cast<std::int64_t>(i);
    insert.Bind(parameter + 1, volgnummer);
    insert.Bind(parameter + 2, batch.tijdstip(i).unix_nanos());
    insert.Bind(parameter + 3, Controlegetal(volgnummer, batch.tijdstip(i), batch.inhoud(i)));
    insert.BindBlob(parameter + 4, batch.inhoud(i));
  }
  const auto done = insert.Step();
  insert.Reset();
  return done.status();
}

absl::Status SqliteJournal::Read(std::int64_t volgnummer,
                                 absl::FunctionRef<bool(const JournalRecord&)> visit) {
  statements_.select.Bind(1, volgnummer);
  absl::Status status;
  for (std::int64_t expected = volgnummer;; ++expected) {
    const auto row = statements_.select.Step();
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
    if (!visit(
            {expected, Tijdstip::FromUnixNanos(statements_.select.Int64(1)), statements_.select.Blob(3)})) {
      break;
    }
  }
  statements_.select.Reset();
  is_damaged_ = is_damaged_ || absl::IsDataLoss(status);
  return status;
}

absl::Status SqliteJournal::CheckRow(std::int64_t expected) const {
  if (statements_.select.Int64(0) != expected) return Damaged(expected, "is missing");
  const Tijdstip tijdstip = Tijdstip::FromUnixNanos(statements_.select.Int64(1));
  if (statements_.select.Int64(2) != Controlegetal(expected, tijdstip, statements_.select.Blob(3))) {
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
