// What `doctor` finds: a line for each thing that was looked at, and for what is wrong how to mend it.
#ifndef KETENPROEF_CLIENT_CLI_DIAGNOSIS_H_
#define KETENPROEF_CLIENT_CLI_DIAGNOSIS_H_

#include <string>
#include <vector>

namespace ketenproef {

struct Finding {
  bool is_ok = true;
  std::string what;  // one line
  std::string mend;  // one line, where it is not ok
};

// Europe/Amsterdam is there and knows the switch to summer time of 30 March 2025.
Finding DiagnoseTimeZone();

// What answers at this address: nobody, something else, or which services of ketenproef.v1; and where it has
// a clock, how the clock of that environment moves. Waits for an answer for at most ten seconds.
std::vector<Finding> DiagnoseEndpoint(const std::string& address, const std::string& omgeving);

}  // namespace ketenproef

#endif  // KETENPROEF_CLIENT_CLI_DIAGNOSIS_H_
