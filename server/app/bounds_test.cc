// What a server bears: many environments, a message that is far too large, readers that never read.
#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "server/app/chain_test.h"

namespace ketenproef {
namespace {

using grpc::StatusCode;

class Bounds : public ChainTest {
 protected:
  void SetUp() override {
    ServerOptions options;
    options.listen = "127.0.0.1:0";
    Start(options);
    grpc::ChannelArguments arguments;
    arguments.SetMaxSendMessageSize(-1);
    channel_ = grpc::CreateCustomChannel(absl::StrCat("127.0.0.1:", server_->port()),
                                         grpc::InsecureChannelCredentials(), arguments);
  }

  // This many events, in batches of a thousand.
  void AddEvents(const Stubs& stubs, int aantal) {
    auto call = stubs.SubmitGemeenteRegistraties();
    v1::SubmitGemeenteRegistratiesRequest batch;
    for (int i = 0; i < 1'000; ++i) {
      *batch.add_registraties()->mutable_woonplaats() = Request<v1::Woonplaats>(
          absl::StrCat("bsn: '", TestBsn(i), "' gemeentecode: '0363' datum_van ", Datum("2024-01-01")));
    }
    for (; aantal > 0; aantal -= batch.registraties_size()) {
      v1::SubmitGemeenteRegistratiesResponse answer;
      ASSERT_TRUE(call.stream->Write(batch));
      ASSERT_TRUE(call.stream->Read(&answer));
      ASSERT_EQ(answer.resultaten_size(), batch.registraties_size());
    }
    call.stream->WritesDone();
    ASSERT_TRUE(call.stream->Finish().ok());
  }
};

TEST_F(Bounds, AThousandOmgevingenSideBySide) {
  constexpr int kOmgevingen = 1'000;
  for (int n = 0; n < kOmgevingen; ++n) Make(absl::StrCat("o", n));
  // Each has its own clock and state: what happens in one is not seen in its neighbours.
  for (int n = 0; n < kOmgevingen; n += 100) {
    const Stubs stubs = At(absl::StrCat("o", n));
    ASSERT_TRUE(stubs.Call(DienstverbandOf(n)).status.ok());
    ASSERT_TRUE(stubs.Call(ZiekmeldingOf(n, "Z")).status.ok());
    Advance(stubs, "2025-01-07T12:00:00+01:00");
  }
  std::string token;
  int listed = 0;
  do {
    const auto page = At("").Call(
        Request<v1::ListOmgevingenRequest>(absl::StrCat("page_size: 300 page_token: '", token, "'")));
    ASSERT_TRUE(page.status.ok());
    for (const v1::Omgeving& omgeving : page.response.omgevingen()) {
      const int n = std::stoi(omgeving.instelling().naam().substr(1));
      EXPECT_EQ(omgeving.tijdstip().seconds() == kStart, n % 100 != 0) << n;
      EXPECT_EQ(omgeving.volgnummer() > 1, n % 100 == 0) << n;
      ++listed;
    }
    token = page.response.next_page_token();
  } while (!token.empty());
  EXPECT_EQ(listed, kOmgevingen);
}

TEST_F(Bounds, AMessageOf64MegabytesIsRefusedAndTheServerLivesOn) {
  const Stubs een = Make("een");
  v1::SubmitZiekmeldingRequest request = ZiekmeldingOf(0, std::string(64 * 1024 * 1024, 'k'));
  const grpc::Status status = een.Call(request).status;
  EXPECT_EQ(status.error_code(), StatusCode::RESOURCE_EXHAUSTED) << status.error_message();
  EXPECT_TRUE(een.Call(DienstverbandOf(0)).status.ok());
  EXPECT_TRUE(een.Call(ZiekmeldingOf(0, "Z")).status.ok());
}

// Of this process, in bytes.
std::int64_t ResidentBytes() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::int64_t kilobytes = 0;
    if (word == "VmRSS:" && status >> kilobytes) return kilobytes * 1'024;
  }
  ADD_FAILURE() << "/proc/self/status has no VmRSS";
  return 0;
}

// Twenty-five readers who never read, while 100,000 events of some 60 bytes are written: were they kept for
// each of them, that would be 150 MB and more. The journal and the state take some 20 MB themselves, each
// reader about one message.
TEST_F(Bounds, ReadersThatNeverReadTakeBoundedMemory) {
  constexpr int kReaders = 25;
  constexpr int kEvents = 100'000;
#ifdef KETENPROEF_SANITIZED
  constexpr std::int64_t kOverhead = 3;  // what the sanitizer adds, and frees late
#else
  constexpr std::int64_t kOverhead = 1;
#endif
  constexpr std::int64_t kMaxBytesGrown = kOverhead * 100 * 1024 * 1024;
  const Stubs watched = Make("watched");
  const std::int64_t before = ResidentBytes();
  std::vector<ReadCall<v1::WatchGebeurtenissenResponse>> readers;
  for (int i = 0; i < kReaders; ++i) {
    readers.push_back(watched.WatchGebeurtenissen(v1::WatchGebeurtenissenRequest()));
  }
  AddEvents(watched, kEvents);
  const std::int64_t grown = ResidentBytes() - before;
  RecordProperty("bytes_grown", std::to_string(grown));
  EXPECT_LT(grown, kMaxBytesGrown);
  // None of them has lost anything: the last one reads on to the end.
  v1::WatchGebeurtenissenResponse batch;
  std::int64_t read = 0;
  while (read < kEvents + 1) {
    ASSERT_TRUE(readers.back().stream->Read(&batch));
    read += batch.gebeurtenissen_size();
  }
  EXPECT_EQ(read, kEvents + 1);
  for (auto& reader : readers) {
    reader.context->TryCancel();
    EXPECT_EQ(reader.stream->Finish().error_code(), StatusCode::CANCELLED);
  }
}

}  // namespace
}  // namespace ketenproef
