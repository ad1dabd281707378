// E-mail to a real SMTP server, as a process (mail_server.py).
#include "server/outbound/mail_smtp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_split.h"
#include "server/outbound/mail_fixture.h"
#include "server/outbound/mail_queue.h"

namespace ketenproef {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class MailServer {
 public:
  explicit MailServer(int port = 0) {
    const std::string command = absl::StrCat("exec /usr/bin/python3 ", KETENPROEF_SOURCE_DIR,
                                             "/server/outbound/mail_server.py ", port);
    out_ = popen(command.c_str(), "re");
    const std::vector<std::string> ready = absl::StrSplit(Line(), ' ');
    EXPECT_EQ(ready.size(), 2U) << "the mail server does not start: is python3-aiosmtpd installed?";
    if (ready.size() == 2) {
      process_ = std::stoi(ready[0]);
      port_ = std::stoi(ready[1]);
    }
  }
  ~MailServer() {
    if (process_ > 0) kill(process_, SIGKILL);
    pclose(out_);
  }
  MailServer(const MailServer&) = delete;
  MailServer& operator=(const MailServer&) = delete;

  int port() const { return port_; }
  std::string url() const { return absl::StrCat("smtp://127.0.0.1:", port_); }
  // Recipient and text of the next mail that was taken; waits for it.
  std::pair<std::string, std::string> Taken() {
    const std::vector<std::string> parts = absl::StrSplit(Line(), ' ');
    EXPECT_EQ(parts.size(), 2U);
    return {parts.front(), absl::HexStringToBytes(parts.back())};
  }

 private:
  std::string Line() {
    std::string line;
    for (int c = std::fgetc(out_); c != EOF && c != '\n'; c = std::fgetc(out_)) line += static_cast<char>(c);
    return line;
  }

  std::FILE* out_ = nullptr;
  pid_t process_ = -1;
  int port_ = 0;
};

// Accepts connections into its backlog and never says a word.
class SilentServer {
 public:
  SilentServer() : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(listen(socket_, 8), 0);
    EXPECT_EQ(getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
  }
  ~SilentServer() { close(socket_); }
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;
  std::string url() const { return absl::StrCat("smtp://127.0.0.1:", port_); }

 private:
  const int socket_;
  int port_ = 0;
};

std::unique_ptr<MailSender> SenderTo(const std::string& url, absl::Duration deadline = absl::Seconds(30)) {
  auto sender = MakeSmtpSender({.url = url, .deadline = deadline});
  EXPECT_TRUE(sender.ok()) << sender.status();
  return *std::move(sender);
}

Mail MailTo(const std::string& address) {
  return *ComposeMail(NotificationOf("1", address), kFrom);
}

TEST(MailSmtp, NOT01_TheServerGetsTheMessageByteForByte) {
  MailServer server;
  const auto sender = SenderTo(server.url());
  for (const std::string address : {"lks@gemeente.example", "o'neil+lks@gemeente.example"}) {
    const absl::Status status = sender->Send(MailTo(address), {});
    ASSERT_TRUE(status.ok()) << status;
    EXPECT_EQ(server.Taken(), std::pair(address, MailTo(address).text));
  }
}

TEST(MailSmtp, ARecipientThatIsRefusedIsReportedAndOthersGoOn) {
  MailServer server;
  Reported reported;
  MailQueue queue({.from = kFrom, .pauses = {absl::InfiniteDuration()}}, SenderTo(server.url()),
                  reported.Report());
  queue.Put(NotificationOf("1", "weigert@gemeente.example"));
  queue.Put(NotificationOf("2", "vol@gemeente.example"));
  queue.Put(NotificationOf("3", "lks@gemeente.example"));
  EXPECT_THAT(reported.Await(3), ElementsAre("1 FAILED_PRECONDITION", "2 FAILED_PRECONDITION", "3 OK"));
  EXPECT_EQ(server.Taken().first, "lks@gemeente.example");
}

TEST(MailSmtp, ErrorsHoldNeitherAddressNorWhatTheServerSaid) {
  MailServer server;
  const absl::Status status = SenderTo(server.url())->Send(MailTo("weigert@gemeente.example"), {});
  EXPECT_THAT(status.message(),
              AllOf(HasSubstr("550"), Not(HasSubstr("gemeente")), Not(HasSubstr("mailbox"))));
}

TEST(MailSmtp, WhatTheServerPutsOffIsTriedAgain) {
  MailServer server;
  const auto sender = SenderTo(server.url());
  const absl::Status status = sender->Send(MailTo("later@gemeente.example"), {});
  EXPECT_TRUE(absl::IsUnavailable(status)) << status;
  EXPECT_THAT(status.message(), HasSubstr("451"));
  EXPECT_TRUE(sender->Send(MailTo("later@gemeente.example"), {}).ok());
}

// Counts what goes to another sender, and what of it failed.
class CountingSender final : public MailSender {
 public:
  CountingSender(std::unique_ptr<MailSender> sender, absl::Mutex* mutex, int* failed)
      : sender_(std::move(sender)), mutex_(mutex), failed_(failed) {}
  absl::Status Send(const Mail& mail, const std::stop_token& stop) override {
    const absl::Status status = sender_->Send(mail, stop);
    absl::MutexLock lock(mutex_);
    if (!status.ok()) ++*failed_;
    return status;
  }

