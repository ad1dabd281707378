// `serve` for a long time, and with much at once: what it holds is bounded by what it has, not by what it has
// done. Counted in memory, threads and file handles; nothing here depends on how fast anything is.
//
//   long_run_test                             as in every test run
//   long_run_test --years=300  as `./ketenproef test -C full -L durability` has it
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "client/cli/exit_code.h"
#include "client/cli/process_footprint.h"
#include "client/cli/serve_process.h"
#include "client/lib/client.h"

namespace ketenproef {
namespace {

using client::Client;

int years = 10;
int persons = 1'000;

#ifdef KETENPROEF_SANITIZED
// The sanitizer keeps what was freed for a while, and watches over every byte.
constexpr std::int64_t kKept = 300'000;
constexpr std::int64_t kOverhead = 4;
#else
constexpr std::int64_t kKept = 0;
constexpr std::int64_t kOverhead = 1;
#endif
// Threads that gRPC has more or less of as it sees fit.
constexpr std::int64_t kThreads = 24;

// 2025-01-01T00:00:00+01:00.
constexpr std::int64_t kStart = 1'735'686'000;

class LongRunTest : public testing::Test {
 protected:
  std::vector<std::string> Words() const {
    return {"serve", "--data", folder_ / "data", "--listen", "127.0.0.1:0", "--log-level", "warning"};
  }
  static Client ClientOf(const ServeProcess& serve, const std::string& omgeving) {
    return Client({.address = serve.address(), .omgeving = omgeving});
  }

  static void Make(const Client& client, const std::string& naam) {
    v1::CreateOmgevingRequest request;
    request.mutable_instelling()->set_naam(naam);
    request.mutable_instelling()->mutable_start_tijdstip()->set_seconds(kStart);
    const auto made = client.Call(request);
    ASSERT_TRUE(made.ok()) << made.status();
  }

  static void Delete(const Client& client, const std::string& naam) {
    v1::DeleteOmgevingRequest request;
    request.set_naam(naam);
    const auto deleted = client.Call(request);
    ASSERT_TRUE(deleted.ok()) << deleted.status();
  }

