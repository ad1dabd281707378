#include "conformance/runner/peer_gemeente.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "ketenproef/v1/gemeente_service.grpc.pb.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;

template <typename T>
T Text(const std::string& text) {
  T message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message)) << text;
  return message;
}

class Peer : public testing::Test {
 protected:
  void Start(PeerScript script) {
    script.gemeentecode = "0363";
    auto peer = PeerGemeente::Start(std::move(script));
    ASSERT_TRUE(peer.ok()) << peer.status();
    peer_ = *std::move(peer);
    stub_ = contract::GemeenteService::NewStub(
        grpc::CreateChannel(peer_->address(), grpc::InsecureChannelCredentials()));
  }

  // The question about January 2025, asked at the first of March; the answer's name, or its status.
  std::string Ask(const std::string& bsn, const std::string& gemeentecode = "0363", std::int64_t seconds = 0,
                  const std::string& metadata = "keten") {
    auto request = Text<contract::LookupLksRequest>(
        "datum_van { jaar: 2025 maand: 1 dag: 1 } datum_tot { jaar: 2025 maand: 1 dag: 31 }");
    request.set_bsn(bsn);
    request.set_gemeentecode(gemeentecode);
    request.mutable_tijdstip()->set_seconds(seconds);
    grpc::ClientContext context;
    context.AddMetadata("omgeving", metadata);
    answer_.Clear();
    const grpc::Status status = stub_->LookupLks(&context, request, &answer_);
    if (!status.ok()) return status.error_message();
    return contract::LksAntwoord_Name(answer_.antwoord());
  }

  std::pair<grpc::StatusCode, bool> Deliver(const std::string& bericht_id) {
    contract::DeliverMeldingRequest request;
    request.set_bericht_id(bericht_id);
    grpc::ClientContext context;
    contract::DeliverMeldingResponse response;
    const grpc::Status status = stub_->DeliverMelding(&context, request, &response);
    return {status.error_code(), response.herhaald()};
  }

  std::unique_ptr<PeerGemeente> peer_;
  std::unique_ptr<contract::GemeenteService::Stub> stub_;
  contract::LookupLksResponse answer_;
};

contract::LksPeriode Periode(const std::string& bsn, const std::string& days) {
  auto periode = Text<contract::LksPeriode>(days);
  periode.set_bsn(bsn);
  return periode;
}

TEST_F(Peer, AnswersWithPeriodsThatShareADay) {
  const std::string before =
      "datum_van { jaar: 2024 maand: 1 dag: 1 } datum_tot { jaar: 2024 maand: 12 dag: 31 }";
  const std::string first_day =
      "datum_van { jaar: 2024 maand: 1 dag: 1 } datum_tot { jaar: 2025 maand: 1 dag: 1 }";
  const std::string last_day = "datum_van { jaar: 2025 maand: 1 dag: 31 }";
  const std::string after = "datum_van { jaar: 2025 maand: 2 dag: 1 }";
  Start({.lks_perioden = {Periode("1", before), Periode("2", last_day), Periode("2", first_day),
                          Periode("3", after)}});
  EXPECT_EQ(Ask("1"), "LKS_ANTWOORD_NIETS_GEVONDEN");
  EXPECT_EQ(Ask("3"), "LKS_ANTWOORD_NIETS_GEVONDEN");
  EXPECT_EQ(Ask("2"), "LKS_ANTWOORD_GEVONDEN");
  ASSERT_EQ(answer_.lks_perioden_size(), 2);
  EXPECT_EQ(answer_.lks_perioden(0).datum_van().jaar(), 2024);
  EXPECT_EQ(answer_.lks_perioden(0).gemeentecode(), "0363");
  EXPECT_EQ(peer_->asked().size(), 3u);
}

TEST_F(Peer, SIG09_NotAvailableUntil) {
  Start({.not_available_until = absl::FromUnixSeconds(100)});
  EXPECT_EQ(Ask("1", "0363", 99), "LKS_ANTWOORD_NIET_BESCHIKBAAR");
  EXPECT_EQ(Ask("1", "0363", 100), "LKS_ANTWOORD_NIETS_GEVONDEN");
  Start({.not_available_until = absl::FromUnixSeconds(100), .not_available_as = grpc::StatusCode::INTERNAL});
  EXPECT_EQ(Ask("1", "0363", 99), "the administration cannot be reached");
}

TEST_F(Peer, SIG09_NotAvailableAboutSome) {
  Start({.not_available_until = absl::FromUnixSeconds(100), .not_available_bsns = {"1"}});
  EXPECT_EQ(Ask("1", "0363", 99), "LKS_ANTWOORD_NIET_BESCHIKBAAR");
  EXPECT_EQ(Ask("2", "0363", 99), "LKS_ANTWOORD_NIETS_GEVONDEN");
}

TEST_F(Peer, AnswersForItselfOnly) {
  Start({});
  EXPECT_EQ(Ask("1", "0518"), "this is another gemeente");
}

TEST_F(Peer, BSN03_SeesABsnInMetadata) {
  Start({});
  Ask("999990019", "0363", 0, "keten-999990020");
  EXPECT_FALSE(peer_->has_leaked_bsn());
  Ask("999990019", "0363", 0, "keten-999990019");
  EXPECT_TRUE(peer_->has_leaked_bsn());
}

TEST_F(Peer, LosesAcknowledgementsThenTurnsAway) {
  Start({.lost_acknowledgements = 1, .unavailable_deliveries = 1});
  using Answer = std::pair<grpc::StatusCode, bool>;
  EXPECT_EQ(Deliver("a"), Answer(grpc::StatusCode::UNAVAILABLE, false));
  EXPECT_EQ(Deliver("b"), Answer(grpc::StatusCode::UNAVAILABLE, false));
  EXPECT_EQ(Deliver("a"), Answer(grpc::StatusCode::OK, true));
  EXPECT_EQ(Deliver("b"), Answer(grpc::StatusCode::OK, false));
  std::string taken_in;
  std::string acknowledged;
  for (const Delivery& delivery : peer_->received()) {
    taken_in += delivery.is_taken_in ? 'J' : 'N';
    acknowledged += delivery.is_acknowledged ? 'J' : 'N';
  }
  EXPECT_EQ(taken_in, "JNJJ");
  EXPECT_EQ(acknowledged, "NNJJ");
}

TEST_F(Peer, RefusesThenTakesIn) {
  Start({.unavailable_deliveries = 1, .refused_deliveries = 1});
  using Answer = std::pair<grpc::StatusCode, bool>;
  EXPECT_EQ(Deliver("a"), Answer(grpc::StatusCode::UNAVAILABLE, false));
  EXPECT_EQ(Deliver("a"), Answer(grpc::StatusCode::INVALID_ARGUMENT, false));
  EXPECT_EQ(Deliver("a"), Answer(grpc::StatusCode::OK, false));
  EXPECT_FALSE(peer_->received()[1].is_taken_in);
}

}  // namespace
}  // namespace ketenproef::conformance
