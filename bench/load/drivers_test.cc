// The drivers against a server that answers everything, and against servers that do not.
#include <gmock/gmock.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/floor/floor_server.h"
#include "bench/load/hand_driver.h"
#include "bench/load/stopwatch.h"
#include "bench/load/stream_driver.h"
#include "bench/load/unary_driver.h"
#include "ketenproef/v1/uwv_melding_service.grpc.pb.h"

namespace ketenproef::load {
namespace {

constexpr char kSingle[] = "/ketenproef.v1.UwvMeldingService/SubmitZiekmelding";
constexpr char kBatches[] = "/ketenproef.v1.UwvMeldingService/SubmitMeldingen";

std::string Address(int port) {
  return absl::StrCat("localhost:", port);
}

class Drivers : public testing::Test {
 protected:
  Drivers() : server_(floor::FloorServer::Start("localhost:0")) {
    EXPECT_TRUE(server_.ok()) << server_.status();
    unary_.address = stream_.address = Address((*server_)->port());
    unary_.method = kSingle;
    stream_.method = kBatches;
    v1::SubmitZiekmeldingRequest request;
    request.mutable_ziekmelding()->set_kenmerk("Z1");
    request_ = request.SerializeAsString();
    v1::SubmitMeldingenRequest batch;
    for (int i = 0; i < kRecords; ++i) batch.add_meldingen()->mutable_ziekmelding()->set_kenmerk("Z1");
    batch_ = batch.SerializeAsString();
  }

  static constexpr int kRecords = 20;

  LoadReport RunUnary() {
    auto report = DriveUnary(
        unary_, [&](std::int64_t) { return &request_; },
        [](std::int64_t, absl::string_view answer) {
          v1::SubmitZiekmeldingResponse response;
          return response.ParseFromArray(answer.data(), static_cast<int>(answer.size())) &&
                 response.ontvangst().oordelen_size() == 1;
        });
    EXPECT_TRUE(report.ok()) << report.status();
    return report.ok() ? *report : LoadReport();
  }

  static BatchVerdict Judge(absl::string_view answer) {
    v1::SubmitMeldingenResponse response;
    EXPECT_TRUE(response.ParseFromArray(answer.data(), static_cast<int>(answer.size())));
    BatchVerdict verdict;
    for (const auto& resultaat : response.resultaten()) {
      ++(resultaat.has_ontvangst() ? verdict.right : verdict.wrong);
    }
    return verdict;
  }

  LoadReport RunStreams() {
    auto report = DriveStreams(
        stream_, [&](std::int64_t) { return &batch_; },
        [](std::int64_t, absl::string_view answer) { return Judge(answer); });
    EXPECT_TRUE(report.ok()) << report.status();
    return report.ok() ? *report : LoadReport();
  }

