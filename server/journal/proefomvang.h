// For tests: how much of a large set of cases to try. In every run a small part of them, drawn by a
// seed; a large one where KETENPROEF_DURABILITY=full, as `./ketenproef test -C full -L durability` has it.
#ifndef KETENPROEF_SERVER_JOURNAL_PROEFOMVANG_H_
#define KETENPROEF_SERVER_JOURNAL_PROEFOMVANG_H_

#include <cstdlib>
#include <string>

namespace ketenproef {

inline bool IsFullRun() {
  const char* const omvang = std::getenv("KETENPROEF_DURABILITY");
  return omvang != nullptr && std::string(omvang) == "full";
}

}  // namespace ketenproef

#endif  // KETENPROEF_SERVER_JOURNAL_PROEFOMVANG_H_