 private:
  const std::unique_ptr<MailSender> sender_;
  absl::Mutex* const mutex_;
  int* const failed_;
};

TEST(MailSmtp, NothingIsLostWhileTheServerIsDown) {
  std::optional<MailServer> server;
  server.emplace();
  const int port = server->port();
  absl::Mutex mutex;
  int failed = 0;
  Reported reported;
  MailQueue queue({.from = kFrom, .pauses = {absl::Milliseconds(1), absl::Milliseconds(10)}},
                  std::make_unique<CountingSender>(SenderTo(server->url()), &mutex, &failed),
                  reported.Report());
  queue.Put(NotificationOf("1", "een@gemeente.example"));
  reported.Await(1);  // over a connection that is kept, and lost with the server
  server.reset();
  for (const std::string id : {"2", "3"}) {
    queue.Put(NotificationOf(id, absl::StrCat(id, "@gemeente.example")));
  }
  queue.Put(NotificationOf("4", "4@gemeente.example", "proef"));
  {
    absl::MutexLock lock(&mutex);
    const auto has_failed = [&] { return failed >= 4; };
    EXPECT_TRUE(mutex.AwaitWithTimeout(absl::Condition(&has_failed), absl::Minutes(1)));
  }
  EXPECT_EQ(queue.standing().waiting, 3U);
  EXPECT_TRUE(absl::IsUnavailable(queue.standing().trouble)) << queue.standing().trouble;
  server.emplace(port);
  const std::vector<std::string> lines = reported.Await(4);
  EXPECT_THAT(lines, testing::UnorderedElementsAre("1 OK", "2 OK", "3 OK", "4 OK"));
  EXPECT_LT(std::find(lines.begin(), lines.end(), "2 OK"), std::find(lines.begin(), lines.end(), "3 OK"));
  EXPECT_EQ(queue.standing().waiting, 0U);
  EXPECT_TRUE(queue.standing().trouble.ok());
}

TEST(MailSmtp, ASlowServerMeetsTheDeadline) {
  MailServer server;
  const auto sender = SenderTo(server.url(), absl::Milliseconds(300));
  const absl::Status status = sender->Send(MailTo("traag@gemeente.example"), {});
  EXPECT_TRUE(absl::IsDeadlineExceeded(status)) << status;
  EXPECT_THAT(status.message(), HasSubstr("300ms"));
  const SilentServer silent;
  EXPECT_TRUE(absl::IsDeadlineExceeded(
      SenderTo(silent.url(), absl::Milliseconds(300))->Send(MailTo("lks@gemeente.example"), {})));
  // The same sender goes on afterwards.
  EXPECT_TRUE(SenderTo(server.url())->Send(MailTo("lks@gemeente.example"), {}).ok());
}

// In the greeting, and after the text: both would last an hour.
TEST(MailSmtp, StopDoesNotWaitForASilentServer) {
  MailServer server;
  {
    Reported reported;
    MailQueue queue({.from = kFrom}, SenderTo(server.url(), absl::Hours(1)), reported.Report());
    queue.Put(NotificationOf("1", "traag@gemeente.example"));
    EXPECT_EQ(server.Taken().first, "traag@gemeente.example");
    queue.Stop();
    EXPECT_EQ(queue.standing().waiting, 1U);
  }
  const SilentServer silent;
  Reported reported;
  MailQueue queue({.from = kFrom}, SenderTo(silent.url(), absl::Hours(1)), reported.Report());
  queue.Put(NotificationOf("1", "lks@gemeente.example"));
  queue.Stop();
  EXPECT_EQ(queue.standing().waiting, 1U);
}

// With a password STARTTLS is obliged; this server does not have it, and must not see the password.
TEST(MailSmtp, APasswordNeverGoesOverAnOpenLine) {
  MailServer server;
  const auto sender = MakeSmtpSender({.url = server.url(), .user = "ketenproef", .password = "geheim"});
  ASSERT_TRUE(sender.ok()) << sender.status();
  const absl::Status status = (*sender)->Send(MailTo("lks@gemeente.example"), {});
  EXPECT_TRUE(absl::IsUnavailable(status)) << status;
  EXPECT_THAT(status.message(), HasSubstr("SSL"));
}

TEST(MailSmtp, OptionsThatCannotBeRight) {
  const auto refused = [](const SmtpOptions& options) { return MakeSmtpSender(options).status(); };
  for (const std::string url : {"", "localhost:25", "http://localhost", "smtp://", "smtp://a b",
                                "file:///etc/passwd", "smtp://user:geheim@localhost"}) {
    const absl::Status status = refused({.url = url});
    EXPECT_TRUE(absl::IsInvalidArgument(status)) << url;
    EXPECT_THAT(status.message(), AllOf(HasSubstr("mail server: "), Not(HasSubstr("geheim"))));
  }
  EXPECT_TRUE(absl::IsInvalidArgument(refused({.url = "smtp://localhost", .user = "a"})));
  EXPECT_TRUE(absl::IsInvalidArgument(refused({.url = "smtp://localhost", .password = "a"})));
  EXPECT_TRUE(
      absl::IsInvalidArgument(refused({.url = "smtp://localhost", .deadline = absl::ZeroDuration()})));
  EXPECT_TRUE(MakeSmtpSender({.url = "smtps://mail.example:465"}).ok());
}

}  // namespace
}  // namespace ketenproef
