// Streams of batches: order, one bad record, bounds, messages that are too large, callers that leave.
#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "server/app/chain_test.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;

// In the process, and over a real port.
class Batches : public ChainTest, public testing::WithParamInterface<bool> {
 protected:
  void SetUp() override {
    ServerOptions options;
    if (GetParam()) options.listen = "127.0.0.1:0";
    Start(options);
    if (GetParam()) {
      ASSERT_GT(server_->port(), 0);
      channel_ = grpc::CreateChannel(absl::StrCat("127.0.0.1:", server_->port()),
                                     grpc::InsecureChannelCredentials());
    } else {
      ASSERT_EQ(server_->port(), 0);
    }
    omgeving_ = std::make_unique<Stubs>(Make("batches"));
  }

  // A batch of this many dienstverbanden, of persons from `first` on.
  static v1::SubmitRegistratiesRequest Dienstverbanden(int first, int aantal) {
    v1::SubmitRegistratiesRequest batch;
    for (int n = first; n < first + aantal; ++n) {
      *batch.add_registraties()->mutable_dienstverband() = DienstverbandOf(n).dienstverband();
    }
    return batch;
  }

  static v1::SubmitMeldingenRequest Ziekmeldingen(int first, int aantal) {
    v1::SubmitMeldingenRequest batch;
    for (int n = first; n < first + aantal; ++n) {
      *batch.add_meldingen()->mutable_ziekmelding() = ZiekmeldingOf(n, absl::StrCat("Z-", n)).ziekmelding();
    }
    return batch;
  }

  // The answer to one batch in a stream of its own, which must end well.
  v1::SubmitRegistratiesResponse Register(const v1::SubmitRegistratiesRequest& batch) {
    auto call = omgeving_->SubmitRegistraties();
    v1::SubmitRegistratiesResponse answer;
    EXPECT_TRUE(call.stream->Write(batch));
    EXPECT_TRUE(call.stream->Read(&answer));
    call.stream->WritesDone();
    EXPECT_TRUE(call.stream->Finish().ok());
    return answer;
  }

  // The server answers, and its environment too.
  void ExpectAlive() { EXPECT_TRUE(omgeving_->Call(v1::GetClockRequest()).status.ok()); }

  std::unique_ptr<Stubs> omgeving_;
};

INSTANTIATE_TEST_SUITE_P(Channels, Batches, testing::Bool(),
                         [](const auto& named) { return named.param ? "Port" : "InProcess"; });

TEST_P(Batches, AnswersStandInTheOrderOfTheRecords) {
  Register(Dienstverbanden(0, 300));
  auto call = omgeving_->SubmitMeldingen();
  std::int64_t last = 0;
  for (int batch = 0; batch < 3; ++batch) {
    ASSERT_TRUE(call.stream->Write(Ziekmeldingen(100 * batch, 100)));
    v1::SubmitMeldingenResponse answer;
    ASSERT_TRUE(call.stream->Read(&answer));
    ASSERT_EQ(answer.resultaten_size(), 100);
    for (int i = 0; i < 100; ++i) {
      const v1::Ontvangst& ontvangst = answer.resultaten(i).ontvangst();
      ASSERT_EQ(ontvangst.oordelen_size(), 1) << answer.resultaten(i).DebugString();
      EXPECT_EQ(ontvangst.oordelen(0).kenmerk(), absl::StrCat("Z-", 100 * batch + i));
      EXPECT_GT(ontvangst.volgnummer(), last);
      last = ontvangst.volgnummer();
    }
  }
  call.stream->WritesDone();
  v1::SubmitMeldingenResponse none;
  EXPECT_FALSE(call.stream->Read(&none));
  EXPECT_TRUE(call.stream->Finish().ok());
}

TEST_P(Batches, OneBadRecordIsRefusedAlone) {
  Register(Dienstverbanden(0, 10));
  v1::SubmitMeldingenRequest batch = Ziekmeldingen(0, 10);
  batch.mutable_meldingen(2)->mutable_ziekmelding()->set_bsn("123");
  batch.mutable_meldingen(4)->Clear();
  batch.mutable_meldingen(6)->mutable_ziekmelding()->set_kenmerk("Z-0");
  batch.mutable_meldingen(8)->mutable_intrekking();
  auto call = omgeving_->SubmitMeldingen();
  v1::SubmitMeldingenResponse answer;
  ASSERT_TRUE(call.stream->Write(batch));
  ASSERT_TRUE(call.stream->Read(&answer));
  ASSERT_EQ(answer.resultaten_size(), 10);
  const std::vector<std::string> expected = {"", "",      "BSN-01", "",      "VELD_ONGELDIG",
                                             "", "ZM-07", "",       "ZM-01", ""};
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(answer.resultaten(i).weigering().regel(), expected[static_cast<std::size_t>(i)]) << i;
    EXPECT_EQ(answer.resultaten(i).has_ontvangst(), expected[static_cast<std::size_t>(i)].empty()) << i;
  }
  EXPECT_EQ(answer.resultaten(2).weigering().velden(0).veld(), "bsn");
  EXPECT_EQ(answer.resultaten(6).weigering().soort(), v1::WEIGERINGSOORT_ANDERE_INHOUD);
  // The stream goes on, and what was sent twice has the first answer.
  ASSERT_TRUE(call.stream->Write(Ziekmeldingen(0, 2)));
  ASSERT_TRUE(call.stream->Read(&answer));
  EXPECT_TRUE(answer.resultaten(0).ontvangst().herhaald());
  call.stream->WritesDone();
  EXPECT_TRUE(call.stream->Finish().ok());
}