  const TemporaryFolder folder_{TemporaryFolder::InMemory()};
};

// A year of the chain: a population that falls ill, is judged and leaves, in daily exchanges with reports,
// watched by somebody; then the environment goes.
void PlayYear(const ServeProcess& serve, const Client& client, const std::string& playbook) {
  auto watch = client.Watch(v1::WatchGebeurtenissenRequest());
  const Outcome played = RunBinary({"draaiboek", "play", playbook, "--server", serve.address(), "--omgeving",
                                    client.options().omgeving, "--timeout", "600"});
  ASSERT_EQ(played.exit_code, kExitOk) << played.stderr_text;
  EXPECT_THAT(played.stdout_text, testing::HasSubstr("refused 0"));
  v1::GetOmgevingRequest get;
  get.set_naam(client.options().omgeving);
  const auto omgeving = client.Call(get);
  ASSERT_TRUE(omgeving.ok()) << omgeving.status();
  v1::WatchGebeurtenissenResponse batch;
  std::int64_t seen = 0;
  while (seen < omgeving->omgeving().volgnummer() && watch.Read(&batch)) seen += batch.gebeurtenissen_size();
  EXPECT_GT(seen, persons) << "the year holds something";
  EXPECT_EQ(seen, omgeving->omgeving().volgnummer());
  watch.Cancel();
  (void)watch.Finish();  // cancelled
}

TEST_F(LongRunTest, YearAfterYearTakesNoMoreThanTheFirst) {
  constexpr int kWarmUp = 3;
  const std::string playbook = folder_ / "bevolking";
  ASSERT_EQ(RunBinary({"population", "--out", playbook, "--persons", absl::StrCat(persons), "--days", "365"})
                .exit_code,
            kExitOk);
  const ServeProcess serve(Words());
  ProcessFootprint warm;
  ProcessFootprint last;
  for (int year = 1; year <= kWarmUp + years && !HasFailure(); ++year) {
    const Client client = ClientOf(serve, absl::StrCat("jaar-", year));
    Make(client, client.options().omgeving);
    PlayYear(serve, client, playbook);
    Delete(client, client.options().omgeving);
    last = FootprintOf(serve.process());
    if (year == kWarmUp) warm = last;
  }
  const ProcessFootprint grown = Growth(warm, last);
  std::cout << years << " years of " << persons << " persons: " << last << "; grown by " << grown << "\n";
  // A year of 1,000 persons that is kept takes 1,600 KiB: a quarter of each would be found.
  EXPECT_LE(grown.resident_kib, 4'000 + kKept);
  EXPECT_LE(grown.threads, kThreads);
  EXPECT_LE(grown.handles, 0);
}

// In one environment, in which nothing falls due any more: a clock that goes on costs nothing.
TEST_F(LongRunTest, ACenturyOfIdleExchangesLeavesNothing) {
  const ServeProcess serve(Words());
  const Client client = ClientOf(serve, "eeuw");
  Make(client, client.options().omgeving);
  v1::AdvanceClockRequest year;
  year.mutable_duur()->set_seconds(std::int64_t{365} * 24 * 3'600);
  ASSERT_TRUE(client.Call(year).ok());
  const ProcessFootprint warm = FootprintOf(serve.process());
  for (int i = 0; i < 100; ++i) {
    const auto advanced = client.Call(year);
    ASSERT_TRUE(advanced.ok()) << advanced.status();
  }
  const ProcessFootprint grown = Growth(warm, FootprintOf(serve.process()));
  std::cout << "a century: grown by " << grown << "\n";
  EXPECT_LE(grown.resident_kib, 2'000 + kKept);
  EXPECT_LE(grown.handles, 0);
}

// One batch of days on which somebody lives somewhere.
v1::SubmitGemeenteRegistratiesRequest Batch() {
  v1::SubmitGemeenteRegistratiesRequest batch;
  for (int dag = 1; dag <= 28; ++dag) {
    v1::Woonplaats& woonplaats = *batch.add_registraties()->mutable_woonplaats();
    woonplaats.set_bsn("999990019");
    woonplaats.set_gemeentecode("0363");
    woonplaats.mutable_datum_van()->set_jaar(2024);
    woonplaats.mutable_datum_van()->set_maand(1);
    woonplaats.mutable_datum_van()->set_dag(dag);
  }
  return batch;
}

using Writer = client::Stream<v1::SubmitGemeenteRegistratiesRequest>;
using Reader = client::Stream<v1::WatchGebeurtenissenRequest>;

void WriteBatch(Writer& writer) {
  static const auto* const kBatch = new v1::SubmitGemeenteRegistratiesRequest(Batch());
  v1::SubmitGemeenteRegistratiesResponse answer;
  ASSERT_TRUE(writer.Write(*kBatch) && writer.Read(&answer));
  ASSERT_EQ(answer.resultaten_size(), kBatch->registraties_size());
}

void ReadTo(Reader& reader, std::int64_t volgnummer) {
  v1::WatchGebeurtenissenResponse batch;
  std::int64_t last = 0;
  while (last < volgnummer) {
    ASSERT_TRUE(reader.Read(&batch));
    for (const v1::Gebeurtenis& gebeurtenis : batch.gebeurtenissen()) {
      ASSERT_EQ(gebeurtenis.volgnummer(), last + 1) << "nothing is left out, and nothing is there twice";
      ++last;
    }
  }
}

TEST_F(LongRunTest, FiveHundredOpenStreamsTakeAMessageEachHoweverSlowTheyRead) {
  constexpr int kOfEachKind = 250;
  const ServeProcess serve(Words());
  const Client client = ClientOf(serve, "stromen");
  Make(client, client.options().omgeving);
  const ProcessFootprint before = FootprintOf(serve.process());
  std::vector<Reader> readers;
  std::vector<Writer> writers;
  for (int i = 0; i < kOfEachKind; ++i) {
    readers.push_back(client.Watch(v1::WatchGebeurtenissenRequest()));
    writers.push_back(client.Open<v1::SubmitGemeenteRegistratiesRequest>());
  }
  for (Writer& writer : writers) WriteBatch(writer);
  const std::int64_t events = 1 + std::int64_t{kOfEachKind} * Batch().registraties_size();
  // Nobody has read a thing yet. Were everything kept for each reader, that would be 120 MB.
  const ProcessFootprint grown = Growth(before, FootprintOf(serve.process()));
  std::cout << 2 * kOfEachKind << " open streams, " << events << " events: grown by " << grown << "\n";
  EXPECT_LE(grown.resident_kib, kOverhead * 40'000 + kKept);
  EXPECT_LE(grown.threads, kThreads);
  EXPECT_LE(grown.handles, 2);
  // The last one to read has waited for all the rest, and misses nothing.
  for (std::size_t i = 0; i < readers.size(); ++i) {
    Reader& reader = readers[i];
    if (i % 50 == 49) ReadTo(reader, events);
    reader.Cancel();
    EXPECT_EQ(reader.Finish().code(), absl::StatusCode::kCancelled);
  }
  for (Writer& writer : writers) {
    writer.WritesDone();
    const absl::Status status = writer.Finish();
    EXPECT_TRUE(status.ok()) << status;
  }
  EXPECT_LE(Growth(before, FootprintOf(serve.process())).handles, 2);
}

TEST_F(LongRunTest, AThousandEnvironmentsTakeAFewHandlesEachAndGiveThemBack) {
  constexpr int kOmgevingen = 1'000;
  constexpr std::int64_t kThreadsEach = 2;  // its own and its journal's
  constexpr std::int64_t kHandlesEach = 3;  // the journal, its log, and how far it was acknowledged
  constexpr std::int64_t kKibEach = 300;
  const auto expect_bounded = [](const char* what, const ProcessFootprint& grown) {
    std::cout << what << ": grown by " << grown << "\n";
    EXPECT_LE(grown.resident_kib, kOverhead * kOmgevingen * kKibEach + kKept);
    EXPECT_LE(grown.threads, kOmgevingen * kThreadsEach + kThreads);
    EXPECT_LE(grown.handles, kOmgevingen * kHandlesEach + 2);
  };
  ProcessFootprint empty;
  {
    ServeProcess serve(Words());
    const Client client = ClientOf(serve, "standaard");
    ASSERT_TRUE(client.Call(v1::GetClockRequest()).ok());
    empty = FootprintOf(serve.process());
    for (int n = 0; n < kOmgevingen && !HasFatalFailure(); ++n) {
      Make(client, absl::StrCat("o", n));
    }
    expect_bounded("1,000 environments made", Growth(empty, FootprintOf(serve.process())));
    EXPECT_EQ(serve.Stop(SIGTERM), kExitOk);
  }
  ServeProcess serve(Words());
  const Client client = ClientOf(serve, "standaard");
  ASSERT_TRUE(client.Call(v1::GetClockRequest()).ok());
  expect_bounded("1,000 environments replayed", Growth(empty, FootprintOf(serve.process())));
  for (int n = 0; n < kOmgevingen && !HasFatalFailure(); ++n) Delete(client, absl::StrCat("o", n));
  const ProcessFootprint left = Growth(empty, FootprintOf(serve.process()));
  std::cout << "deleted again: grown by " << left << "\n";
  EXPECT_LE(left.threads, kThreads);
  EXPECT_LE(left.handles, 2);
  EXPECT_EQ(serve.Stop(SIGTERM), kExitOk);
}

}  // namespace
}  // namespace ketenproef

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  // Of the servers: with an arena for each thread the allocator goes on growing until each has once held a
  // year, which says nothing about what is kept.
  setenv("MALLOC_ARENA_MAX", "1", 1);
  for (int i = 1; i < argc; ++i) {
    absl::string_view word = argv[i];
    const bool is_known =
        (absl::ConsumePrefix(&word, "--years=") && absl::SimpleAtoi(word, &ketenproef::years)) ||
        (absl::ConsumePrefix(&word, "--persons=") && absl::SimpleAtoi(word, &ketenproef::persons));
    if (!is_known) {
      std::fprintf(stderr, "long_run_test: %s: give --years=N or --persons=N\n", argv[i]);
      return 64;
    }
  }
  return RUN_ALL_TESTS();
}
