// The client against servers that do what a server should not.
#include "client/lib/client.h"

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/lib/call_error.h"
#include "client/lib/rapportage.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "ketenproef/v1/inlichtingenbureau_service.grpc.pb.h"
#include "ketenproef/v1/klok_service.grpc.pb.h"
#include "ketenproef/v1/uwv_melding_service.grpc.pb.h"

namespace ketenproef::client {
namespace {

using testing::ElementsAre;

// A clock that is away for some calls, and remembers for which omgeving it was called.
class AwayClock final : public v1::KlokService::Service {
 public:
  grpc::Status GetClock(grpc::ServerContext* context, const v1::GetClockRequest*,
                        v1::GetClockResponse* response) override {
    const auto omgeving = context->client_metadata().find("omgeving");
    if (omgeving != context->client_metadata().end()) {
      omgevingen.emplace_back(omgeving->second.data(), omgeving->second.size());
    }
    response->mutable_clock()->set_factor(7);
    return Answer();
  }
  grpc::Status AdvanceClock(grpc::ServerContext*, const v1::AdvanceClockRequest*,
                            v1::AdvanceClockResponse*) override {
    return Answer();
  }
  // Never answers by itself.
  grpc::Status SetClockMode(grpc::ServerContext* context, const v1::SetClockModeRequest*,
                            v1::SetClockModeResponse*) override {
    while (!context->IsCancelled()) std::this_thread::yield();
    return grpc::Status::CANCELLED;
  }

  int calls = 0;
  int away = 0;  // so many calls find nobody
  std::vector<std::string> omgevingen;

 private:
  grpc::Status Answer() {
    ++calls;
    return away-- > 0 ? grpc::Status(grpc::StatusCode::UNAVAILABLE, "away") : grpc::Status::OK;
  }
};

// Reports in pages of two, with bytes that may be others than it says.
class SmallBureau final : public v1::InlichtingenbureauService::Service {
 public:
  grpc::Status ListRapportages(grpc::ServerContext*, const v1::ListRapportagesRequest* request,
                               v1::ListRapportagesResponse* response) override {
    const int begin = request->page_token().empty() ? 0 : std::stoi(request->page_token());
    for (int i = begin; i < begin + 2 && i < 5; ++i) {
      response->add_rapportages()->set_rapportage_id(absl::StrCat("r", i));
    }
    if (begin + 2 < 5) response->set_next_page_token(absl::StrCat(begin + 2));
    return grpc::Status::OK;
  }
  grpc::Status DownloadRapportage(grpc::ServerContext*, const v1::DownloadRapportageRequest*,
                                  grpc::ServerWriter<v1::DownloadRapportageResponse>* writer) override {
    for (const std::string& part : parts) {
      v1::DownloadRapportageResponse response;
      response.set_inhoud(part);
      writer->Write(response);
    }
    return end;
  }

  std::vector<std::string> parts = {"kop\r\n", "rij", " een\r\nrij twee\r\n"};
  grpc::Status end;
};

class EchoMeldingen final : public v1::UwvMeldingService::Service {
 public:
  grpc::Status SubmitZiekmelding(grpc::ServerContext*, const v1::SubmitZiekmeldingRequest*,
                                 v1::SubmitZiekmeldingResponse*) override {
    google::rpc::ErrorInfo info;
    info.set_reason("ZM-01");
    info.set_domain("ketenproef");
    (*info.mutable_metadata())["naam"] = "waarde";
    google::rpc::BadRequest bad_request;
    auto* violation = bad_request.add_field_violations();
    violation->set_field("bsn");
    violation->set_description("must be there");
    violation->set_reason("BSN-01");
    google::rpc::Status wire;
    wire.add_details()->PackFrom(info);
    wire.add_details()->PackFrom(bad_request);
    return grpc::Status(grpc::StatusCode::INVALID_ARGUMENT, "fields", wire.SerializeAsString());
  }
  grpc::Status SubmitMeldingen(
      grpc::ServerContext*,
      grpc::ServerReaderWriter<v1::SubmitMeldingenResponse, v1::SubmitMeldingenRequest>* stream) override {
    v1::SubmitMeldingenRequest batch;
    while (stream->Read(&batch)) {
      if (batch.meldingen_size() > 2) return grpc::Status(grpc::StatusCode::RESOURCE_EXHAUSTED, "too large");
      v1::SubmitMeldingenResponse response;
      for (int i = 0; i < batch.meldingen_size(); ++i) {
        response.add_resultaten()->mutable_ontvangst()->set_volgnummer(++volgnummer);
      }
      stream->Write(response);
    }
    return grpc::Status::OK;
  }