  absl::StatusOr<std::unique_ptr<floor::FloorServer>> server_;
  UnaryOptions unary_;
  StreamOptions stream_;
  std::string request_;
  std::string batch_;
};

TEST_F(Drivers, EveryCallIsMadeOnceAndAnswered) {
  unary_.threads = 2;
  unary_.connections = 3;
  unary_.in_flight = 17;
  unary_.pace.turns = 500;
  std::vector<std::atomic<int>> asked(500);
  std::vector<std::atomic<int>> answered(500);
  const auto report = DriveUnary(
      unary_,
      [&](std::int64_t index) -> const std::string* {
        ++asked[static_cast<std::size_t>(index)];
        return &request_;
      },
      [&](std::int64_t index, absl::string_view) {
        ++answered[static_cast<std::size_t>(index)];
        return true;
      });
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->answered, 500);
  EXPECT_EQ(report->failures, 0) << report->first_error;
  EXPECT_EQ(report->latency.count(), 500);
  EXPECT_GT(report->latency.min(), 0);
  EXPECT_GT(report->AnsweredPerS(), 0);
  for (int i = 0; i < 500; ++i) {
    EXPECT_EQ(asked[static_cast<std::size_t>(i)], 1);
    EXPECT_EQ(answered[static_cast<std::size_t>(i)], 1);
  }
}

TEST_F(Drivers, OpenLoopIsNeverAheadOfItsSchedule) {
  unary_.pace = {.turns = 100, .rate_per_s = 1'000};
  const std::int64_t begin_ns = NowNanos();
  int ahead = 0;
  const auto report = DriveUnary(
      unary_,
      [&](std::int64_t index) {
        ahead += NowNanos() < begin_ns + index * 1'000'000 ? 1 : 0;
        return &request_;
      },
      [](std::int64_t, absl::string_view) { return true; });
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->answered, 100);
  EXPECT_EQ(ahead, 0);
}

// Of 1,000 calls a millisecond with one in flight, all but the first are due long before there is a hand for
// them: the last, due after 0.2 ms, waits for all others.
TEST_F(Drivers, OpenLoopCountsTheWaitForAHand) {
  unary_.in_flight = 1;
  unary_.connections = 1;
  unary_.pace = {.turns = 200, .rate_per_s = 1'000'000};
  const LoadReport report = RunUnary();
  EXPECT_EQ(report.answered, 200);
  EXPECT_GT(report.held_back, 150);
  EXPECT_GE(report.latency.max(), static_cast<std::int64_t>(report.Seconds() * 1e9) - 200'000);
}

TEST_F(Drivers, WarmUpIsSentAndLeftOut) {
  unary_.pace = {.turns = 300, .warm_up_turns = 100};
  EXPECT_EQ(RunUnary().answered, 200);
  stream_.pace = {.turns = 30, .warm_up_turns = 10};
  EXPECT_EQ(RunStreams().records, 20 * kRecords);
}

TEST_F(Drivers, WrongAnswersAreFailures) {
  unary_.pace.turns = 50;
  const auto report = DriveUnary(
      unary_, [&](std::int64_t) { return &request_; },
      [](std::int64_t index, absl::string_view) { return index % 5 != 0; });
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->answered, 50);
  EXPECT_EQ(report->records, 40);
  EXPECT_EQ(report->failures, 10);
  EXPECT_FALSE(report->first_error.empty());
}

TEST_F(Drivers, OtherStatusesAreFailures) {
  unary_.method = "/ketenproef.v1.UwvMeldingService/WithdrawZiekmelding";
  unary_.pace = {.turns = 50, .warm_up_turns = 10};
  const LoadReport report = RunUnary();
  EXPECT_EQ(report.answered, 0);
  EXPECT_EQ(report.failures, 50);
  EXPECT_NE(report.first_error.find("status 12"), std::string::npos) << report.first_error;
}

TEST_F(Drivers, NobodyThereIsSaid) {
  const int port = (*server_)->port();
  server_->reset();
  unary_.address = stream_.address = Address(port);
  unary_.connect_timeout_ms = stream_.connect_timeout_ms = 50;
  const auto no_request = [this](std::int64_t) { return &request_; };
  const auto report = DriveUnary(unary_, no_request, [](std::int64_t, absl::string_view) { return true; });
  EXPECT_TRUE(absl::IsUnavailable(report.status()));
  const auto batches =
      DriveStreams(stream_, no_request, [](std::int64_t, absl::string_view) { return BatchVerdict(); });
  EXPECT_TRUE(absl::IsUnavailable(batches.status()));
}

TEST_F(Drivers, EveryBatchOfEveryStreamIsAnswered) {
  stream_.streams = 5;
  stream_.threads = 2;
  stream_.connections = 2;
  stream_.pace.turns = 103;
  const LoadReport report = RunStreams();
  EXPECT_EQ(report.answered, 103);
  EXPECT_EQ(report.records, 103 * kRecords);
  EXPECT_EQ(report.latency.count(), 103);
  EXPECT_EQ(report.failures, 0) << report.first_error;
}

TEST_F(Drivers, MoreStreamsThanBatchesIsWell) {
  stream_.streams = 7;
  stream_.pace.turns = 2;
  const LoadReport report = RunStreams();
  EXPECT_EQ(report.answered, 2);
  EXPECT_EQ(report.failures, 0) << report.first_error;
}

TEST_F(Drivers, OneStreamKeepsTheOrder) {
  stream_.under_way = 6;
  stream_.pace = {.turns = 60, .rate_per_s = 10'000};
  std::vector<std::int64_t> sent;
  std::vector<std::int64_t> answered;
  const auto report = DriveStreams(
      stream_,
      [&](std::int64_t index) -> const std::string* {
        sent.push_back(index);
        return &batch_;
      },
      [&](std::int64_t index, absl::string_view answer) {
        answered.push_back(index);
        return Judge(answer);
      });
  ASSERT_TRUE(report.ok()) << report.status();
  std::vector<std::int64_t> expected(60);
  for (std::size_t i = 0; i < expected.size(); ++i) expected[i] = static_cast<std::int64_t>(i);
  EXPECT_EQ(sent, expected);
  EXPECT_EQ(answered, expected);
}

TEST_F(Drivers, RecordsThatAreNotRightAreFailures) {
  stream_.pace.turns = 4;
  const auto report = DriveStreams(
      stream_, [&](std::int64_t) { return &batch_; },
      [](std::int64_t index, absl::string_view) {
        return BatchVerdict{.right = kRecords - index, .wrong = index};
      });
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->failures, 3);
  EXPECT_EQ(report->records, 4 * kRecords - 6);
}

TEST_F(Drivers, AStreamThatEndsEarlyIsAFailure) {
  stream_.method = "/ketenproef.v1.UwvMeldingService/Unknown";
  stream_.streams = 2;
  stream_.pace.turns = 100;
  const LoadReport report = RunStreams();
  EXPECT_EQ(report.answered, 0);
  EXPECT_GE(report.failures, 2);
  EXPECT_NE(report.first_error.find("status 12"), std::string::npos) << report.first_error;
}

// Remembers who called.
class Peers final : public v1::UwvMeldingService::CallbackService {
 public:
  grpc::ServerUnaryReactor* SubmitZiekmelding(grpc::CallbackServerContext* context,
                                              const v1::SubmitZiekmeldingRequest* /*request*/,
                                              v1::SubmitZiekmeldingResponse* /*response*/) override {
    const auto omgeving = context->client_metadata().find("omgeving");
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      peers_.insert(context->peer());
      if (omgeving != context->client_metadata().end()) {
        omgevingen_.emplace(omgeving->second.data(), omgeving->second.size());
      }
    }
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

