#include "conformance/runner/inlichtingenbureau_peer.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>

#include "client/lib/client.h"
#include "client/lib/rapportage.h"

namespace ketenproef::conformance {
namespace {

namespace contract = ::ketenproef::v1;
using testing::Contains;
using testing::SizeIs;

class PeerTest : public testing::Test {
 protected:
  PeerTest()
      : peer_(*InlichtingenbureauPeer::Start("127.0.0.1:0")),
        client_({.address = peer_->address(), .omgeving = "keten", .max_attempts = 1}) {
    peer_->BeginCase({"0363"}, "t");
  }

  void Offer(const std::string& more = "") {
    v1::Offer offer;
    ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(
        "rapporten { datum: '2025-03-01' gemeentecode: '0363' rij { bsn: '999990007' } } " + more, &offer));
    ASSERT_TRUE(peer_->Offer(offer).ok());
  }
  void Fail(const std::string& text) {
    v1::Fault fault;
    ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &fault)) << text;
    ASSERT_TRUE(peer_->Fail(fault).ok());
  }
  absl::StatusOr<contract::ListRapportagesResponse> List() const {
    return client_.Call(contract::ListRapportagesRequest());
  }
  // The status of a download; DATA_LOSS where what came is not what was described.
  absl::Status Download() const {
    const auto list = List();
    if (!list.ok()) return list.status();
    return client::DownloadRapportage(client_, list->rapportages(0)).status();
  }
  absl::Status Confirm() const {
    const contract::Rapportage rapportage = List()->rapportages(0);
    contract::ConfirmRapportageRequest request;
    request.set_rapportage_id(rapportage.rapportage_id());
    request.set_sha256(rapportage.sha256());
    request.set_aantal_rijen(rapportage.aantal_rijen());
    return client_.Call(request).status();
  }

  std::unique_ptr<InlichtingenbureauPeer> peer_;
  client::Client client_;
};

TEST_F(PeerTest, ServesWhatIsOnOffer) {
  Offer();
  EXPECT_EQ(List()->rapportages_size(), 1);
  EXPECT_TRUE(Download().ok());
  EXPECT_TRUE(Confirm().ok());
  const Collected collected = peer_->collected();
  EXPECT_TRUE(collected.items[0].is_confirmed);
  EXPECT_EQ(collected.items[0].whole_downloads, 1);
  EXPECT_EQ(collected.calls, 5);
  EXPECT_EQ(collected.calls_under_way, 0);
  EXPECT_THAT(peer_->exchanges(), SizeIs(5));
  EXPECT_THAT(peer_->metadata(), Contains("omgeving=keten"));
}

TEST_F(PeerTest, FailsSoOftenAndThenNoMore) {
  Offer();
  Fail("method: 'ListRapportages' kind: FAULT_KIND_UNAVAILABLE count: 2");
  EXPECT_TRUE(absl::IsUnavailable(List().status()));
  EXPECT_TRUE(absl::IsUnavailable(List().status()));
  EXPECT_TRUE(List().ok());
  Fail("kind: FAULT_KIND_UNAVAILABLE");
  EXPECT_TRUE(absl::IsUnavailable(client_.Call(contract::ListBerichtenRequest()).status()))
      << "of any method";
  EXPECT_TRUE(client_.Call(contract::ListBerichtenRequest()).ok());
}

TEST_F(PeerTest, CSV05_DamagesDownloads) {
  Offer();
  Fail("kind: FAULT_KIND_DAMAGED");
  EXPECT_TRUE(absl::IsDataLoss(Download()));
  Fail("method: 'DownloadRapportage' kind: FAULT_KIND_TRUNCATED");
  EXPECT_TRUE(absl::IsDataLoss(Download()));
  Fail("kind: FAULT_KIND_BROKEN_OFF");
  EXPECT_TRUE(absl::IsUnavailable(Download()));
  EXPECT_EQ(peer_->collected().items[0].damaged_downloads, 3);
  Fail("method: 'DownloadRapportage' kind: FAULT_KIND_UNAVAILABLE");
  EXPECT_TRUE(absl::IsUnavailable(Download()));
  EXPECT_EQ(peer_->collected().items[0].downloads, 3) << "that one did not begin";
  EXPECT_TRUE(Download().ok());
}

