// The suite as a vendor runs it: the samples, started by `--start`, pass all that they claim; systems that
// are broken in ways that no rule speaks about get the right verdicts and exit code, and the rest of the
// cases still run.
#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/cli/run_binary.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef {
namespace {

namespace v1 = conformance::v1;
using testing::AllOf;
using testing::Each;
using testing::HasSubstr;
using testing::Not;

const std::string kSut = absl::StrCat(KETENPROEF_SOURCE_DIR, "/conformance/sut/");

// A run of the command, with its JSON report.
struct SuiteRun {
  int exit_code = 0;
  std::string errors;
  v1::RunResult result;

  int Count(v1::Verdict verdict) const {
    int count = 0;
    for (const v1::CaseResult& item : result.cases()) count += item.verdict() == verdict ? 1 : 0;
    return count;
  }
  // All reasons of cases with this verdict.
  std::vector<std::string> Reasons(v1::Verdict verdict) const {
    std::vector<std::string> reasons;
    for (const v1::CaseResult& item : result.cases()) {
      if (item.verdict() == verdict) reasons.push_back(item.reason());
    }
    return reasons;
  }
};

SuiteRun RunSuite(const std::string& rol, const std::string& command,
                  const std::vector<std::string>& more = {}) {
  const TemporaryFolder folder;
  const std::string json = (folder / "run.json").string();
  std::vector<std::string> arguments = {"conformance", "--rol",   rol,      "--start",
                                        command,       "--quiet", "--json", json};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Outcome run = RunBinary(arguments);
  SuiteRun suite{run.exit_code, run.stderr_text, {}};
  EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(ReadTextFile(json), &suite.result).ok())
      << run.stderr_text;
  return suite;
}

struct Sample {
  const char* name;
  const char* program;
};

class Voorbeeld : public testing::TestWithParam<Sample> {
 protected:
  void Pass(const std::string& rol, int at_least) {
    setenv("NODE_PATH", KETENPROEF_NODE_PATH, 1);
    const SuiteRun run = RunSuite(rol, absl::StrCat(GetParam().program, " ", kSut, GetParam().name), claims_);
    for (const v1::CaseResult& item : run.result.cases()) {
      EXPECT_TRUE(item.verdict() == v1::VERDICT_PASS || item.verdict() == v1::VERDICT_SKIPPED)
          << item.id() << ": " << item.reason();
    }
    EXPECT_GE(run.Count(v1::VERDICT_PASS), at_least);
    EXPECT_EQ(run.exit_code, 0) << run.errors;
    EXPECT_EQ(run.result.system(), "voorbeeldgemeente");
  }

  const std::vector<std::string> claims_ = {"--claims", kSut + "claims.textproto", "--parallel", "3"};
};

TEST_P(Voorbeeld, AGemeenteThatServesPassesAllThatItClaims) {
  Pass("gemeente", 70);
}

TEST_P(Voorbeeld, AGemeenteThatCollectsPassesAllThatItClaims) {
  Pass("gemeente-ophaler", 40);
}

INSTANTIATE_TEST_SUITE_P(
    Sut, Voorbeeld,
    testing::Values(Sample{"python/gemeente.py", "/usr/bin/python3"}, Sample{"node/gemeente.js", "node"}),
    [](const auto& sample) {
      return std::string(sample.param.name).substr(0, std::string(sample.param.name).find('/'));
    });

// Who answers has all the time that a busy machine takes; for whoever never does, a case ends soon.
constexpr char kAmple[] = "120";
constexpr char kSoon[] = "2";

// A few cases, so that a system that never answers does not take long.
SuiteRun Break(const std::string& way, const std::string& timeout_s, const std::string& rol = "gemeente") {
  std::vector<std::string> more = {"--timeout", timeout_s,
                                   "--case",    "gemeente/dkd/SIG-09/onbekende-gemeente/*",
                                   "--case",    "gemeente/ontvangst/SIG-07/*"};
  if (rol == "gemeente-ophaler") {
    more = {"--timeout", timeout_s, "--case", "gemeente-ophaler/ophalen/SIG-07/*"};
  }
  return RunSuite(rol, absl::StrCat("/usr/bin/python3 ", kSut, "python/broken.py ", way), more);
}
constexpr int kCases = 5;

