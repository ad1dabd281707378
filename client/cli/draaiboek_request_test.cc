#include "client/cli/draaiboek_request.h"

#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ketenproef {
namespace {

// A line in which every column is filled.
PlaybookLine Full(Soort soort) {
  PlaybookLine line;
  line.line = 7;
  line.unix_seconds = -1;
  line.nanos = 999'999'999;
  line.soort = soort;
  line.kenmerk = "K";
  line.bsn = "999990299";
  line.loonheffingennummer = "123456789L01";
  line.gemeentecode = "0363";
  line.datum_van = CalendarDate{2025, 1, 6};
  line.datum_tot = CalendarDate{2025, 2, 28};
  line.loonwaarde = "60";
  line.forfaitair = "J";
  line.verwijst_naar = "Z";
  line.toelichting = "T";
  return line;
}

std::string Encoded(const PlaybookLine& line) {
  v1::Draaiboekregel regel;
  EncodeLine(line, &regel);
  EXPECT_EQ(regel.regelnummer(), 7);
  EXPECT_EQ(regel.tijdstip().seconds(), -1);
  EXPECT_EQ(regel.tijdstip().nanos(), 999'999'999);
  regel.clear_regelnummer();
  regel.clear_tijdstip();
  google::protobuf::TextFormat::Printer printer;
  printer.SetSingleLineMode(true);
  std::string text;
  printer.PrintToString(regel, &text);
  return text.empty() ? text : text.substr(0, text.size() - 1);
}

constexpr char kVan[] = "{ jaar: 2025 maand: 1 dag: 6 }";
constexpr char kTot[] = "{ jaar: 2025 maand: 2 dag: 28 }";

TEST(DraaiboekRequest, EverySoortTakesItsOwnColumns) {
  const std::string van = kVan;
  const std::string tot = kTot;
  const std::string bsn = "bsn: \"999990299\"";
  const std::string nummer = "loonheffingennummer: \"123456789L01\"";
  const std::string naar = "verwijst_naar: \"Z\"";
  const std::vector<std::pair<Soort, std::string>> expected = {
      {Soort::kDoelgroepregister,
       "doelgroepregistratie { " + bsn + " datum_van " + van + " datum_tot " + tot + " }"},
      {Soort::kWoonplaats, "woonplaats { " + bsn + " gemeentecode: \"0363\" datum_van " + van + " }"},
      {Soort::kDienstverband,
       "dienstverband { " + bsn + " " + nummer + " datum_van " + van + " datum_tot " + tot + " }"},
      {Soort::kEindeDienstverband,
       "einde_dienstverband { " + bsn + " " + nummer + " datum_tot " + tot + " }"},
      {Soort::kLks, "lks_periode { " + bsn + " gemeentecode: \"0363\" datum_van " + van + " datum_tot " +
                        tot + " loonwaarde: 60 forfaitair: true }"},
      {Soort::kEindeLks, "einde_lks_periode { " + bsn + " datum_tot " + tot + " }"},
      {Soort::kZiek,
       "ziekmelding { kenmerk: \"K\" " + bsn + " " + nummer + " eerste_ao_dag " + van + " no_risk: true }"},
      {Soort::kHerstel,
       "herstelmelding { kenmerk: \"K\" " + nummer + " " + naar + " hersteld_per " + van + " }"},
      {Soort::kZiekEnHerstel, "ziek_en_herstelmelding { kenmerk: \"K\" " + bsn + " " + nummer +
                                  " eerste_ao_dag " + van + " hersteld_per " + tot + " no_risk: true }"},
      {Soort::kIntrekking, "intrekking { kenmerk: \"K\" " + nummer + " " + naar + " }"},
      {Soort::kVerlenging, "verlenging { " + nummer + " " + naar + " toelichting: \"T\" }"},
      {Soort::kToekenning, "beslissing { " + nummer + " " + naar + " uitkomst: UITKOMST_TOEKENNING }"},
      {Soort::kAfwijzing, "beslissing { " + nummer + " " + naar + " uitkomst: UITKOMST_AFWIJZING }"},
  };
  for (const auto& [soort, text] : expected) EXPECT_EQ(Encoded(Full(soort)), text);
}

TEST(DraaiboekRequest, WhatIsNotFilledIsNotSaid) {
  PlaybookLine line = Full(Soort::kLks);
  line.datum_van.reset();
  line.datum_tot.reset();
  line.bsn = "";
  line.gemeentecode = "";
  line.loonwaarde = "";
  line.forfaitair = "";
  EXPECT_EQ(Encoded(line), "lks_periode { }");
  PlaybookLine empty = Full(Soort::kWoonplaats);
  empty.gemeentecode = "";
  EXPECT_EQ(Encoded(empty).find("gemeentecode"), std::string::npos);
}

TEST(DraaiboekRequest, LKS01_LoonwaardeOfOneOrTwoAsciiDigits) {
  const auto has = [](absl::string_view loonwaarde) {
    PlaybookLine line = Full(Soort::kLks);
    line.loonwaarde = loonwaarde;
    v1::Draaiboekregel regel;
    EncodeLine(line, &regel);
    return regel.lks_periode().has_loonwaarde() ? regel.lks_periode().loonwaarde() : -1;
  };
  EXPECT_EQ(has("0"), 0);
  EXPECT_EQ(has("00"), 0);
  EXPECT_EQ(has("9"), 9);
  EXPECT_EQ(has("09"), 9);
  EXPECT_EQ(has("99"), 99);
  for (const char* wrong :
       {"", "100", "000", "-1", "+1", " 1", "1 ", "1.", "5,", "0x", "\xD9\xA5", "\xB2\xB3", "99999999999"}) {
    EXPECT_EQ(has(wrong), -1) << wrong;
  }
}

TEST(DraaiboekRequest, LKS01_ForfaitairIsJOrN) {
  for (const char* value : {"J", "N", "j", "n", "", "JA", "Y", "1", " J"}) {
    PlaybookLine line = Full(Soort::kLks);
    line.forfaitair = value;
    v1::Draaiboekregel regel;
    EncodeLine(line, &regel);
    const std::string text = value;
    EXPECT_EQ(regel.lks_periode().has_forfaitair(), text == "J" || text == "N") << value;
    EXPECT_EQ(regel.lks_periode().forfaitair(), text == "J") << value;
  }
}

}  // namespace
}  // namespace ketenproef
