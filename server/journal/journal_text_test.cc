#include "server/journal/journal_text.h"

#include <limits>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rapidcheck.h"
#include "rapidcheck/gtest.h"
#include "server/journal/codec.h"
#include "server/journal/gebeurtenis_text.h"
#include "server/journal/gebeurtenis_velden.h"
#include "server/journal/journal_fixture.h"
#include "server/journal/memory_journal.h"
#include "server/journal/voorbeelden.h"
#include "server/journal/willekeurige_gebeurtenis.h"

namespace ketenproef {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string TextOf(const Gebeurtenis& gebeurtenis) {
  std::string text;
  AppendGebeurtenisText(gebeurtenis, &text);
  return text;
}

TEST(GebeurtenisText, IsForPeopleToRead) {
  EXPECT_EQ(
      TextOf(BeoordelingExtended{Gevalnummer{300}, "wacht op \"de arts\"\n", *Dag::FromCivil(2025, 1, 6)}),
      R"(BeoordelingExtended geval=300 toelichting="wacht op \"de arts\"\n" uiterste_dag=2025-01-06)");
  EXPECT_EQ(TextOf(OpdrachtRefused{Opdrachtsoort::kEindeLksPeriode, Regel::kLks07}),
            "OpdrachtRefused soort=einde-lks-periode regel=LKS-07");
  const Bsn bsn = Bsn::FromTrustedNumber(12);
  EXPECT_EQ(TextOf(WoonplaatsRegistered{
                {bsn, {*Dag::FromCivil(2024, 2, 29), Gemeentecode::FromTrustedNumber(34)}}}),
            "WoonplaatsRegistered woonplaats.bsn=000000012 woonplaats.woonplaats.van=2024-02-29 "
            "woonplaats.woonplaats.gemeentecode=0034");
  EXPECT_EQ(TextOf(RolSet{{Rolsoort::kUwv, std::nullopt, Rolmodus::kSut, "localhost:1"}}),
            R"(RolSet rol.soort=uwv rol.gemeentecode=- rol.modus=sut rol.adres="localhost:1")");
}

TEST(GebeurtenisText, ExamplesOfEveryKindAreReadBack) {
  for (const auto& [naam, gebeurtenis] : Voorbeelden()) {
    const std::string text = TextOf(gebeurtenis);
    EXPECT_THAT(text, StartsWith(absl::StrCat(naam, " ")));
    const auto again = ParseGebeurtenisText(text);
    ASSERT_TRUE(again.ok()) << naam << ": " << again.status();
    EXPECT_TRUE(Same(*again, gebeurtenis)) << text;
  }
}

RC_GTEST_PROP(GebeurtenisText, EveryKindIsReadBackWhateverItsFieldsHold, ()) {
  const auto voorbeelden = Voorbeelden();
  for (std::size_t kind = 0; kind < voorbeelden.size(); ++kind) {
    const Gebeurtenis gebeurtenis = WillekeurigeGebeurtenis(voorbeelden, kind);
    const std::string text = TextOf(gebeurtenis);
    const auto again = ParseGebeurtenisText(text);
    if (!again.ok()) RC_FAIL(absl::StrCat(text, ": ", again.status().ToString()));
    if (!Same(*again, gebeurtenis)) RC_FAIL(text);
    for (const char character : text) RC_ASSERT(character >= ' ' && character < 0x7f);
  }
}

TEST(GebeurtenisText, EveryTruncationIsRefused) {
  for (const auto& [naam, gebeurtenis] : Voorbeelden()) {
    const std::string text = TextOf(gebeurtenis);
    for (std::size_t size = 0; size < text.size(); ++size) {
      const auto cut = ParseGebeurtenisText(absl::string_view(text).substr(0, size));
      // The end of a number may be gone, which only the checksum of the line tells.
      EXPECT_FALSE(cut.ok() && Same(*cut, gebeurtenis)) << naam << " cut at " << size;
    }
  }
}

TEST(GebeurtenisText, ErrorsNameTheFieldAndNotWhatStandsThere) {
  const auto error = [](absl::string_view text) {
    const auto parsed = ParseGebeurtenisText(text);
    EXPECT_EQ(parsed.status().code(), absl::StatusCode::kInvalidArgument) << text;
    return std::string(parsed.status().message());
  };
  EXPECT_THAT(error("LksPeriodeEnded einde.bsn=99999001x einde.tot=2025-01-06"),
              HasSubstr("einde.bsn has no value"));
  EXPECT_THAT(error("LksPeriodeEnded einde.bsn=99999001x einde.tot=2025-01-06"), Not(HasSubstr("9999")));
  EXPECT_THAT(error("LksPeriodeEnded einde.tot=2025-01-06"), HasSubstr("einde.bsn is missing"));
  EXPECT_THAT(error("TermijnVerstreken geval=1 geval=1"), HasSubstr("more fields"));
  EXPECT_THAT(error("TermijnVerstreken geval=-1"), HasSubstr("geval has no value"));
  EXPECT_THAT(error("NotificatieFailed rapportage=1 reden=\"x"), HasSubstr("reden has no value"));
  EXPECT_THAT(error("Termijn geval=1"), HasSubstr("no event of this kind"));
  EXPECT_THAT(error(""), HasSubstr("no event of this kind"));
}

class JournalTextTest : public ::testing::Test {
 protected:
  JournalTextTest() {
    JournalBatch batch;
    const auto voorbeelden = Voorbeelden();
    for (std::size_t i = 0; i < voorbeelden.size(); ++i) {
      batch.Add(At(static_cast<std::int64_t>(i) * 1'000'000'007), voorbeelden[i].gebeurtenis);
    }
    EXPECT_TRUE(journal_.Append(batch, kKlok).ok());
    std::ostringstream out;
    EXPECT_TRUE(WriteJournalText(journal_, out).ok());
    text_ = out.str();
  }

  // Reads all of it into a journal; the first error.
  static absl::Status Read(const std::string& text, Journal* into) {
    std::istringstream in(text);
    JournalTextReader reader("een.txt", in);
    JournalBatch batch;
    auto more = reader.Next();
    for (; more.ok() && *more; more = reader.Next()) batch.Add(reader.tijdstip(), reader.gebeurtenis());
    if (!more.ok()) return more.status();
    return into->Append(batch, reader.klok());
  }
  static std::string ErrorOf(const std::string& text) {
    MemoryJournal journal;
    const absl::Status status = Read(text, &journal);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << status;
    return std::string(status.message());
  }

  static constexpr Tijdstip kKlok = Tijdstip::FromUnixNanos(1'735'689'600'123'456'789);
  MemoryJournal journal_;
  std::string text_;
};

TEST_F(JournalTextTest, ReadBackItIsTheSameJournal) {
  MemoryJournal again;
  ASSERT_TRUE(Read(text_, &again).ok());
  EXPECT_EQ(again.klok(), kKlok);
  std::ostringstream out;
  ASSERT_TRUE(WriteJournalText(again, out).ok());
  EXPECT_EQ(out.str(), text_);
  std::vector<std::string> bytes[2];
  Journal* const journals[] = {&journal_, &again};
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(journals[i]
                    ->Read(1,
                           [&](const JournalRecord& record) {
                             bytes[i].push_back(absl::StrCat(record.volgnummer, record.tijdstip.unix_nanos(),
                                                             record.inhoud));
                             return true;
                           })
                    .ok());
  }
  EXPECT_EQ(bytes[0], bytes[1]);
}

TEST_F(JournalTextTest, AJournalWithoutEventsHasAText) {
  MemoryJournal empty;
  std::ostringstream out;
  ASSERT_TRUE(WriteJournalText(empty, out).ok());
  MemoryJournal again;
  EXPECT_TRUE(Read(out.str(), &again).ok());
  EXPECT_EQ(again.last_volgnummer(), 0);
}

// Each line says itself that it was changed.
TEST_F(JournalTextTest, AnyChangeIsRefusedWithItsLine) {
  const std::vector<std::string> lines = absl::StrSplit(text_, '\n');
  std::mt19937 random(1);
  std::size_t begin = 0;
  for (std::size_t line = 0; line + 1 < lines.size(); ++line) {
    for (int i = 0; i < 40; ++i) {
      const std::size_t at = begin + random() % lines[line].size();
      std::string damaged = text_;
      damaged[at] = static_cast<char>(' ' + random() % 95);
      if (damaged == text_) continue;
      MemoryJournal journal;
      const absl::Status status = Read(damaged, &journal);
      // The same value in another spelling is none: 7 and +7, or \n and \x0a.
      if (status.ok()) {
        std::ostringstream again;
        ASSERT_TRUE(WriteJournalText(journal, again).ok());
        EXPECT_EQ(again.str(), text_);
        continue;
      }
      EXPECT_THAT(std::string(status.message()), StartsWith(absl::StrCat("een.txt:", line + 1, ": ")))
          << damaged[at];
    }
    begin += lines[line].size() + 1;
  }
}

TEST_F(JournalTextTest, CutOffAnywhereItIsRefused) {
  for (std::size_t size = 0; size < text_.size(); size += 7) {
    EXPECT_THAT(ErrorOf(text_.substr(0, size)), HasSubstr("cut off")) << size;
  }
  EXPECT_THAT(ErrorOf(text_.substr(0, text_.size() - 1)), HasSubstr("cut off"));
}

TEST_F(JournalTextTest, LinesThatAreMissingDoubleOrTooManyAreRefused) {
  std::vector<std::string> lines = absl::StrSplit(text_, '\n');
  const auto joined = [](std::vector<std::string> some) { return absl::StrJoin(some, "\n"); };
  std::vector<std::string> missing = lines;
  missing.erase(missing.begin() + 5);
  EXPECT_EQ(ErrorOf(joined(missing)), "een.txt:6: event 5 is missing here");
  std::vector<std::string> doubled = lines;
  doubled.insert(doubled.begin() + 5, lines[5]);
  EXPECT_EQ(ErrorOf(joined(doubled)), "een.txt:7: event 6 is missing here");
  std::vector<std::string> ended = lines;
  ended.erase(ended.end() - 3);
  EXPECT_THAT(ErrorOf(joined(ended)), HasSubstr("there should be 42 events, and there are 41"));
  EXPECT_THAT(ErrorOf(text_ + "x"), HasSubstr("een.txt:45: something stands behind"));
  EXPECT_THAT(ErrorOf(absl::StrReplaceAll(text_, {{"journaal 1", "journaal 2"}})), StartsWith("een.txt:1: "));
  EXPECT_THAT(ErrorOf(absl::StrReplaceAll(text_, {{"\n", "\r\n"}})), StartsWith("een.txt:1: "));
}

TEST_F(JournalTextTest, ALineIsNotLongerThanItMayBe) {
  const std::string header = text_.substr(0, text_.find('\n') + 1);
  EXPECT_THAT(ErrorOf(header + std::string(JournalTextReader::kMaxLineBytes, 'x') + "\n"),
              HasSubstr("begin with"));
  EXPECT_THAT(ErrorOf(header + std::string(JournalTextReader::kMaxLineBytes + 1, 'x')),
              HasSubstr("longer than"));
}

TEST_F(JournalTextTest, TextThatCannotBeWrittenIsAnError) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  EXPECT_EQ(WriteJournalText(journal_, out).code(), absl::StatusCode::kResourceExhausted);
}

}  // namespace
}  // namespace ketenproef
