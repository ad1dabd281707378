#include "client/cli/complaint.h"

#include <cstdio>
#include <string>

namespace ketenproef {

int Complain(int exit_code, absl::string_view why) {
  std::fprintf(stderr, "ketenproef: %s\n", std::string(why).c_str());
  return exit_code;
}

}  // namespace ketenproef
