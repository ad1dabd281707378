// Who plays the roles of the chain in an environment: the simulator, somebody else's system, or nobody.
#ifndef KETENPROEF_SERVER_RULES_ROL_H_
#define KETENPROEF_SERVER_RULES_ROL_H_

#include <cstdint>
#include <optional>
#include <string>

#include "server/rules/nummers.h"

namespace ketenproef {

enum class Rolsoort : std::uint8_t { kUwv, kInlichtingenbureau, kGemeente };
enum class Rolmodus : std::uint8_t { kSim, kSut, kAbsent };

struct Rol {
  Rolsoort soort;
  std::optional<Gemeentecode> gemeentecode;  // of one gemeente; none: of every one that is not named itself
  Rolmodus modus;
  std::string adres;  // of a system under test; empty: it only calls

  friend bool operator==(const Rol&, const Rol&) = default;
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_ROL_H_
