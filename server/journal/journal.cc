#include "server/journal/journal.h"

#include "server/journal/codec.h"

namespace ketenproef {

void JournalBatch::Add(Tijdstip tijdstip, const Gebeurtenis& gebeurtenis) {
  EncodeGebeurtenis(gebeurtenis, &bytes_);
  entries_.push_back({tijdstip, bytes_.size()});
}

void JournalBatch::Add(const JournalBatch& other) {
  const std::size_t begin = bytes_.size();
  bytes_ += other.bytes_;
  entries_.reserve(entries_.size() + other.entries_.size());
  for (const Entry& entry : other.entries_) entries_.push_back({entry.tijdstip, begin + entry.end});
}

void JournalBatch::Clear() {
  bytes_.clear();
  entries_.clear();
}

absl::string_view JournalBatch::inhoud(std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : entries_[index - 1].end;
  return absl::string_view(bytes_).substr(begin, entries_[index].end - begin);
}

}  // namespace ketenproef
