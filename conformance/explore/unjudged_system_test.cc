// Systems that cannot be judged, and what they must not be taken for; systems that are judged another way.
#include <gmock/gmock.h>
#include <google/protobuf/message_lite.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <utility>

#include "absl/synchronization/notification.h"
#include "client/lib/client.h"
#include "conformance/explore/explore.h"
#include "conformance/mutants/hooks.h"
#include "conformance/mutants/proxy.h"
#include "server/app/server.h"

namespace ketenproef::conformance {
namespace {

using ::testing::HasSubstr;

// The reference behind a proxy with these hooks.
class UnjudgedSystem : public testing::Test {
 protected:
  void Stand(Hooks hooks) {
    auto server = Server::Start({});
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    auto proxy = Proxy::Start(server_->InProcessChannel(), std::move(hooks));
    ASSERT_TRUE(proxy.ok()) << proxy.status();
    proxy_ = *std::move(proxy);
    options_.channel = proxy_->InProcessChannel();
    options_.cases = 40;
    options_.profielen = {"wet"};
  }

  // The message of the error with which exploring ends.
  std::string Inconclusive() {
    const auto found = Explore(options_);
    EXPECT_FALSE(found.ok());
    return std::string(found.status().message());
  }

  std::unique_ptr<Server> server_;
  std::unique_ptr<Proxy> proxy_;
  ExploreOptions options_;
};

TEST_F(UnjudgedSystem, NobodyThere) {
  options_.channel = grpc::CreateChannel("127.0.0.1:1", grpc::InsecureChannelCredentials());
  options_.cases = 1;
  options_.timeout = absl::Seconds(2);
  EXPECT_THAT(Inconclusive(), HasSubstr("playbook 0 of seed 1, profile handleiding: CreateOmgeving: "));
}

TEST_F(UnjudgedSystem, ItMakesNoOmgeving) {
  Hooks hooks;
  hooks.On<contract::CreateOmgevingRequest>([](auto&) {
    return Refusal(grpc::StatusCode::FAILED_PRECONDITION, "ROL_NIET_GESIMULEERD", "not here");
  });
  Stand(std::move(hooks));
  EXPECT_THAT(Inconclusive(), HasSubstr("CreateOmgeving: not here"));
}

TEST_F(UnjudgedSystem, ItHangs) {
  const auto done =
      std::make_shared<absl::Notification>();  // the proxy still waits for it when the test is over
  Hooks hooks;
  hooks.On<contract::ListBerichtenRequest>([done](auto& call) {
    done->WaitForNotification();
    return call.Forward();
  });
  Stand(std::move(hooks));
  options_.timeout = absl::Seconds(1);
  // On a slow machine another call than the one that hangs may take too long.
  EXPECT_TRUE(absl::IsDeadlineExceeded(Explore(options_).status()));
  done->Notify();
}

TEST_F(UnjudgedSystem, ItGoesAwayAfterAWhile) {
  std::atomic<int> calls = 0;
  Hooks hooks;
  hooks.On<contract::AdvanceClockRequest>([&calls](auto& call) {
    if (++calls > 10) return grpc::Status(grpc::StatusCode::UNAVAILABLE, "gone");
    return call.Forward();
  });
  Stand(std::move(hooks));
  const auto found = Explore(options_);
  EXPECT_THAT(std::string(found.status().message()), HasSubstr("KlokService/AdvanceClock: gone"));
  EXPECT_TRUE(ReadDraaiboek("gebeurtenissen.csv", UnjudgedDraaiboek(found.status())).ok());
}

TEST_F(UnjudgedSystem, WrongOptions) {
  Stand({});
  options_.cases = 0;
  EXPECT_TRUE(absl::IsInvalidArgument(Explore(options_).status()));
  EXPECT_EQ(UnjudgedDraaiboek(Explore(options_).status()), "");
  options_.cases = 1;
  options_.profielen = {"wetje"};
  EXPECT_TRUE(absl::IsInvalidArgument(Explore(options_).status()));
}

TEST_F(UnjudgedSystem, OmgevingenAreDeletedAndLeftoversStepAside) {
  Stand({});
  ASSERT_TRUE(Explore(options_).ok());
  client::ClientOptions client_options;
  const client::Client client(options_.channel, client_options);
  EXPECT_EQ(client.Call(contract::ListOmgevingenRequest())->omgevingen_size(), 0);
  contract::CreateOmgevingRequest request;
  request.mutable_instelling()->set_naam("verkenning-wet-1-1");
  request.mutable_instelling()->mutable_start_tijdstip()->set_seconds(1'736'146'800);
  ASSERT_TRUE(client.Call(request).ok());
  const auto found = Explore(options_);
  ASSERT_TRUE(found.ok()) << found.status();
  EXPECT_EQ(client.Call(contract::ListOmgevingenRequest())->omgevingen_size(), 1);
}

// Single calls and steps of the clock come to the same.
TEST_F(UnjudgedSystem, WithoutDraaiboekServiceItIsAskedCallByCall) {
  Hooks hooks;
  hooks.On<contract::PlayDraaiboekRequest>(
      [](auto&) { return grpc::Status(grpc::StatusCode::UNIMPLEMENTED, "no playbooks"); });
  std::atomic<int> calls = 0;
  hooks.On<contract::SubmitZiekmeldingRequest>([&calls](auto& call) {
    ++calls;
    return call.Forward();
  });
  Stand(std::move(hooks));
  options_.cases = 100;
  const auto found = Explore(options_);
  ASSERT_TRUE(found.ok()) << found.status();
  EXPECT_FALSE(*found) << (*found)->verschil.soort << (*found)->verschil.verwacht
                       << (*found)->verschil.gekregen;
  EXPECT_GT(calls, 100);
}

// An error where there should be none is what came of the playbook, not a reason to leave it unjudged.
TEST_F(UnjudgedSystem, ACallThatFailsIsADifference) {
  Hooks hooks;
  hooks.On<contract::ListBerichtenRequest>([](auto& call) {
    const grpc::Status status = call.Forward();
    if (call.response.berichten_size() == 0) return status;
    return grpc::Status(grpc::StatusCode::INTERNAL, "cannot cope with berichten");
  });
  Stand(std::move(hooks));
  options_.cases = 500;
  const auto found = Explore(options_);
  ASSERT_TRUE(found.ok()) << found.status();
  ASSERT_TRUE(*found);
  EXPECT_EQ((*found)->verschil.tabel, "fouten");
  EXPECT_THAT((*found)->verschil.gekregen, HasSubstr("ListBerichten code=INTERNAL"));
  EXPECT_LE((*found)->proef.draaiboek.size(), 7U);  // with an intrekking after a signal
}

TEST_F(UnjudgedSystem, ADifferenceThatDoesNotComeAgainIsReportedAsFound) {
  std::atomic<bool> happened = false;
  Hooks hooks;
  hooks.On<contract::ListNotificatiesRequest>([&happened](auto& call) {
    const grpc::Status status = call.Forward();
    if (call.response.notificaties_size() > 0 && !happened.exchange(true)) call.response.clear_notificaties();
    return status;
  });
  Stand(std::move(hooks));
  const auto found = Explore(options_);
  ASSERT_TRUE(found.ok()) << found.status();
  ASSERT_TRUE(*found);
  EXPECT_EQ((*found)->verschil.soort, "notificaties: ontbreekt");
  EXPECT_EQ((*found)->proef.draaiboek, (*found)->gevonden.draaiboek);
  EXPECT_THAT((*found)->voorbehoud, HasSubstr("kwam bij een tweede keer niet terug"));
}

}  // namespace
}  // namespace ketenproef::conformance
