#include "client/cli/play_output.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "client/cli/run_binary.h"

namespace ketenproef {
namespace {

using testing::EndsWith;

template <typename Message>
Message Parse(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message)) << text;
  return message;
}

// What the output writes, without header lines.
std::map<std::string, std::string> Written(const PlayOutput& output) {
  const TemporaryFolder scratch;
  auto folder = OutputFolder::Prepare((scratch / "uit").string(), PlayOutputNames());
  EXPECT_TRUE(folder.ok());
  EXPECT_TRUE(output.WriteTo(*folder).ok());
  EXPECT_TRUE(folder->Commit().ok());
  std::map<std::string, std::string> files = ReadFolder(scratch / "uit");
  for (auto& [name, content] : files) {
    if (name.find('/') == std::string::npos) content.erase(0, content.find("\r\n") + 2);
  }
  return files;
}

const PlayedLine kZiekLine = {Soort::kZiek, "K;1", "123456789L01"};

TEST(PlayOutput, NamesAreExactlyWhatIsWritten) {
  std::set<std::string> written;
  for (const auto& [name, content] : Written(PlayOutput())) {
    EXPECT_EQ(content, "") << name;
    written.insert(name.back() == '/' ? name.substr(0, name.size() - 1) : name);
  }
  std::set<std::string> names;
  for (const absl::string_view name : PlayOutputNames()) names.insert(std::string(name.data(), name.size()));
  EXPECT_EQ(written, names);
}

