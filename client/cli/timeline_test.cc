// A case as it is drawn, from events alone.
#include "client/cli/timeline.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/time.h"
#include "client/cli/gebeurtenis_text.h"
#include "client/cli/table.h"
#include "client/lib/datum.h"

namespace ketenproef {
namespace {

using testing::HasSubstr;
using testing::Not;

// What happened at an instant, in protobuf text format.
v1::Gebeurtenis Event(const std::string& instant, const std::string& text) {
  v1::Gebeurtenis event;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &event)) << text;
  *event.mutable_tijdstip() = *client::ParseTijdstip(instant);
  return event;
}

std::string Day(const std::string& date) {
  const std::vector<std::string> parts = absl::StrSplit(date, '-');
  return absl::StrCat("{ jaar: ", parts[0], " maand: ", std::stoi(parts[1]), " dag: ", std::stoi(parts[2]),
                      " }");
}

// Received on this day and due on that one.
v1::Gebeurtenis Ziek(const std::string& received, const std::string& verdict) {
  return Event(received + "T09:00:00+01:00",
               absl::StrCat("ziekmelding_accepted { ziekmelding { kenmerk: 'M-1' bsn: '999990007' "
                            "loonheffingennummer: '100000000L01' eerste_ao_dag ",
                            Day("2025-03-10"), " } oordeel { ontvangen_op ", Day(received), " ", verdict,
                            " } beoordeling_uiterste_dag ", Day("2025-04-22"), " }"));
}

std::vector<v1::Gebeurtenis> Case() {
  return {
      Event("2025-01-02", absl::StrCat("dienstverband_registered { dienstverband { loonheffingennummer: "
                                       "'100000000L01' datum_van ",
                                       Day("2023-01-01"), " } }")),
      Ziek("2025-03-11", absl::StrCat("uiterste_dag ", Day("2025-04-21"), " tijdig: true")),
      Event("2025-04-10T09:00:00+02:00",
            "beoordeling_decided { beslissing { uitkomst: UITKOMST_TOEKENNING } status: "
            "BEOORDELINGSTATUS_TIJDIG }"),
      Event("2025-05-31T06:00:00+02:00",
            absl::StrCat(
                "signaal_sent { soort: SIGNAALSOORT_EERSTE bsn: '999990007' gemeentecode: '0363' datum ",
                Day("2025-05-31"), " einde_dienstverband ", Day("2025-05-30"), " eerste_ao_dag ",
                Day("2025-03-10"), " }")),
  };
}

TEST(Timeline, IsDrawnAsAWhole) {
  EXPECT_EQ(DrawTimeline(Case(), 80),
            R"(Ziektegeval M-1 bij 100000000L01

               2025-03-10                                             2025-05-31
ziek           ████████████████████████████████████████████████████████████████▶
melden         ●·······························|
beoordelen     ────────────────────────●········|
dienstverband  ───────────────────────────────────────────────────────────────┤
signaal                                                                        ▲
               ● gedaan  | uiterste dag  ▲ signaal

do 2025-01-02 00:00  ○ Dienstverband bij 100000000L01 vanaf 2023-01-01
                     ┊ 68 dagen
di 2025-03-11 09:00  ● Ziekmelding M-1: ziek vanaf 2025-03-10
                     │   uiterlijk 2025-04-21: op tijd (41 dagen ervoor)
                     │   UWV beoordeelt uiterlijk 2025-04-22
                     ┊ 30 dagen
do 2025-04-10 09:00  ● Beslissing van UWV: toekenning
                     │   uiterlijk 2025-04-22: op tijd
                     ┊ 51 dagen
za 2025-05-31 06:00  ▲ Signaal aan gemeente 0363
                     │   rapportregel: 999990007;;20250530;20250310
)");
}

