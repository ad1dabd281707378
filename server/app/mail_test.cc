// E-mail about reports (NOT-01): sent beside the chain, never in its way, and never lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fixtures/scratch/temporary_folder.h"
#include "server/app/chain_test.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

class MailTest : public ChainTest {
 protected:
  void SetUp() override {}
  void TearDown() override {
    // Before the folder goes.
    channel_.reset();
    server_.reset();
  }

  ServerOptions Options() const {
    ServerOptions options;
    options.data_directory = map_.File("data");
    return options;
  }
  static Stubs WithEmail(const Stubs& stubs) {
    EXPECT_TRUE(stubs
                    .Call(Request<v1::SetAfnemerRequest>(
                        "afnemer { gemeentecode: '0363' leverwijze: LEVERWIJZE_COLLECT emailadres: "
                        "'post@amsterdam.example' }"))
                    .status.ok());
    return stubs;
  }
  // Waits until the journal says that an e-mail was sent.
  static std::string AwaitSent(const Stubs& stubs) {
    const auto watch = stubs.WatchGebeurtenissen(
        Request<v1::WatchGebeurtenissenRequest>("filter { soorten: GEBEURTENISSOORT_NOTIFICATIE_SENT }"));
    v1::WatchGebeurtenissenResponse response;
    EXPECT_TRUE(watch.stream->Read(&response));
    watch.context->TryCancel();
    EXPECT_GE(response.gebeurtenissen_size(), 1);
    return response.gebeurtenissen(0).notificatie_sent().rapportage_id();
  }
  std::vector<std::string> Mails() const {
    std::vector<std::string> mails;
    for (const auto& entry : fs::directory_iterator(map_.File("e-mail"))) {
      std::ifstream file(entry.path(), std::ios::binary);
      mails.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return mails;
  }

  TemporaryFolder map_;
};

TEST_F(MailTest, NOT01_OneMailPerReportAndNoBsnInIt) {
  ServerOptions options = Options();
  options.mail.folder = map_.File("e-mail");
  Start(options);
  const Stubs stubs = WithEmail(Make("post"));
  MakeSignaal(stubs, 0);
  EXPECT_TRUE(Advance(stubs, "2025-03-01T06:00:00+01:00").rustig());
  EXPECT_EQ(AwaitSent(stubs), "0363-20250301");
  const auto mails = Mails();
  ASSERT_THAT(mails, SizeIs(1));
  EXPECT_THAT(mails[0], HasSubstr("Subject: er staat een 'Re-integratie_signaalrapport' voor u klaar\r\n"));
  EXPECT_THAT(mails[0], HasSubstr("post@amsterdam.example"));
  EXPECT_THAT(mails[0], Not(HasSubstr(TestBsn(0))));
}

// NOT-02, and a gemeente without an address: only listed.
TEST_F(MailTest, NOT02_WithoutReportOrAddressThereIsNoMail) {
  ServerOptions options = Options();
  options.mail.folder = map_.File("e-mail");
  Start(options);
  const Stubs stubs = Make("post");
  MakeSignaal(stubs, 0);
  Advance(stubs, "2025-03-02T06:00:00+01:00");
  EXPECT_EQ(stubs.Call(v1::ListNotificatiesRequest()).response.notificaties_size(), 1);
  EXPECT_FALSE(fs::exists(map_.File("e-mail")));
}

TEST_F(MailTest, AMailServerThatIsDownDelaysNothingAndLosesNothing) {
  ServerOptions options = Options();
  options.mail.smtp_url = "smtp://127.0.0.1:1";  // nobody listens there
  Start(options);
  {
    const Stubs stubs = WithEmail(Make("post"));
    MakeSignaal(stubs, 0);
    const v1::Kwitantie kwitantie = Advance(stubs, "2025-03-10T06:00:00+01:00");
    EXPECT_TRUE(kwitantie.rustig());
    EXPECT_EQ(stubs.Call(v1::ListRapportagesRequest()).response.rapportages_size(), 1);
  }
  // A server that comes up later, here into files, sends what was left.
  options.mail.smtp_url.clear();
  options.mail.folder = map_.File("e-mail");
  Start(options);
  EXPECT_EQ(AwaitSent(At("post")), "0363-20250301");
  EXPECT_THAT(Mails(), SizeIs(1));
  // And not once more.
  Start(options);
  EXPECT_TRUE(Advance(At("post"), "2025-03-11T06:00:00+01:00").rustig());
  const auto sent = At("post").Call(
      Request<v1::ListGebeurtenissenRequest>("filter { soorten: GEBEURTENISSOORT_NOTIFICATIE_SENT }"));
  EXPECT_EQ(sent.response.gebeurtenissen_size(), 1);
}

TEST_F(MailTest, OptionsThatCannotBeRightAreRefused) {
  ServerOptions options;
  options.mail.smtp_url = "http://localhost";
  EXPECT_EQ(Server::Start(options).status().code(), absl::StatusCode::kInvalidArgument);
  options.mail.smtp_url.clear();
  options.mail.folder = map_.path();
  options.mail.from = "niemand";
  EXPECT_EQ(Server::Start(options).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace ketenproef
