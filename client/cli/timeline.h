// One case drawn for a terminal, in Dutch, from events of the journal alone: bars that show how long it took
// and what was due when, and below them everything that happened, in order, with its day.
//
//   fputs(DrawTimeline(events, 80).c_str(), stdout);
//
// The same events give the same text. No colours; characters of UTF-8.
#ifndef KETENPROEF_CLIENT_CLI_TIMELINE_H_
#define KETENPROEF_CLIENT_CLI_TIMELINE_H_

#include <string>
#include <vector>

#include "ketenproef/v1/gebeurtenis.pb.h"

namespace ketenproef {

// `events`: those of one case and, where one likes, of the registers about its person, in order of time.
// `width`: columns of the terminal; less than 60 is taken for 60. Lines longer than that are folded at
// spaces.
std::string DrawTimeline(const std::vector<v1::Gebeurtenis>& events, int width);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_TIMELINE_H_