// Dienstverbanden with the same employer before and after the one of the case are not its own.
TEST(Timeline, REG04_EndOfTheDienstverbandThatHoldsTheAo) {
  const auto dienstverband = [](const std::string& einde) {
    return Event("2025-01-02", absl::StrCat("dienstverband_registered { dienstverband { datum_van ",
                                            Day("2020-01-01"), " datum_tot ", Day(einde), " } }"));
  };
  std::vector<v1::Gebeurtenis> events = Case();
  const auto drawn = [&events] {
    const std::string text = DrawTimeline(events, 80);
    return text.substr(0, text.find("● gedaan"));
  };
  const std::string expected = drawn();
  events.insert(events.begin(), {dienstverband("2024-12-31"), dienstverband("2026-12-31")});
  EXPECT_EQ(drawn(), expected);
}

TEST(Timeline, NothingHappened) {
  EXPECT_EQ(DrawTimeline({}, 80), "Er is niets gebeurd.\n");
}

TEST(Timeline, ZM04_OnTheLastDayAndOneDayLate) {
  const std::string due = absl::StrCat("uiterste_dag ", Day("2025-04-21"));
  EXPECT_THAT(DrawTimeline({Ziek("2025-04-21", due + " tijdig: true")}, 80),
              HasSubstr("uiterlijk 2025-04-21: op tijd (op de uiterste dag)\n"));
  EXPECT_THAT(DrawTimeline({Ziek("2025-04-22", due + " dagen_te_laat: 1 boete_eur: 70")}, 80),
              HasSubstr("uiterlijk 2025-04-21: 1 dag te laat, boete € 70\n"));
}

TEST(Timeline, BO05_DecisionIsHeldAgainstTheExtendedTerm) {
  const v1::Gebeurtenis ziek = Ziek("2025-03-11", absl::StrCat("uiterste_dag ", Day("2025-04-21")));
  const v1::Gebeurtenis verlengd =
      Event("2025-04-01", absl::StrCat("beoordeling_extended { uiterste_dag ", Day("2025-05-20"), " }"));
  const v1::Gebeurtenis laat =
      Event("2025-05-22", "beoordeling_decided { status: BEOORDELINGSTATUS_TERMIJN_OVERSCHREDEN }");
  EXPECT_THAT(DrawTimeline({ziek, verlengd, laat}, 80),
              HasSubstr("uiterlijk 2025-05-20: 2 dagen te laat (BO-05)"));
  EXPECT_THAT(DrawTimeline({ziek, laat}, 80), HasSubstr("uiterlijk 2025-04-22: 30 dagen te laat (BO-05)"));
}

TEST(Timeline, KeepsToTheWidth) {
  for (const int width : {-1, 0, 60, 72, 120}) {
    const std::string drawn = DrawTimeline(Case(), width);
    for (const absl::string_view line : absl::StrSplit(drawn, '\n')) {
      EXPECT_LE(WidthOf(line), static_cast<std::size_t>(std::max(width, 60))) << line;
    }
  }
}

TEST(Timeline, ControlCharactersOfAKenmerkAreShownNotSent) {
  std::vector<v1::Gebeurtenis> events = Case();
  events[1].mutable_ziekmelding_accepted()->mutable_ziekmelding()->set_kenmerk("M\n\x1b[31m1");
  EXPECT_THAT(DrawTimeline(events, 80), Not(HasSubstr("\x1b")));
  EXPECT_THAT(DrawTimeline(events, 80), HasSubstr("Ziektegeval M\\n\\x1b[31m1 bij"));
}

// A kind that is added to the contract gets its words here as well.
TEST(GebeurtenisText, EveryKindHasAName) {
  const auto* type = v1::Gebeurtenis::descriptor();
  int kinds = 0;
  for (int i = 0; i < type->field_count(); ++i) {
    if (type->field(i)->containing_oneof() == nullptr) continue;
    v1::Gebeurtenis event;
    v1::Gebeurtenis::GetReflection()->MutableMessage(&event, type->field(i));
    EXPECT_NE(TitleOf(event), TitleOf(v1::Gebeurtenis())) << type->field(i)->name();
    ++kinds;
  }
  EXPECT_GE(kinds, 28);
}

}  // namespace
}  // namespace ketenproef