  std::mutex mutex_;
  std::set<std::string> peers_;
  std::set<std::string> omgevingen_;
};

TEST_F(Drivers, ConnectionsAreNotSharedAndTheOmgevingIsNamed) {
  Peers peers;
  int port = 0;
  grpc::ServerBuilder builder;
  builder.RegisterService(&peers);
  builder.AddListeningPort("localhost:0", grpc::InsecureServerCredentials(), &port);
  const auto server = builder.BuildAndStart();
  unary_.address = Address(port);
  unary_.connections = 5;
  unary_.threads = 2;
  unary_.in_flight = 10;
  unary_.omgeving = "proef";
  unary_.pace.turns = 200;
  const auto report = DriveUnary(
      unary_, [&](std::int64_t) { return &request_; }, [](std::int64_t, absl::string_view) { return true; });
  server->Shutdown();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->failures, 0) << report->first_error;
  EXPECT_EQ(peers.peers_.size(), 5U);
  EXPECT_EQ(peers.omgevingen_, std::set<std::string>{"proef"});
}

TEST(HandDriver, EveryActIsDoneOnce) {
  HandOptions options;
  options.hands = 3;
  options.pace = {.turns = 100, .warm_up_turns = 10};
  std::vector<std::atomic<int>> done(100);
  const LoadReport report = DriveHands(options, [&](int hand, std::int64_t index) -> ActResult {
    EXPECT_LT(hand, 3);
    ++done[static_cast<std::size_t>(index)];
    return {2, ""};
  });
  for (const auto& times : done) EXPECT_EQ(times, 1);
  EXPECT_EQ(report.answered, 90);
  EXPECT_EQ(report.records, 180);
  EXPECT_EQ(report.latency.count(), 90);
  EXPECT_EQ(report.failures, 0);
}

