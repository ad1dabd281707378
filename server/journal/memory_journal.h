// A journal in memory: for tests, for `play`, and for servers that may forget (`serve --memory`).
#ifndef KETENPROEF_SERVER_JOURNAL_MEMORY_JOURNAL_H_
#define KETENPROEF_SERVER_JOURNAL_MEMORY_JOURNAL_H_

#include <deque>
#include <string>

#include "server/journal/journal.h"

namespace ketenproef {

class MemoryJournal : public Journal {
 public:
  absl::Status Append(const JournalBatch& batch, Tijdstip klok) override;
  std::int64_t last_volgnummer() const override;
  Tijdstip klok() const override { return klok_; }
  absl::Status Read(std::int64_t volgnummer, absl::FunctionRef<bool(const JournalRecord&)> visit) override;

 private:
  // One Append: its bytes and where each event in them ends. Kept whole, so that an event costs its own bytes
  // and little more.
  struct Segment {
    std::int64_t first_volgnummer;
    JournalBatch batch;
  };

  std::deque<Segment> segments_;
  std::int64_t last_volgnummer_ = 0;
  Tijdstip klok_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_MEMORY_JOURNAL_H_
