// The sample gemeenten that collect: from the simulator itself, also while it is down, and from an
// Inlichtingenbureau whose downloads come damaged.
#include <gmock/gmock.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "conformance/sut/sample_process.h"
#include "ketenproef/v1/inlichtingenbureau_service.grpc.pb.h"
#include "server/app/chain_test.h"
#include "server/omgeving/sha256.h"
#include "server/wire/antwoord.h"

namespace ketenproef {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using testing::SizeIs;

std::string Configuration(const SampleFolder& folder, const std::string& address) {
  return absl::StrCat(R"({"mode": "collect", "gemeentecodes": ["0599", "0363"], "omgeving": "keten", )",
                      R"("poll_seconds": 0.05, "inlichtingenbureau": ")", address, R"(", "folder": ")",
                      folder.path().string(), "\"}");
}

class Ophalen : public ChainTest, public testing::WithParamInterface<const char*> {
 protected:
  void SetUp() override {
    ChainTest::Start(Options(0));
    port_ = server_->port();
  }
  ServerOptions Options(int port) {
    ServerOptions options;
    options.data_directory = (data_.path() / "data").string();
    options.listen = absl::StrCat("127.0.0.1:", port);
    return options;
  }
  std::string Address() const { return absl::StrCat("127.0.0.1:", port_); }

  // Waits until this many reports and doorleveringen have been confirmed.
  static void AwaitConfirmations(const Stubs& stubs, int reports, int doorleveringen) {
    auto watch = stubs.WatchGebeurtenissen({});
    v1::WatchGebeurtenissenResponse batch;
    while (reports > 0 || doorleveringen > 0) {
      ASSERT_TRUE(watch.stream->Read(&batch)) << "not confirmed within the deadline of the stream";
      for (const v1::Gebeurtenis& event : batch.gebeurtenissen()) {
        if (event.has_rapportage_confirmed()) --reports;
        if (event.has_doorlevering_confirmed()) --doorleveringen;
      }
    }
    watch.context->TryCancel();
    watch.stream->Finish();
  }

  SampleFolder data_;
  SampleFolder folder_;
  int port_ = 0;
};

TEST_P(Ophalen, CSV05_KeepsAndConfirmsWhatTheChainMade) {
  const Stubs stubs = Make("keten");
  for (int n = 0; n < 3; ++n) MakeSignaal(stubs, n);
  Advance(stubs, "2025-03-01T12:00:00+01:00");
  SampleProcess process(GetParam(), Configuration(folder_, Address()));
  AwaitConfirmations(stubs, 1, 3);
  const v1::Rapportage report = stubs.Call(v1::ListRapportagesRequest()).response.rapportages(0);
  const auto kept = folder_.Reports();
  ASSERT_THAT(kept, ElementsAre(Pair(report.bestandsnaam(), testing::_)));
  EXPECT_EQ(HexOf(Sha256(kept.begin()->second)), report.sha256());
  // A withdrawal afterwards: one more melding forwarded, and a bericht, which nobody confirms.
  EXPECT_TRUE(
      stubs
          .Call(Request<v1::WithdrawZiekmeldingRequest>(absl::StrCat(
              "intrekking { kenmerk: 'I-1' loonheffingennummer: '", kNummer, "' verwijst_naar: 'Z-1' }")))
          .status.ok());
  EXPECT_EQ(process.Stop(SIGKILL), -SIGKILL);
  Advance(stubs, "2025-03-02T12:00:00+01:00");
  const std::size_t before = folder_.Received().size();
  EXPECT_EQ(before, 4U);
  SampleProcess again(GetParam(), Configuration(folder_, Address()));
  AwaitConfirmations(stubs, 2, 4);  // a report of the bericht, its header line alone
  EXPECT_EQ(again.Stop(SIGTERM), 0);
  EXPECT_THAT(folder_.Reports(), SizeIs(2));
  for (const auto& [name, content] : folder_.Reports()) EXPECT_THAT(name, testing::EndsWith(".csv"));
}

TEST_P(Ophalen, WaitsForAnInlichtingenbureauThatIsDown) {
  {
    const Stubs stubs = Make("keten");
    MakeSignaal(stubs, 0);
    Advance(stubs, "2025-03-01T12:00:00+01:00");
  }
  channel_.reset();
  server_.reset();
  SampleProcess process(GetParam(), Configuration(folder_, Address()));
  for (int tries = 0; tries < 3; ++tries) {
    std::string line = process.ErrorLine();
    while (!line.empty() && !absl::StrContains(line, "again in")) line = process.ErrorLine();
    ASSERT_THAT(line, HasSubstr("UNAVAILABLE"));
  }
  ChainTest::Start(Options(port_));
  AwaitConfirmations(At("keten"), 1, 1);
  EXPECT_EQ(process.Stop(SIGTERM), 0);
  EXPECT_THAT(folder_.Reports(), SizeIs(1));
}

