// Streams that go on: WatchClock and WatchGebeurtenissen.
#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "server/app/chain_test.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;

// In the process, and over a real port.
class Watch : public ChainTest, public testing::WithParamInterface<bool> {
 protected:
  void SetUp() override {
    ServerOptions options;
    if (GetParam()) options.listen = "127.0.0.1:0";
    Start(options);
    if (GetParam()) {
      channel_ = grpc::CreateChannel(absl::StrCat("127.0.0.1:", server_->port()),
                                     grpc::InsecureChannelCredentials());
    }
    omgeving_ = std::make_unique<Stubs>(Make("watch"));
  }

  // This many events, in batches of a thousand.
  void AddEvents(int aantal) {
    auto call = omgeving_->SubmitGemeenteRegistraties();
    while (aantal > 0) {
      v1::SubmitGemeenteRegistratiesRequest batch;
      for (; aantal > 0 && batch.registraties_size() < 1'000; --aantal) {
        *batch.add_registraties()->mutable_woonplaats() = Request<v1::Woonplaats>(woonplaats_);
      }
      v1::SubmitGemeenteRegistratiesResponse answer;
      ASSERT_TRUE(call.stream->Write(batch));
      ASSERT_TRUE(call.stream->Read(&answer));
      ASSERT_EQ(answer.resultaten_size(), batch.registraties_size());
    }
    call.stream->WritesDone();
    ASSERT_TRUE(call.stream->Finish().ok());
  }

  ReadCall<v1::WatchGebeurtenissenResponse> WatchEvents(const std::string& request = "") {
    return omgeving_->WatchGebeurtenissen(Request<v1::WatchGebeurtenissenRequest>(request));
  }

