// Who plays the roles of one environment, as it is now. Not thread-safe.
#ifndef KETENPROEF_SERVER_OMGEVING_ROLLEN_H_
#define KETENPROEF_SERVER_OMGEVING_ROLLEN_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/btree_map.h"
#include "server/rules/rol.h"

namespace ketenproef {

// A role that nobody named is simulated.
class Rollen {
 public:
  void Clear() { rollen_.clear(); }
  void Set(const Rol& rol) { rollen_.insert_or_assign({rol.soort, rol.gemeentecode}, rol); }

  // Those that were named, in order of kind, then gemeentecode.
  std::vector<Rol> All() const {
    std::vector<Rol> all;
    for (const auto& [sleutel, rol] : rollen_) all.push_back(rol);
    return all;
  }

  // Of UWV and the Inlichtingenbureau.
  bool IsSimulated(Rolsoort soort) const {
    const auto found = rollen_.find({soort, std::nullopt});
    return found == rollen_.end() || found->second.modus == Rolmodus::kSim;
  }

  // The gemeente itself where it was named, otherwise every gemeente that is not, otherwise simulated.
  Rol RolOf(Gemeentecode gemeentecode) const {
    for (const auto& sleutel :
         {Sleutel{Rolsoort::kGemeente, gemeentecode}, Sleutel{Rolsoort::kGemeente, std::nullopt}}) {
      const auto found = rollen_.find(sleutel);
      if (found != rollen_.end()) return found->second;
    }
    return {Rolsoort::kGemeente, gemeentecode, Rolmodus::kSim, ""};
  }

  // Whether DKD questions about this gemeente are for somebody outside the simulator. A system that only
  // collects has no address; the simulator answers for it.
  bool AnswersItself(Gemeentecode gemeentecode) const {
    const Rol rol = RolOf(gemeentecode);
    return rol.modus == Rolmodus::kAbsent || (rol.modus == Rolmodus::kSut && !rol.adres.empty());
  }
  // Whether any gemeente does.
  bool AnyAnswersItself() const {
    for (const auto& [sleutel, rol] : rollen_) {
      if (rol.soort != Rolsoort::kGemeente) continue;
      if (rol.modus == Rolmodus::kAbsent || (rol.modus == Rolmodus::kSut && !rol.adres.empty())) return true;
    }
    return false;
  }
  // The gemeenten that were named as a system under test with an address, in order.
  std::vector<Gemeentecode> NamedWithAdres() const {
    std::vector<Gemeentecode> named;
    for (const auto& [sleutel, rol] : rollen_) {
      if (rol.gemeentecode.has_value() && rol.modus == Rolmodus::kSut && !rol.adres.empty()) {
        named.push_back(*rol.gemeentecode);
      }
    }
    return named;
  }

 private:
  using Sleutel = std::pair<Rolsoort, std::optional<Gemeentecode>>;
  absl::btree_map<Sleutel, Rol> rollen_;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_OMGEVING_ROLLEN_H_
