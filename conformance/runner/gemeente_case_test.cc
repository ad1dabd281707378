// How the answers of a gemeente become verdicts. What a gemeente must do is in the suites; that they bite is
// for the mutants.
#include "conformance/runner/gemeente_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "conformance/runner/proefgemeente.h"
#include "conformance/runner/suite_file.h"

namespace ketenproef::conformance {
namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

constexpr char kP1[] = "999990007";
constexpr char kMelding[] =
    "deliver_melding { bericht: 'a' doorlevering { datum: '2021-03-02' soort: 'ZIEK' loonheffingennummer: "
    "'W1' "
    "kenmerk: 'M-1' bsn: 'P1' datum_ingang: '2021-03-01' } ";
constexpr char kRapport[] =
    "deliver_rapportage { bericht: 'r' rapport { datum: '2025-03-01' rij { bsn: 'P1' } } ";
constexpr char kUnknown[] =
    "dkd_vraag { bsn: 'P1' gemeentecode: '9999' datum_van: '2024-01-01' datum_tot: '2024-06-30' "
    "niet_beschikbaar: true }";

class GemeenteCaseTest : public testing::Test {
 protected:
  GemeenteCaseTest() {
    options_.administration.add_gemeentecodes("0363");
    v1::LksPeriode& periode = *options_.administration.add_lks_perioden();
    periode.set_bsn(kP1);
    periode.set_datum_van("1900-01-01");
    options_.run = "een";
  }

  CaseRun Run(const std::vector<std::string>& steps) {
    std::string text =
        "id: 'gemeente/proef' kind: SYSTEM_KIND_GEMEENTE cases { id: 'DL-04/x' titel: 'x' regels: 'DL-04' ";
    for (const std::string& step : steps) absl::StrAppend(&text, "steps { ", step, " } ");
    suites_ = {*ParseSuite("proef.textproto", text + "}")};
    const auto plan = Expand(suites_);
    EXPECT_TRUE(plan.ok()) << plan.status();
    return RunGemeenteCase(plan->front(), gemeente_, options_);
  }
  // `PASS`, or the verdict and its reason.
  std::string Verdict(const std::vector<std::string>& steps) {
    const v1::CaseResult result = Run(steps).result;
    return result.verdict() == v1::VERDICT_PASS
               ? "PASS"
               : absl::StrCat(v1::Verdict_Name(result.verdict()).substr(8), ": ", result.reason());
  }
  static std::string Expecting(const std::string& step, const std::string& receipt) {
    return absl::StrCat(step, "expect: RECEIPT_", receipt, " }");
  }

