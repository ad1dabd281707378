// The fault plans of one environment, and which calls they hit. Which calls are hit depends on their order
// and the seeds alone. Not thread-safe.
#ifndef KETENPROEF_SERVER_OMGEVING_STORINGEN_H_
#define KETENPROEF_SERVER_OMGEVING_STORINGEN_H_

#include <cstdint>
#include <optional>

#include "absl/container/btree_map.h"
#include "absl/strings/string_view.h"
#include "server/rules/gebeurtenis.h"
#include "server/rules/storing.h"

namespace ketenproef {

class Storingen {
 public:
  struct Plan {
    Storing storing;
    std::uint64_t aanroepen = 0;  // that matched
    std::uint64_t geraakt = 0;    // of them
  };

  void Create(const Storing& storing);
  void Delete(std::uint32_t nummer) { plannen_.erase(nummer); }
  // Takes in a hit that was recorded, when a journal is replayed or just now.
  void Apply(const StoringHit& hit);

  // Counts the call with every plan that it matches, and gives the hit of the oldest plan that strikes, if
  // any; the caller records it. `gemeentecode` is what the call names, if anything. `seed` is the
  // environment's.
  std::optional<StoringHit> Match(Storingrichting richting, absl::string_view methode,
                                  std::optional<Gemeentecode> gemeentecode, std::uint64_t seed);

  // In order of making; by number.
  const absl::btree_map<std::uint32_t, Plan>& plannen() const { return plannen_; }
  // Of the next plan; a number is never given twice.
  std::uint32_t next_nummer() const { return last_nummer_ + 1; }

 private:
  absl::btree_map<std::uint32_t, Plan> plannen_;
  std::uint32_t last_nummer_ = 0;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_STORINGEN_H_
