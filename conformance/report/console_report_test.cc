#include "conformance/report/console_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "absl/strings/str_split.h"
#include "conformance/report/plain_text.h"
#include "conformance/report/proefrun.h"

namespace ketenproef::conformance {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string Finished(const v1::RunResult& run, const ConsoleOptions& options = {}) {
  std::ostringstream out;
  EXPECT_TRUE(NewConsoleReport(&out, options)->Finish(run).ok());
  return out.str();
}

TEST(ConsoleReport, TellsAllAboutAFailure) {
  EXPECT_EQ(Finished(RunOfADayLate(), {.width = 76}), R"(
FAIL uwv/ziekmelding/ZM-04/dag-te-laat [handleiding]
    Een dag te laat

    ZM-04     Ziekmelding uiterlijk zes weken na de eerste AO-dag
    source    Spoorboekje banenafspraak, paragraaf 4.2.3 + Ziektewet art.
              38a lid 3
    at        step 3, di 2025-02-18 00:00 (virtual)
    sent      Ziekmelding zm-1 van P1 bij W1, eerste AO-dag 2025-01-06
    expected  te laat: 1 dag, boete EUR 70, uiterste dag 2025-02-17
    because   AO 2025-01-06 + 42 = 2025-02-17
    got       op tijd, geen boete

            ma 2025-01-06                                      di 2025-02-18
    sent    ●······························································●
    due     ······························································●·
    came    ·······························································✗

        +0  ma 2025-01-06 09:00               sent  dienstverband van P1 bij
                                                    W1
       +42  ma 2025-02-17 23:59:59.999999999  due   uiterste dag van de
                                                    ziekmelding
       +43  di 2025-02-18 00:00               sent  ziekmelding zm-1
  ✗    +43  di 2025-02-18 00:00               came  op tijd, geen boete

rule      pass  fail known  incl  skip
ZM-04        1     1     ·     ·     ·  Ziekmelding uiterlijk zes weken na …
64 rules of the catalogue have no case in this run

proefsysteem: 2 cases in 1.5 s: 1 pass, 1 fail, 0 known to fail, 0 inconclusive, 0 skipped
exit code 1: failures
)");
}

TEST(ConsoleReport, SaysWhatTheRunComesTo) {
  EXPECT_THAT(
      Finished(RunOfADayLate()),
      EndsWith("rule      pass  fail known  incl  skip\n"
               "ZM-04        1     1     ·     ·     ·  Ziekmelding uiterlijk zes weken na de eerste AO-dag\n"
               "64 rules of the catalogue have no case in this run\n"
               "\n"
               "proefsysteem: 2 cases in 1.5 s: 1 pass, 1 fail, 0 known to fail, 0 inconclusive, 0 skipped\n"
               "exit code 1: failures\n"));
}

TEST(ConsoleReport, SaysThatNothingWasTested) {
  EXPECT_THAT(Finished(RunOf("system: 'proefsysteem'")),
              EndsWith("exit code 0: nothing was tested: this says nothing about the system\n"));
}

TEST(ConsoleReport, NamesWhatIsWrongWithTheKnownFailures) {
  const std::string text = Finished(RunOfEverything());
  EXPECT_THAT(text, HasSubstr("The list of known failures is wrong, which fails the run:\n"
                              "    uwv/*/BO-02/*: slaagt nu: haal de regel weg\n"
                              "    uwv/oud/*: verlopen op 2025-01-01\n"));
  EXPECT_THAT(text, HasSubstr("KNOWN uwv/ziekmelding/"));
  EXPECT_THAT(text, HasSubstr("    known as uwv/ziekmelding/*/geval-45\n"));
}

TEST(ConsoleReport, LetsNoAnswerPaintTheTerminal) {
  const std::string text = Finished(RunOfEverything());
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, HasSubstr("stuurteken \\x1b[31m, nul \\x01, regel\n              einde"));
}

TEST(ConsoleReport, NamesWhatItDoesNotShowInFull) {
  const v1::RunResult day = RunOfADayLate();
  v1::RunResult run;
  for (int i = 0; i < 27; ++i) *run.add_cases() = day.cases(0);
  const std::string text = Finished(run);
  const std::vector<std::string> in_full = absl::StrSplit(text, "because   AO 2025-01-06");
  EXPECT_EQ(in_full.size(), 26U);
  EXPECT_THAT(text, HasSubstr("\n\nFAIL uwv/ziekmelding/ZM-04/dag-te-laat [handleiding]\n"
                              "FAIL uwv/ziekmelding/ZM-04/dag-te-laat [handleiding]\n"));
}

TEST(ConsoleReport, ColoursOnlyWhereAsked) {
  EXPECT_THAT(Finished(RunOfADayLate(), {.has_colour = true}), HasSubstr("\x1b[1;31mFAIL\x1b[0m uwv/"));
  EXPECT_THAT(Finished(RunOfADayLate()), Not(HasSubstr("\x1b")));
}

class Progress : public testing::Test {
 protected:
  std::string Shown(const ConsoleOptions& options) {
    const v1::RunResult run = RunOfADayLate();
    std::ostringstream out;
    const auto report = NewConsoleReport(&out, options);
    report->CaseDone(run.cases(0), 1, 10);
    report->CaseDone(run.cases(1), 2, 10);
    return out.str();
  }
};

TEST_F(Progress, IsALinePerCaseInALog) {
  EXPECT_EQ(Shown({}),
            "[ 1/10] FAIL         uwv/ziekmelding/ZM-04/dag-te-laat [handleiding] (0.25 s)\n"
            "[ 2/10] PASS         uwv/ziekmelding/ZM-04/laatste-dag [handleiding] (0.50 s)\n");
}

TEST_F(Progress, IsOneLineThatIsRewrittenOnATerminal) {
  const std::string shown = Shown({.is_terminal = true, .width = 60});
  EXPECT_THAT(shown, Not(HasSubstr("\n")));
  EXPECT_THAT(shown, EndsWith("\r\x1b[K[ 2/10] 1 fail, 0 inconclusive  uwv/ziekmelding/ZM-04/laat…"));
  const std::vector<std::string> lines = absl::StrSplit(shown, "\r\x1b[K", absl::SkipEmpty());
  for (const std::string& line : lines) EXPECT_LE(WidthOf(line), 59U) << line;
}

TEST_F(Progress, IsSilentWhenQuiet) {
  EXPECT_EQ(Shown({.is_quiet = true}), "");
  EXPECT_EQ(Shown({.is_terminal = true, .is_quiet = true}), "");
  EXPECT_THAT(Finished(RunOfADayLate(), {.is_quiet = true}), StartsWith("\nFAIL "));
}

}  // namespace
}  // namespace ketenproef::conformance
