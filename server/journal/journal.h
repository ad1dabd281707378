// The event journal of one environment: an append-only log of accepted events.
//
// Guarantees of every implementation:
//  * Append is all or nothing, and durable when it returns OK: the events and the clock with them survive a
//    crash of the process, and for stores on disk of the machine.
//  * Sequence numbers (volgnummers) start at 1 and have no gaps.
//  * Read gives back exactly the bytes that were appended, or DATA_LOSS naming the volgnummer.
// After an Append that failed the journal refuses further ones: what is durable is then known only after it
// is opened anew.
//
// Not thread-safe: an environment has one thread at a time use it (server/omgeving/journal_thread.h). The
// contract test (journal_test.cc) runs over every implementation.
#ifndef KETENPROEF_SERVER_JOURNAL_JOURNAL_H_
#define KETENPROEF_SERVER_JOURNAL_JOURNAL_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "server/rules/gebeurtenis.h"
#include "server/rules/tijdstip.h"

namespace ketenproef {

// One event as it is read back; valid during the call.
struct JournalRecord {
  std::int64_t volgnummer;
  Tijdstip tijdstip;
  absl::string_view inhoud;  // see codec.h
};

// Encoded events on their way into a journal.
class JournalBatch {
 public:
  void Add(Tijdstip tijdstip, const Gebeurtenis& gebeurtenis);
  // Those of another batch, after its own.
  void Add(const JournalBatch& other);
  void Clear();

  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  Tijdstip tijdstip(std::size_t index) const { return entries_[index].tijdstip; }
  absl::string_view inhoud(std::size_t index) const;

 private:
  struct Entry {
    Tijdstip tijdstip;
    std::size_t end;  // in bytes_; begins where the one before ends
  };

  std::string bytes_;
  std::vector<Entry> entries_;
};

class Journal {
 public:
  virtual ~Journal() = default;

  // Appends the batch, in order, and remembers `klok` as the position of the clock. An empty batch moves the
  // clock only.
  virtual absl::Status Append(const JournalBatch& batch, Tijdstip klok) = 0;

  // The volgnummer of the last event, 0 where there is none, and the clock of the last Append.
  virtual std::int64_t last_volgnummer() const = 0;
  virtual Tijdstip klok() const = 0;

  // Calls `visit` for every event from `volgnummer` on, in order, until it returns false.
  virtual absl::Status Read(std::int64_t volgnummer, absl::FunctionRef<bool(const JournalRecord&)> visit) = 0;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_JOURNAL_H_
