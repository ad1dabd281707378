#include "server/omgeving/meldingen.h"

#include <utility>

#include "absl/hash/hash.h"

namespace ketenproef {

Meldingnummer Meldingen::Add(const Melding& melding) {
  const auto nummer = static_cast<Meldingnummer>(meldingen_.size());
  Melding& kept = meldingen_.emplace_back(melding);
  if (kept.is_herstel_part) {
    kept.kenmerk = meldingen_[meldingen_.size() - 2].kenmerk;
  } else {
    kept.kenmerk = kenmerken_.Keep(melding.kenmerk);
    sleutels_.insert(nummer);
  }
  return nummer;
}

std::optional<Meldingnummer> Meldingen::Find(Loonheffingennummer loonheffingennummer,
                                             absl::string_view kenmerk) const {
  const auto found = sleutels_.find(Sleutel{loonheffingennummer, kenmerk});
  if (found == sleutels_.end()) return std::nullopt;
  return *found;
}

std::size_t Meldingen::SleutelHash::operator()(Meldingnummer nummer) const {
  const Melding& melding = meldingen->Get(nummer);
  return (*this)(Sleutel{melding.loonheffingennummer, melding.kenmerk});
}

std::size_t Meldingen::SleutelHash::operator()(const Sleutel& sleutel) const {
  return absl::HashOf(sleutel.loonheffingennummer, sleutel.kenmerk);
}

bool Meldingen::SleutelEq::operator()(const Sleutel& a, Meldingnummer b) const {
  const Melding& melding = meldingen->Get(b);
  return melding.loonheffingennummer == a.loonheffingennummer && melding.kenmerk == a.kenmerk;
}

}  // namespace ketenproef
