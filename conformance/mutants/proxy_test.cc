// The proxy between a caller and a real server, and before a target that tells what reached it.
#include "conformance/mutants/proxy.h"

#include <gmock/gmock.h>
#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>
#include <gtest/gtest.h>

#include <chrono>
#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "client/lib/client.h"
#include "conformance/mutants/proxy_fixture.h"

namespace ketenproef::conformance {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

using ProxyTest = ProxyFixture;

TEST_F(ProxyTest, AUnaryCallReachesItsOmgevingAndItsAnswerComesBack) {
  Stand();
  const Stubs een = Make("een");
  const Stubs twee = Make("twee");
  ASSERT_TRUE(een.Call(DienstverbandOf(0)).status.ok());
  const auto answer = een.Call(ZiekmeldingOf(0, "Z-1"));
  ASSERT_TRUE(answer.status.ok()) << answer.status.error_message();
  EXPECT_THAT(answer.response.ontvangst().oordelen(), SizeIs(1));
  EXPECT_EQ(Stubs(direct_, "een").Call(contract::ListZiektegevallenRequest()).response.ziektegevallen_size(),
            1);
  EXPECT_EQ(twee.Call(contract::ListZiektegevallenRequest()).response.ziektegevallen_size(), 0);
}

TEST_F(ProxyTest, ARefusalKeepsItsCodeReasonAndFields) {
  Stand();
  const Stubs stubs = Make("een");
  ExpectRefused(stubs.Call(ZiekmeldingOf(0, "Z-1")).status, grpc::StatusCode::FAILED_PRECONDITION, "ZM-02");
  auto request = ZiekmeldingOf(0, "");
  request.mutable_ziekmelding()->clear_no_risk();
  ExpectRefused(stubs.Call(request).status, grpc::StatusCode::INVALID_ARGUMENT, "ZM-01",
                {"kenmerk", "no_risk"});
  ExpectRefused(At("nergens").Call(request).status, grpc::StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
}

TEST_F(ProxyTest, AStreamOfBatchesPassesBatchByBatch) {
  Stand();
  const Stubs stubs = Make("een");
  ASSERT_TRUE(stubs.Call(DienstverbandOf(0)).status.ok());
  const auto call = stubs.SubmitMeldingen();
  for (int i = 0; i < 3; ++i) {
    contract::SubmitMeldingenRequest batch;
    *batch.add_meldingen()->mutable_ziekmelding() = ZiekmeldingOf(0, absl::StrCat("Z-", i)).ziekmelding();
    ASSERT_TRUE(call.stream->Write(batch));
    contract::SubmitMeldingenResponse answer;
    ASSERT_TRUE(call.stream->Read(&answer));
    ASSERT_THAT(answer.resultaten(), SizeIs(1));
    EXPECT_EQ(answer.resultaten(0).has_ontvangst(), i == 0);
  }
  call.stream->WritesDone();
  EXPECT_TRUE(call.stream->Finish().ok());
}

// The status does not wait for a caller that writes nothing.
TEST_F(ProxyTest, AStreamThatTheTargetEndsEndsForASilentCaller) {
  Stand();
  const Stubs stubs = At("nergens");
  const auto call = stubs.SubmitMeldingen();
  contract::SubmitMeldingenResponse answer;
  EXPECT_FALSE(call.stream->Read(&answer));
  ExpectRefused(call.stream->Finish(), grpc::StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
}

TEST_F(ProxyTest, ABatchOverTheBoundEndsTheStreamAsTheTargetSays) {
  Stand();
  const Stubs stubs = Make("een");
  const auto call = stubs.SubmitMeldingen();
  contract::SubmitMeldingenRequest batch;
  for (int i = 0; i < 1'001; ++i) batch.add_meldingen();
  ASSERT_TRUE(call.stream->Write(batch));
  contract::SubmitMeldingenResponse answer;
  EXPECT_FALSE(call.stream->Read(&answer));
  ExpectRefused(call.stream->Finish(), grpc::StatusCode::RESOURCE_EXHAUSTED, "BATCH_TE_GROOT");
}

TEST_F(ProxyTest, AReadingStreamPassesAndCancelsItsTarget) {
  Stand();
  const Stubs stubs = Make("een");
  const auto watch = stubs.WatchClock({});
  contract::WatchClockResponse answer;
  ASSERT_TRUE(watch.stream->Read(&answer));
  EXPECT_EQ(answer.clock().tijdstip().seconds(), kStart);
  contract::AdvanceClockRequest advance;
  advance.mutable_duur()->set_seconds(60);
  ASSERT_TRUE(stubs.Call(advance).status.ok());
  ASSERT_TRUE(watch.stream->Read(&answer));
  EXPECT_EQ(answer.clock().tijdstip().seconds(), kStart + 60);
  watch.context->TryCancel();
  EXPECT_EQ(watch.stream->Finish().error_code(), grpc::StatusCode::CANCELLED);
}

TEST_F(ProxyTest, ADownloadIsOneResponseToAHookAndPartsToItsCaller) {
  Hooks hooks;
  hooks.On<contract::DownloadRapportageRequest>([](auto& call) {
    const grpc::Status status = call.Forward();
    call.response.mutable_inhoud()->append(100'000, 'x');
    return status;
  });
  Stand(std::move(hooks));
  const Stubs stubs = Make("een");
  MakeSignaal(stubs, 1);
  Advance(stubs, "2025-03-01T06:00:00+01:00");
  const auto list = stubs.Call(contract::ListRapportagesRequest());
  ASSERT_THAT(list.response.rapportages(), SizeIs(1));
  contract::DownloadRapportageRequest request;
  request.set_rapportage_id(list.response.rapportages(0).rapportage_id());
  const auto download = stubs.DownloadRapportage(request);
  std::vector<std::int64_t> sizes;
  for (contract::DownloadRapportageResponse part; download.stream->Read(&part);) {
    sizes.push_back(static_cast<std::int64_t>(part.inhoud().size()));
  }
  EXPECT_TRUE(download.stream->Finish().ok());
  EXPECT_THAT(sizes, ElementsAre(65'536, list.response.rapportages(0).aantal_bytes() + 100'000 - 65'536));
}

TEST_F(ProxyTest, AHookChangesTheRequestAndTheAnswer) {
  Hooks hooks;
  hooks.On<contract::SubmitZiekmeldingRequest>([](auto& call) {
    call.request.mutable_ziekmelding()->set_kenmerk("anders");
    const grpc::Status status = call.Forward();
    call.response.mutable_ontvangst()->mutable_oordelen(0)->set_boete_eur(455);
    return status;
  });
  Stand(std::move(hooks));
  const Stubs stubs = Make("een");
  ASSERT_TRUE(stubs.Call(DienstverbandOf(0)).status.ok());
  const auto answer = stubs.Call(ZiekmeldingOf(0, "Z-1"));
  ASSERT_TRUE(answer.status.ok());
  EXPECT_EQ(answer.response.ontvangst().oordelen(0).kenmerk(), "anders");
  EXPECT_EQ(answer.response.ontvangst().oordelen(0).boete_eur(), 455);
}

TEST_F(ProxyTest, AHookAnswersItselfForwardsTwiceAndAsksOnItsOwn) {
  Hooks hooks;
  hooks.On<contract::SubmitHerstelmeldingRequest>(
      [](auto&) { return Refusal(grpc::StatusCode::NOT_FOUND, "HM-01"); });
  int gevallen = 0;
  hooks.On<contract::SubmitZiekmeldingRequest>([&gevallen](auto& call) {
    if (const grpc::Status first = call.Forward(); !first.ok()) return first;
    gevallen = static_cast<int>(call.world().Gevallen().size());
    return call.Forward();
  });
  Stand(std::move(hooks));
  const Stubs stubs = Make("een");
  ASSERT_TRUE(stubs.Call(DienstverbandOf(0)).status.ok());
  EXPECT_TRUE(stubs.Call(ZiekmeldingOf(0, "Z-1")).response.ontvangst().herhaald());
  EXPECT_EQ(gevallen, 1);
  const grpc::Status refused = stubs.Call(contract::SubmitHerstelmeldingRequest()).status;
  ExpectRefused(refused, grpc::StatusCode::NOT_FOUND, "HM-01");
  EXPECT_EQ(RegelOf(refused), "HM-01");
}

TEST_F(ProxyTest, ASecondHookStandsAroundTheFirst) {
  Hooks hooks;
  std::vector<std::string> order;
  for (const std::string name : {"binnen", "buiten"}) {
    hooks.On<contract::GetClockRequest>([&order, name](auto& call) {
      order.push_back(name);
      return call.Forward();
    });
  }
  Stand(std::move(hooks));
  EXPECT_TRUE(Make("een").Call(contract::GetClockRequest()).status.ok());
  EXPECT_THAT(order, ElementsAre("buiten", "binnen"));
}

TEST_F(ProxyTest, AHookStandsAroundEveryBatchOfAStream) {
  Hooks hooks;
  hooks.On<contract::SubmitMeldingenRequest>([](auto& call) {
    call.request.mutable_meldingen()->RemoveLast();
    return call.Forward();
  });
  Stand(std::move(hooks));
  const Stubs stubs = Make("een");
  const auto call = stubs.SubmitMeldingen();
  for (int i = 1; i <= 3; ++i) {
    contract::SubmitMeldingenRequest batch;
    for (int j = 0; j < i; ++j) batch.add_meldingen();
    ASSERT_TRUE(call.stream->Write(batch));
    contract::SubmitMeldingenResponse answer;
    ASSERT_TRUE(call.stream->Read(&answer));
    EXPECT_THAT(answer.resultaten(), SizeIs(i - 1));
  }
  call.stream->WritesDone();
  EXPECT_TRUE(call.stream->Finish().ok());
}

// A target that answers nothing before it is cancelled, and then tells.
class SilentTarget final : public grpc::CallbackGenericService {
 public:
  SilentTarget() {
    grpc::ServerBuilder builder;
    builder.RegisterCallbackGenericService(this);
    server_ = builder.BuildAndStart();
  }
  std::shared_ptr<grpc::Channel> channel() { return server_->InProcessChannel({}); }

  absl::Notification called;
  absl::Notification cancelled;
  std::chrono::system_clock::time_point deadline;

 private:
  class Call final : public grpc::ServerGenericBidiReactor {
   public:
    explicit Call(SilentTarget* target) : target_(target) { StartRead(&read_); }
    void OnCancel() override {
      target_->cancelled.Notify();
      Finish(grpc::Status::CANCELLED);
    }
    void OnDone() override { delete this; }

   private:
    SilentTarget* target_;
    grpc::ByteBuffer read_;
  };
  grpc::ServerGenericBidiReactor* CreateReactor(grpc::GenericCallbackServerContext* context) override {
    deadline = context->deadline();
    context->AddTrailingMetadata("hoe", "stil");
    called.Notify();
    return new Call(this);
  }

  std::unique_ptr<grpc::Server> server_;
};

// Once past the forwarding, once past a hook that only forwards.
class CancellationTest : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    Hooks hooks;
    if (GetParam()) hooks.On<contract::GetClockRequest>([](auto& call) { return call.Forward(); });
    auto proxy = Proxy::Start(target_.channel(), std::move(hooks));
    ASSERT_TRUE(proxy.ok());
    proxy_ = *std::move(proxy);
  }

  SilentTarget target_;
  std::unique_ptr<Proxy> proxy_;
};

TEST_P(CancellationTest, ReachesTheTargetAsTheDeadlineDoes) {
  client::Call call(proxy_->InProcessChannel(),
                    {client::MethodOf<contract::GetClockRequest>::kPath, "een", absl::Hours(1)});
  call.Write(contract::GetClockRequest());
  target_.called.WaitForNotification();
  const auto left = target_.deadline - std::chrono::system_clock::now();
  // A time-out is rounded up on its way.
  EXPECT_LT(left, std::chrono::minutes(61));
  EXPECT_GT(left, std::chrono::minutes(50));
  call.Cancel();
  target_.cancelled.WaitForNotification();
  EXPECT_EQ(call.Finish().code(), absl::StatusCode::kCancelled);
}

TEST_P(CancellationTest, TheEndOfTheProxyEndsItsCalls) {
  client::Call call(proxy_->InProcessChannel(),
                    {client::MethodOf<contract::GetClockRequest>::kPath, "een", absl::InfiniteDuration()});
  call.Write(contract::GetClockRequest());
  target_.called.WaitForNotification();
  proxy_ = nullptr;
  target_.cancelled.WaitForNotification();
  EXPECT_FALSE(call.Finish().ok());
}

INSTANTIATE_TEST_SUITE_P(WithAndWithoutHook, CancellationTest, testing::Bool());

}  // namespace
}  // namespace ketenproef::conformance
