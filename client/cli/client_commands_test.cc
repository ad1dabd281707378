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
  for (const char* flag : {"\n  --loonheffingennummer ", "\n  --eerste-ao-dag ", "\n  --bsn "}) {
    EXPECT_THAT(outcome.stderr_text, HasSubstr(flag));
  }
  EXPECT_THAT(outcome.stderr_text, Not(HasSubstr("--kenmerk")));
  EXPECT_THAT(outcome.stderr_text, Not(HasSubstr("999990008")));
  EXPECT_EQ(outcome.stdout_text, "");
}

TEST_F(ClientCommands, WrongWordsAreUsageErrors) {
  ExpectRefused(absl::StrCat(kZiek, "2025-02-30"), 64, "--eerste-ao-dag is a day that does not exist");
  ExpectRefused("submit ziekmelding 999990007", 64, "not expected");
  ExpectRefused("submit ziekmelding --no-risk 999990007", 64, "--no-risk");
  ExpectRefused("submit", 64, "subcommand");
  ExpectRefused("submit griep", 64, "there is no command \"submit griep\"; there are:\n  ziekmelding ");
  ExpectRefused("register woonplaats 999990007", 64, "there is no command \"register woonplaats #\"");
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

TEST_F(ClientCommands, Beoordeling) {
  RegisterPerson();
  Do("clock advance --to 2025-03-11T09:00:00+01:00");
  Do(absl::StrCat(kZiek, "2025-03-10"));
  const std::string geval = " --loonheffingennummer 100000000L01 --verwijst-naar M-1";
  EXPECT_THAT(Do("beoordeling extend --toelichting onderzoek" + geval), HasSubstr("2025-05-20"));
  EXPECT_THAT(Do("beoordeling list --status open"), ContainsRegex("100000000L01 +M-1 +999990007"));
  EXPECT_THAT(Do("beoordeling decide --uitkomst afwijzing" + geval), ContainsRegex("status +tijdig"));
  EXPECT_EQ(Do("beoordeling list --status open --json"), "");
  EXPECT_THAT(Do("beoordeling get --loonheffingennummer 100000000L01 --kenmerk M-1"),
              ContainsRegex("uitkomst +afwijzing"));
  ExpectRefused("beoordeling extend --toelichting weer" + geval, 1, "refused by BO-0");
  ExpectRefused("beoordeling decide --uitkomst toekenning" + geval, 1, "refused by BO-07");
  ExpectRefused("beoordeling decide --uitkomst misschien" + geval, 64, "--uitkomst");
  ExpectRefused("beoordeling get --loonheffingennummer 100000000L01 --kenmerk M-9", 2,
                "ZIEKTEGEVAL_ONBEKEND");
  ExpectRefused("beoordeling list --bsn 1", 64, "--bsn");
}

TEST_F(ClientCommands, Register) {
  const std::string bsn = absl::StrCat(" --bsn ", kBsn);
  Do("register doelgroepregistratie add --datum-van 2023-01-01" + bsn);
  Do("register woonplaats add --gemeentecode 0363 --datum-van 2023-01-01" + bsn);
  Do("register dienstverband add --loonheffingennummer 100000000L01 --datum-van 2023-01-01" + bsn);
  EXPECT_THAT(Do("register lks-periode add --gemeentecode 0363 --loonwaarde 25 --datum-van 2023-01-01" + bsn),
              HasSubstr("LKS-02"));
  Do("register doelgroepregistratie end --datum-tot 2025-12-31" + bsn);
  EXPECT_THAT(Do("register doelgroepregistratie list" + bsn), HasSubstr("2023-01-01  2025-12-31\n"));
  Do("register dienstverband end --loonheffingennummer 100000000L01 --datum-tot 2025-06-30" + bsn);
  EXPECT_THAT(Do("register dienstverband list" + bsn),
              HasSubstr("100000000L01         2023-01-01  2025-06-30\n"));
  Do("register lks-periode end --datum-tot 2025-03-31" + bsn);
  EXPECT_THAT(Do("register lks-periode list" + bsn), ContainsRegex("0363 +2023-01-01  2025-03-31 +25 +nee"));
  Do("register woonplaats add --datum-van 2025-02-01" + bsn);
  EXPECT_THAT(Do("register woonplaats list --json" + bsn), HasSubstr("\"gemeentecode\":\"\""));

  ExpectRefused("register doelgroepregistratie end --datum-tot 2026-12-31" + bsn, 1, "refused by REG-01");
  ExpectRefused("register doelgroepregistratie add --bsn 123456782 --datum-van 2023-01-01", 1, "BSN-02");
  ExpectRefused("register doelgroepregistratie list", 1, "BSN-01");
  ExpectRefused("register dienstverband add" + bsn, 1, "\n  --loonheffingennummer ");
  ExpectRefused("register dienstverband end" + bsn, 1, "refused by REG-04");
  ExpectRefused("register dienstverband list --bsn 1", 1, "BSN-01");
  ExpectRefused("register woonplaats add --gemeentecode 9999 --datum-van 2025-02-01" + bsn, 1, "REG-02");
  ExpectRefused("register woonplaats list --bsn 1", 1, "BSN-01");
  ExpectRefused("register lks-periode add --loonwaarde veel" + bsn, 64, "--loonwaarde must be a number");
  ExpectRefused("register lks-periode end" + bsn, 1, "refused by LKS-07");
  ExpectRefused("register lks-periode list --bsn 1", 1, "BSN-01");
}

TEST_F(ClientCommands, Omgeving) {
  Do("omgeving create --naam nog-een --start-tijdstip 2025-01-01 --profiel wet --seed 7");
  EXPECT_THAT(Do("omgeving list"), ContainsRegex("nog-een +wet +testreeks +7 +2025-01-01T00:00:00.01:00"));
  EXPECT_THAT(Do("omgeving get --naam nog-een --json"), HasSubstr("\"profiel\":\"wet\""));
  EXPECT_THAT(Do("omgeving roles --naam nog-een --rol gemeente:0363=sim"), ContainsRegex("naam +nog-een"));
  EXPECT_THAT(Do("omgeving profielen"), ContainsRegex("\nhandleiding +42 +2 .*\nwet "));
  Do("omgeving delete --naam nog-een");
  ExpectRefused("omgeving get --naam nog-een", 2, "OMGEVING_ONBEKEND");
  ExpectRefused("omgeving delete --naam nog-een", 2, "OMGEVING_ONBEKEND");
  ExpectRefused("omgeving create --naam " + omgeving() + " --start-tijdstip 2025-01-01", 2,
                "OMGEVING_BESTAAT");
  ExpectRefused("omgeving create --naam x --start-tijdstip ooit", 64, "--start-tijdstip must be an instant");
  ExpectRefused("omgeving create --naam x", 64, "--start-tijdstip");
  ExpectRefused("omgeving roles --naam " + omgeving() + " --rol burger=sim", 64, "--rol must be");
  ExpectRefused("omgeving list 1", 64, "not expected");
  ExpectRefused("omgeving profielen 1", 64, "not expected");
}

TEST_F(ClientCommands, Gemeente) {
  RegisterPerson();
  const std::string gemeente = absl::StrCat(" --gemeentecode 0363 --bericht-id b-1 --datum 2025-01-02 ",
                                            "--tijdstip 2025-01-02T09:00:00+01:00");
  EXPECT_THAT(Do("gemeente lookup-lks --gemeentecode 0363 --bsn 999990007 --datum-van 2024-01-01 --datum-tot "
                 "2024-12-31 --tijdstip 2025-01-02T09:00:00+01:00"),
              ContainsRegex("antwoord +gevonden"));
  EXPECT_THAT(Do("gemeente deliver-melding --soort ziek --loonheffingennummer 100000000L01 --kenmerk M-1 "
                 "--verwijst-naar M-1 --bsn 999990007 --datum-ingang 2025-01-01" +
                 gemeente),
              ContainsRegex("herhaald +nee"));
  const TemporaryFolder folder;
  const std::string file = (folder / "Re-integratie_signaalrapport_0363_20250102.csv").string();
  WriteTextFile(file, "BSN;a;b;c\r\n999990007;;20250101;20241201\r\n");
  EXPECT_THAT(Do(absl::StrCat("gemeente deliver-rapportage --gemeentecode 0363 --bericht-id b-2 --datum "
                              "2025-01-02 --tijdstip 2025-01-02T09:00:00+01:00 --file ",
                              file)),
              ContainsRegex("herhaald +nee"));
  EXPECT_THAT(Do("gemeente deliver-bericht --gemeentecode 0363 --bericht-id b-3 --datum 2025-01-02 --soort "
                 "ingetrokken --loonheffingennummer 100000000L01 --kenmerk M-1 --bsn 999990007 --tijdstip "
                 "2025-01-02T09:00:00+01:00"),
              ContainsRegex("herhaald +nee"));
  ExpectRefused("gemeente lookup-lks --gemeentecode 0363", 64, "--bsn");
  ExpectRefused("gemeente deliver-rapportage --file /nergens" + gemeente, 66, "/nergens");
  ExpectRefused("gemeente deliver-melding --soort griep" + gemeente, 64, "--soort");
  ExpectRefused("gemeente deliver-bericht --soort griep" + gemeente, 64, "--soort");
}

TEST_F(ClientCommands, Batches) {
  RegisterPerson();
  const TemporaryFolder folder;
  const std::string file = (folder / "in.jsonl").string();
  const std::string good = R"({"intrekking": {"kenmerk": "M-2", "loonheffingennummer": "100000000L01", )"
                           R"("verwijst_naar": "M-1"}})";
  WriteTextFile(file, absl::StrCat(good, "\n\n", "{}\n"));
  EXPECT_THAT(Do("submit batch " + file),
              ContainsRegex("1 +ZM-10 .*\n +2 +VELD_ONGELDIG .*\naccepted 0, refused 2"));
  WriteTextFile(file,
                R"({"doelgroepregistratie": {"bsn": "999990299", "datum_van": {"jaar": 2023, "maand": 1, )"
                R"("dag": 1}}})");
  EXPECT_EQ(Do("register batch-uwv " + file), "accepted 1, refused 0\n");
  WriteTextFile(file,
                R"({"woonplaats": {"bsn": "999990299", "gemeentecode": "0363", "datum_van": {"jaar": 2023, )"
                R"("maand": 1, "dag": 1}}})");
  EXPECT_THAT(Do("register batch-gemeente --json " + file), HasSubstr("\"verwerkt\""));
  WriteTextFile(file, R"({"beslissing": {"loonheffingennummer": "100000000L01", "verwijst_naar": "M-1"}})");
  EXPECT_THAT(Do("beoordeling batch " + file), ContainsRegex("1 +ZM-01 "));
  WriteTextFile(file, good + "\n{\"ziekmelding\": {\"bsn\": 999990007\n");
  for (const char* command :
       {"submit batch ", "register batch-uwv ", "register batch-gemeente ", "beoordeling batch "}) {
    ExpectRefused(command + file, 65, file + ":");
  }
  ExpectRefused("submit batch " + file + "x", 66, file);
}

TEST_F(ClientCommands, Draaiboek) {
  const std::string book = absl::StrCat(KETENPROEF_SOURCE_DIR, "/fixtures/playbooks/eerste_signaal");
  EXPECT_THAT(Do("draaiboek play " + book), ContainsRegex("10 +ZM-02 .*\naccepted 8, refused 1\n$"));
  EXPECT_THAT(Do("rapportages list"), HasSubstr("Re-integratie_signaalrapport_0363_20250621.csv"));
  ExpectRefused("draaiboek play /nergens", 66, "/nergens");
  const TemporaryFolder folder;
  WriteTextFile(folder / "gebeurtenissen.csv", "999990007;x\n");
  ExpectRefused("draaiboek play " + folder.path().string(), 65, "gebeurtenissen.csv:1:1: ");
}

}  // namespace
}  // namespace ketenproef
