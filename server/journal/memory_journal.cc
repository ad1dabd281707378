#include "server/journal/memory_journal.h"

#include <algorithm>

namespace ketenproef {

absl::Status MemoryJournal::Append(const JournalBatch& batch, Tijdstip klok) {
  klok_ = klok;
  if (batch.empty()) return absl::OkStatus();
  segments_.push_back({last_volgnummer_ + 1, batch});
  last_volgnummer_ += static_cast<std::int64_t>(batch.size());
  return absl::OkStatus();
}

std::int64_t MemoryJournal::last_volgnummer() const {
  return last_volgnummer_;
}

absl::Status MemoryJournal::Read(std::int64_t volgnummer,
                                 absl::FunctionRef<bool(const JournalRecord&)> visit) {
  // The last segment that begins at or before the volgnummer.
  auto segment = std::upper_bound(
      segments_.begin(), segments_.end(), volgnummer,
      [](std::int64_t wanted, const Segment& candidate) { return wanted < candidate.first_volgnummer; });
  if (segment != segments_.begin()) --segment;
  for (; segment != segments_.end(); ++segment) {
    for (std::size_t i = 0; i < segment->batch.size(); ++i) {
      const std::int64_t current = segment->first_volgnummer + static_cast<std::int64_t>(i);
      if (current < volgnummer) continue;
      if (!visit({current, segment->batch.tijdstip(i), segment->batch.inhoud(i)})) return absl::OkStatus();
    }
  }
  return absl::OkStatus();
}

}  // namespace ketenproef