TEST(HandDriver, AnActThatFailsIsAFailureAndTheOthersGoOn) {
  HandOptions options;
  options.pace.turns = 20;
  const LoadReport report = DriveHands(options, [](int /*hand*/, std::int64_t index) -> ActResult {
    return {1, index % 5 == 4 ? "broken" : ""};
  });
  EXPECT_EQ(report.answered, 16);
  EXPECT_EQ(report.failures, 4);
  EXPECT_EQ(report.first_error, "act 4: broken");
}

// The first act takes 50 turns' time: who comes after it was kept waiting, and that is in its latency.
TEST(HandDriver, OpenLoopCountsTheWaitForAHand) {
  HandOptions options;
  options.pace = {.turns = 50, .rate_per_s = 1'000};
  std::int64_t begin_ns = 0;
  const LoadReport report = DriveHands(options, [&](int /*hand*/, std::int64_t index) -> ActResult {
    if (index == 0) {
      begin_ns = NowNanos();
      WaitUntil(begin_ns + 50'000'000);
    }
    return {1, ""};
  });
  EXPECT_GE(report.held_back, 40);
  EXPECT_GE(report.latency.Percentile(50), 20'000'000);
}

// Of calls that must be refused: a refusal that is right is an answer like another.
TEST_F(Drivers, ARefusalThatIsRightCountsAsAnswered) {
  unary_.method = "/ketenproef.v1.UwvMeldingService/WithdrawZiekmelding";
  unary_.pace.turns = 50;
  const auto report = DriveUnary(
      unary_, [&](std::int64_t) { return &request_; }, [](std::int64_t, absl::string_view) { return false; },
      [](std::int64_t index, int code, absl::string_view) { return code == 12 && index % 5 != 0; });
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->answered, 40);
  EXPECT_EQ(report->records, 40);
  EXPECT_EQ(report->failures, 10);
}

TEST_F(Drivers, WhoLooksSeesAllThatWasAnswered) {
  LiveFigures live;
  unary_.live = stream_.live = &live;
  unary_.pace.turns = 100;
  stream_.pace.turns = 5;
  RunUnary();
  EXPECT_THAT(live.TakeLine(NowNanos()), testing::StartsWith("100, "));
  RunStreams();
  EXPECT_THAT(live.TakeLine(NowNanos()), testing::StartsWith("200, "));
}

TEST(DurationText, SaysAsMuchAsItKnows) {
  EXPECT_EQ(DurationText(950), "0.95 us");
  EXPECT_EQ(DurationText(12'345), "12 us");
  EXPECT_EQ(DurationText(1'234'567), "1.23 ms");
  EXPECT_EQ(DurationText(123'456'789), "123 ms");
  EXPECT_EQ(DurationText(12'345'678'901), "12.35 s");
}

TEST(LoadReport, IsSaturatedWhereTheGeneratorWasTheLimit) {
  LoadReport report;
  report.answered = 1'000;
  EXPECT_FALSE(report.IsSaturated());
  report.late = 10;
  EXPECT_FALSE(report.IsSaturated());
  report.late = 11;
  EXPECT_TRUE(report.IsSaturated());
  report.late = 0;
  report.busy_share = 0.96;
  EXPECT_TRUE(report.IsSaturated());
}

}  // namespace
}  // namespace ketenproef::load
