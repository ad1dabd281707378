// `serve` as it is killed and as its disk fills up, under load: nothing that a client was told is lost, and
// nothing is there twice.
//
//   durability_test                       20 kills, as in every test run
//   durability_test --kills=200 --seed=7  `./ketenproef test -C full -L durability` does 200
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/synchronization/notification.h"
#include "client/cli/exit_code.h"
#include "client/cli/kill_load.h"
#include "client/cli/sent_record.h"
#include "client/cli/serve_process.h"
#include "client/lib/call_error.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

int kills = 20;
unsigned seed = 20250106;

class DurabilityTest : public testing::Test {
 protected:
  std::vector<std::string> Words(const std::string& data = "data") const {
    return {"serve",  "--data", folder_ / data, "--listen", "127.0.0.1:0", "--bsn-range", "negenreeks",
            "--seed", "1",      "--log-level",  "warning"};
  }
  std::string DataOf(const std::string& data = "data") const { return (folder_ / data).string(); }

  // Real time, by chance: the load goes on meanwhile.
  void WaitUpTo(int millis) {
    absl::Notification never;
    never.WaitForNotificationWithTimeout(
        absl::Microseconds(static_cast<int>(random_() % (static_cast<unsigned>(millis) * 1'000))));
  }

  // Starts the server and kills it, mostly before it serves.
  void KillWhileItStarts() {
    const pid_t process = StartBinary(Words());
    WaitUpTo(120);
    ASSERT_EQ(kill(process, SIGKILL), 0);
    WaitFor(process);
  }

  void KillUnderLoad(const ServeProcess& serve) {
    KillLoad load(serve.address(), record_, &omgevingen_);
    const auto more = static_cast<std::int64_t>(random_() % 150);
    record_.AwaitAcknowledged(record_.acknowledged() + more, absl::Seconds(20));
    WaitUpTo(25);
    serve.Signal(SIGKILL);
  }

  // After a kill: holds the client's own record against what the server has, and sends what is not sure
  // again.
  void Reconcile(const ServeProcess& serve, std::int64_t from) {
    const client::Client client = ConnectTo(serve.address());
    const std::int64_t before = record_.acknowledged();
    const std::vector<std::string> bsns = record_.Reconcile(client, from);
    omgevingen_.Reconcile(client);
    const int repeats = SendZiekmeldingen(client, bsns, record_);
    // Those that were acknowledged are repeats, and those that were not are now acknowledged.
    const auto more = static_cast<int>(record_.acknowledged() - before);
    EXPECT_GE(repeats, static_cast<int>(bsns.size()) - more);
    repeats_ += repeats;
    record_.Reconcile(client, record_.seen() + 1);
  }

  // What the server says of its environment as a whole.
  static std::string StateOf(const ServeProcess& serve) {
    const client::Client client = ConnectTo(serve.address());
    v1::GetOmgevingRequest request;
    request.set_naam("standaard");
    std::string state;
    const auto omgeving = client.Call(request);
    EXPECT_TRUE(omgeving.ok()) << omgeving.status();
    if (omgeving.ok()) state = omgeving->DebugString();
    v1::ListZiektegevallenRequest list;
    list.set_page_size(1'000);
    const absl::Status status =
        client::ForEachPage(client, list, [&state](const auto& page) { state += page.SerializeAsString(); });
    EXPECT_TRUE(status.ok()) << status;
    return state;
  }

  const TemporaryFolder folder_;
  std::mt19937 random_{seed};
  SentRecord record_;
  OmgevingRecord omgevingen_;
  int repeats_ = 0;
};

TEST_F(DurabilityTest, KilledAtAnyMomentItLosesNothingThatWasAcknowledged) {
  std::printf("%d kills, seed %u\n", kills, seed);
  for (int round = 1; round <= kills && !HasFailure(); ++round) {
    SCOPED_TRACE(absl::StrCat("kill ", round, " of ", kills, ", seed ", seed));
    if (random_() % 3 == 0) KillWhileItStarts();
    const ServeProcess serve(Words());
    ASSERT_NE(serve.address(), "") << serve.Log();
    // All of the journal now and then, else from a bit before what is new.
    Reconcile(serve, round % 10 == 0 ? 1 : std::max<std::int64_t>(1, record_.seen() - 1'000));
    KillUnderLoad(serve);
  }
  std::string state;
  {
    ServeProcess serve(Words());
    Reconcile(serve, 1);
    state = StateOf(serve);
    serve.Stop(SIGKILL);
  }
  std::printf("%lld acknowledged, %lld events, %d repeats\n", static_cast<long long>(record_.acknowledged()),
              static_cast<long long>(record_.seen()), repeats_);
  EXPECT_GT(record_.acknowledged(), kills * 20);
  EXPECT_GT(repeats_, kills * 5);
  // What was killed is whole, and moves as text into a server that says the same.
  EXPECT_EQ(RunBinary({"journal", "check", "--data", DataOf()}).exit_code, kExitOk);
  const Outcome exported = RunBinary({"journal", "export", "--data", DataOf(), "--out", folder_ / "een.txt"});
  EXPECT_EQ(exported.exit_code, kExitOk) << exported.stderr_text;
  const Outcome imported = RunBinary({"journal", "import", folder_ / "een.txt", "--data", DataOf("nieuw")});
  EXPECT_EQ(imported.exit_code, kExitOk) << imported.stderr_text;
  for (const char* data : {"data", "nieuw"}) {
    ServeProcess serve(Words(data));
    EXPECT_TRUE(StateOf(serve) == state) << data << ": replayed, the state is another one";
    EXPECT_EQ(serve.Stop(SIGTERM), kExitOk);
  }
}

// The file of one environment may not grow any further; those of the others may.
TEST_F(DurabilityTest, OnAFullDiskTheEnvironmentStopsAndNothingIsAcknowledged) {
  for (const int signal : {SIGTERM, SIGKILL}) {
    SCOPED_TRACE(signal);
    ServeProcess serve(Words());
    Reconcile(serve, 1);
    const client::Client ander = ConnectTo(serve.address(), "ander");
    v1::CreateOmgevingRequest making;
    making.mutable_instelling()->set_naam("ander");
    making.mutable_instelling()->mutable_start_tijdstip()->set_seconds(1'735'686'000);
    EXPECT_EQ(ander.Call(making).ok(), signal == SIGTERM);
    KillLoad load(serve.address(), record_);
    record_.AwaitAcknowledged(record_.acknowledged() + 300, absl::Seconds(20));
    const rlimit full = {fs::file_size(folder_ / "data/standaard.journaal-wal") + 20'000, RLIM_INFINITY};
    ASSERT_EQ(prlimit(serve.process(), RLIMIT_FSIZE, &full, nullptr), 0);
    load.Join();
    for (const absl::Status& end : load.ends()) {
      EXPECT_EQ(end.code(), absl::StatusCode::kUnavailable) << end;
      EXPECT_EQ(client::CallErrorOf(end).reason, "OMGEVING_GESTOPT") << end;
    }
    EXPECT_THAT(serve.Log(), HasSubstr("level=error event=omgeving_stopped omgeving=standaard reason="));
    // Also when there is room again: what is on disk is known only after a start.
    const rlimit room = {RLIM_INFINITY, RLIM_INFINITY};
    ASSERT_EQ(prlimit(serve.process(), RLIMIT_FSIZE, &room, nullptr), 0);
    EXPECT_FALSE(ConnectTo(serve.address()).Call(v1::GetClockRequest()).ok());
    v1::AdvanceClockRequest hour;
    hour.mutable_duur()->set_seconds(3'600);
    EXPECT_TRUE(ander.Call(hour).ok());
    EXPECT_EQ(serve.Stop(signal), signal == SIGTERM ? static_cast<int>(kExitOk) : -1);
  }
  const ServeProcess serve(Words());
  Reconcile(serve, 1);
  EXPECT_GT(record_.acknowledged(), 600);
}

TEST_F(DurabilityTest, ADamagedJournalIsRefusedByNameAndCheckFindsIt) {
  {
    ServeProcess serve(Words());
    KillLoad load(serve.address(), record_);
    record_.AwaitAcknowledged(200, absl::Seconds(20));
    serve.Signal(SIGKILL);
  }
  ServeProcess(Words()).Stop(SIGTERM);
  const std::string journal = folder_ / "data/standaard.journaal";
  std::string bytes = ReadTextFile(journal);
  // In the middle of the file stand rows.
  const std::size_t at = bytes.find("Z-9", bytes.size() / 2);
  ASSERT_NE(at, std::string::npos);
  bytes[at + 4] = static_cast<char>(bytes[at + 4] ^ 1);
  WriteTextFile(journal, bytes);
  const Outcome refused = RunBinary(Words());
  EXPECT_EQ(refused.exit_code, kExitData);
  EXPECT_THAT(refused.stderr_text, testing::ContainsRegex("standaard.journaal: event [0-9]+ is damaged"));
  EXPECT_THAT(refused.stderr_text, HasSubstr("ketenproef journal check"));
  const Outcome checked = RunBinary({"journal", "check", "--data", DataOf()});
  EXPECT_EQ(checked.exit_code, kExitRefused);
  EXPECT_THAT(checked.stdout_text, testing::ContainsRegex("standaard.journaal: event [0-9]+ is damaged"));
  EXPECT_EQ(RunBinary({"journal", "export", "--data", DataOf(), "--out", folder_ / "een.txt"}).exit_code,
            kExitData);
  EXPECT_FALSE(fs::exists(folder_ / "een.txt"));
  EXPECT_EQ(ReadTextFile(journal), bytes) << "it is left as it is";
}

// Somebody removes the lock of the directory: each journal is held by itself as well.
TEST_F(DurabilityTest, TwoServersNeverWriteOneJournal) {
  ServeProcess first(Words());
  fs::remove(folder_ / "data/.lock");
  const Outcome second = RunBinary(Words());
  EXPECT_EQ(second.exit_code, kExitUnavailable);
  EXPECT_THAT(second.stderr_text, HasSubstr("standaard.journaal: database is locked; another ketenproef"));
  EXPECT_EQ(RunBinary({"journal", "check", "--data", DataOf()}).exit_code, kExitUnavailable);
  {
    KillLoad load(first.address(), record_);
    record_.AwaitAcknowledged(50, absl::Seconds(20));
    first.Signal(SIGKILL);
  }
  const ServeProcess third(Words());
  Reconcile(third, 1);
}

}  // namespace
}  // namespace ketenproef

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    absl::string_view word = argv[i];
    const bool is_known =
        (absl::ConsumePrefix(&word, "--kills=") && absl::SimpleAtoi(word, &ketenproef::kills)) ||
        (absl::ConsumePrefix(&word, "--seed=") && absl::SimpleAtoi(word, &ketenproef::seed));
    if (!is_known) {
      std::fprintf(stderr, "durability_test: %s: give --kills=N or --seed=N\n", argv[i]);
      return 64;
    }
  }
  return RUN_ALL_TESTS();
}
