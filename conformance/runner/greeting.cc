#include "conformance/runner/greeting.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <memory>

#include "absl/strings/string_view.h"
#include "conformance/runner/report_text.h"

namespace ketenproef::conformance {
namespace {

// What a client of HTTP/2 says first, and its SETTINGS, of which there are none.
constexpr absl::string_view kPreface("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0", 33);
// The header of a frame: length, type, flags, stream.
constexpr std::size_t kFrameBytes = 9;
constexpr char kSettings = 4;
constexpr std::size_t kMaxSaid = 60;

// NOLINTNEXTLINE(google-runtime-int): the type that poll has
bool IsReady(int fd, short event, absl::Duration longest) {
  pollfd waiting = {fd, event, 0};
  return poll(&waiting, 1, static_cast<int>(absl::ToInt64Milliseconds(longest))) == 1;
}

// A connection, or -1.
int Connect(const std::string& address, absl::Duration longest) {
  const std::size_t colon = address.rfind(':');
  if (colon == std::string::npos) return -1;
  addrinfo hints = {};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(address.substr(0, colon).c_str(), address.substr(colon + 1).c_str(), &hints, &found) != 0) {
    return -1;
  }
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owned(found, freeaddrinfo);
  for (const addrinfo* place = found; place != nullptr; place = place->ai_next) {
    const int fd = socket(place->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) continue;
    int error = 0;
    socklen_t size = sizeof(error);
    const bool begins = connect(fd, place->ai_addr, place->ai_addrlen) == 0 || errno == EINPROGRESS;
    if (begins && IsReady(fd, POLLOUT, longest) && getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 &&
        error == 0) {
      return fd;
    }
    close(fd);
  }
  return -1;
}

// The first bytes that come, enough of them to know what they are.
Greeted Listen(int fd, absl::Duration longest) {
  std::string said;
  std::array<char, 256> chunk;
  while (said.size() < kFrameBytes) {
    if (!IsReady(fd, POLLIN, longest)) return {said.empty() ? Greeting::kSilent : Greeting::kOther, said};
    const ssize_t size = recv(fd, chunk.data(), chunk.size(), 0);
    if (size <= 0) return {said.empty() ? Greeting::kCloses : Greeting::kOther, said};
    said.append(chunk.data(), static_cast<std::size_t>(size));
  }
  const bool is_settings = said[3] == kSettings && said.compare(5, 4, std::string(4, '\0')) == 0;
  return {is_settings ? Greeting::kHttp2 : Greeting::kOther, said};
}

}  // namespace

Greeted Greet(const std::string& address, absl::Duration longest) {
  const int fd = Connect(address, longest);
  if (fd < 0) return {};
  send(fd, kPreface.data(), kPreface.size(), MSG_NOSIGNAL);
  Greeted greeted = Listen(fd, longest);
  close(fd);
  greeted.said = greeted.greeting == Greeting::kOther ? ReportText(greeted.said, kMaxSaid) : "";
  return greeted;
}

}  // namespace ketenproef::conformance
