#include "server/journal/journal.h"

#include "server/journal/codec.h"

namespace ketenproef {

void JournalBatch::Add(Tijdstip tijdstip, const Gebeurtenis& gebeurtenis) {
  EncodeGebeurtenis(gebeurtenis, &bytes_);
  entries_.push_back({tijdstip, bytes_.size()});
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
