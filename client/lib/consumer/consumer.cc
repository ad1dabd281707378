// Ten lines that use the installed client library: its version, then where the clock of a simulator stands.
#include <client/lib/client.h>
#include <client/lib/datum.h>

#include <cstdio>

int main(int argc, char** argv) {
  std::printf("ketenproef client %s\n", ketenproef::client::ClientVersion().c_str());
  if (argc < 2) return 0;
  const ketenproef::client::Client client({.address = argv[1], .max_attempts = 1});
  const auto answer = client.Call(ketenproef::v1::GetClockRequest());
  if (answer.ok()) {
    std::printf("%s\n", ketenproef::client::FormatTijdstip(answer->clock().tijdstip()).c_str());
  } else {
    std::printf("%s\n", answer.status().ToString().c_str());
  }
  return answer.ok() ? 0 : 1;
}
