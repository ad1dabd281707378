// A journal as text: to look at, to compare, to keep, and to move to another version or machine. One event a
// line, nothing left out: read back it is the same journal, byte for byte.
//
//   ketenproef-journaal 1
//   1 2025-01-06T11:00:00Z 1f3a5c77 OmgevingCreated naam="proef" profiel="wet" ...
//   2 2025-01-06T11:00:00Z 90ab12cd WoonplaatsRegistered woonplaats.bsn=999990019 ...
//   einde 2 2025-02-01T11:00:00Z 0badcafe
//
// The third word is the checksum of the row (controlegetal.h), so that a line that was changed is told from
// one that was not. The last line holds the number of events and the position of the clock, and says that
// nothing is missing behind it. Not thread-safe.
#ifndef KETENPROEF_SERVER_JOURNAL_JOURNAL_TEXT_H_
#define KETENPROEF_SERVER_JOURNAL_JOURNAL_TEXT_H_

#include <cstdint>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "server/journal/durable_mark.h"
#include "server/journal/journal.h"

namespace ketenproef {

// Writes the whole journal; holds one event at a time. DATA_LOSS as Journal::Read, or where an event cannot
// be decoded; RESOURCE_EXHAUSTED where `out` takes no more.
absl::Status WriteJournalText(Journal& journal, std::ostream& out);

// Reads one event after the other.
//
//   JournalTextReader reader("een.txt", file);
//   for (auto more = reader.Next(); more.ok() && *more; more = reader.Next()) Use(reader.gebeurtenis());
class JournalTextReader {
 public:
  // A line may be as long as this: a report of all that a gemeente ever gets fits in it.
  static constexpr std::size_t kMaxLineBytes = 64 * 1024 * 1024;

  // `name` is what errors call it. `in` must outlive it.
  JournalTextReader(std::string name, std::istream& in) : name_(std::move(name)), in_(in) {}

  // Whether there is a next event. False at the last line, behind which there is nothing. INVALID_ARGUMENT
  // with the line, `een.txt:3: ...`, and never what stands in it (BSN-03).
  absl::StatusOr<bool> Next();

  // Of the event.
  std::int64_t volgnummer() const { return volgnummer_; }
  Tijdstip tijdstip() const { return tijdstip_; }
  const Gebeurtenis& gebeurtenis() const { return *gebeurtenis_; }
  // After the last line: where the clock stands.
  Tijdstip klok() const { return klok_; }
  // Refuses the line that was read last.
  absl::Status Refuse(absl::string_view why) const;

 private:
  absl::StatusOr<absl::string_view> NextLine();
  absl::Status ReadHeader();
  absl::Status ReadEvent(absl::string_view line);
  absl::Status ReadEnd(absl::string_view line);

  const std::string name_;
  std::istream& in_;
  std::string line_;
  std::int64_t line_number_ = 0;
  std::int64_t volgnummer_ = 0;
  Tijdstip tijdstip_;
  Tijdstip klok_;
  std::optional<Gebeurtenis> gebeurtenis_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_JOURNAL_TEXT_H_
