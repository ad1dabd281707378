#include "server/rules/gemeenten.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace ketenproef {
namespace {

constexpr std::size_t kNumberOfCodes = 10'000;

}  // namespace

absl::StatusOr<Gemeenten> Gemeenten::Make(std::vector<Gemeente> gemeenten,
                                          const std::vector<Herindeling>& herindelingen) {
  Gemeenten made;
  made.bekend_.resize(kNumberOfCodes, false);
  for (const Gemeente& gemeente : gemeenten) {
    if (made.bekend_[gemeente.code.number()]) {
      return absl::InvalidArgumentError(
          absl::StrCat("gemeentecode ", gemeente.code.ToString(), " is listed twice; keep one row for it"));
    }
    made.bekend_[gemeente.code.number()] = true;
  }
  for (const Herindeling& herindeling : herindelingen) {
    const bool inserted =
        made.opvolgers_.try_emplace(herindeling.oud, Opvolging{herindeling.nieuw, herindeling.datum}).second;
    if (!inserted) {
      return absl::InvalidArgumentError(absl::StrCat("gemeentecode ", herindeling.oud.ToString(),
                                                     " has two successors; keep one row for it"));
    }
    made.bekend_[herindeling.oud.number()] = true;
    made.bekend_[herindeling.nieuw.number()] = true;
  }
  for (const Herindeling& herindeling : herindelingen) {
    // A chain without a circle visits each merger at most once.
    Gemeentecode code = herindeling.oud;
    for (std::size_t steps = 0; steps <= herindelingen.size(); ++steps) {
      const auto next = made.opvolgers_.find(code);
      if (next == made.opvolgers_.end()) break;
      if (steps == herindelingen.size()) {
        return absl::InvalidArgumentError(
            absl::StrCat("the successors of gemeentecode ", herindeling.oud.ToString(), " run in a circle"));
      }
      code = next->second.nieuw;
    }
  }
  made.gemeenten_ = std::move(gemeenten);
  std::sort(made.gemeenten_.begin(), made.gemeenten_.end(),
            [](const Gemeente& a, const Gemeente& b) { return a.code < b.code; });
  return made;
}

bool Gemeenten::IsKnown(Gemeentecode code) const {
  return bekend_[code.number()];
}

// REG-03.
Gemeentecode Gemeenten::SuccessorOn(Gemeentecode code, Dag dag) const {
  for (;;) {
    const auto next = opvolgers_.find(code);
    if (next == opvolgers_.end() || dag < next->second.datum) return code;
    code = next->second.nieuw;
  }
}

}  // namespace ketenproef
