#include "bench/load/keten/afstemming.h"

#include <algorithm>
#include <utility>

namespace ketenproef::load {

void Afstemming::Find(std::string bevinding) {
  if (bevindingen.size() < kMaxBevindingen) bevindingen.push_back(std::move(bevinding));
}

std::int64_t Afstemming::Verschillen() const {
  return std::count_if(sommen.begin(), sommen.end(), [](const Som& som) { return !som.IsWell(); });
}

}  // namespace ketenproef::load
