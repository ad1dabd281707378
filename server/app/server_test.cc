// The server as a whole: ports, the data directory, reference data.
#include "server/app/server.h"

#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "fixtures/scratch/temporary_folder.h"
#include "server/app/chain_test.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class ServerTest : public ChainTest {
 protected:
  void TearDown() override { server_.reset(); }

  std::string Write(const std::string& name, const std::string& content) {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return (folder_ / name).string();
  }
  ServerOptions InDirectory(const std::string& name = "data") {
    ServerOptions options;
    options.data_directory = (folder_ / name).string();
    return options;
  }
  std::string WholeJournal(const Stubs& stubs) {
    const auto list = stubs.Call(Request<v1::ListGebeurtenissenRequest>("page_size: 1000"));
    EXPECT_EQ(list.response.next_page_token(), "");
    return list.response.DebugString();
  }

  TemporaryFolder folder_;
};

TEST_F(ServerTest, ListensOnAFreePortAndSaysWhich) {
  ServerOptions options;
  options.listen = "127.0.0.1:0";
  Start(options);
  ASSERT_GT(server_->port(), 0);
  const auto channel =
      grpc::CreateChannel(absl::StrCat("127.0.0.1:", server_->port()), grpc::InsecureChannelCredentials());
  EXPECT_TRUE(Stubs(channel, "").Call(v1::ListOmgevingenRequest()).status.ok());
  // The same environments are reached in the process.
  Make("een");
  EXPECT_TRUE(Stubs(channel, "een").Call(v1::GetClockRequest()).status.ok());
}

TEST_F(ServerTest, PortThatIsTakenIsRefused) {
  ServerOptions options;
  options.listen = "127.0.0.1:0";
  Start(options);
  options.listen = absl::StrCat("127.0.0.1:", server_->port());
  const auto second = Server::Start(options);
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(second.status().message()), HasSubstr(options.listen));
}

TEST_F(ServerTest, AddressesThatAreNone) {
  for (const std::string listen :
       {"127.0.0.1", "127.0.0.1:-1", "127.0.0.1:65536", "nergens.invalid:0", ":", "x"}) {
    SCOPED_TRACE(listen);
    ServerOptions options;
    options.listen = listen;
    EXPECT_FALSE(Server::Start(options).ok());
  }
}

// Over a port: gRPC 1.51 crashes in a call on a channel within the process whose server is gone.
TEST_F(ServerTest, ShutdownTwiceAndCallsAfterIt) {
  ServerOptions options;
  options.listen = "127.0.0.1:0";
  Start(options);
  const auto channel =
      grpc::CreateChannel(absl::StrCat("127.0.0.1:", server_->port()), grpc::InsecureChannelCredentials());
  EXPECT_TRUE(Stubs(channel, "").Call(v1::ListOmgevingenRequest()).status.ok());
  server_->Shutdown();
  server_->Shutdown();
  EXPECT_EQ(Stubs(channel, "").Call(v1::ListOmgevingenRequest()).status.error_code(),
            grpc::StatusCode::UNAVAILABLE);
}

TEST_F(ServerTest, ShutdownEndsOpenStreams) {
  Start({});
  const Stubs een = Make("een");
  auto watch = een.WatchClock(v1::WatchClockRequest());
  v1::WatchClockResponse position;
  ASSERT_TRUE(watch.stream->Read(&position));
  auto batches = een.SubmitRegistraties();
  server_->Shutdown();
  EXPECT_FALSE(watch.stream->Read(&position));
  EXPECT_FALSE(watch.stream->Finish().ok());
  v1::SubmitRegistratiesResponse answer;
  EXPECT_FALSE(batches.stream->Read(&answer));
}

