// ketenproef_floor: serves the floor on any free port of this machine, writes its address on one line, and
// ends when standard input does.
#include <cstdio>

#include "bench/floor/floor_server.h"

int main() {
  const auto server = ketenproef::floor::FloorServer::Start("localhost:0");
  if (!server.ok()) {
    std::fprintf(stderr, "ketenproef_floor: %s\n", std::string(server.status().message()).c_str());
    return 69;
  }
  std::printf("localhost:%d\n", (*server)->port());
  std::fflush(stdout);
  while (std::getchar() != EOF) {
  }
  return 0;
}