TEST_P(Batches, EmptyBatchHasAnEmptyAnswer) {
  EXPECT_EQ(Register({}).resultaten_size(), 0);
  auto none = omgeving_->SubmitRegistraties();
  none.stream->WritesDone();
  EXPECT_TRUE(none.stream->Finish().ok());
}

TEST_P(Batches, ThousandRecordsAndOneMore) {
  EXPECT_EQ(Register(Dienstverbanden(0, 1'000)).resultaten_size(), 1'000);
  const auto too_large = [&](auto call, auto batch) {
    decltype(batch.first) request = batch.first;
    decltype(batch.second) response = batch.second;
    call.stream->Write(request);
    EXPECT_FALSE(call.stream->Read(&response));
    ExpectRefused(call.stream->Finish(), StatusCode::RESOURCE_EXHAUSTED, "BATCH_TE_GROOT");
  };
  v1::SubmitMeldingenRequest meldingen;
  v1::SubmitBeoordelingenRequest beoordelingen;
  v1::SubmitGemeenteRegistratiesRequest gemeente;
  v1::PlayDraaiboekRequest draaiboek;
  for (int i = 0; i < 1'001; ++i) {
    meldingen.add_meldingen();
    beoordelingen.add_opdrachten();
    gemeente.add_registraties();
    draaiboek.add_regels();
  }
  const std::int64_t before =
      omgeving_->Call(Request<v1::GetOmgevingRequest>("naam: 'batches'")).response.omgeving().volgnummer();
  too_large(omgeving_->SubmitRegistraties(),
            std::pair(Dienstverbanden(2'000, 1'001), v1::SubmitRegistratiesResponse()));
  too_large(omgeving_->SubmitMeldingen(), std::pair(meldingen, v1::SubmitMeldingenResponse()));
  too_large(omgeving_->SubmitBeoordelingen(), std::pair(beoordelingen, v1::SubmitBeoordelingenResponse()));
  too_large(omgeving_->SubmitGemeenteRegistraties(),
            std::pair(gemeente, v1::SubmitGemeenteRegistratiesResponse()));
  too_large(omgeving_->PlayDraaiboek(), std::pair(draaiboek, v1::PlayDraaiboekResponse()));
  // Nothing of them was carried out.
  EXPECT_EQ(
      omgeving_->Call(Request<v1::GetOmgevingRequest>("naam: 'batches'")).response.omgeving().volgnummer(),
      before);
}

TEST_P(Batches, MessageOver4MiBEndsTheStreamAndNothingElse) {
  auto other = omgeving_->SubmitRegistraties();
  v1::SubmitRegistratiesRequest large;
  large.add_registraties()->mutable_dienstverband()->set_loonheffingennummer(
      std::string(4 * 1024 * 1024, 'x'));
  auto call = omgeving_->SubmitRegistraties();
  call.stream->Write(large);
  v1::SubmitRegistratiesResponse answer;
  EXPECT_FALSE(call.stream->Read(&answer));
  EXPECT_EQ(call.stream->Finish().error_code(), StatusCode::RESOURCE_EXHAUSTED);
  // Just below the bound it is a record like any other.
  v1::SubmitRegistratiesRequest fits;
  fits.add_registraties()->mutable_dienstverband()->set_loonheffingennummer(
      std::string(4 * 1024 * 1024 - 100, 'x'));
  EXPECT_EQ(Register(fits).resultaten(0).weigering().regel(), "BSN-01");
  // A stream that was open before is not touched by it.
  ASSERT_TRUE(other.stream->Write(Dienstverbanden(1, 1)));
  ASSERT_TRUE(other.stream->Read(&answer));
  EXPECT_TRUE(answer.resultaten(0).has_verwerkt());
  other.stream->WritesDone();
  EXPECT_TRUE(other.stream->Finish().ok());
}

TEST_P(Batches, UnaryMessageOver4MiB) {
  v1::SubmitZiekmeldingRequest request = ZiekmeldingOf(0, std::string(4 * 1024 * 1024, 'x'));
  EXPECT_EQ(omgeving_->Call(request).status.error_code(), StatusCode::RESOURCE_EXHAUSTED);
  ExpectAlive();
}

TEST_P(Batches, CallerThatCancelsMidStream) {
  Register(Dienstverbanden(0, 1'000));
  for (int attempt = 0; attempt < 5; ++attempt) {
    auto call = omgeving_->SubmitMeldingen();
    ASSERT_TRUE(call.stream->Write(Ziekmeldingen(100 * attempt, 100)));
    v1::SubmitMeldingenResponse answer;
    if (attempt % 2 == 1) {
      ASSERT_TRUE(call.stream->Read(&answer));
    }
    call.context->TryCancel();
    EXPECT_EQ(call.stream->Finish().error_code(), StatusCode::CANCELLED);
    ExpectAlive();
  }
  // What was not answered can be sent again; in the end each was accepted once.
  for (int batch = 0; batch < 5; ++batch) {
    auto call = omgeving_->SubmitMeldingen();
    v1::SubmitMeldingenResponse answer;
    ASSERT_TRUE(call.stream->Write(Ziekmeldingen(100 * batch, 100)));
    ASSERT_TRUE(call.stream->Read(&answer));
    for (const auto& resultaat : answer.resultaten()) EXPECT_TRUE(resultaat.has_ontvangst());
    call.stream->WritesDone();
    EXPECT_TRUE(call.stream->Finish().ok());
  }
  const auto omgeving =
      omgeving_->Call(Request<v1::GetOmgevingRequest>("naam: 'batches'")).response.omgeving();
  EXPECT_EQ(omgeving.soorttellingen(0).aantal_aanvaard(), 500);
}

TEST_P(Batches, StreamOfAnUnknownOmgeving) {
  auto call = At("nergens").SubmitMeldingen();
  v1::SubmitMeldingenResponse answer;
  EXPECT_FALSE(call.stream->Read(&answer));
  ExpectRefused(call.stream->Finish(), StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
}

TEST_P(Batches, StreamOfAnOmgevingThatIsDeleted) {
  auto call = omgeving_->SubmitRegistraties();
  v1::SubmitRegistratiesResponse answer;
  ASSERT_TRUE(call.stream->Write(Dienstverbanden(0, 1)));
  ASSERT_TRUE(call.stream->Read(&answer));
  ASSERT_TRUE(omgeving_->Call(Request<v1::DeleteOmgevingRequest>("naam: 'batches'")).status.ok());
  call.stream->Write(Dienstverbanden(1, 1));
  EXPECT_FALSE(call.stream->Read(&answer));
  ExpectRefused(call.stream->Finish(), StatusCode::NOT_FOUND, "OMGEVING_ONBEKEND");
}

TEST_P(Batches, EightThreadsAtOnceAreAcknowledgedExactlyOnce) {
  constexpr int kThreads = 8;
  constexpr int kPerThread = 500;
  for (int first = 0; first < kThreads * kPerThread; first += 1'000) Register(Dienstverbanden(first, 1'000));
  std::vector<std::vector<std::int64_t>> volgnummers(kThreads);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      auto& mine = volgnummers[static_cast<std::size_t>(thread)];
      const int first = thread * kPerThread;
      auto call = omgeving_->SubmitMeldingen();
      for (int n = first; n < first + kPerThread - 50; n += 50) {
        v1::SubmitMeldingenResponse answer;
        if (!call.stream->Write(Ziekmeldingen(n, 50)) || !call.stream->Read(&answer)) break;
        for (const auto& resultaat : answer.resultaten()) mine.push_back(resultaat.ontvangst().volgnummer());
      }
      call.stream->WritesDone();
      EXPECT_TRUE(call.stream->Finish().ok());
      // The last fifty by single calls, among the batches of the others.
      for (int n = first + kPerThread - 50; n < first + kPerThread; ++n) {
        const auto answer = omgeving_->Call(ZiekmeldingOf(n, absl::StrCat("Z-", n)));
        EXPECT_TRUE(answer.status.ok()) << answer.status.error_message();
        mine.push_back(answer.response.ontvangst().volgnummer());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::vector<std::int64_t> all;
  for (const auto& mine : volgnummers) {
    EXPECT_TRUE(std::is_sorted(mine.begin(), mine.end()));
    all.insert(all.end(), mine.begin(), mine.end());
  }
  std::sort(all.begin(), all.end());
  ASSERT_EQ(all.size(), static_cast<std::size_t>(kThreads * kPerThread));
  EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
  EXPECT_EQ(all.front(), 1 + kThreads * kPerThread + 1);
  const auto omgeving =
      omgeving_->Call(Request<v1::GetOmgevingRequest>("naam: 'batches'")).response.omgeving();
  EXPECT_EQ(omgeving.volgnummer(), all.back());
  EXPECT_EQ(omgeving.soorttellingen(0).aantal_aanvaard(), kThreads * kPerThread);
  EXPECT_EQ(omgeving.regeltellingen_size(), 0);
}

}  // namespace
}  // namespace ketenproef
