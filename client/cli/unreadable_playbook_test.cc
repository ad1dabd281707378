// Playbooks that cannot be read: refused as a whole with exit code 65 and the place, nothing written
// (BSN-03).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/cli/run_binary.h"

namespace ketenproef {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct Unreadable {
  std::string name;
  std::string content;
  std::string place;  // LINE:COLUMN
};
void PrintTo(const Unreadable& unreadable, std::ostream* out) {
  *out << unreadable.name;
}

// Lines with a header before them.
std::string Book(const std::string& lines) {
  return absl::StrCat(kHeader, "\r\n", lines);
}

// A line that is right but for its instant.
std::string At(const std::string& tijdstip) {
  return absl::StrCat(tijdstip, ";WOONPLAATS;;999990299;;0363;2016-01-01;;;;;\r\n");
}

// Likewise for its datum_van and datum_tot.
std::string Dated(const std::string& van, const std::string& tot) {
  return absl::StrCat("2025-01-06T08:00:00Z;WOONPLAATS;;999990299;;0363;", van, ";", tot, ";;;;\r\n");
}

// Likewise for its kenmerk, which begins in column 33.
std::string Marked(const std::string& kenmerk) {
  return absl::StrCat("2025-01-06T08:00:00Z;WOONPLAATS;", kenmerk, ";999990299;;0363;2016-01-01;;;;;\r\n");
}

std::string Good() {
  return absl::StrCat(kGoodLine, "\r\n");
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

std::string Utf16(const std::string& text) {
  std::string wide = "\xFF\xFE";
  for (const char character : text) {
    wide.push_back(character);
    wide.push_back('\0');
  }
  return wide;
}

std::vector<Unreadable> Files() {
  const std::string header = kHeader;
  return {
      {"Empty", "", "1:1"},
      {"OnlyByteOrderMark", "\xEF\xBB\xBF", "1:1"},
      {"OnlyEmptyLines", "\r\n\r\n\n", "1:1"},
      {"Utf16", Utf16(Book(Good())), "1:1"},
      {"Gzip", std::string("\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\x4B\x4C\x4A\x06\x00\xC2", 16), "1:2"},
      {"CarriageReturnsOnly", Replaced(Book(""), "\r\n", "\r") + kGoodLine + "\r", "1:128"},
      {"NoHeader", Good(), "1:1"},
      {"HeaderInOtherCase", Replaced(Book(Good()), "soort", "Soort"), "1:10"},
      {"CommaSeparated", absl::StrReplaceAll(Book(Good()), {{";", ","}}), "1:1"},
      {"TruncatedHeader", header.substr(0, 30), "1:28"},
      {"MissingColumn", header.substr(0, header.rfind(';')) + "\r\n", "1:116"},
      {"DoubleColumn", Replaced(Book(""), "kenmerk", "soort"), "1:16"},
      {"UnknownColumn", Replaced(Book(""), "kenmerk", "referentie"), "1:16"},
      {"ColumnWithSpaceBehindIt", Replaced(Book(""), "kenmerk;", "kenmerk ;"), "1:16"},
      {"ExtraColumn", Replaced(Book(""), "toelichting", "toelichting;opmerking"), "1:129"},
      {"HeaderEndsInSeparator", Replaced(Book(""), "toelichting", "toelichting;"), "1:129"},
      {"TwoByteOrderMarks", "\xEF\xBB\xBF\xEF\xBB\xBF" + Book(Good()), "1:1"},
      {"TruncatedLine", Book(Good() + "2025-01-07T08:00:00Z;WOONP"), "3:27"},
      {"TooFewFields", Book("2025-01-06T08:00:00Z;WOONPLAATS;;999990299;;0363;2016-01-01;;;;\r\n"), "2:64"},
      {"TooManyFields", Book(Replaced(Good(), "\r\n", ";\r\n")), "2:71"},
      {"ErrorBehindEmptyLines", Book("\r\n\n\r\n" + Good() + "\n" + At("x")), "7:1"},
      {"Nul", Book(Replaced(Marked("a#b"), "#", std::string(1, '\0'))), "2:34"},
      {"NulInQuotes", Book(Replaced(Marked("\"a#b\""), "#", std::string(1, '\0'))), "2:35"},
      {"CarriageReturnInField", Book(Marked("a\rb")), "2:34"},
      {"CarriageReturnInQuotes", Book(Marked("\"a\rb\"")), "2:35"},
      {"CarriageReturnAtEndOfFile", Book(std::string(kGoodLine) + "\r"), "2:70"},
      {"TwoCarriageReturns", Book(std::string(kGoodLine) + "\r\r\n"), "2:70"},
      {"QuoteNeverClosed", Book(Marked("\"abc") + Good() + Good()), "2:33"},
      {"QuoteInsideUnquotedField", Book(Marked("ab\"c")), "2:35"},
      {"QuoteBehindSpace", Book(Marked(" \"abc\"")), "2:34"},
      {"TextBehindClosingQuote", Book(Marked("\"abc\"d")), "2:38"},
      {"SpaceBehindClosingQuote", Book(Marked("\"abc\" ")), "2:38"},
      {"QuotedLinesCount", Book(Marked("\"a\r\nb\"") + At("x")), "4:1"},
      {"Overlong", Book(Marked("a\xC0\xAF")), "2:34"},
      {"OverlongThreeBytes", Book(Marked("a\xE0\x80\xAF")), "2:34"},
      {"Surrogate", Book(Marked("a\xED\xA0\x80")), "2:34"},
      {"AboveUnicode", Book(Marked("a\xF4\x90\x80\x80")), "2:34"},
      {"LoneContinuation", Book(Marked("a\x80")), "2:34"},
      {"Latin1", Book(Marked("caf\xE9")), "2:36"},
      {"TruncatedCharacterAtEnd", Book(Good() + "2025-01-07T08:00:00Z;WOONPLAATS;\xE2\x82"), "3:33"},
      {"InvalidInQuotes", Book(Marked("\"a\xFF\"")), "2:35"},
      {"ColumnsCountCharacters", Book(Marked("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xFF")), "2:36"},
      {"TenMegabyteLine", Book(Marked(std::string(10 << 20, 'x'))), "2:65537"},
      {"RecordOneByteTooLong", Book(Marked(std::string(64 * 1024 + 1 - 68 + 4, 'x'))), "2:65537"},
      {"UnknownSoort", Book(Replaced(Good(), "WOONPLAATS", "VERHUIZING")), "2:27"},
      {"LowerCaseSoort", Book(Replaced(Good(), "WOONPLAATS", "woonplaats")), "2:27"},
      {"EmptySoort", Book(Replaced(Good(), "WOONPLAATS", "")), "2:27"},
      {"SoortWithSpace", Book(Replaced(Good(), "WOONPLAATS", "WOONPLAATS ")), "2:27"},
  };
}

std::vector<Unreadable> Dates() {
  return {
      {"DayThatDoesNotExist", Book(Dated("2025-02-30", "")), "2:50"},
      {"LeapDayInCommonYear", Book(Dated("2025-02-29", "")), "2:50"},
      {"LeapDayIn1900", Book(Dated("1900-02-29", "")), "2:50"},
      {"Year1899", Book(Dated("1899-12-31", "")), "2:50"},
      {"Year2200", Book(Dated("2200-01-01", "")), "2:50"},
      {"MonthZero", Book(Dated("2025-00-01", "")), "2:50"},
      {"DayZero", Book(Dated("2025-01-00", "")), "2:50"},
      {"CompactDate", Book(Dated("20250106", "")), "2:50"},
      {"DutchDate", Book(Dated("06-01-2025", "")), "2:50"},
      {"DateWithoutZero", Book(Dated("2025-1-6", "")), "2:50"},
      {"DateWithSpace", Book(Dated(" 2025-01-06", "")), "2:50"},
      {"DateWithTime", Book(Dated("2025-01-06T00:00:00Z", "")), "2:50"},
      // Also where the soort does not use the column.
      {"UnusedDate", Book(Dated("2025-01-06", "2025-04-31")), "2:61"},
      {"QuotedDate", Book(Dated("2025-01-06", "\"2025-04-31\"")), "2:61"},
  };
}

std::vector<Unreadable> Instants() {
  std::vector<Unreadable> files;
  const std::vector<std::pair<std::string, std::string>> instants = {
      {"LowerCaseT", "2025-01-06t08:00:00Z"},
      {"LowerCaseZ", "2025-01-06T08:00:00z"},
      {"SpaceForT", "2025-01-06 08:00:00Z"},
      {"NoOffset", "2025-01-06T08:00:00"},
      {"Offset24Hours", "2025-01-06T08:00:00+24:00"},
      {"Offset60Minutes", "2025-01-06T08:00:00+01:60"},
      {"OffsetWithoutColon", "2025-01-06T08:00:00+0100"},
      {"OffsetHoursOnly", "2025-01-06T08:00:00+01"},
      {"Second60", "2025-01-06T08:00:60Z"},
      {"LeapSecond", "2016-12-31T23:59:60Z"},
      {"Hour24", "2025-01-06T24:00:00Z"},
      {"Minute60", "2025-01-06T08:60:00Z"},
      {"NoSeconds", "2025-01-06T08:00Z"},
      {"DateAlone", "2025-01-06"},
      {"EmptyInstant", ""},
      {"DayOfInstant", "2025-02-29T08:00:00Z"},
      {"Instant1899", "1899-12-31T23:00:00Z"},
      {"Instant2200", "2200-01-01T00:00:00Z"},
      {"FractionWithoutDigits", "2025-01-06T08:00:00.Z"},
      {"FractionWithComma", "2025-01-06T08:00:00,5Z"},
      {"TextBehindOffset", "2025-01-06T08:00:00Z "},
      {"SpaceBeforeInstant", " 2025-01-06T08:00:00Z"},
      {"ZoneName", "2025-01-06T08:00:00 Europe/Amsterdam"},
      {"NegativeYear", "-025-01-06T08:00:00Z"}};
  for (const auto& [name, instant] : instants) files.push_back({name, Book(Good() + At(instant)), "3:1"});
  const std::string later = At("2025-03-30T02:00:00.000000001+01:00");
  files.push_back({"TimeGoesBack", Book(later + At("2025-03-30T01:59:59+01:00")), "3:1"});
  files.push_back({"TimeGoesBackByOffset", Book(later + At("2025-03-30T02:30:00+02:00")), "3:1"});
  files.push_back({"TimeGoesBackByNanosecond", Book(later + At("2025-03-30T02:00:00+01:00")), "3:1"});
  files.push_back({"TimeGoesBackBeyondNanoseconds",
                   Book(At("2025-01-06T08:00:00.0000000012Z") + At("2025-01-06T08:00:00.0000000011Z")),
                   "3:1"});
  files.push_back({"TimeGoesBackBehindUntil",
                   Book(later + At("2099-01-01T00:00:00Z") + At("2098-01-01T00:00:00Z")), "4:1"});
  return files;
}

class UnreadablePlaybook : public testing::TestWithParam<Unreadable> {};

TEST_P(UnreadablePlaybook, BSN03_IsRefusedAsAWholeAndNamesThePlace) {
  const TemporaryFolder scratch;
  WriteTextFile(scratch / "in/gebeurtenissen.csv", GetParam().content);
  const Outcome outcome = RunBinary(
      {"play", (scratch / "in").string(), "--out", (scratch / "uit").string(), "--until", "2025-12-31"});
  EXPECT_EQ(outcome.exit_code, 65);
  const std::string file = (scratch / "in/gebeurtenissen.csv").string();
  EXPECT_THAT(outcome.stderr_text,
              StartsWith(absl::StrCat("ketenproef: ", file, ":", GetParam().place, ": ")));
  EXPECT_THAT(outcome.stderr_text, Not(HasSubstr("999990299")));
  EXPECT_EQ(outcome.stdout_text, "");
  EXPECT_LT(outcome.stderr_text.size(), 1'000u);
  // Neither the output folder nor a hidden one beside it.
  EXPECT_THAT(NamesIn(scratch.path()), ElementsAre("in"));
}

std::string NameOf(const testing::TestParamInfo<Unreadable>& named) {
  return named.param.name;
}

INSTANTIATE_TEST_SUITE_P(Files, UnreadablePlaybook, testing::ValuesIn(Files()), NameOf);
INSTANTIATE_TEST_SUITE_P(Dates, UnreadablePlaybook, testing::ValuesIn(Dates()), NameOf);
INSTANTIATE_TEST_SUITE_P(Instants, UnreadablePlaybook, testing::ValuesIn(Instants()), NameOf);

// A BSN that stands in a column whose content an error may quote.
TEST(UnreadablePlaybookText, BSN03_NoErrorHoldsABsn) {
  const std::string bsn = "999990299";
  const std::vector<std::string> books = {Book(At(bsn)),
                                          Book(At("2025-01-06T" + bsn)),
                                          Book(Replaced(Good(), "WOONPLAATS", bsn)),
                                          Book(Dated(bsn, "")),
                                          Book(Dated("", bsn)),
                                          Book(Dated("bsn" + bsn + "x", "")),
                                          Replaced(Book(Good()), "kenmerk", bsn),
                                          Replaced(Book(Good()), "kenmerk", "kenmerk" + bsn),
                                          absl::StrCat(bsn, ";", bsn, "\r\n"),
                                          Book(Dated("99999029", ""))};
  for (const std::string& book : books) {
    const TemporaryFolder scratch;
    WriteTextFile(scratch / "in/gebeurtenissen.csv", book);
    const Outcome outcome = RunBinary(
        {"play", (scratch / "in").string(), "--out", (scratch / "uit").string(), "--until", "2025-12-31"});
    EXPECT_EQ(outcome.exit_code, 65);
    EXPECT_THAT(outcome.stderr_text, Not(HasSubstr("99999029")));
  }
}

}  // namespace
}  // namespace ketenproef