  int volgnummer = 0;
};

class ClientTest : public testing::Test {
 protected:
  void SetUp() override { Serve(); }
  void TearDown() override { Stop(); }

  void Serve() {
    grpc::ServerBuilder builder;
    builder.RegisterService(&clock_);
    builder.RegisterService(&bureau_);
    builder.RegisterService(&meldingen_);
    builder.AddListeningPort(absl::StrCat("localhost:", port_), grpc::InsecureServerCredentials(), &port_);
    server_ = builder.BuildAndStart();
    ASSERT_NE(server_, nullptr);
  }
  void Stop() {
    if (server_ != nullptr) server_->Shutdown();
    server_.reset();
  }

  ClientOptions Options() const {
    return {.address = absl::StrCat("localhost:", port_), .first_backoff = absl::Milliseconds(1)};
  }

  AwayClock clock_;
  SmallBureau bureau_;
  EchoMeldingen meldingen_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

TEST_F(ClientTest, NamesTheOmgevingWhereThereIsOne) {
  ClientOptions options = Options();
  EXPECT_EQ(Client(options).Call(v1::GetClockRequest())->clock().factor(), 7);
  options.omgeving = "proef";
  EXPECT_TRUE(Client(options).Call(v1::GetClockRequest()).ok());
  EXPECT_THAT(clock_.omgevingen, ElementsAre("proef"));
}

TEST_F(ClientTest, RepeatsWhatIsSafeUntilItIsAnswered) {
  clock_.away = 3;
  EXPECT_TRUE(Client(Options()).Call(v1::GetClockRequest()).ok());
  EXPECT_EQ(clock_.calls, 4);
}

TEST_F(ClientTest, GivesUpAfterSoManyAttempts) {
  clock_.away = 4;
  EXPECT_TRUE(absl::IsUnavailable(Client(Options()).Call(v1::GetClockRequest()).status()));
  EXPECT_EQ(clock_.calls, 4);
}

TEST_F(ClientTest, NeverRepeatsWhatCouldBeDoneTwice) {
  clock_.away = 1;
  EXPECT_TRUE(absl::IsUnavailable(Client(Options()).Call(v1::AdvanceClockRequest()).status()));
  EXPECT_EQ(clock_.calls, 1);
}

TEST_F(ClientTest, FindsAServerThatCameBack) {
  Client client(Options());
  ASSERT_TRUE(client.Call(v1::GetClockRequest()).ok());
  Stop();
  EXPECT_TRUE(absl::IsUnavailable(client.Call(v1::GetClockRequest()).status()));
  Serve();
  ClientOptions patient = Options();
  patient.max_attempts = 20;
  patient.first_backoff = absl::Milliseconds(20);
  EXPECT_TRUE(Client(client.channel(), patient).Call(v1::GetClockRequest()).ok());
}

TEST_F(ClientTest, EndsAtItsDeadline) {
  ClientOptions options = Options();
  options.timeout = absl::Milliseconds(50);
  EXPECT_TRUE(absl::IsDeadlineExceeded(Client(options).Call(v1::SetClockModeRequest()).status()));
}

TEST_F(ClientTest, ReadsWhatARefusalSays) {
  const auto answer = Client(Options()).Call(v1::SubmitZiekmeldingRequest());
  EXPECT_TRUE(absl::IsInvalidArgument(answer.status()));
  const CallError error = CallErrorOf(answer.status());
  EXPECT_EQ(error.reason, "ZM-01");
  EXPECT_EQ(error.domain, "ketenproef");
  EXPECT_EQ(error.metadata.at("naam"), "waarde");
  ASSERT_EQ(error.fields.size(), 1U);
  EXPECT_EQ(error.fields[0].field, "bsn");
  EXPECT_EQ(error.fields[0].reason, "BSN-01");
  EXPECT_EQ(CallErrorOf(absl::UnavailableError("")).reason, "");
}

TEST_F(ClientTest, FollowsPagesToTheEnd) {
  std::vector<std::string> ids;
  ASSERT_TRUE(ForEachPage(Client(Options()), v1::ListRapportagesRequest(), [&ids](const auto& page) {
                for (const auto& rapportage : page.rapportages()) ids.push_back(rapportage.rapportage_id());
              }).ok());
  EXPECT_THAT(ids, ElementsAre("r0", "r1", "r2", "r3", "r4"));
}

TEST_F(ClientTest, CSV05_DownloadIsCheckedAgainstItsDescription) {
  const std::string bytes = "kop\r\nrij een\r\nrij twee\r\n";
  v1::Rapportage rapportage;
  rapportage.set_aantal_bytes(static_cast<std::int64_t>(bytes.size()));
  rapportage.set_sha256(Sha256Of(bytes));
  const Client client(Options());
  EXPECT_EQ(*DownloadRapportage(client, rapportage), bytes);
  EXPECT_EQ(RowsOf(bytes), 2);

  bureau_.parts[1] = "RIJ";
  EXPECT_TRUE(absl::IsDataLoss(DownloadRapportage(client, rapportage).status()));
  bureau_.parts.pop_back();
  EXPECT_TRUE(absl::IsDataLoss(DownloadRapportage(client, rapportage).status()));
  bureau_.end = grpc::Status(grpc::StatusCode::NOT_FOUND, "gone");
  EXPECT_TRUE(absl::IsNotFound(DownloadRapportage(client, rapportage).status()));
}

TEST_F(ClientTest, BatchesAreAnsweredInOrder) {
  auto stream = Client(Options()).Open<v1::SubmitMeldingenRequest>();
  v1::SubmitMeldingenRequest batch;
  batch.add_meldingen();
  batch.add_meldingen();
  v1::SubmitMeldingenResponse answer;
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(stream.Write(batch));
    ASSERT_TRUE(stream.Read(&answer));
    EXPECT_EQ(answer.resultaten(1).ontvangst().volgnummer(), 2 * i + 2);
  }
  EXPECT_TRUE(stream.Finish().ok());
}

TEST_F(ClientTest, AStreamThatTheServerEndsSaysWhy) {
  auto stream = Client(Options()).Open<v1::SubmitMeldingenRequest>();
  v1::SubmitMeldingenRequest batch;
  for (int i = 0; i < 3; ++i) batch.add_meldingen();
  v1::SubmitMeldingenResponse answer;
  stream.Write(batch);
  EXPECT_FALSE(stream.Read(&answer));
  EXPECT_TRUE(absl::IsResourceExhausted(stream.Finish()));
}

TEST_F(ClientTest, AStreamCanBeLeftAtAnyMoment) {
  const Client client(Options());
  { auto stream = client.Open<v1::SubmitMeldingenRequest>(); }
  {
    auto stream = client.Open<v1::SubmitMeldingenRequest>();
    stream.Write(v1::SubmitMeldingenRequest());
  }
  auto stream = client.Open<v1::SubmitMeldingenRequest>();
  stream.Cancel();
  EXPECT_TRUE(absl::IsCancelled(stream.Finish()));
}

TEST(ClientWithoutServer, SaysSo) {
  const Client client({.address = "localhost:1", .max_attempts = 1});
  EXPECT_TRUE(absl::IsUnavailable(client.Call(v1::GetClockRequest()).status()));
  v1::SubmitMeldingenRequest batch;
  auto stream = client.Open<v1::SubmitMeldingenRequest>();
  stream.Write(batch);
  EXPECT_TRUE(absl::IsUnavailable(stream.Finish()));
}

TEST(ClientWithoutServer, KnowsItsVersion) {
  EXPECT_THAT(ClientVersion(), testing::MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+"));
}

}  // namespace
}  // namespace ketenproef::client
