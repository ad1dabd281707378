#include "conformance/runner/greeting.h"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>

#include "absl/strings/str_cat.h"
#include "conformance/runner/inlichtingenbureau_peer.h"

namespace ketenproef::conformance {
namespace {

constexpr absl::Duration kLong = absl::Seconds(60);

// A socket that listens, and what it does with its first caller.
class Listener {
 public:
  Listener() : fd_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in place = {};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(bind(fd_, reinterpret_cast<sockaddr*>(&place), sizeof(place)), 0);
    EXPECT_EQ(listen(fd_, 1), 0);
    socklen_t size = sizeof(place);
    EXPECT_EQ(getsockname(fd_, reinterpret_cast<sockaddr*>(&place), &size), 0);
    address_ = absl::StrCat("127.0.0.1:", ntohs(place.sin_port));
  }
  ~Listener() {
    if (thread_.joinable()) thread_.join();
    close(fd_);
  }
  void Say(const std::string& text) {
    thread_ = std::thread([this, text] {
      const int caller = accept(fd_, nullptr, nullptr);
      EXPECT_EQ(send(caller, text.data(), text.size(), MSG_NOSIGNAL), static_cast<ssize_t>(text.size()));
      close(caller);
    });
  }
  const std::string& address() const { return address_; }

 private:
  const int fd_;
  std::string address_;
  std::thread thread_;
};

TEST(Greeting, KnowsGrpc) {
  const auto peer = InlichtingenbureauPeer::Start("127.0.0.1:0");
  ASSERT_TRUE(peer.ok());
  EXPECT_EQ(Greet((*peer)->address(), kLong).greeting, Greeting::kHttp2);
}

TEST(Greeting, TellsWhatElseIsSaid) {
  Listener http;
  http.Say("HTTP/1.1 400 Bad Request\r\n\r\n");
  const Greeted greeted = Greet(http.address(), kLong);
  EXPECT_EQ(greeted.greeting, Greeting::kOther);
  EXPECT_EQ(greeted.said.substr(0, 24), "HTTP/1.1 400 Bad Request");
  Listener brief;
  brief.Say("hi");
  EXPECT_EQ(Greet(brief.address(), kLong).greeting, Greeting::kOther);
}

TEST(Greeting, TellsApartWhoSaysNothing) {
  Listener closes;
  closes.Say("");
  EXPECT_EQ(Greet(closes.address(), kLong).greeting, Greeting::kCloses);
  const Listener silent;
  EXPECT_EQ(Greet(silent.address(), absl::Milliseconds(50)).greeting, Greeting::kSilent);
  std::string gone;
  {
    const Listener listener;
    gone = listener.address();
  }
  EXPECT_EQ(Greet(gone, kLong).greeting, Greeting::kNobody);
  EXPECT_EQ(Greet("nowhere", kLong).greeting, Greeting::kNobody);
}

}  // namespace
}  // namespace ketenproef::conformance
