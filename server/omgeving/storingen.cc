#include "server/omgeving/storingen.h"

#include <algorithm>

namespace ketenproef {
namespace {

constexpr std::uint64_t kPromille = 1'000;

// SplitMix64: a well mixed number for every number; the same everywhere and always.
std::uint64_t Mix(std::uint64_t value) {
  value += 0x9e37'79b9'7f4a'7c15;
  value = (value ^ (value >> 30)) * 0xbf58'476d'1ce4'e5b9;
  value = (value ^ (value >> 27)) * 0x94d0'49bb'1331'11eb;
  return value ^ (value >> 31);
}

bool Strikes(const Storingen::Plan& plan, std::uint64_t seed) {
  const Storing& storing = plan.storing;
  if (storing.max_aantal != 0 && plan.geraakt >= storing.max_aantal) return false;
  switch (storing.keuze.soort) {
    case Storingkeuze::Soort::kNde:
      return plan.aanroepen == storing.keuze.n;
    case Storingkeuze::Soort::kElkeNde:
      return plan.aanroepen % storing.keuze.n == 0;
    case Storingkeuze::Soort::kKans:
      return Mix(Mix(seed) ^ Mix(storing.keuze.seed) ^ plan.aanroepen) % kPromille < storing.keuze.n;
  }
  return false;
}

}  // namespace

void Storingen::Create(const Storing& storing) {
  plannen_.emplace(storing.nummer, Plan{storing});
  last_nummer_ = std::max(last_nummer_, storing.nummer);
}

void Storingen::Apply(const StoringHit& hit) {
  const auto found = plannen_.find(hit.nummer);
  if (found == plannen_.end()) return;
  // Calls that were not hit leave no event; a hit says how many there were.
  found->second.aanroepen = std::max(found->second.aanroepen, hit.aanroep);
  ++found->second.geraakt;
}

std::optional<StoringHit> Storingen::Match(Storingrichting richting, absl::string_view methode,
                                           std::optional<Gemeentecode> gemeentecode, std::uint64_t seed) {
  std::optional<StoringHit> hit;
  for (auto& [nummer, plan] : plannen_) {
    const Storing& storing = plan.storing;
    if (storing.richting != richting) continue;
    if (!storing.methode.empty() && storing.methode != methode) continue;
    if (storing.gemeentecode.has_value() && storing.gemeentecode != gemeentecode) continue;
    ++plan.aanroepen;
    if (!hit.has_value() && Strikes(plan, seed)) hit = StoringHit{nummer, plan.aanroepen};
  }
  return hit;
}

}  // namespace ketenproef
