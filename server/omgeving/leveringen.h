// What is owed to the endpoints of gemeenten: everything that was sent to one and not acknowledged, per
// gemeente in order. Nothing leaves it but by an acknowledgement, or because the gemeente collected it. Not
// thread-safe.
#ifndef KETENPROEF_SERVER_OMGEVING_LEVERINGEN_H_
#define KETENPROEF_SERVER_OMGEVING_LEVERINGEN_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>

#include "absl/container/btree_map.h"
#include "server/rules/gebeurtenis.h"

namespace ketenproef {

struct Levering {
  Leveringsoort soort;
  std::uint32_t nummer;              // place among those of its kind, as in LeveringAcknowledged
  std::optional<Gevalnummer> geval;  // of a message about a case: they keep their order (DL-04)
  int pogingen = 0;                  // that failed
  bool geweigerd = false;            // the last of them: the gemeente said no
  std::string reden;                 // of the last of them
};

class Leveringen {
 public:
  using Wachtrij = std::deque<Levering>;

  void Add(Gemeentecode gemeentecode, Levering levering) {
    openstaand_[gemeentecode].push_back(std::move(levering));
  }

  // Does nothing where it is not owed (any more).
  void Remove(Gemeentecode gemeentecode, Leveringsoort soort, std::uint32_t nummer) {
    const auto rij = openstaand_.find(gemeentecode);
    if (rij == openstaand_.end()) return;
    const auto found = Place(rij->second, soort, nummer);
    if (found == rij->second.end()) return;
    rij->second.erase(found);
    if (rij->second.empty()) openstaand_.erase(rij);
  }

  // Null where it is not owed.
  Levering* Find(Gemeentecode gemeentecode, Leveringsoort soort, std::uint32_t nummer) {
    const auto rij = openstaand_.find(gemeentecode);
    if (rij == openstaand_.end()) return nullptr;
    const auto found = Place(rij->second, soort, nummer);
    if (found == rij->second.end()) return nullptr;
    return &rij->second[static_cast<std::size_t>(found - rij->second.begin())];
  }

  bool IsOwed(Gemeentecode gemeentecode, Leveringsoort soort, std::uint32_t nummer) const {
    const auto rij = openstaand_.find(gemeentecode);
    return rij != openstaand_.end() && Place(rij->second, soort, nummer) != rij->second.end();
  }

  // Per gemeente in order of sending.
  const absl::btree_map<Gemeentecode, Wachtrij>& openstaand() const { return openstaand_; }

 private:
  // What is acknowledged stands in front, so this looks at few.
  static Wachtrij::const_iterator Place(const Wachtrij& rij, Leveringsoort soort, std::uint32_t nummer) {
    return std::find_if(rij.begin(), rij.end(), [&](const Levering& levering) {
      return levering.soort == soort && levering.nummer == nummer;
    });
  }

  absl::btree_map<Gemeentecode, Wachtrij> openstaand_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_LEVERINGEN_H_
