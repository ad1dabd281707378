// A line of a playbook that was played: what its result is filed under.
#ifndef KETENPROEF_CLIENT_CLI_PLAYED_LINE_H_
#define KETENPROEF_CLIENT_CLI_PLAYED_LINE_H_

#include <string>

#include "fixtures/playbook/soort.h"

namespace ketenproef {

struct PlayedLine {
  Soort soort;
  std::string kenmerk;
  std::string loonheffingennummer;
};

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_PLAYED_LINE_H_
