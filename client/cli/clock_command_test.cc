// `clock`, against a server whose environment does not come to rest.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/run_binary.h"
#include "ketenproef/v1/klok_service.grpc.pb.h"

namespace ketenproef {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;

class RestlessClock final : public v1::KlokService::Service {
 public:
  grpc::Status AdvanceClock(grpc::ServerContext*, const v1::AdvanceClockRequest* request,
                            v1::AdvanceClockResponse* response) override {
    v1::Kwitantie* kwitantie = response->mutable_kwitantie();
    *kwitantie->mutable_tot_tijdstip() = request->tot_tijdstip();
    kwitantie->set_aantal_gevuurd(2);
    kwitantie->add_gevuurd()->set_soort(v1::GEVUURDSOORT_UITWISSELING);
    v1::Gevuurd* busy = kwitantie->add_gevuurd();
    busy->set_soort(v1::GEVUURDSOORT_HERHALING);
    busy->set_aantal_herhalingen(17);
    v1::Openstaand* openstaand = kwitantie->add_openstaand();
    openstaand->set_rol(v1::ROLSOORT_GEMEENTE);
    openstaand->set_gemeentecode("0363");
    openstaand->set_aantal(3);
    openstaand->set_reden("did not answer in 5 s");
    return grpc::Status::OK;
  }
  // Shuts down after one position.
  grpc::Status WatchClock(grpc::ServerContext*, const v1::WatchClockRequest*,
                          grpc::ServerWriter<v1::WatchClockResponse>* writer) override {
    v1::WatchClockResponse response;
    response.mutable_clock()->set_mode(v1::CLOCK_MODE_RUNNING);
    writer->Write(response);
    return grpc::Status(grpc::StatusCode::UNAVAILABLE, "the server shuts down");
  }
};

class ClockCommand : public testing::Test {
 protected:
  void SetUp() override {
    grpc::ServerBuilder builder;
    builder.RegisterService(&clock_);
    builder.AddListeningPort("localhost:0", grpc::InsecureServerCredentials(), &port_);
    server_ = builder.BuildAndStart();
    ASSERT_NE(server_, nullptr);
  }
  Outcome Run(const std::string& words) const {
    return RunBinary(absl::StrSplit(absl::StrCat(words, " --server localhost:", port_), ' '));
  }

  RestlessClock clock_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

TEST_F(ClockCommand, AdvanceThatDoesNotSettleNamesWhoHoldsIt) {
  const Outcome outcome = Run("clock advance --to 2025-03-31");
  EXPECT_EQ(outcome.exit_code, 69);
  EXPECT_THAT(outcome.stderr_text, HasSubstr("gemeente 0363: 3 unacknowledged, did not answer in 5 s"));
  // The receipt stands on standard output all the same, exchanges in which nothing happened left out.
  EXPECT_THAT(outcome.stdout_text, HasSubstr("to    2025-03-31T00:00:00+02:00\nfired 2\n"));
  EXPECT_THAT(outcome.stdout_text, ContainsRegex("herhaling .* 17\n$"));
  EXPECT_THAT(outcome.stdout_text, testing::Not(HasSubstr("uitwisseling")));
}

TEST_F(ClockCommand, WatchEndsWithItsStream) {
  const Outcome outcome = Run("clock watch");
  EXPECT_EQ(outcome.exit_code, 69);
  EXPECT_THAT(outcome.stdout_text, HasSubstr("  running\n"));
}

}  // namespace
}  // namespace ketenproef