  // Reads on until this event; the numbers must run on from `next`, which moves.
  void ReadUpTo(ReadCall<v1::WatchGebeurtenissenResponse>& watch, std::int64_t last, std::int64_t* next) {
    v1::WatchGebeurtenissenResponse batch;
    while (*next <= last) {
      ASSERT_TRUE(watch.stream->Read(&batch)) << *next;
      ASSERT_GE(batch.gebeurtenissen_size(), 1);
      ASSERT_LE(batch.gebeurtenissen_size(), 1'000);
      for (const auto& gebeurtenis : batch.gebeurtenissen()) ASSERT_EQ(gebeurtenis.volgnummer(), (*next)++);
    }
  }

  void ExpectCancelled(grpc::ClientContext& context,
                       grpc::ClientReaderInterface<v1::WatchGebeurtenissenResponse>& s) {
    context.TryCancel();
    EXPECT_EQ(s.Finish().error_code(), StatusCode::CANCELLED);
  }

  std::unique_ptr<Stubs> omgeving_;
  const std::string woonplaats_ =
      absl::StrCat("bsn: '", TestBsn(1), "' gemeentecode: '0363' datum_van ", Datum("2024-01-01"));
};

INSTANTIATE_TEST_SUITE_P(Channels, Watch, testing::Bool(),
                         [](const auto& named) { return named.param ? "Port" : "InProcess"; });

TEST_P(Watch, EventsThatThereAreThenThoseThatComeWithoutAGap) {
  AddEvents(500);
  auto watch = WatchEvents();
  std::int64_t next = 1;
  ReadUpTo(watch, 501, &next);
  AddEvents(1);
  ReadUpTo(watch, 502, &next);
  std::thread writer([this] { AddEvents(5'000); });
  ReadUpTo(watch, 5'502, &next);
  writer.join();
  ExpectCancelled(*watch.context, *watch.stream);
}

TEST_P(Watch, FromAVolgnummerOn) {
  AddEvents(10);
  auto watch = WatchEvents("vanaf_volgnummer: 8");
  std::int64_t next = 8;
  ReadUpTo(watch, 11, &next);
  // From one that is yet to come.
  auto later = WatchEvents("vanaf_volgnummer: 15");
  AddEvents(5);
  std::int64_t from = 15;
  ReadUpTo(later, 16, &from);
  ExpectCancelled(*watch.context, *watch.stream);
  ExpectCancelled(*later.context, *later.stream);
}

TEST_P(Watch, FilteredEventsAlone) {
  auto watch = WatchEvents("filter { soorten: GEBEURTENISSOORT_DIENSTVERBAND_REGISTERED }");
  AddEvents(2'000);
  ASSERT_TRUE(omgeving_->Call(DienstverbandOf(3)).status.ok());
  v1::WatchGebeurtenissenResponse batch;
  ASSERT_TRUE(watch.stream->Read(&batch));
  ASSERT_EQ(batch.gebeurtenissen_size(), 1);
  EXPECT_EQ(batch.gebeurtenissen(0).volgnummer(), 2'002);
  ExpectCancelled(*watch.context, *watch.stream);
}

// A case that is not there yet when the watch begins comes into view when it does.
TEST_P(Watch, CaseThatComesLater) {
  auto watch = WatchEvents("filter { loonheffingennummer: '123456789L01' kenmerk: 'Z' }");
  ASSERT_TRUE(omgeving_->Call(DienstverbandOf(3)).status.ok());
  ASSERT_TRUE(omgeving_->Call(ZiekmeldingOf(3, "Z")).status.ok());
  v1::WatchGebeurtenissenResponse batch;
  ASSERT_TRUE(watch.stream->Read(&batch));
  EXPECT_TRUE(batch.gebeurtenissen(0).has_ziekmelding_accepted());
  ExpectCancelled(*watch.context, *watch.stream);
}

TEST_P(Watch, EndsWhenTheOmgevingIsDeleted) {
  std::vector<ReadCall<v1::WatchGebeurtenissenResponse>> watches;
  for (int i = 0; i < 8; ++i) watches.push_back(WatchEvents());
  auto clock = omgeving_->WatchClock(v1::WatchClockRequest());
  v1::WatchGebeurtenissenResponse batch;
  v1::WatchClockResponse position;
  for (auto& watch : watches) ASSERT_TRUE(watch.stream->Read(&batch));
  ASSERT_TRUE(clock.stream->Read(&position));
  ASSERT_TRUE(omgeving_->Call(Request<v1::DeleteOmgevingRequest>("naam: 'watch'")).status.ok());
  for (auto& watch : watches) {
    EXPECT_FALSE(watch.stream->Read(&batch));
    ExpectRefused(watch.stream->Finish(), StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
  }
  EXPECT_FALSE(clock.stream->Read(&position));
  ExpectRefused(clock.stream->Finish(), StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
}

TEST_P(Watch, UnknownOmgeving) {
  auto watch = At("nergens").WatchGebeurtenissen(v1::WatchGebeurtenissenRequest());
  v1::WatchGebeurtenissenResponse batch;
  EXPECT_FALSE(watch.stream->Read(&batch));
  ExpectRefused(watch.stream->Finish(), StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
  auto clock = At("nergens").WatchClock(v1::WatchClockRequest());
  v1::WatchClockResponse position;
  EXPECT_FALSE(clock.stream->Read(&position));
  ExpectRefused(clock.stream->Finish(), StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
}

TEST_P(Watch, ReaderThatNeverReadsBlocksNobody) {
  auto idle = WatchEvents();
  auto idle_clock = omgeving_->WatchClock(v1::WatchClockRequest());
  auto busy = WatchEvents();
  std::thread writer([this] { AddEvents(50'000); });
  std::int64_t next = 1;
  ReadUpTo(busy, 50'001, &next);
  writer.join();
  EXPECT_TRUE(omgeving_->Call(Request<v1::AdvanceClockRequest>("duur { seconds: 1 }")).status.ok());
  EXPECT_EQ(omgeving_->Call(v1::ListGebeurtenissenRequest()).response.gebeurtenissen_size(), 100);
  // When it reads at last, nothing is missing.
  std::int64_t first = 1;
  ReadUpTo(idle, 50'001, &first);
  ExpectCancelled(*idle.context, *idle.stream);
  ExpectCancelled(*busy.context, *busy.stream);
  idle_clock.context->TryCancel();
  EXPECT_EQ(idle_clock.stream->Finish().error_code(), StatusCode::CANCELLED);
}

TEST_P(Watch, IdleReaderDoesNotKeepTheOmgevingFromBeingDeleted) {
  auto idle = WatchEvents();
  AddEvents(20'000);
  ASSERT_TRUE(omgeving_->Call(Request<v1::DeleteOmgevingRequest>("naam: 'watch'")).status.ok());
  v1::WatchGebeurtenissenResponse batch;
  while (idle.stream->Read(&batch)) {
  }
  ExpectRefused(idle.stream->Finish(), StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
}

TEST_P(Watch, ClockNowThenAfterEveryChange) {
  auto watch = omgeving_->WatchClock(v1::WatchClockRequest());
  v1::WatchClockResponse position;
  ASSERT_TRUE(watch.stream->Read(&position));
  EXPECT_EQ(position.clock().tijdstip().seconds(), kStart);
  for (int step = 1; step <= 3; ++step) {
    ASSERT_TRUE(omgeving_->Call(Request<v1::AdvanceClockRequest>("duur { seconds: 3600 }")).status.ok());
    ASSERT_TRUE(watch.stream->Read(&position));
    EXPECT_EQ(position.clock().tijdstip().seconds(), kStart + 3'600 * step);
  }
  watch.context->TryCancel();
  EXPECT_EQ(watch.stream->Finish().error_code(), StatusCode::CANCELLED);
}

TEST_P(Watch, SlowReaderOfTheClockSeesTheLastPosition) {
  auto watch = omgeving_->WatchClock(v1::WatchClockRequest());
  constexpr int kSteps = 500;
  for (int step = 0; step < kSteps; ++step) {
    ASSERT_TRUE(omgeving_->Call(Request<v1::AdvanceClockRequest>("duur { seconds: 1 }")).status.ok());
  }
  std::int64_t last = 0;
  v1::WatchClockResponse position;
  while (last < kStart + kSteps) {
    ASSERT_TRUE(watch.stream->Read(&position));
    EXPECT_GT(position.clock().tijdstip().seconds(), last);
    last = position.clock().tijdstip().seconds();
  }
  watch.context->TryCancel();
  EXPECT_EQ(watch.stream->Finish().error_code(), StatusCode::CANCELLED);
}

TEST_P(Watch, ManyReadersThatComeAndGoWhileEventsCome) {
  std::atomic<bool> done = false;
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([this, &done, i] {
      for (int round = 0; !done; ++round) {
        auto watch = WatchEvents();
        v1::WatchGebeurtenissenResponse batch;
        // Some leave before the first answer, some after it.
        if ((round + i) % 2 == 0) {
          EXPECT_TRUE(watch.stream->Read(&batch));
        }
        watch.context->TryCancel();
        EXPECT_EQ(watch.stream->Finish().error_code(), StatusCode::CANCELLED);
      }
    });
  }
  for (int i = 0; i < 20; ++i) AddEvents(500);
  done = true;
  for (std::thread& reader : readers) reader.join();
  auto watch = WatchEvents();
  std::int64_t next = 1;
  ReadUpTo(watch, 10'001, &next);
  ExpectCancelled(*watch.context, *watch.stream);
}

}  // namespace
}  // namespace ketenproef
