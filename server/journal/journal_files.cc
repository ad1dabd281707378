#include "server/journal/journal_files.h"

#include <array>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "server/journal/durable_files.h"
#include "server/journal/durable_mark.h"
#include "server/journal/journal_check.h"
#include "server/journal/journal_store.h"
#include "server/journal/journal_text.h"
#include "server/journal/sqlite_journal.h"
#include "server/journal/sqlite_schema.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;

// So many events of an import are committed at once.
constexpr std::size_t kEventsPerCommit = 20'000;

absl::Status NotThere(const std::string& path) {
  return absl::NotFoundError(absl::StrCat(path, ": is not there"));
}

// The store of a path that is a directory; null where it is a file.
absl::StatusOr<std::unique_ptr<DirectoryJournalStore>> StoreAt(const std::string& path) {
  std::error_code error;
  if (!IsThere(path)) return NotThere(path);
  if (!fs::is_directory(path, error)) return nullptr;
  return DirectoryJournalStore::Make(path);
}

// What SQLite may keep beside a journal, and how far it was acknowledged.
std::array<std::string, 3> FilesBeside(const std::string& path) {
  return {LogPathOf(path), SharedMemoryPathOf(path), DurableMark::PathOf(path)};
}

absl::Status RemoveJournal(const std::string& path) {
  if (absl::Status status = RemoveFiles({path}); !status.ok()) return status;
  return RemoveFiles(FilesBeside(path));
}

// Writes what is read into a journal that nobody looks for, until it is finished.
class Import {
 public:
  Import(JournalTextReader& reader, const DirectoryJournalStore& store) : reader_(reader), store_(store) {}

  absl::StatusOr<Journaalinvoer> Run() {
    if (absl::Status status = ReadOmgeving(); !status.ok()) return status;
    absl::Status status = Write();
    if (status.ok()) status = Publish();
    // The first error is the one to tell.
    if (!status.ok()) {
      (void)RemoveJournal(unfinished_);
      return status;
    }
    return Journaalinvoer{naam_, reader_.volgnummer()};
  }

 private:
  absl::Status ReadOmgeving() {
    const auto more = reader_.Next();
    if (!more.ok()) return more.status();
    const auto* const created = *more ? std::get_if<OmgevingCreated>(&reader_.gebeurtenis()) : nullptr;
    if (created == nullptr) return reader_.Refuse("a journal begins with OmgevingCreated");
    if (!IsJournaalnaam(created->naam)) return reader_.Refuse("no environment may be called so");
    naam_ = created->naam;
    path_ = store_.PathOf(naam_);
    unfinished_ = (fs::path(path_).parent_path() / absl::StrCat(".", naam_, ".invoer")).string();
    if (!IsThere(path_)) return absl::OkStatus();
    return absl::AlreadyExistsError(
        absl::StrCat(path_, ": is there already; delete the environment, or choose another directory"));
  }

  absl::Status Write() {
    if (absl::Status status = RemoveJournal(unfinished_); !status.ok()) return status;
    auto journal = SqliteJournal::Open(unfinished_);
    if (!journal.ok()) return journal.status();
    JournalBatch batch;
    for (bool more = true; more;) {
      batch.Add(reader_.tijdstip(), reader_.gebeurtenis());
      const Tijdstip last = reader_.tijdstip();
      const auto next = reader_.Next();
      if (!next.ok()) return next.status();
      more = *next;
      if (absl::Status status = CheckOrder(more, last); !status.ok()) return status;
      if (more && batch.size() < kEventsPerCommit) continue;
      if (absl::Status status = (*journal)->Append(batch, more ? last : reader_.klok()); !status.ok()) {
        return status;
      }
      batch.Clear();
    }
    return absl::OkStatus();
  }

  // Of what was read behind an event at `last`.
  absl::Status CheckOrder(bool is_event, Tijdstip last) const {
    if ((is_event ? reader_.tijdstip() : reader_.klok()) < last) {
      return reader_.Refuse("lies before the event before it");
    }
    if (is_event && std::holds_alternative<OmgevingCreated>(reader_.gebeurtenis())) {
      return reader_.Refuse("a journal begins with OmgevingCreated, once");
    }
    return absl::OkStatus();
  }

  // The journal is closed, so all of it is in its one file.
  absl::Status Publish() const {
    if (IsThere(LogPathOf(unfinished_))) {
      return absl::ResourceExhaustedError(
          absl::StrCat(unfinished_, ": cannot be finished; make room on the disk"));
    }
    if (absl::Status status = RemoveFiles(FilesBeside(path_)); !status.ok()) return status;
    if (absl::Status status = PublishFile(unfinished_, path_); !status.ok()) return status;
    return RemoveJournal(unfinished_);
  }

  JournalTextReader& reader_;
  const DirectoryJournalStore& store_;
  std::string naam_;
  std::string path_;
  std::string unfinished_;
};

}  // namespace

absl::Status CheckJournals(const std::string& path, absl::FunctionRef<void(const Journaalbevinding&)> found) {
  const auto store = StoreAt(path);
  if (!store.ok()) return store.status();
  std::vector<std::string> paths = {path};
  if (*store != nullptr) {
    const auto namen = (*store)->List();
    if (!namen.ok()) return namen.status();
    if (namen->empty()) return absl::NotFoundError(absl::StrCat(path, ": holds no journal"));
    paths.clear();
    for (const std::string& naam : *namen) paths.push_back((*store)->PathOf(naam));
  }
  for (const std::string& one : paths) {
    const auto bevinding = CheckJournal(one);
    if (!bevinding.ok()) return bevinding.status();
    found(*bevinding);
  }
  return absl::OkStatus();
}

absl::Status ExportJournal(const std::string& path, const std::string& naam, std::ostream& out) {
  const auto store = StoreAt(path);
  if (!store.ok()) return store.status();
  const auto journal = SqliteJournal::OpenToRead(*store == nullptr ? path : (*store)->PathOf(naam));
  if (!journal.ok()) return journal.status();
  if (absl::Status status = (*journal)->CheckEnd(); !status.ok()) return status;
  return WriteJournalText(**journal, out);
}

absl::StatusOr<Journaalinvoer> ImportJournal(const std::string& name, std::istream& in,
                                             const std::string& directory) {
  const auto store = DirectoryJournalStore::Make(directory);
  if (!store.ok()) return store.status();
  JournalTextReader reader(name, in);
  return Import(reader, **store).Run();
}

}  // namespace ketenproef
