// Playbooks that look odd and are right.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "client/cli/run_binary.h"

namespace ketenproef {
namespace {

using testing::HasSubstr;

using Output = std::map<std::string, std::string>;

// What comes of the playbook; it must be accepted.
Output Play(const std::string& book, const std::string& until = "2025-12-31") {
  const TemporaryFolder scratch;
  WriteTextFile(scratch / "in/gebeurtenissen.csv", book);
  const Outcome outcome =
      RunBinary({"play", (scratch / "in").string(), "--out", (scratch / "uit").string(), "--until", until});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.stderr_text;
  return outcome.exit_code == 0 ? ReadFolder(scratch / "uit") : Output();
}

// Header lines alone.
const Output& Nothing() {
  static const auto* nothing = new Output{
      {"meldingen.csv",
       "kenmerk;loonheffingennummer;soort;bsn;ontvangen_op;uiterste_dag;tijdig;dagen_te_laat;boete_eur\r\n"},
      {"afgewezen.csv", "regelnummer;kenmerk;soort;regel\r\n"},
      {"beoordelingen.csv",
       "kenmerk;loonheffingennummer;ontvangen_op;uiterste_dag;verlengd;uitkomst;besloten_op;status\r\n"},
      {"doorleveringen.csv", "datum;gemeentecode;loonheffingennummer;kenmerk;soort;bsn;datum_ingang\r\n"},
      {"notificaties.csv", "datum;gemeentecode;onderwerp;bestand\r\n"},
      {"berichten.csv", "datum;gemeentecode;loonheffingennummer;kenmerk;soort\r\n"},
      {"onbestelbaar.csv", "loonheffingennummer;kenmerk;soort\r\n"},
      {"rapportages/", ""}};
  return *nothing;
}

// One case that ends in a signal, with what is due on the way; CRLF.
std::string Case() {
  return absl::StrCat(
      kHeader, "\r\n",
      "2025-01-06T08:00:00+01:00;DOELGROEPREGISTER;;999990299;;;2016-01-01;;;;;\r\n"
      "2025-01-06T08:00:00+01:00;WOONPLAATS;;999990299;;0363;2016-01-01;;;;;\r\n"
      "2025-01-06T08:00:00+01:00;DIENSTVERBAND;;999990299;123456789L01;;2024-01-01;2025-02-28;;;;\r\n"
      "2025-01-06T08:00:00+01:00;LKS;;999990299;;0363;2024-01-01;;60;N;;\r\n"
      "2025-01-07T08:00:00+01:00;ZIEK;Z-1;999990299;123456789L01;;2025-01-06;;;;;\r\n"
      "2025-01-08T08:00:00+01:00;TOEKENNING;;;123456789L01;;;;;;Z-1;\r\n");
}

TEST(AcceptedPlaybook, TheCaseItself) {
  const Output output = Play(Case());
  EXPECT_THAT(output.at("meldingen.csv"),
              HasSubstr("Z-1;123456789L01;ZIEK;999990299;2025-01-07;2025-02-17;J;0;0\r\n"));
  EXPECT_EQ(output.at("afgewezen.csv"), Nothing().at("afgewezen.csv"));
  EXPECT_EQ(output.at("rapportages/Re-integratie_signaalrapport_0363_20250301.csv"),
            "BSN;Datum einde uitkeringsverhouding;Datum einde arbeidsverhouding;Datum eerste AO-dag\r\n"
            "999990299;;20250228;20250106\r\n");
  EXPECT_THAT(output.at("notificaties.csv"),
              HasSubstr("2025-03-01;0363;er staat een 'Re-integratie_signaalrapport' voor u klaar;"
                        "Re-integratie_signaalrapport_0363_20250301.csv\r\n"));
}

TEST(AcceptedPlaybook, AnyFormGivesTheSameOutput) {
  const Output expected = Play(Case());
  const std::string lf = absl::StrReplaceAll(Case(), {{"\r\n", "\n"}});
  std::string quoted;
  for (const absl::string_view line : absl::StrSplit(lf, '\n', absl::SkipEmpty())) {
    const std::vector<std::string> fields = absl::StrSplit(line, ';');
    absl::StrAppend(&quoted, "\"", absl::StrJoin(fields, "\";\""), "\"\r\n");
  }
  std::string reversed;
  for (const absl::string_view line : absl::StrSplit(lf, '\n', absl::SkipEmpty())) {
    std::vector<std::string> fields = absl::StrSplit(line, ';');
    std::reverse(fields.begin(), fields.end());
    absl::StrAppend(&reversed, absl::StrJoin(fields, ";"), "\n");
  }
  const std::map<std::string, std::string> forms = {
      {"byte order mark", absl::StrCat("\xEF\xBB\xBF", Case())},
      {"LF", lf},
      {"mixed line endings",
       absl::StrReplaceAll(Case(), {{"WOONPLAATS", "WOONPLAATS"}, {";;60;N;;\r\n", ";;60;N;;\n"}})},
      {"no line ending at the end", lf.substr(0, lf.size() - 1)},
      {"empty lines", absl::StrCat("\n\r\n", absl::StrReplaceAll(lf, {{"\n", "\n\r\n\n"}}))},
      {"quoted fields", quoted},
      {"columns in another order", reversed},
      {"UTC", absl::StrReplaceAll(Case(), {{"T08:00:00+01:00", "T07:00:00Z"}})},
      {"another offset", absl::StrReplaceAll(Case(), {{"T08:00:00+01:00", "T02:00:00-05:00"}})},
      {"minus zero", absl::StrReplaceAll(Case(), {{"T08:00:00+01:00", "T07:00:00-00:00"}})},
      {"fractions", absl::StrReplaceAll(Case(), {{"T08:00:00+01:00", "T08:00:00.000000000000000+01:00"}})},
  };
  for (const auto& [name, book] : forms) {
    SCOPED_TRACE(name);
    EXPECT_EQ(Play(book), expected);
  }
}

TEST(AcceptedPlaybook, HeaderAloneGivesHeaderLinesAlone) {
  for (const std::string ending : {"", "\n", "\r\n", "\r\n\r\n"}) {
    EXPECT_EQ(Play(absl::StrCat(kHeader, ending)), Nothing());
  }
}

TEST(AcceptedPlaybook, EverythingAfterUntilGivesHeaderLinesAlone) {
  EXPECT_EQ(Play(Case(), "2025-01-05"), Nothing());
  EXPECT_EQ(Play(Case(), "1900-01-01"), Nothing());
}

TEST(AcceptedPlaybook, UntilIsTheWholeDayInAmsterdam) {
  // The last nanosecond of 6 January, and the first of 7 January.
  const std::string lines =
      absl::StrReplaceAll(Case(), {{"2025-01-07T08:00:00+01:00", "2025-01-06T22:59:59.999999999Z"},
                                   {"2025-01-08T08:00:00+01:00", "2025-01-06T23:00:00Z"}});
  const Output output = Play(lines, "2025-01-06");
  EXPECT_THAT(output.at("meldingen.csv"), HasSubstr("Z-1;"));
  EXPECT_THAT(output.at("beoordelingen.csv"), HasSubstr("2025-01-06;2025-02-17;N;;;OPEN\r\n"));
}

TEST(AcceptedPlaybook, LinesAreNumberedAsInTheFile) {
  // A record over three lines and an empty line before the refused one.
  const std::string book = absl::StrCat(
      kHeader, "\n\n2025-01-06T08:00:00Z;WOONPLAATS;\"a\n\nb\";999990299;;0363;2016-01-01;;;;;\n\r\n",
      "2025-01-06T08:00:00Z;ZIEK;\"met;puntkomma en "
      "\"\"aanhaling\"\"\";999990299;123456789L01;;2025-01-06;;;;;\n");
  EXPECT_EQ(Play(book).at("afgewezen.csv"),
            "regelnummer;kenmerk;soort;regel\r\n7;\"met;puntkomma en \"\"aanhaling\"\"\";ZIEK;ZM-02\r\n");
}

TEST(AcceptedPlaybook, RecordOfExactlyTheLimit) {
  const std::string fixed = "2025-01-06T08:00:00Z;ZIEK;;;;;;;;;;";
  const std::string book =
      absl::StrCat(kHeader, "\n", fixed, std::string(64 * 1024 - fixed.size(), 'x'), "\n");
  EXPECT_EQ(Play(book).at("afgewezen.csv"), "regelnummer;kenmerk;soort;regel\r\n2;;ZIEK;ZM-01\r\n");
}

// What is obliged but empty or of the wrong form is a rule violation of that line.
TEST(AcceptedPlaybook, WrongFieldsAreRefusedByTheRule) {
  const std::vector<std::pair<std::string, std::string>> lines = {
      {"DOELGROEPREGISTER;;;;;2016-01-01;;;;;", "BSN-01"},
      {"DOELGROEPREGISTER;;123456782;;;2016-01-01;;;;;", "BSN-02"},
      {"DOELGROEPREGISTER;;999990299;;;;;;;;", "REG-01"},
      {"DOELGROEPREGISTER;;999990299;;;2016-01-02;2016-01-01;;;;", "REG-01"},
      {"WOONPLAATS;;999990299;;9999;2016-01-01;;;;;", "REG-02"},
      {"WOONPLAATS;;999990299;;363;2016-01-01;;;;;", "REG-02"},
      {"DIENSTVERBAND;;999990299;123456789l01;;2016-01-01;;;;;", "REG-04"},
      {"EINDE_DIENSTVERBAND;;999990299;123456789L01;;;2025-01-01;;;;", "REG-04"},
      {"LKS;;999990299;;0363;2024-01-01;;100;N;;", "LKS-01"},
      {"LKS;;999990299;;0363;2024-01-01;;-1;N;;", "LKS-01"},
      {"LKS;;999990299;;0363;2024-01-01;;050;N;;", "LKS-01"},
      {"LKS;;999990299;;0363;2024-01-01;; 5;N;;", "LKS-01"},
      {"LKS;;999990299;;0363;2024-01-01;;\331\245;N;;", "LKS-01"},
      {"LKS;;999990299;;0363;2024-01-01;;60;j;;", "LKS-01"},
      {"LKS;;999990299;;0363;2024-01-01;;60;;;", "LKS-01"},
      {"LKS;;999990299;;;2024-01-01;;60;N;;", "LKS-01"},
      {"EINDE_LKS;;999990299;;;;;;;;", "LKS-07"},
      {"EINDE_LKS;;999990299;;;;2025-01-01;;;;", "LKS-07"},
      {"ZIEK;;999990299;123456789L01;;2025-01-06;;;;;", "ZM-01"},
      {"ZIEK;K;;123456789L01;;2025-01-06;;;;;", "ZM-01"},
      {"ZIEK;K;999990298;123456789L01;;2025-01-06;;;;;", "BSN-01"},
      {"ZIEK;K;999990299;123456789L01;;2025-01-06;;;;;", "ZM-02"},
      {"HERSTEL;K;;123456789L01;;2025-01-06;;;;;", "ZM-01"},
      {"HERSTEL;K;;123456789L01;;2025-01-06;;;;Z;", "HM-01"},
      {"ZIEK_EN_HERSTEL;K;999990299;123456789L01;;2025-01-06;;;;;", "ZM-01"},
      {"INTREKKING;K;;123456789L01;;;;;;Z;", "ZM-10"},
      {"VERLENGING;;;123456789L01;;;;;;Z;", "BO-02"},
      {"VERLENGING;;;;;;;;;Z;", "ZM-01"},
      {"VERLENGING;;;123456789L01;;;;;;Z;waarom", "BO-07"},
      {"TOEKENNING;;;123456789L01;;;;;;;", "ZM-01"},
      {"AFWIJZING;;;123456789L01;;;;;;Z;", "BO-07"},
  };
  std::string book = absl::StrCat(kHeader, "\n");
  std::string expected = "regelnummer;kenmerk;soort;regel\r\n";
  int line = 1;
  for (const auto& [text, regel] : lines) {
    absl::StrAppend(&book, "2025-02-03T08:00:00Z;", text, "\n");
    const std::vector<std::string> fields = absl::StrSplit(text, ';');
    absl::StrAppend(&expected, ++line, ";", fields[1], ";", fields[0], ";", regel, "\r\n");
  }
  EXPECT_EQ(Play(book).at("afgewezen.csv"), expected);
}

// The first and last instants that can stand in a playbook, seen from other zones.
TEST(AcceptedPlaybook, InstantsAtTheEdgeOfTheYears) {
  for (const std::string instant :
       {"1900-01-01T00:00:00Z", "1900-01-01T00:00:00-12:00", "2199-12-31T22:59:59Z", "2199-12-31T23:59:59Z",
        "2199-12-31T23:59:59-12:00"}) {
    SCOPED_TRACE(instant);
    const std::string book =
        absl::StrCat(kHeader, "\n", instant, ";WOONPLAATS;;999990299;;0363;2016-01-01;;;;;\n");
    EXPECT_EQ(Play(book, "1900-01-02").at("afgewezen.csv"), Nothing().at("afgewezen.csv"));
  }
}

// In the year 1900 as it is written, but before what a simulator can take: played, or refused with its place.
TEST(AcceptedPlaybook, InstantBefore1900InUtc) {
  const TemporaryFolder scratch;
  WriteTextFile(
      scratch / "in/gebeurtenissen.csv",
      absl::StrCat(kHeader, "\n1900-01-01T00:00:00+12:00;WOONPLAATS;;999990299;;0363;2016-01-01;;;;;\n"));
  const Outcome outcome = RunBinary(
      {"play", (scratch / "in").string(), "--out", (scratch / "uit").string(), "--until", "1900-01-02"});
  if (outcome.exit_code != 0) {
    EXPECT_EQ(outcome.exit_code, 65);
    EXPECT_THAT(outcome.stderr_text, HasSubstr("gebeurtenissen.csv:2:1: "));
  }
}

}  // namespace
}  // namespace ketenproef
