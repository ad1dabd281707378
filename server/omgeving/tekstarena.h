// Keeps short texts for as long as the arena lives, in blocks, at their own length each: an environment holds
// a kenmerk per message, millions of them. Not thread-safe.
#ifndef KETENPROEF_SERVER_OMGEVING_TEKSTARENA_H_
#define KETENPROEF_SERVER_OMGEVING_TEKSTARENA_H_

#include <cstddef>
#include <cstring>
#include <memory>
#include <vector>

#include "absl/strings/string_view.h"

namespace ketenproef {

class Tekstarena {
 public:
  // A copy of `tekst` that stays where it is.
  absl::string_view Keep(absl::string_view tekst) {
    if (tekst.empty()) return {};
    if (tekst.size() > left_) {
      const std::size_t size = tekst.size() > kBlockBytes ? tekst.size() : kBlockBytes;
      blocks_.push_back(std::make_unique<char[]>(size));
      next_ = blocks_.back().get();
      left_ = size;
    }
    std::memcpy(next_, tekst.data(), tekst.size());
    const absl::string_view kept(next_, tekst.size());
    next_ += tekst.size();
    left_ -= tekst.size();
    return kept;
  }

 private:
  // Small: a server holds a thousand environments, most of them nearly empty.
  static constexpr std::size_t kBlockBytes = 4'096;

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_TEKSTARENA_H_