TEST(PlayOutput, CombinedReportGivesTwoRows) {
  PlayOutput output;
  output.AddResult(kZiekLine, Parse<v1::Regelresultaat>(R"(
      regelnummer: 2 ontvangst {
        oordelen { soort: MELDINGSOORT_ZIEK kenmerk: "K;1" bsn: "999990299" ontvangen_op { jaar: 2025 maand: 1 dag: 7 }
                   uiterste_dag { jaar: 2025 maand: 2 dag: 17 } tijdig: true }
        oordelen { soort: MELDINGSOORT_HERSTEL kenmerk: "K;1" bsn: "999990299"
                   ontvangen_op { jaar: 2025 maand: 1 dag: 7 } dagen_te_laat: 28 boete_eur: 455 } })"));
  EXPECT_EQ(Written(output)["meldingen.csv"],
            "\"K;1\";123456789L01;ZIEK;999990299;2025-01-07;2025-02-17;J;0;0\r\n"
            "\"K;1\";123456789L01;HERSTEL;999990299;2025-01-07;;N;28;455\r\n");
}

TEST(PlayOutput, RepeatedKenmerkAndRegistrationsGiveNoRow) {
  PlayOutput output;
  output.AddResult(kZiekLine,
                   Parse<v1::Regelresultaat>("ontvangst { herhaald: true oordelen { kenmerk: 'K' } }"));
  output.AddResult({Soort::kWoonplaats, "", ""}, Parse<v1::Regelresultaat>("verwerkt { volgnummer: 3 }"));
  for (const auto& [name, content] : Written(output)) EXPECT_EQ(content, "") << name;
}

TEST(PlayOutput, RefusedLineKeepsItsKenmerkAsItStands) {
  PlayOutput output;
  output.AddResult({Soort::kZiekEnHerstel, "a\"b", "x"},
                   Parse<v1::Regelresultaat>("regelnummer: 9 weigering { regel: 'ZM-08' }"));
  EXPECT_EQ(Written(output)["afgewezen.csv"], "9;\"a\"\"b\";ZIEK_EN_HERSTEL;ZM-08\r\n");
}

TEST(PlayOutput, WithdrawnCasesAreLeftOut) {
  PlayOutput output;
  const std::string common =
      R"(loonheffingennummer: "123456789L01" ontvangen_op { jaar: 2025 maand: 1 dag: 7 }
      beoordeling { uiterste_dag { jaar: 2025 maand: 2 dag: 18 } )";
  output.AddZiektegeval(Parse<v1::Ziektegeval>("kenmerk: 'W' ingetrokken: true " + common + "}"));
  output.AddZiektegeval(
      Parse<v1::Ziektegeval>("kenmerk: 'A' " + common + "status: BEOORDELINGSTATUS_OPEN }"));
  output.AddZiektegeval(
      Parse<v1::Ziektegeval>("kenmerk: 'B' " + common + "status: BEOORDELINGSTATUS_TERMIJN_VERSTREKEN }"));
  output.AddZiektegeval(Parse<v1::Ziektegeval>(
      "kenmerk: 'C' " + common + "verlengd: true uitkomst: UITKOMST_AFWIJZING " +
      "besloten_op { jaar: 2025 maand: 3 dag: 1 } status: BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN }"));
  EXPECT_EQ(Written(output)["beoordelingen.csv"],
            "A;123456789L01;2025-01-07;2025-02-18;N;;;OPEN\r\n"
            "B;123456789L01;2025-01-07;2025-02-18;N;;;TERMIJN_VERSTREKEN\r\n"
            "C;123456789L01;2025-01-07;2025-02-18;J;AFWIJZING;2025-03-01;TERMIJN_OVERSCHREDEN\r\n");
}

TEST(PlayOutput, ListsInTheOrderInWhichTheyCame) {
  PlayOutput output;
  for (const std::string soort : {"ZIEK", "HERSTEL", "INTREKKING"}) {
    output.AddDoorlevering(
        Parse<v1::Doorlevering>("gemeentecode: '0363' datum { jaar: 2025 maand: 1 dag: 8 } inhoud { "
                                "loonheffingennummer: 'L' kenmerk: 'K' "
                                "verwijst_naar: 'Z' bsn: '999990299' datum_ingang { jaar: 2025 maand: 1 dag: "
                                "6 } soort: DOORLEVERINGSOORT_" +
                                soort + " }"));
  }
  output.AddBericht(
      Parse<v1::Bericht>("gemeentecode: '0363' datum { jaar: 2025 maand: 1 dag: 8 } inhoud { "
                         "loonheffingennummer: 'L' kenmerk: 'K' soort: BERICHTSOORT_INGETROKKEN }"));
  output.AddBericht(
      Parse<v1::Bericht>("gemeentecode: '0363' datum { jaar: 2025 maand: 1 dag: 8 } inhoud { "
                         "loonheffingennummer: 'L' kenmerk: 'K' soort: BERICHTSOORT_HERSTELD_VOOR_EINDE }"));
  output.AddAangehouden(
      Parse<v1::Aangehouden>("loonheffingennummer: 'L' kenmerk: 'K' soort: SIGNAALSOORT_EERSTE"));
  output.AddAangehouden(
      Parse<v1::Aangehouden>("loonheffingennummer: 'L' kenmerk: 'K' soort: SIGNAALSOORT_VERVOLG"));
  output.AddNotificatie(Parse<v1::Notificatie>(
      "gemeentecode: '0363' datum { jaar: 2025 maand: 1 dag: 8 } onderwerp: 'o' bestandsnaam: 'b'"));
  output.AddRapportage("r.csv", "BSN\r\n");
  auto files = Written(output);
  EXPECT_EQ(files["doorleveringen.csv"],
            "2025-01-08;0363;L;K;ZIEK;999990299;2025-01-06\r\n"
            "2025-01-08;0363;L;K;HERSTEL;999990299;2025-01-06\r\n"
            "2025-01-08;0363;L;K;INTREKKING;999990299;2025-01-06\r\n");
  EXPECT_EQ(files["berichten.csv"],
            "2025-01-08;0363;L;K;INGETROKKEN\r\n2025-01-08;0363;L;K;HERSTELD_VOOR_EINDE\r\n");
  EXPECT_EQ(files["onbestelbaar.csv"], "L;K;EERSTE\r\nL;K;VERVOLG\r\n");
  EXPECT_EQ(files["notificaties.csv"], "2025-01-08;0363;o;b\r\n");
  EXPECT_EQ(files["rapportages/r.csv"], "BSN\r\n");
}

}  // namespace
}  // namespace ketenproef
