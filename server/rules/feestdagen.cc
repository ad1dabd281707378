#include "server/rules/feestdagen.h"

#include <algorithm>
#include <utility>

namespace ketenproef {

Feestdagen::Feestdagen(std::vector<Dag> dagen) : dagen_(std::move(dagen)) {
  std::sort(dagen_.begin(), dagen_.end());
  for (const Dag dag : dagen_) {
    if (jaren_.empty() || jaren_.back() != dag.jaar()) jaren_.push_back(dag.jaar());
  }
}

bool Feestdagen::Covers(Dag dag) const {
  return std::binary_search(jaren_.begin(), jaren_.end(), dag.jaar());
}

std::optional<Dag> Feestdagen::FirstWorkday(Dag dag) const {
  for (;; dag = dag + Dagen(1)) {
    const Weekdag weekdag = dag.weekdag();
    if (weekdag == Weekdag::kZaterdag || weekdag == Weekdag::kZondag) continue;
    if (!Covers(dag)) return std::nullopt;
    if (!std::binary_search(dagen_.begin(), dagen_.end(), dag)) return dag;
  }
}

}  // namespace ketenproef
