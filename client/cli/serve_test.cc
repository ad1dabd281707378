// `serve` as a user runs it: its ports and folders, its start and its end.
#include <gmock/gmock.h>
#include <grpcpp/client_context.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/cli/exit_code.h"
#include "client/cli/serve_calls.h"
#include "client/cli/serve_process.h"

namespace ketenproef {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

constexpr char kEersteSignaal[] = KETENPROEF_SOURCE_DIR "/fixtures/playbooks/eerste_signaal";
constexpr char kAnyPort[] = "127.0.0.1:0";

TEST(Serve, PortZeroIsToldOnStandardOutputAndInTheReadyFile) {
  for (const int signal : {SIGTERM, SIGINT}) {
    const TemporaryFolder folder;
    const std::string ready = folder / "ready";
    ServeProcess serve({"serve", "--memory", "--listen", kAnyPort, "--ready-file", ready});
    EXPECT_THAT(serve.address(), MatchesRegex("127\\.0\\.0\\.1:[1-9][0-9]*"));
    EXPECT_EQ(ReadTextFile(ready), serve.address() + "\n");
    EXPECT_EQ(Omgeving(serve).instelling().naam(), "standaard");
    EXPECT_EQ(serve.Stop(signal), kExitOk);
    EXPECT_FALSE(fs::exists(ready));
  }
}

TEST(Serve, ReadyFileOfAServerThatWasKilledIsNotTakenForOurs) {
  const TemporaryFolder folder;
  WriteTextFile(folder / "ready", "127.0.0.1:1\n");
  const Outcome refused =
      RunBinary({"serve", "--listen", "nergens", "--memory", "--ready-file", folder / "ready"});
  EXPECT_EQ(refused.exit_code, kExitData);
  EXPECT_FALSE(fs::exists(folder / "ready"));
  const Outcome nowhere =
      RunBinary({"serve", "--listen", kAnyPort, "--memory", "--ready-file", folder / "geen/map"});
  EXPECT_EQ(nowhere.exit_code, kExitCannotCreate);
  EXPECT_THAT(nowhere.stderr_text, HasSubstr("geen/map"));
}

TEST(Serve, AsManyOpenFilesAsMayBeHad) {
  rlimit ours = {};
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &ours), 0);
  const rlimit few = {256, ours.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &few), 0);
  const ServeProcess serve({"serve", "--memory", "--listen", kAnyPort});
  EXPECT_EQ(setrlimit(RLIMIT_NOFILE, &ours), 0);
  rlimit files = {};
  ASSERT_EQ(prlimit(serve.process(), RLIMIT_NOFILE, nullptr, &files), 0);
  EXPECT_EQ(files.rlim_cur, ours.rlim_max);
}

TEST(Serve, PortThatIsTaken) {
  ServeProcess serve({"serve", "--memory", "--listen", kAnyPort});
  const Outcome second = RunBinary({"serve", "--memory", "--listen", serve.address()});
  EXPECT_EQ(second.exit_code, kExitUnavailable);
  EXPECT_THAT(second.stderr_text, HasSubstr(serve.address() + "; is the port taken?"));
  EXPECT_EQ(second.stdout_text, "");
  EXPECT_EQ(Omgeving(serve).instelling().naam(), "standaard");
}

TEST(Serve, SecondServerOnOneDataDirectory) {
  const TemporaryFolder folder;
  ServeProcess serve({"serve", "--data", folder / "data", "--listen", kAnyPort});
  const Outcome second = RunBinary({"serve", "--data", folder / "data", "--listen", kAnyPort});
  EXPECT_EQ(second.exit_code, kExitUnavailable);
  EXPECT_THAT(second.stderr_text, HasSubstr("another ketenproef uses this data directory"));
  EXPECT_EQ(Omgeving(serve).instelling().naam(), "standaard");
  EXPECT_EQ(serve.Stop(SIGTERM), kExitOk);
  // Once it has ended, the directory is free.
  ServeProcess third({"serve", "--data", folder / "data", "--listen", kAnyPort});
  EXPECT_EQ(third.Stop(SIGTERM), kExitOk);
}