void ExpectAllInconclusive(const SuiteRun& run, int cases = kCases) {
  EXPECT_EQ(run.exit_code, 2) << run.errors;
  EXPECT_EQ(run.Count(v1::VERDICT_INCONCLUSIVE), cases);
  EXPECT_EQ(run.result.cases_size(), cases) << "the rest of the cases must run";
}

void ExpectAllFail(const SuiteRun& run, int cases = kCases) {
  EXPECT_EQ(run.exit_code, 1) << run.errors;
  EXPECT_EQ(run.Count(v1::VERDICT_FAIL), cases);
  EXPECT_EQ(run.result.cases_size(), cases);
}

TEST(Kapot, WhoNeverAnswers) {
  const SuiteRun run = Break("hang", kSoon);
  ExpectAllInconclusive(run);
  EXPECT_THAT(run.Reasons(v1::VERDICT_INCONCLUSIVE), Each(HasSubstr("geen antwoord: ")));
}

TEST(Kapot, WhoCrashesAtACallFailsThatCaseAndTheNextHasAnother) {
  const SuiteRun run = Break("crash", kAmple);
  EXPECT_EQ(run.exit_code, 1);
  // Two cases deliver; the three others are asked of a system that lives, and that says "not available" to
  // everything.
  int crashes = 0;
  for (const std::string& reason : run.Reasons(v1::VERDICT_FAIL)) {
    crashes += absl::StrContains(reason, "SIGSEGV") ? 1 : 0;
  }
  EXPECT_EQ(crashes, 2);
  EXPECT_EQ(run.Count(v1::VERDICT_FAIL), kCases);
}

TEST(Kapot, WhoAnswersGarbageFails) {
  ExpectAllFail(Break("garbage", kAmple));
  ExpectAllFail(Break("empty", kAmple));
  ExpectAllFail(Break("error", kAmple));
}

TEST(Kapot, WhoSpeaksSomethingElseFails) {
  const SuiteRun http = Break("http", kAmple);
  ExpectAllFail(http);
  EXPECT_THAT(http.Reasons(v1::VERDICT_FAIL),
              Each(AllOf(HasSubstr("spreekt geen gRPC"), HasSubstr("HTTP/1.1 400"))));
  ExpectAllFail(Break("noise", kAmple));
}

TEST(Kapot, WhoIsNotThereCannotBeJudged) {
  const std::map<std::string, std::string> reasons = {{"absent", "luistert niemand"},
                                                      {"closes", "verbreekt elke verbinding"},
                                                      {"deaf", "neemt de verbinding aan en zegt dan niets"},
                                                      {"unavailable", "UNAVAILABLE"}};
  for (const auto& [way, reason] : reasons) {
    const SuiteRun run = Break(way, kSoon);
    ExpectAllInconclusive(run);
    EXPECT_THAT(run.Reasons(v1::VERDICT_INCONCLUSIVE), Each(HasSubstr(reason))) << way;
  }
}

TEST(Kapot, WhoDoesNotStartCannotBeJudged) {
  const SuiteRun chatty = Break("chatty", kAmple);
  ExpectAllInconclusive(chatty);
  EXPECT_THAT(chatty.Reasons(v1::VERDICT_INCONCLUSIVE), Each(HasSubstr("Listening on port 80")));
  const SuiteRun exits = Break("exits", kAmple);
  ExpectAllInconclusive(exits);
  EXPECT_THAT(exits.Reasons(v1::VERDICT_INCONCLUSIVE),
              Each(AllOf(HasSubstr("exit code 1"), HasSubstr("no room for #"), Not(HasSubstr("999990007")))));
  ExpectAllInconclusive(RunSuite("gemeente", "/does/not/exist", {"--case", "gemeente/ontvangst/SIG-07/*"}),
                        2);
}

TEST(Kapot, AnOphalerThatDoesNothingCannotBeJudged) {
  const SuiteRun run = Break("idle", kSoon, "gemeente-ophaler");
  ExpectAllInconclusive(run, 2);
  EXPECT_THAT(run.Reasons(v1::VERDICT_INCONCLUSIVE), Each(HasSubstr("niet een keer aangeroepen")));
}

TEST(Kapot, AnOphalerThatEndsFails) {
  const SuiteRun run = Break("leaves", kAmple, "gemeente-ophaler");
  ExpectAllFail(run, 2);
  EXPECT_THAT(run.Reasons(v1::VERDICT_FAIL), Each(HasSubstr("exit code 7")));
}

}  // namespace
}  // namespace ketenproef