  Proefgemeente gemeente_{kP1};
  GemeenteCaseOptions options_;
  std::vector<v1::Suite> suites_;
};

TEST_F(GemeenteCaseTest, AllIsWell) {
  const std::string found =
      "dkd_vraag { bsn: 'P1' datum_van: '2024-01-01' datum_tot: '2024-01-01' gevonden { lks_periode "
      "{ bsn: 'P1' datum_van: '1900-01-01' } } }";
  EXPECT_EQ(
      Verdict({Expecting(kMelding, "NEW"), Expecting(kMelding, "REPEATED"), Expecting(kRapport, "NEW"),
               kUnknown, found,
               "dkd_vraag { bsn: 'P2' datum_van: '2024-01-01' datum_tot: '2024-01-01' niets_gevonden: true }",
               "restart {}", Expecting(kMelding, "REPEATED")}),
      "PASS");
}

TEST_F(GemeenteCaseTest, DL04_SaysWhatWasExpectedAndWhatCame) {
  EXPECT_EQ(Verdict({Expecting(kMelding, "REPEATED")}),
            "FAIL: DL-04: verwacht bevestigd als herhaald, kreeg bevestigd als nieuw");
  EXPECT_THAT(Verdict({Expecting(kMelding, "REFUSED")}), StartsWith("FAIL: DL-04: verwacht geweigerd"));
  EXPECT_THAT(
      Verdict(
          {"dkd_vraag { bsn: 'P1' datum_van: '2024-01-01' datum_tot: '2024-01-01' niets_gevonden: true }"}),
      AllOf(StartsWith("FAIL: DL-04: verwacht niets gevonden, kreeg gevonden: P1"), HasSubstr("1900-01-01")));
}

TEST_F(GemeenteCaseTest, BerichtIdsAreOfTheCaseAndOfTheRun) {
  Run({Expecting(kMelding, "NEW"), Expecting(kRapport, "NEW"), Expecting(kMelding, "REPEATED")});
  const std::vector<std::string> ids = gemeente_.ids();
  ASSERT_THAT(ids, SizeIs(3));
  EXPECT_EQ(ids[0], ids[2]);
  EXPECT_EQ(ids[0].substr(0, 17), ids[1].substr(0, 17));
  EXPECT_EQ(ids[0].substr(16), "-a");
  options_.run = "twee";
  EXPECT_EQ(Verdict({Expecting(kMelding, "NEW")}), "PASS") << "another run has other ids";
}

TEST_F(GemeenteCaseTest, AnAttemptIsLaterThanTheOneBefore) {
  const CaseRun run = Run({Expecting(kMelding, "NEW"), Expecting(kMelding, "REPEATED"),
                           "at: '2021-03-09 06:00' " + Expecting(kMelding, "REPEATED")});
  std::vector<std::int64_t> sent;
  for (const v1::Moment& moment : run.result.timeline()) {
    if (moment.kind() == v1::MOMENT_KIND_SENT) sent.push_back(moment.tijdstip().seconds());
  }
  // 2021-03-02 06:00 in Amsterdam, the exchange of that day.
  EXPECT_THAT(sent, ElementsAre(1'614'661'200, 1'614'664'800, 1'615'266'000));
  EXPECT_THAT(run.exchanges, SizeIs(3));
}

TEST_F(GemeenteCaseTest, TryAgainIsTriedAgain) {
  const grpc::Status later(grpc::StatusCode::UNAVAILABLE, "disk full");
  // The delivery, and the question whether anybody is there, in turn.
  gemeente_.before = [&](int n) { return n == 1 || n == 3 ? later : grpc::Status::OK; };
  EXPECT_EQ(Verdict({Expecting(kMelding, "NEW")}), "PASS");
}

TEST_F(GemeenteCaseTest, TryAgainForEverCannotBeJudged) {
  gemeente_.before = [](int) { return grpc::Status(grpc::StatusCode::RESOURCE_EXHAUSTED, "busy"); };
  EXPECT_THAT(Verdict({Expecting(kMelding, "NEW")}), AllOf(StartsWith("INCONCLUSIVE"), HasSubstr("busy")));
  EXPECT_THAT(Verdict({Expecting(kMelding, "REFUSED")}), StartsWith("FAIL")) << "a sender would try for ever";
}

TEST_F(GemeenteCaseTest, SIG09_AnErrorToEveryQuestionIsNoAnswer) {
  gemeente_.before = [](int) { return grpc::Status(grpc::StatusCode::UNIMPLEMENTED, "not yet"); };
  EXPECT_THAT(Verdict({kUnknown}), AllOf(StartsWith("FAIL"), HasSubstr("gewone DKD-vraag")));
}

TEST_F(GemeenteCaseTest, BSN03_AnErrorWithABsn) {
  gemeente_.before = [](int n) {
    return n == 1 ? grpc::Status(grpc::StatusCode::INVALID_ARGUMENT, std::string("no such person: ") + kP1)
                  : grpc::Status::OK;
  };
  EXPECT_EQ(Verdict({Expecting(kMelding, "REFUSED")}),
            "FAIL: BSN-03: verwacht een foutmelding zonder BSN, kreeg INVALID_ARGUMENT: no such person: P1");
}

TEST_F(GemeenteCaseTest, NobodyThereCannotBeJudged) {
  gemeente_.Close();
  EXPECT_THAT(Verdict({Expecting(kMelding, "NEW")}),
              AllOf(StartsWith("INCONCLUSIVE"), HasSubstr("luistert niemand")));
  EXPECT_THAT(Verdict({kUnknown}), StartsWith("INCONCLUSIVE")) << "nobody there is no `not available`";
}

TEST_F(GemeenteCaseTest, NoAnswerInTimeCannotBeJudged) {
  options_.timeout = absl::Milliseconds(200);
  gemeente_.before = [](int) {
    absl::Mutex nobody;
    absl::MutexLock lock(&nobody);
    const bool never = false;
    nobody.AwaitWithTimeout(absl::Condition(&never), absl::Seconds(2));
    return grpc::Status::OK;
  };
  EXPECT_THAT(Verdict({Expecting(kMelding, "NEW")}), StartsWith("INCONCLUSIVE: geen antwoord"));
}

TEST_F(GemeenteCaseTest, ACrashIsAFailure) {
  gemeente_.Close();
  gemeente_.end = "signal 11 (SIGSEGV)";
  EXPECT_THAT(Verdict({Expecting(kMelding, "NEW")}),
              AllOf(StartsWith("FAIL"), HasSubstr("signal 11 (SIGSEGV)"), HasSubstr("geheugen vol")));
}

TEST_F(GemeenteCaseTest, DL04_WhatIsForgottenAtARestart) {
  gemeente_.forgets = true;
  EXPECT_THAT(Verdict({Expecting(kMelding, "NEW"), "restart {}", Expecting(kMelding, "REPEATED")}),
              StartsWith("FAIL: DL-04"));
}

TEST_F(GemeenteCaseTest, ARestartThatFails) {
  gemeente_.restarts = absl::FailedPreconditionError("exit code 4");
  EXPECT_THAT(Verdict({Expecting(kMelding, "NEW"), "restart {}"}),
              AllOf(StartsWith("FAIL"), HasSubstr("exit code 4")));
  gemeente_.restarts = absl::DeadlineExceededError("te laat");
  EXPECT_THAT(Verdict({kUnknown, "restart {}"}), AllOf(StartsWith("INCONCLUSIVE"), HasSubstr("te laat")));
  gemeente_.restartable = false;
  EXPECT_THAT(Verdict({kUnknown, "restart {}"}), AllOf(StartsWith("INCONCLUSIVE"), HasSubstr("herstart")));
}

TEST_F(GemeenteCaseTest, DL04_AtTheSameTime) {
  EXPECT_EQ(Verdict({Expecting(std::string(kMelding) + "attempts: 6 ", "NEW")}), "PASS");
  EXPECT_THAT(gemeente_.ids(), AllOf(SizeIs(6), Each(gemeente_.ids().front())));
  EXPECT_EQ(Verdict({Expecting(std::string(kMelding) + "attempts: 2 ", "REPEATED")}), "PASS");
  EXPECT_THAT(Verdict({Expecting(std::string(kMelding) + "attempts: 2 ", "NEW")}), StartsWith("FAIL: DL-04"));
}

TEST_F(GemeenteCaseTest, ACaseThatIsWrongBlamesNobody) {
  for (const char* step :
       {"dkd_vraag { bsn: 'P1' datum_van: 'ONBEKEND' datum_tot: '2024-01-01' niets_gevonden: true }",
        "dkd_vraag { bsn: 'P1' datum_van: '2024-01-01' datum_tot: '2024-01-01' }",
        "deliver_rapportage { bericht: 'r' rapport { datum: '2025-03-01' } bytes: 3 }",
        "expect_collected {}"}) {
    EXPECT_THAT(Verdict({step}), StartsWith("INCONCLUSIVE: het geval zelf klopt niet")) << step;
  }
  EXPECT_THAT(Verdict({"at: '2025-01-02 06:00' " + Expecting(kMelding, "NEW"),
                       "at: '2025-01-01 06:00' " + Expecting(kMelding, "REPEATED")}),
              HasSubstr("de tijd gaat terug"));
}

}  // namespace
}  // namespace ketenproef::conformance