INSTANTIATE_TEST_SUITE_P(Sut, Ophalen, testing::Values("python", "node"),
                         [](const auto& sample) { return std::string(sample.param); });

// Lists one record a page. The first download of each report lacks its last byte.
class DamagingInlichtingenbureau final : public v1::InlichtingenbureauService::Service {
 public:
  grpc::Status ListRapportages(grpc::ServerContext*, const v1::ListRapportagesRequest* request,
                               v1::ListRapportagesResponse* response) override {
    const int place = request->page_token().empty() ? 0 : std::stoi(request->page_token());
    if (request->gemeentecode() != "0363") return grpc::Status::OK;
    *response->add_rapportages() = Report(place);
    if (place < 2) response->set_next_page_token(absl::StrCat(place + 1));
    return grpc::Status::OK;
  }
  grpc::Status DownloadRapportage(grpc::ServerContext*, const v1::DownloadRapportageRequest* request,
                                  grpc::ServerWriter<v1::DownloadRapportageResponse>* writer) override {
    const std::string& id = request->rapportage_id();
    std::string content = Content(id);
    absl::MutexLock lock(&mutex_);
    if (++downloads_[id] == 1) content.pop_back();
    for (const char byte : content) {
      v1::DownloadRapportageResponse part;
      part.set_inhoud(std::string(1, byte));
      writer->Write(part);
    }
    return grpc::Status::OK;
  }
  grpc::Status ConfirmRapportage(grpc::ServerContext*, const v1::ConfirmRapportageRequest* request,
                                 v1::ConfirmRapportageResponse*) override {
    absl::MutexLock lock(&mutex_);
    const std::string& id = request->rapportage_id();
    EXPECT_EQ(downloads_[id], 2) << "confirmed without a whole download";
    EXPECT_EQ(request->sha256(), HexOf(Sha256(Content(id))));
    EXPECT_EQ(request->aantal_rijen(), 1);
    ++confirmed_[id];
    return grpc::Status::OK;
  }
  grpc::Status ListDoorleveringen(grpc::ServerContext*, const v1::ListDoorleveringenRequest*,
                                  v1::ListDoorleveringenResponse*) override {
    return grpc::Status::OK;
  }
  grpc::Status ListBerichten(grpc::ServerContext*, const v1::ListBerichtenRequest*,
                             v1::ListBerichtenResponse*) override {
    return grpc::Status::OK;
  }

  bool AwaitAllConfirmed() {
    absl::MutexLock lock(&mutex_);
    const auto all = [this] { return confirmed_.size() == 3; };
    return mutex_.AwaitWithTimeout(absl::Condition(&all), absl::Seconds(60));
  }
  static std::string Content(const std::string& id) { return absl::StrCat("BSN\r\n", id, "\r\n"); }

 private:
  static v1::Rapportage Report(int place) {
    v1::Rapportage report;
    report.set_rapportage_id(absl::StrCat("../", place));
    report.set_gemeentecode("0363");
    report.set_bestandsnaam(absl::StrCat("Re-integratie_signaalrapport_0363_2025030", place, ".csv"));
    report.set_sha256(HexOf(Sha256(Content(report.rapportage_id()))));
    report.set_aantal_rijen(1);
    report.mutable_klaargezet_tijdstip()->set_seconds(kStart);
    return report;
  }

  absl::Mutex mutex_;
  std::map<std::string, int> downloads_;
  std::map<std::string, int> confirmed_;
};

class BeschadigdOphalen : public testing::TestWithParam<const char*> {};

TEST_P(BeschadigdOphalen, CSV05_ADamagedDownloadIsFetchedAgainAndNotConfirmed) {
  DamagingInlichtingenbureau service;
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&service);
  const auto server = builder.BuildAndStart();
  SampleFolder folder;
  SampleProcess process(GetParam(), Configuration(folder, absl::StrCat("127.0.0.1:", port)));
  EXPECT_TRUE(service.AwaitAllConfirmed());
  EXPECT_EQ(process.Stop(SIGTERM), 0);
  const auto kept = folder.Reports();
  EXPECT_THAT(kept, SizeIs(3));
  for (int place = 0; place < 3; ++place) {
    const auto found = kept.find(absl::StrCat("Re-integratie_signaalrapport_0363_2025030", place, ".csv"));
    ASSERT_NE(found, kept.end());
    EXPECT_EQ(found->second, DamagingInlichtingenbureau::Content(absl::StrCat("../", place)));
  }
  server->Shutdown();
}

INSTANTIATE_TEST_SUITE_P(Sut, BeschadigdOphalen, testing::Values("python", "node"),
                         [](const auto& sample) { return std::string(sample.param); });

}  // namespace
}  // namespace ketenproef
