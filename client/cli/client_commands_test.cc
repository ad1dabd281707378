// The commands of the client as they are typed, against a simulator on a port: each with success and with a
// wrong input.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "client/cli/simulator_test.h"

namespace ketenproef {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

class ClientCommands : public SimulatorTest {};

constexpr char kZiek[] =
    "submit ziekmelding --kenmerk M-1 --bsn 999990007 --loonheffingennummer 100000000L01 --eerste-ao-dag ";

TEST_F(ClientCommands, Submit) {
  RegisterPerson();
  Do("clock advance --to 2025-03-11T09:00:00+01:00");
  EXPECT_THAT(Do(absl::StrCat(kZiek, "2025-03-10")),
              ContainsRegex("ziek +M-1 +999990007 +2025-03-11 +2025-04-21 +ja +0 +0"));
  EXPECT_THAT(Do(absl::StrCat(kZiek, "2025-03-10 --json")), HasSubstr("\"herhaald\":true"));
  EXPECT_THAT(Do("submit herstelmelding --kenmerk M-2 --loonheffingennummer 100000000L01 --verwijst-naar M-1 "
                 "--hersteld-per 2025-03-11"),
              ContainsRegex("herstel +M-2 .* 2025-03-13 +ja"));
  Do("submit intrekking --kenmerk M-4 --loonheffingennummer 100000000L01 --verwijst-naar M-1");
  EXPECT_THAT(Do("submit ziek-en-herstelmelding --kenmerk M-3 --bsn 999990007 --loonheffingennummer "
                 "100000000L01 --eerste-ao-dag 2025-03-07 --hersteld-per 2025-03-10"),
              ContainsRegex("ziek +M-3 .*\n.* +herstel +M-3 "));
}

TEST_F(ClientCommands, ZM03_RefusalNamesTheRuleItsTitleAndItsSource) {
  RegisterPerson();
  ExpectRefused(absl::StrCat(kZiek, "2025-01-03"), 1,
                "refused by ZM-03 (De eerste AO-dag ligt niet na de ontvangstdag): ");
  ExpectRefused(absl::StrCat(kZiek, "2025-01-03"), 1, "[source: Uitvoeringspraktijk UWV]\n");
}

TEST_F(ClientCommands, ZM01_RefusalNamesEveryWrongFlag) {
  const Outcome outcome = Run("submit ziekmelding --kenmerk M-1 --bsn 999990008");
  EXPECT_EQ(outcome.exit_code, 1);
  for (const char* flag : {"\n  --loonheffingennummer ", "\n  --eerste-ao-dag ", "\n  --bsn "})
    EXPECT_THAT(outcome.stderr_text, HasSubstr(flag));
  EXPECT_THAT(outcome.stderr_text, Not(HasSubstr("--kenmerk")));
  EXPECT_THAT(outcome.stderr_text, Not(HasSubstr("999990008")));
  EXPECT_EQ(outcome.stdout_text, "");
}

TEST_F(ClientCommands, WrongWordsAreUsageErrors) {
  ExpectRefused(absl::StrCat(kZiek, "2025-02-30"), 64, "--eerste-ao-dag is a day that does not exist");
  ExpectRefused("submit ziekmelding 999990007", 64, "not expected");
  ExpectRefused("submit ziekmelding --no-risk 999990007", 64, "--no-risk");
  ExpectRefused("submit", 64, "subcommand");
  ExpectRefused("clock advance", 64, "give one of --to");
  ExpectRefused("clock advance --by 3x", 64, "--by must be a length of time");
  ExpectRefused("clock advance --by 999990007", 64, "--by must be a length of time");
}

TEST_F(ClientCommands, NobodyAnswers) {
  const Outcome outcome = RunBinary({"clock", "get", "--server", "localhost:1", "--timeout", "0.2"});
  EXPECT_EQ(outcome.exit_code, 69);
  EXPECT_THAT(outcome.stderr_text, HasSubstr("nobody answers at localhost:1"));
  EXPECT_THAT(outcome.stderr_text, HasSubstr("ketenproef serve"));
}

TEST_F(ClientCommands, UnknownOmgeving) {
  const Outcome outcome =
      RunBinary({"clock", "get", "--server", absl::StrCat("localhost:", port()), "--omgeving", "elders"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.stderr_text, HasSubstr("OMGEVING_ONBEKEND"));
}

TEST_F(ClientCommands, Clock) {
  EXPECT_THAT(Do("clock get"), HasSubstr("2025-01-02T09:00:00+01:00"));
  EXPECT_THAT(Do("clock advance --days 90"), HasSubstr("to    2025-04-02T09:00:00+02:00"));
  EXPECT_THAT(Do("clock advance --by 1d12h --json"), HasSubstr("\"tot_tijdstip\":\"2025-04-03T19:00:00Z\""));
  EXPECT_THAT(Do("clock watch --count 1"), HasSubstr("2025-04-03T21:00:00+02:00  stepped\n"));
  EXPECT_THAT(Do("clock mode --mode stepped"), HasSubstr("stepped"));
  ExpectRefused("clock advance --to 2025-01-01", 2, "TIJD_TERUG");
  ExpectRefused("clock mode --mode halted", 64, "--mode");
  ExpectRefused("clock watch --count 0", 64, "--count must be");
}

}  // namespace
}  // namespace ketenproef
