// Fault plans (storingen): which calls of an environment go wrong, and how. Pure data.
#ifndef KETENPROEF_SERVER_RULES_STORING_H_
#define KETENPROEF_SERVER_RULES_STORING_H_

#include <cstdint>
#include <optional>
#include <string>

#include "server/rules/nummers.h"

namespace ketenproef {

// Calls that the simulator serves, or makes.
enum class Storingrichting : std::uint8_t { kIn, kOut };

enum class Storingsoort : std::uint8_t { kDelay, kStatus, kDuplicate, kReorder, kLostAcknowledgement };

// Which of the calls that match: the n-th, every n-th, or each with a chance of n in a thousand.
struct Storingkeuze {
  enum class Soort : std::uint8_t { kNde, kElkeNde, kKans };
  Soort soort;
  std::uint64_t n;
  std::uint64_t seed;  // of kKans
};

struct Storingeffect {
  Storingsoort soort;
  std::uint32_t vertraging_ms;  // of kDelay, in real time
  std::uint32_t status_code;    // of kStatus, a google.rpc.Code
};

struct Storing {
  std::uint32_t nummer;  // from 1, in order of making
  Storingrichting richting;
  std::string methode;                       // full name; empty: every one
  std::optional<Gemeentecode> gemeentecode;  // none: any
  Storingkeuze keuze;
  Storingeffect effect;
  std::uint64_t max_aantal;  // of hits; 0: no end
};

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_RULES_STORING_H_
