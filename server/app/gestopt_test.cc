// A journal that cannot be written stops its environment, with a clear error, and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "fixtures/scratch/temporary_folder.h"
#include "server/app/chain_test.h"
#include "server/journal/proefschijf.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;
using testing::HasSubstr;

class Gestopt : public ChainTest {
 protected:
  Gestopt() : map_(TemporaryFolder::InMemory()) {}
  void SetUp() override { Restart(); }
  void TearDown() override { server_.reset(); }

  void Restart() {
    ServerOptions options;
    options.data_directory = map_.File("data");
    Start(options);
  }

  // Every write to the journal of `een` fails from now on.
  void FillUp() { disk_.Fail(1, Proefschijf::kForEver, Proefschijf::Fout::kFull, "/een.journaal"); }

  static void ExpectStopped(const grpc::Status& status) {
    ExpectRefused(status, StatusCode::UNAVAILABLE, "OMGEVING_GESTOPT");
    EXPECT_THAT(status.error_message(), HasSubstr("its journal cannot be written"));
    EXPECT_THAT(status.error_message(), HasSubstr("een.journaal: database or disk is full; make room"));
  }

  TemporaryFolder map_;
  Proefschijf disk_;
};

TEST_F(Gestopt, EveryCallIsRefusedAndOtherEnvironmentsGoOn) {
  const Stubs een = Make("een");
  const Stubs twee = Make("twee");
  ASSERT_TRUE(een.Call(DienstverbandOf(0)).status.ok());
  FillUp();
  ExpectStopped(een.Call(ZiekmeldingOf(0, "Z-0")).status);
  // What was not acknowledged is shown to nobody, and what was is not read from a state that knows more.
  ExpectStopped(een.Call(ZiekmeldingOf(0, "Z-0")).status);
  ExpectStopped(een.Call(v1::ListZiektegevallenRequest()).status);
  ExpectStopped(een.Call(v1::GetClockRequest()).status);
  ExpectStopped(een.Call(Request<v1::AdvanceClockRequest>("duur { seconds: 3600 }")).status);
  auto batches = een.SubmitRegistraties();
  v1::SubmitRegistratiesRequest batch;
  *batch.add_registraties()->mutable_dienstverband() = DienstverbandOf(1).dienstverband();
  batches.stream->Write(batch);
  v1::SubmitRegistratiesResponse answer;
  EXPECT_FALSE(batches.stream->Read(&answer));
  ExpectStopped(batches.stream->Finish());

  ASSERT_TRUE(twee.Call(DienstverbandOf(0)).status.ok());
  EXPECT_TRUE(twee.Call(ZiekmeldingOf(0, "Z-0")).status.ok());
  Advance(twee, "2025-02-01T00:00:00+01:00");
}

TEST_F(Gestopt, RoomOnTheDiskHelpsAfterARestart) {
  Make("een");
  ASSERT_TRUE(At("een").Call(DienstverbandOf(0)).status.ok());
  FillUp();
  ExpectStopped(At("een").Call(ZiekmeldingOf(0, "Z-0")).status);
  disk_.Mend();
  ExpectStopped(At("een").Call(ZiekmeldingOf(0, "Z-0")).status);
  Restart();
  ExpectRefused(At("een").Call(DienstverbandOf(0)).status, StatusCode::FAILED_PRECONDITION, "REG-04");
  const auto again = At("een").Call(ZiekmeldingOf(0, "Z-0"));
  ASSERT_TRUE(again.status.ok()) << again.status.error_message();
  EXPECT_FALSE(again.response.ontvangst().herhaald());
}

TEST_F(Gestopt, AnEnvironmentThatCannotBeMadeIsNotThereAfterwards) {
  for (std::int64_t n = 1;; ++n) {
    SCOPED_TRACE(n);
    disk_.Fail(n, Proefschijf::kForEver, Proefschijf::Fout::kFull, "/een.journaal");
    const auto made = At("").Call(Request<v1::CreateOmgevingRequest>(
        absl::StrCat("instelling { naam: 'een' start_tijdstip { seconds: ", kStart, " } }")));
    const bool has_failed = disk_.has_failed();
    disk_.Mend();
    if (!has_failed) {
      EXPECT_TRUE(made.status.ok()) << made.status.error_message();
      EXPECT_GT(n, 10);
      break;
    }
    EXPECT_FALSE(made.status.ok());
    const auto list = [this] { return At("").Call(v1::ListOmgevingenRequest()).response.omgevingen_size(); };
    EXPECT_EQ(list(), 0);
    Restart();
    EXPECT_EQ(list(), 0);
    EXPECT_FALSE(std::filesystem::exists(map_.File("data/een.journaal")));
  }
}

}  // namespace
}  // namespace ketenproef
