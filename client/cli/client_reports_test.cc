// The commands with which a gemeente collects, and those that show what happened, against a simulator on a
// port: each with success and with a wrong input.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/cli/operation.h"
#include "client/cli/simulator_test.h"

namespace ketenproef {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ClientReports : public SimulatorTest {
 protected:
  // The value behind this name in lines of JSON, the first.
  static std::string ValueOf(const std::string& json, const std::string& name) {
    const std::string begin = absl::StrCat("\"", name, "\":\"");
    const std::size_t at = json.find(begin);
    if (at == std::string::npos) return "";
    return json.substr(at + begin.size(), json.find('"', at + begin.size()) - at - begin.size());
  }
};

constexpr char kReport[] = "Re-integratie_signaalrapport_0363_20250531.csv";
constexpr char kReportBytes[] =
    "BSN;Datum einde uitkeringsverhouding;Datum einde arbeidsverhouding;Datum eerste AO-dag\r\n"
    "999990007;;20250530;20250310\r\n";
constexpr char kCase[] = " --loonheffingennummer 100000000L01 --kenmerk M-1";

TEST_F(ClientReports, Rapportages) {
  MakeSignal();
  EXPECT_THAT(Do("rapportages list"), ContainsRegex(absl::StrCat("0363 +2025-05-31 +", kReport, " +1 ")));
  EXPECT_EQ(Do("rapportages list --gemeentecode 0362 --json"), "");
  const std::string id = ValueOf(Do("rapportages list --json"), "rapportage_id");
  ASSERT_NE(id, "");
  EXPECT_EQ(Do("rapportages download --out - --rapportage-id " + id), kReportBytes);
  EXPECT_EQ(Do("rapportages download --out - --datum-van 2025-06-01"), "");
  EXPECT_THAT(Do("rapportages show --rapportage-id " + id), HasSubstr(kReportBytes));

  const TemporaryFolder folder;
  const std::string file = (folder / kReport).string();
  EXPECT_EQ(Do("rapportages download --out " + folder.path().string()), file + "\n");
  EXPECT_EQ(ReadTextFile(file), kReportBytes);
  EXPECT_THAT(Do(absl::StrCat("rapportages confirm --rapportage-id ", id, " --file ", file, " --json")),
              HasSubstr("\"herhaald\":false"));
  EXPECT_EQ(Do("rapportages list --alleen-onbevestigd --json"), "");
}

// What is downloaded from a server is what `play` writes for the same playbook.
TEST_F(ClientReports, CSV05_DownloadsAreTheFilesOfPlay) {
  const std::string book = absl::StrCat(KETENPROEF_SOURCE_DIR, "/fixtures/playbooks/eerste_signaal");
  const TemporaryFolder folder;
  const std::string played = (folder / "uit").string();
  ASSERT_EQ(RunBinary({"play", book, "--out", played, "--until", "2025-06-30"}).exit_code, 0);
  Do("draaiboek play " + book);
  Do("clock advance --to 2025-06-30T23:59:59+02:00");
  Do("rapportages download --out " + (folder / "rapporten").string());
  const auto expected = ReadFolder(folder / "uit/rapportages");
  EXPECT_EQ(expected.size(), 2U);
  EXPECT_EQ(ReadFolder(folder / "rapporten"), expected);
}

TEST_F(ClientReports, WrongRapportages) {
  MakeSignal();
  const std::string id = ValueOf(Do("rapportages list --json"), "rapportage_id");
  const std::string confirm = "rapportages confirm --rapportage-id " + id;
  ExpectRefused(confirm + " --sha256 " + std::string(64, 'a') + " --aantal-rijen 2", 2, "ONTVANGST_ONGELIJK");
  ExpectRefused(confirm + " --sha256 " + std::string(64, 'a') + " --aantal-rijen 2", 2,
                "\n  aantal_rijen_ontvangen: 2\n  aantal_rijen_verwacht: 1\n");
  ExpectRefused(confirm, 64, "give either --file");
  ExpectRefused(confirm + " --file /nergens", 66, "/nergens");
  ExpectRefused("rapportages download --rapportage-id niets", 66, "no report of this rapportage_id");
  ExpectRefused("rapportages download --out /proc/niets", 73, "/proc/niets");
  ExpectRefused("rapportages show", 64, "give either --rapportage-id");
  ExpectRefused("rapportages list --gemeentecode amsterdam", 64, "--gemeentecode");
}

TEST_F(ClientReports, CaseIsDrawnUpToItsRow) {
  MakeSignal();
  for (const char* command : {"journal case", "rapportages show"}) {
    const std::string drawn = Do(absl::StrCat(command, kCase));
    EXPECT_THAT(drawn, StartsWith("Ziektegeval M-1 bij 100000000L01\n"));
    EXPECT_THAT(drawn, HasSubstr("di 2025-03-11 09:00  ● Ziekmelding M-1: ziek vanaf 2025-03-10\n"));
    EXPECT_THAT(drawn, HasSubstr("uiterlijk 2025-04-21: op tijd (41 dagen ervoor)\n"));
    EXPECT_THAT(drawn, HasSubstr("Beslissing van UWV: toekenning\n"));
    EXPECT_THAT(drawn, HasSubstr("za 2025-05-31 06:00  ▲ Signaal aan gemeente 0363\n"));
    EXPECT_THAT(drawn, HasSubstr("rapportregel: 999990007;;20250530;20250310\n"));
    EXPECT_THAT(drawn, HasSubstr(kReport));
  }
  EXPECT_THAT(Do(absl::StrCat("journal case --json", kCase)), HasSubstr("\"signaal_sent\""));
  ExpectRefused("journal case --loonheffingennummer 100000000L01 --kenmerk M-9", 2, "ZIEKTEGEVAL_ONBEKEND");
  ExpectRefused("journal case --kenmerk M-1", 64, "--loonheffingennummer");
}

TEST_F(ClientReports, Journal) {
  RegisterPerson();
  EXPECT_THAT(Do("journal list"),
              ContainsRegex("\n +1  2025-01-02T09:00:00.01:00  Omgeving journal gemaakt"));
  EXPECT_THAT(Do("journal list --soort woonplaats-registered"),
              HasSubstr("Woonplaats: gemeente 0363 vanaf 2023-01-01\n"));
  EXPECT_THAT(Do("journal list --soort woonplaats-registered"), Not(HasSubstr("Loonkosten")));
  EXPECT_THAT(Do("journal follow --count 2"), ContainsRegex("^1  .*gemaakt.*\n2  .*doelgroepregister.*\n$"));
  EXPECT_THAT(Do("journal follow --count 1 --json --vanaf-volgnummer 3"), HasSubstr("woonplaats_registered"));
  ExpectRefused("journal list --soort iets", 64, "--soort");
  ExpectRefused("journal list --kenmerk M-1", 64, "--loonheffingennummer");
  ExpectRefused("journal follow --count niets", 64, "--count");
}

TEST_F(ClientReports, Inlichtingenbureau) {
  MakeSignal();
  EXPECT_THAT(Do("doorleveringen list"), ContainsRegex("0363 +2025-03-12 +ziek +100000000L01 +M-1"));
  const std::string id = ValueOf(Do("doorleveringen list --json"), "bericht_id");
  EXPECT_THAT(Do(absl::StrCat("doorleveringen confirm --bericht-id ", id)),
              ContainsRegex("aantal_bevestigd +1"));
  EXPECT_THAT(Do("notificaties list"), HasSubstr("er staat een 'Re-integratie_signaalrapport' voor u klaar"));
  EXPECT_THAT(Do("aangehouden list"), ContainsRegex("^loonheffingennummer  kenmerk  soort  reden\n$"));
  Do(absl::StrCat("submit intrekking --kenmerk M-2 --verwijst-naar M-1 --loonheffingennummer ", kNummer));
  Do("clock advance --days 1");
  EXPECT_THAT(Do("berichten list"), ContainsRegex("0363 +2025-06-01 +ingetrokken"));
  EXPECT_THAT(Do("afnemer get --gemeentecode 0363"), ContainsRegex("leverwijze +collect"));
  EXPECT_THAT(Do("afnemer set --gemeentecode 0363 --emailadres lks@gemeente.example"),
              HasSubstr("lks@gemeente.example"));
  ExpectRefused("doorleveringen confirm --bericht-id niets", 2, "BERICHT_ONBEKEND");
  ExpectRefused("doorleveringen list --datum-van gisteren", 64, "--datum-van must be a date");
  ExpectRefused("notificaties list --gemeentecode 1", 64, "--gemeentecode");
  ExpectRefused("berichten list --datum-tot 2025-02-29", 64, "--datum-tot is a day that does not exist");
  ExpectRefused("aangehouden list --alles", 64, "--alles");
  ExpectRefused("afnemer get", 64, "--gemeentecode");
  ExpectRefused("afnemer set --gemeentecode 0363 --leverwijze post", 64, "--leverwijze");
}

// What help shows can be typed: it may be refused for what is there, never for its words. Those with jq are
// left out, as a machine may not have it.
TEST_F(ClientReports, ExamplesOfHelpAreWellWritten) {
  MakeSignal();
  const TemporaryFolder folder;
  for (const char* name : {"meldingen.jsonl", "beoordelingen.jsonl", "registraties.jsonl"}) {
    WriteTextFile(folder / name, "");
  }
  Do("rapportages download --out " + (folder / "rapporten").string());
  const std::string before =
      absl::StrCat("cd ", folder.path().string(), " && export KETENPROEF_SERVER=localhost:", port(),
                   " KETENPROEF_OMGEVING=", omgeving(), " && ", KETENPROEF_BINARY, " ");
  int tried = 0;
  for (const Operation& operation : ClientOperations()) {
    for (const std::string& example : operation.examples) {
      if (absl::StrContains(example, "jq ") || example == "journal follow") continue;
      ++tried;
      WriteTextFile(
          folder / "example.bash",
          absl::StrCat(before,
                       absl::StrReplaceAll(example, {{"localhost:5051", absl::StrCat("localhost:", port())}}),
                       " >out 2>err\n"));
      const int status = std::system(("bash " + (folder / "example.bash").string()).c_str());
      EXPECT_NE(WEXITSTATUS(status), 64) << example << "\n" << ReadTextFile(folder / "err");
    }
  }
  EXPECT_GE(tried, 60);
}

}  // namespace
}  // namespace ketenproef