TEST_F(ServerTest, EverythingAcknowledgedIsThereAfterARestart) {
  Start(InDirectory());
  Stubs een = Make("een", "profiel: 'wet' seed: 42 bsnreeks: BSNREEKS_ALLE");
  Make("twee");
  for (int n = 0; n < 5; ++n) MakeSignaal(een, n);
  Advance(een, "2025-03-05T12:34:56+01:00");
  const auto report = een.Call(v1::ListRapportagesRequest()).response.rapportages(0);
  v1::ConfirmRapportageRequest confirm;
  confirm.set_rapportage_id(report.rapportage_id());
  confirm.set_sha256(report.sha256());
  confirm.set_aantal_rijen(report.aantal_rijen());
  ASSERT_TRUE(een.Call(confirm).status.ok());
  ASSERT_TRUE(
      een.Call(Request<v1::SetAfnemerRequest>(
                   "afnemer { gemeentecode: '0363' leverwijze: LEVERWIJZE_COLLECT emailadres: 'a@b' }"))
          .status.ok());
  ExpectRefused(een.Call(DienstverbandOf(0)).status, grpc::StatusCode::FAILED_PRECONDITION, "REG-04");
  const std::string journal = WholeJournal(een);
  const auto state = [&](const Stubs& stubs) {
    std::string text;
    for (const std::string naam : {"een", "twee"}) {
      text += stubs.Call(Request<v1::GetOmgevingRequest>(absl::StrCat("naam: '", naam, "'")))
                  .response.DebugString();
    }
    text += stubs.Call(v1::GetClockRequest()).response.DebugString();
    text += stubs.Call(v1::ListRapportagesRequest()).response.DebugString();
    text += stubs.Call(v1::ListDoorleveringenRequest()).response.DebugString();
    text += stubs.Call(v1::ListZiektegevallenRequest()).response.DebugString();
    text += stubs.Call(Request<v1::GetAfnemerRequest>("gemeentecode: '0363'")).response.DebugString();
    return text;
  };
  const std::string before = state(een);

  Start(InDirectory());
  een = At("een");
  EXPECT_EQ(state(een), before);
  EXPECT_EQ(WholeJournal(een), journal);
  EXPECT_TRUE(een.Call(confirm).response.herhaald());
  EXPECT_TRUE(een.Call(ZiekmeldingOf(0, "Z-0")).response.ontvangst().herhaald());
  // And it goes on: the numbers of events run on.
  const auto next = een.Call(DienstverbandOf(100));
  ASSERT_TRUE(next.status.ok());
  EXPECT_GT(next.response.verwerkt().volgnummer(), 40);
  EXPECT_EQ(Advance(een, "2025-03-06T12:00:00+01:00").aantal_gevuurd(), 1);
}

TEST_F(ServerTest, ClockThatMovedOverNothingIsThereAfterARestart) {
  Start(InDirectory());
  Advance(Make("een"), "2025-01-06T23:59:59+01:00");
  Start(InDirectory());
  EXPECT_EQ(At("een").Call(v1::GetClockRequest()).response.clock().tijdstip().seconds(),
            Seconds("2025-01-06T23:59:59+01:00"));
}

TEST_F(ServerTest, DeletedOmgevingStaysAway) {
  Start(InDirectory());
  Make("een");
  Make("twee");
  ASSERT_TRUE(At("").Call(Request<v1::DeleteOmgevingRequest>("naam: 'een'")).status.ok());
  Start(InDirectory());
  const auto list = At("").Call(v1::ListOmgevingenRequest()).response;
  ASSERT_EQ(list.omgevingen_size(), 1);
  EXPECT_EQ(list.omgevingen(0).instelling().naam(), "twee");
  EXPECT_FALSE(fs::exists(folder_ / "data/een.journaal"));
}

TEST_F(ServerTest, SecondServerOnTheSameDirectoryIsRefused) {
  Start(InDirectory());
  Make("een");
  const auto second = Server::Start(InDirectory());
  ASSERT_FALSE(second.ok());
  EXPECT_THAT(std::string(second.status().message()), HasSubstr("another"));
  EXPECT_TRUE(At("een").Call(v1::GetClockRequest()).status.ok());
}

TEST_F(ServerTest, SecondServerOnTheSameEmptyDirectoryIsRefused) {
  Start(InDirectory());
  EXPECT_FALSE(Server::Start(InDirectory()).ok());
}

TEST_F(ServerTest, DirectoriesThatCannotBe) {
  Write("bestand", "geen map");
  EXPECT_FALSE(Server::Start(InDirectory("bestand")).ok());
  EXPECT_FALSE(Server::Start(InDirectory("bestand/data")).ok());
  EXPECT_TRUE(Server::Start(InDirectory("nieuw/a/b")).ok());
  EXPECT_TRUE(fs::is_directory(folder_ / "nieuw/a/b"));
}