TEST_F(PeerTest, AFaultCanBeOfOneReport) {
  Fail("kind: FAULT_KIND_DAMAGED rapport: 2 count: 9");
  Offer("rapporten { datum: '2025-03-02' gemeentecode: '0363' }");
  EXPECT_TRUE(Download().ok());
  const auto list = List();
  EXPECT_TRUE(absl::IsDataLoss(client::DownloadRapportage(client_, list->rapportages(1)).status()));
}

TEST_F(PeerTest, ALostAcknowledgementIsCarriedOut) {
  Offer();
  ASSERT_TRUE(Download().ok());
  Fail("method: 'ConfirmRapportage' kind: FAULT_KIND_LOST_ACKNOWLEDGEMENT");
  EXPECT_TRUE(absl::IsUnavailable(Confirm()));
  EXPECT_TRUE(peer_->collected().items[0].is_confirmed);
  Fail("method: 'ListRapportages' kind: FAULT_KIND_LOST_ACKNOWLEDGEMENT");
  EXPECT_TRUE(absl::IsUnavailable(List().status()));
}

TEST_F(PeerTest, RefusesAFaultThatCannotBe) {
  v1::Fault fault;
  fault.set_kind(v1::FAULT_KIND_DAMAGED);
  fault.set_method("ListRapportages");
  EXPECT_TRUE(absl::IsInvalidArgument(peer_->Fail(fault)));
}

TEST_F(PeerTest, AHeldCallIsNotCarriedOut) {
  Offer();
  ASSERT_TRUE(Download().ok());
  peer_->Hold("ConfirmRapportage");
  absl::Status status;
  std::thread caller([&] { status = Confirm(); });
  while (peer_->held_calls() == 0) peer_->AwaitCalls(absl::Seconds(1));
  EXPECT_EQ(peer_->collected().calls_under_way, 1);
  peer_->Release("ConfirmRapportage");
  caller.join();
  EXPECT_TRUE(absl::IsUnavailable(status));
  EXPECT_FALSE(peer_->collected().items[0].is_confirmed);
  EXPECT_TRUE(Confirm().ok());
}

TEST_F(PeerTest, IsDownAndBackAtTheSameAddress) {
  Offer();
  const std::string address = peer_->address();
  Fail("kind: FAULT_KIND_DOWN count: 4");
  EXPECT_TRUE(absl::IsUnavailable(List().status()));
  absl::Status status = absl::UnavailableError("");
  for (int tries = 0; tries < 1'000 && absl::IsUnavailable(status); ++tries) {
    client::WaitBeforeRepeat(absl::Milliseconds(20));
    status = List().status();
  }
  EXPECT_TRUE(status.ok()) << status;
  EXPECT_EQ(peer_->address(), address);
}

TEST_F(PeerTest, ANewCaseHasNoFaults) {
  Fail("kind: FAULT_KIND_UNAVAILABLE count: 100");
  peer_->Hold("ListBerichten");
  peer_->BeginCase({"0363"}, "u");
  EXPECT_TRUE(List().ok());
  EXPECT_TRUE(client_.Call(contract::ListBerichtenRequest()).ok());
  EXPECT_EQ(peer_->collected().calls, 2);
}

TEST(Peer, SaysWhereItCannotListen) {
  const auto first = InlichtingenbureauPeer::Start("127.0.0.1:0");
  ASSERT_TRUE(first.ok());
  EXPECT_TRUE(absl::IsUnavailable(InlichtingenbureauPeer::Start((*first)->address()).status()));
}

}  // namespace
}  // namespace ketenproef::conformance
