// What is due when, so that an idle day costs nothing however many cases are open: lapses of terms (BO-06)
// and ends of employment after which a signal may be due (SIG-01). An entry is a reminder to look at a case;
// whether anything is due is for the rules to say. Not thread-safe.
#ifndef KETENPROEF_SERVER_OMGEVING_AGENDA_H_
#define KETENPROEF_SERVER_OMGEVING_AGENDA_H_

#include <optional>
#include <utility>
#include <vector>

#include "absl/container/btree_map.h"
#include "server/rules/dag.h"
#include "server/rules/ziektegeval.h"

namespace ketenproef {

class Agenda {
 public:
  void Add(Dag dag, Gevalnummer geval) { dagen_[dag].push_back(geval); }

  // The first day with an entry.
  std::optional<Dag> FirstDag() const {
    if (dagen_.empty()) return std::nullopt;
    return dagen_.begin()->first;
  }

  // Appends to `*gevallen` what is entered for `dag` and before.
  void CollectUpTo(Dag dag, std::vector<Gevalnummer>* gevallen) const {
    for (auto it = dagen_.begin(); it != dagen_.end() && it->first <= dag; ++it) {
      gevallen->insert(gevallen->end(), it->second.begin(), it->second.end());
    }
  }

  void RemoveUpTo(Dag dag) { dagen_.erase(dagen_.begin(), dagen_.upper_bound(dag)); }

 private:
  absl::btree_map<Dag, std::vector<Gevalnummer>> dagen_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_AGENDA_H_
