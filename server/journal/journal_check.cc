#include "server/journal/journal_check.h"

#include <variant>

#include "absl/strings/str_cat.h"
#include "server/journal/codec.h"
#include "server/journal/sqlite_journal.h"

namespace ketenproef {
namespace {

class Check {
 public:
  Check(SqliteJournal& journal, Journaalbevinding& bevinding) : journal_(journal), bevinding_(bevinding) {}

  // The error of a disk; what is damaged is found.
  absl::Status Run() {
    for (std::int64_t next = 1; next <= journal_.last_volgnummer() && !IsFull();) {
      const absl::Status status = journal_.Read(next, [&](const JournalRecord& record) {
        CheckRecord(record);
        next = record.volgnummer + 1;
        return !IsFull();
      });
      if (status.ok()) break;
      if (!absl::IsDataLoss(status)) return status;
      AddError(status);
      ++next;  // and on behind it
    }
    if (journal_.klok() < last_tijdstip_) Add("the clock stands before the last event");
    AddError(journal_.CheckEnd());
    AddError(journal_.CheckStructure());
    return absl::OkStatus();
  }

 private:
  bool IsFull() const { return bevinding_.gebreken.size() >= Journaalbevinding::kMaxGebreken; }

  // A sentence with the path in it.
  void AddError(const absl::Status& status) {
    if (!status.ok() && !IsFull()) bevinding_.gebreken.emplace_back(status.message());
  }
  void Add(absl::string_view gebrek) {
    AddError(
        absl::DataLossError(absl::StrCat(bevinding_.pad, ": ", gebrek, "; restore the file from a copy")));
  }

  void CheckRecord(const JournalRecord& record) {
    const auto event = [&record] { return absl::StrCat("event ", record.volgnummer, " "); };
    const auto gebeurtenis = DecodeGebeurtenis(record.inhoud);
    if (!gebeurtenis.ok()) {
      Add(absl::StrCat(event(), "cannot be read: ", std::string(gebeurtenis.status().message())));
    } else if ((record.volgnummer == 1) != std::holds_alternative<OmgevingCreated>(*gebeurtenis)) {
      Add(absl::StrCat(event(), "is out of place: a journal begins with its environment, once"));
    }
    if (record.volgnummer > 1 && record.tijdstip < last_tijdstip_) {
      Add(absl::StrCat(event(), "lies before the one before it"));
    }
    last_tijdstip_ = record.tijdstip;
  }

  SqliteJournal& journal_;
  Journaalbevinding& bevinding_;
  Tijdstip last_tijdstip_;
};

}  // namespace

absl::StatusOr<Journaalbevinding> CheckJournal(const std::string& path) {
  Journaalbevinding bevinding;
  bevinding.pad = path;
  const auto journal = SqliteJournal::OpenToRead(path);
  if (absl::IsDataLoss(journal.status())) {
    bevinding.gebreken.emplace_back(journal.status().message());
    return bevinding;
  }
  if (!journal.ok()) return journal.status();
  bevinding.aantal = (*journal)->last_volgnummer();
  bevinding.klok = (*journal)->klok();
  if (absl::Status status = Check(**journal, bevinding).Run(); !status.ok()) return status;
  return bevinding;
}

}  // namespace ketenproef