TEST_F(ServerTest, JournalsThatCannotBeReadAreRefusedByName) {
  fs::create_directory(folder_ / "data");
  for (const std::string content : {"geen database", "SQLite format 3", ""}) {
    SCOPED_TRACE(content);
    Write("data/stuk.journaal", content + std::string(content.empty() ? 0 : 5'000, 'x'));
    const auto server = Server::Start(InDirectory());
    ASSERT_FALSE(server.ok());
    EXPECT_THAT(std::string(server.status().message()), HasSubstr("stuk.journaal"));
  }
}

TEST_F(ServerTest, OtherFilesInTheDirectoryAreLeftAlone) {
  fs::create_directory(folder_ / "data");
  Write("data/LEES MIJ.txt", "van een ander");
  Start(InDirectory());
  Make("een");
  EXPECT_TRUE(fs::exists(folder_ / "data/LEES MIJ.txt"));
}

struct Reference {
  std::string ReferentieOptions::*option;
  std::string content;
  std::string place;
};

TEST_F(ServerTest, BadReferenceFilesAreRefusedWithTheirPlace) {
  const std::string feestdagen = "datum;naam;grond\n";
  const std::string gemeenten = "code;naam\n";
  const std::string herindelingen = "oude_code;oude_naam;nieuwe_code;nieuwe_naam;datum\n";
  const std::vector<Reference> references = {
      {&ReferentieOptions::feestdagen, "", "1:1"},
      {&ReferentieOptions::feestdagen, "datum;naam\n", "1:11"},
      {&ReferentieOptions::feestdagen, gemeenten, "1:1"},
      {&ReferentieOptions::feestdagen, feestdagen + "2025-02-30;x;y\n", "2:1"},
      {&ReferentieOptions::feestdagen, feestdagen + "2025-01-01;x;y\n\n20250102;x;y\n", "4:1"},
      {&ReferentieOptions::feestdagen, feestdagen + "2025-01-01;x\n", "2:13"},
      {&ReferentieOptions::feestdagen, feestdagen + "2025-01-01;x;y;z\n", "2:16"},
      {&ReferentieOptions::feestdagen, feestdagen + "2025-01-01;\xFF;y\n", "2:12"},
      {&ReferentieOptions::gemeenten, gemeenten + "363;Amsterdam\n", "2:1"},
      {&ReferentieOptions::gemeenten, gemeenten + "0363;Amsterdam\n036X;Nergens\n", "3:1"},
      {&ReferentieOptions::gemeenten, gemeenten + "0363;\"Amster", "2:6"},
      {&ReferentieOptions::herindelingen, herindelingen + "0457;Weesp;363;Amsterdam;2022-03-24\n", "2:12"},
      {&ReferentieOptions::herindelingen, herindelingen + "457;Weesp;0363;Amsterdam;2022-03-24\n", "2:1"},
      {&ReferentieOptions::herindelingen, herindelingen + "0457;Weesp;0363;Amsterdam;2022-02-29\n", "2:27"},
  };
  for (const Reference& reference : references) {
    SCOPED_TRACE(reference.content);
    ServerOptions options;
    options.referentie.*reference.option = Write("tabel.csv", reference.content);
    const auto server = Server::Start(options);
    ASSERT_FALSE(server.ok());
    EXPECT_EQ(server.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(
        std::string(server.status().message()),
        testing::StartsWith(absl::StrCat(folder_.path().string(), "/tabel.csv:", reference.place, ": ")));
  }
}

// Tables that can be read but contradict themselves: the error names the file too.
TEST_F(ServerTest, REG03_ContradictoryReferenceFilesNameTheFile) {
  const std::string herindelingen = "oude_code;oude_naam;nieuwe_code;nieuwe_naam;datum\n";
  const std::vector<std::pair<std::string ReferentieOptions::*, std::string>> tables = {
      {&ReferentieOptions::gemeenten, "code;naam\n0363;Amsterdam\n0363;Amsterdam\n"},
      {&ReferentieOptions::herindelingen,
       herindelingen + "0001;A;0002;B;2022-01-01\n0002;B;0001;A;2023-01-01\n"},
      {&ReferentieOptions::herindelingen,
       herindelingen + "0001;A;0002;B;2022-01-01\n0001;A;0003;C;2023-01-01\n"}};
  for (const auto& [option, content] : tables) {
    SCOPED_TRACE(content);
    ServerOptions options;
    options.referentie.*option = Write("tabel.csv", content);
    const auto server = Server::Start(options);
    ASSERT_FALSE(server.ok());
    EXPECT_EQ(server.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(server.status().message()), HasSubstr("tabel.csv"));
  }
}

TEST_F(ServerTest, ReferenceFilesThatAreNotThere) {
  for (const auto option :
       {&ReferentieOptions::feestdagen, &ReferentieOptions::gemeenten, &ReferentieOptions::herindelingen}) {
    ServerOptions options;
    options.referentie.*option = (folder_ / "nergens.csv").string();
    const auto server = Server::Start(options);
    EXPECT_EQ(server.status().code(), absl::StatusCode::kNotFound);
    EXPECT_THAT(std::string(server.status().message()), HasSubstr("nergens.csv"));
  }
}

// A folder can be opened, but not read: an error that names it, not an exception.
TEST_F(ServerTest, ReferenceFilesThatAreFolders) {
  for (const auto option :
       {&ReferentieOptions::feestdagen, &ReferentieOptions::gemeenten, &ReferentieOptions::herindelingen}) {
    ServerOptions options;
    options.referentie.*option = folder_.path().string();
    const auto server = Server::Start(options);
    ASSERT_FALSE(server.ok());
    EXPECT_THAT(std::string(server.status().message()), HasSubstr(folder_.path().string()));
  }
}

}  // namespace
}  // namespace ketenproef