TEST(Serve, RestartKeepsTheState) {
  const TemporaryFolder folder;
  const std::vector<std::string> words = {"serve",  "--data",     folder / "data", "--listen",
                                          kAnyPort, "--personas", "rvig"};
  std::string before;
  {
    ServeProcess serve(words);
    Advance(serve, 86'400);
    before = Omgeving(serve).DebugString();
    EXPECT_EQ(serve.Stop(SIGTERM), kExitOk);
    EXPECT_THAT(serve.Log(), HasSubstr("event=omgeving_made omgeving=standaard lines=2192 refused=0"));
  }
  ServeProcess serve(words);
  EXPECT_EQ(Omgeving(serve).DebugString(), before);
  // 2,192 lines and the omgeving itself; an exchange of nothing leaves nothing.
  EXPECT_THAT(serve.Log(), HasSubstr("event=replayed omgeving=standaard events=2193 "
                                     "clock=2025-01-01T23:00:00Z"));
  EXPECT_THAT(serve.Log(), HasSubstr("event=omgeving_kept"));
  EXPECT_THAT(serve.Log(),
              HasSubstr("level=warning event=flags_ignored omgeving=standaard flags=--personas "));
}

TEST(Serve, WhatWasAcknowledgedBeforeASignalIsThereAfterIt) {
  const TemporaryFolder folder;
  const std::vector<std::string> words = {"serve", "--data", folder / "data", "--listen", kAnyPort};
  constexpr int kBatchRecords = 100;
  int acknowledged = 0;
  {
    ServeProcess serve(words);
    // The signal comes in the middle of the stream, which goes on for as long as it can.
    acknowledged = StreamWoonplaatsen(serve, kBatchRecords, [&serve](int records) {
      if (records == 20 * kBatchRecords) serve.Signal(SIGTERM);
    });
    EXPECT_GE(acknowledged, 20 * kBatchRecords);
    EXPECT_EQ(serve.Wait(), kExitOk);
  }
  ServeProcess serve(words);
  const std::int64_t kept = Omgeving(serve).volgnummer() - 1;
  EXPECT_GE(kept, acknowledged);
  // One batch may have been under way.
  EXPECT_LE(kept, acknowledged + kBatchRecords);
  EXPECT_EQ(kept % kBatchRecords, 0);
}

TEST(Serve, OmgevingThatWasLeftHalfFilledIsMadeAnew) {
  const TemporaryFolder folder;
  ServeProcess({"serve", "--data", folder / "data", "--listen", kAnyPort}).Stop(SIGTERM);
  WriteTextFile(folder / "data/.standaard.half-gevuld", "");
  ServeProcess serve({"serve", "--data", folder / "data", "--listen", kAnyPort, "--personas", "rvig"});
  EXPECT_EQ(Omgeving(serve).volgnummer(), 2'193);
  EXPECT_FALSE(fs::exists(folder / "data/.standaard.half-gevuld"));
}

TEST(Serve, ConfigurationFileAndTheCommandLineBeforeIt) {
  const TemporaryFolder folder;
  const std::string config = folder / "serve.toml";
  WriteTextFile(config,
                "# a comment\n"
                "listen = \"127.0.0.1:0\"\n"
                "memory = true\n"
                "profile = wet\n"
                "seed = 7\n"
                "start = 2025-03-01T08:00:00+01:00\n");
  ServeProcess serve({"serve", "--config", config, "--seed", "8"});
  const v1::Omgeving omgeving = Omgeving(serve);
  EXPECT_EQ(omgeving.instelling().profiel(), "wet");
  EXPECT_EQ(omgeving.instelling().seed(), 8U);
  EXPECT_EQ(omgeving.tijdstip().seconds(), 1'740'812'400);
}

TEST(Serve, ConfigurationFilesThatCannotBe) {
  const TemporaryFolder folder;
  const std::string config = folder / "serve.toml";
  const auto refusal = [&config](const std::string& content) {
    WriteTextFile(config, content);
    const Outcome outcome = RunBinary({"serve", "--config", config});
    EXPECT_EQ(outcome.exit_code, kExitData) << content;
    return outcome.stderr_text;
  };
  EXPECT_THAT(refusal("memory = true\n\nlog-levl = info\n"),
              HasSubstr("serve.toml:3: \"log-levl\" is no option of serve"));
  EXPECT_THAT(refusal("config = x\n"), HasSubstr("serve.toml:1: \"config\" is no option"));
  EXPECT_THAT(refusal("seed = -1\n"), HasSubstr("serve.toml:1: \"seed\" is not right"));
  EXPECT_THAT(refusal("profile = handleiding\nlog-level = loud\n"),
              HasSubstr("serve.toml:2: \"log-level\" is not right"));
  EXPECT_THAT(refusal("seed = 1\nmemory = true\nseed = 2\n"), HasSubstr("more than one value"));
  EXPECT_THAT(refusal("[serve]\nseed = 1\n"), HasSubstr("[sections]"));
  EXPECT_EQ(RunBinary({"serve", "--config", folder / "geen"}).exit_code, kExitNoInput);
}

TEST(Serve, FlagsThatDoNotGoTogether) {
  EXPECT_EQ(RunBinary({"serve", "--memory", "--data", "x"}).exit_code, kExitUsage);
  EXPECT_EQ(RunBinary({"serve", "--memory", "--play", "x", "--personas", "3"}).exit_code, kExitUsage);
  const Outcome start = RunBinary({"serve", "--memory", "--start", "gisteren"});
  EXPECT_EQ(start.exit_code, kExitUsage);
  EXPECT_THAT(start.stderr_text, HasSubstr("--start \"gisteren\""));
}

TEST(Serve, PlaybookIsPlayedBeforeServing) {
  ServeProcess serve({"serve", "--memory", "--listen", kAnyPort, "--play", kEersteSignaal});
  EXPECT_EQ(Rapportages(serve), (std::vector<std::string>{"Re-integratie_signaalrapport_0363_20250531.csv",
                                                          "Re-integratie_signaalrapport_0363_20250621.csv"}));
  EXPECT_THAT(serve.Log(), HasSubstr("lines=9 refused=1"));
}

TEST(Serve, PlaybooksThatCannotBe) {
  const TemporaryFolder folder;
  WriteTextFile(folder / "stuk/gebeurtenissen.csv", std::string(kHeader) + "\r\n1;2\r\n");
  const Outcome broken = RunBinary({"serve", "--memory", "--listen", kAnyPort, "--play", folder / "stuk"});
  EXPECT_EQ(broken.exit_code, kExitData);
  EXPECT_THAT(broken.stderr_text, HasSubstr("gebeurtenissen.csv:2:"));
  EXPECT_EQ(RunBinary({"serve", "--memory", "--listen", kAnyPort, "--play", folder / "geen"}).exit_code,
            kExitNoInput);
  const Outcome late = RunBinary({"serve", "--memory", "--listen", kAnyPort, "--start",
                                  "2025-02-01T00:00:00Z", "--play", kEersteSignaal});
  EXPECT_EQ(late.exit_code, kExitData);
  EXPECT_THAT(late.stderr_text, HasSubstr("its first line lies before --start"));
}

TEST(Serve, FictitiousPersonsAreRegisteredAndNothingMore) {
  ServeProcess serve({"serve", "--memory", "--listen", kAnyPort, "--personas", "300", "--seed", "5"});
  const v1::Omgeving omgeving = Omgeving(serve);
  EXPECT_EQ(omgeving.tijdstip().seconds(), 1'735'686'000);
  EXPECT_EQ(omgeving.regeltellingen_size(), 0);
  for (const v1::Soorttelling& telling : omgeving.soorttellingen()) {
    EXPECT_GE(telling.soort(), v1::OPDRACHTSOORT_DOELGROEPREGISTRATIE);
    EXPECT_NE(telling.soort(), v1::OPDRACHTSOORT_EINDE_DIENSTVERBAND);
    if (telling.soort() == v1::OPDRACHTSOORT_DIENSTVERBAND) {
      EXPECT_EQ(telling.aantal_aanvaard(), 300);
    }
  }
  EXPECT_EQ(RunBinary({"serve", "--memory", "--listen", kAnyPort, "--personas", "nul"}).exit_code, kExitData);
}

TEST(Serve, TestPersonOfRvigCanBeReportedIllAtOnce) {
  ServeProcess serve({"serve", "--memory", "--listen", kAnyPort, "--personas", "rvig"});
  EXPECT_TRUE(SubmitZiekmelding(serve, "standaard", "Z-1", "000009830").ok());
}

TEST(Serve, BSN02_TestPersonsOfRvigDoNotFitEveryRange) {
  const Outcome outcome = RunBinary(
      {"serve", "--memory", "--listen", kAnyPort, "--personas", "rvig", "--bsn-range", "negenreeks"});
  EXPECT_EQ(outcome.exit_code, kExitData);
  EXPECT_THAT(outcome.stderr_text, HasSubstr("use --bsn-range testreeks"));
  ServeProcess all({"serve", "--memory", "--listen", kAnyPort, "--personas", "rvig", "--bsn-range", "alle"});
  EXPECT_EQ(Omgeving(all).volgnummer(), 2'193);
}

// BSN-03: accepted, refused and malformed calls, in an omgeving that is named after a BSN even.
TEST(Serve, BSN03_NoBsnInTheLog) {
  ServeProcess serve(
      {"serve", "--memory", "--listen", kAnyPort, "--personas", "rvig", "--log-level", "debug"});
  EXPECT_TRUE(SubmitZiekmelding(serve, "standaard", "Z-1", "000009830").ok());
  EXPECT_TRUE(SubmitZiekmelding(serve, "standaard", "999990019", "000009842").ok());
  EXPECT_FALSE(SubmitZiekmelding(serve, "standaard", "999990019", "000009830").ok());
  EXPECT_FALSE(SubmitZiekmelding(serve, "standaard", "Z-3", "123456789").ok());
  EXPECT_FALSE(SubmitZiekmelding(serve, "999990019", "Z-4", "000009842").ok());
  Advance(serve, 100 * 86'400);
  EXPECT_EQ(serve.Stop(SIGTERM), kExitOk);
  const std::string log = serve.Log();
  EXPECT_THAT(log, HasSubstr("event=call method=/ketenproef.v1.UwvMeldingService/SubmitZiekmelding "
                             "omgeving=standaard status=OK duration="));
  EXPECT_THAT(log, HasSubstr("status=INVALID_ARGUMENT"));
  EXPECT_THAT(log, HasSubstr("status=ALREADY_EXISTS"));
  EXPECT_THAT(log, HasSubstr("status=NOT_FOUND"));
  EXPECT_THAT(log, Not(testing::ContainsRegex("[0-9]{9}")));
}

TEST(Serve, CallsAreToldAtTheDebugLevelOnly) {
  ServeProcess serve({"serve", "--memory", "--listen", kAnyPort});
  EXPECT_EQ(Omgeving(serve).instelling().naam(), "standaard");
  EXPECT_EQ(serve.Stop(SIGTERM), kExitOk);
  EXPECT_THAT(serve.Log(), Not(HasSubstr("event=call")));
  for (const char* event : {"start", "opened", "omgeving_made", "ready", "stopping", "stopped"}) {
    EXPECT_THAT(serve.Log(), HasSubstr(absl::StrCat("level=info event=", event)));
  }
}

}  // namespace
}  // namespace ketenproef
