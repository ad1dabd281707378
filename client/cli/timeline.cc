#include "client/cli/timeline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "client/cli/gebeurtenis_text.h"
#include "client/cli/table.h"
#include "client/lib/datum.h"

namespace ketenproef {
namespace {

using absl::CivilDay;
using OptionalDay = std::optional<CivilDay>;

constexpr std::size_t kMinWidth = 60;
constexpr std::size_t kLabelWidth = 15;  // of a bar
constexpr std::size_t kWhenWidth = 21;   // of an instant in the list

// What the bars show of a case; what is not known stays unset.
struct Course {
  std::string kenmerk;
  std::string loonheffingennummer;
  OptionalDay ao;
  OptionalDay hersteld;
  OptionalDay ontvangen;
  OptionalDay melden_uiterlijk;
  OptionalDay besloten;
  OptionalDay beoordelen_uiterlijk;
  std::vector<CivilDay> einden;  // of dienstverbanden with this employer
  std::vector<CivilDay> signalen;
};

void AddZiek(const std::string& kenmerk, const std::string& nummer, const v1::Datum& ao,
             const v1::Meldingoordeel& oordeel, const v1::Datum& beoordelen, Course* course) {
  course->kenmerk = kenmerk;
  course->loonheffingennummer = nummer;
  course->ao = CivilDayOf(ao);
  course->ontvangen = CivilDayOf(oordeel.ontvangen_op());
  if (oordeel.has_uiterste_dag()) course->melden_uiterlijk = CivilDayOf(oordeel.uiterste_dag());
  course->beoordelen_uiterlijk = CivilDayOf(beoordelen);
}

void Add(const v1::Gebeurtenis& g, Course* course) {
  switch (g.inhoud_case()) {
    case v1::Gebeurtenis::kZiekmeldingAccepted: {
      const v1::Ziekmelding& melding = g.ziekmelding_accepted().ziekmelding();
      return AddZiek(melding.kenmerk(), melding.loonheffingennummer(), melding.eerste_ao_dag(),
                     g.ziekmelding_accepted().oordeel(), g.ziekmelding_accepted().beoordeling_uiterste_dag(),
                     course);
    }
    case v1::Gebeurtenis::kZiekEnHerstelmeldingAccepted: {
      const v1::ZiekEnHerstelmeldingAccepted& accepted = g.ziek_en_herstelmelding_accepted();
      const v1::ZiekEnHerstelmelding& melding = accepted.ziek_en_herstelmelding();
      AddZiek(melding.kenmerk(), melding.loonheffingennummer(), melding.eerste_ao_dag(),
              accepted.oordeel_ziek(), accepted.beoordeling_uiterste_dag(), course);
      course->hersteld = CivilDayOf(melding.hersteld_per());
      return;
    }
    case v1::Gebeurtenis::kHerstelmeldingAccepted:
      course->hersteld = CivilDayOf(g.herstelmelding_accepted().herstelmelding().hersteld_per());
      return;
    case v1::Gebeurtenis::kBeoordelingExtended:
      course->beoordelen_uiterlijk = CivilDayOf(g.beoordeling_extended().uiterste_dag());
      return;
    case v1::Gebeurtenis::kBeoordelingDecided:
      course->besloten = CivilDayOf(g);
      return;
    case v1::Gebeurtenis::kDienstverbandRegistered:
      if (g.dienstverband_registered().dienstverband().has_datum_tot()) {
        course->einden.push_back(CivilDayOf(g.dienstverband_registered().dienstverband().datum_tot()));
      }
      return;
    case v1::Gebeurtenis::kDienstverbandEnded:
      course->einden.push_back(CivilDayOf(g.dienstverband_ended().einde_dienstverband().datum_tot()));
      return;
    case v1::Gebeurtenis::kSignaalSent:
      course->einden.push_back(CivilDayOf(g.signaal_sent().einde_dienstverband()));
      course->signalen.push_back(CivilDayOf(g.signaal_sent().datum()));
      return;
    default:
      return;
  }
}

// E of the dienstverband that holds the AO (ZM-02): they do not overlap (REG-04), so it is the first on or
// after the AO.
OptionalDay EindeDienstverband(const Course& course) {
  OptionalDay einde;
  for (const CivilDay day : course.einden) {
    if (day >= *course.ao && (!einde.has_value() || day < *einde)) einde = day;
  }
  return einde;
}

// Days on a row of so many columns.
class Scale {
 public:
  Scale(CivilDay first, CivilDay last, std::size_t columns)
      : first_(first), days_(std::max<absl::civil_diff_t>(last - first, 1)), columns_(columns) {}

  std::size_t ColumnOf(CivilDay day) const {
    const absl::civil_diff_t offset = std::clamp<absl::civil_diff_t>(day - first_, 0, days_);
    return static_cast<std::size_t>(offset) * (columns_ - 1) / static_cast<std::size_t>(days_);
  }
  std::size_t columns() const { return columns_; }

 private:
  CivilDay first_;
  absl::civil_diff_t days_;
  std::size_t columns_;
};

class Bar {
 public:
  Bar(const std::string& label, const Scale& scale)
      : label_(label), scale_(scale), cells_(scale.columns(), " ") {}

  Bar& Fill(CivilDay from, CivilDay to, const std::string& cell) {
    for (std::size_t i = scale_.ColumnOf(from); i <= scale_.ColumnOf(to); ++i) cells_[i] = cell;
    return *this;
  }
  Bar& Mark(OptionalDay day, const std::string& cell) {
    if (day.has_value()) cells_[scale_.ColumnOf(*day)] = cell;
    return *this;
  }

  std::string Text() const {
    std::string text = absl::StrCat(label_, std::string(kLabelWidth - WidthOf(label_), ' '));
    for (const std::string& cell : cells_) text += cell;
    return absl::StrCat(absl::string_view(text).substr(0, text.find_last_not_of(' ') + 1), "\n");
  }

 private:
  std::string label_;
  const Scale& scale_;
  std::vector<std::string> cells_;
};

std::string DayText(CivilDay day) {
  return absl::FormatCivilTime(day);
}

// Waiting as dots, done as a solid line, the last day as a bar, what happened as a bullet.
std::string DrawTerm(const std::string& label, CivilDay begin, OptionalDay done, OptionalDay due,
                     const Scale& scale, CivilDay last) {
  Bar bar(label, scale);
  bar.Fill(begin, due.value_or(last), "·").Fill(begin, done.value_or(last), "─");
  return bar.Mark(due, "|").Mark(done, "●").Text();
}

std::string DrawBars(const Course& course, CivilDay last_event, std::size_t width) {
  const CivilDay first = *course.ao;
  const OptionalDay einde = EindeDienstverband(course);
  CivilDay last = last_event;
  for (const OptionalDay& day : {course.melden_uiterlijk, course.beoordelen_uiterlijk, einde}) {
    if (day.has_value()) last = std::max(last, *day);
  }
  const Scale scale(first, last, width - kLabelWidth);
  const std::string begin = DayText(first);
  const std::string end = DayText(last);
  std::string text(kLabelWidth, ' ');
  absl::StrAppend(&text, begin, std::string(width - kLabelWidth - begin.size() - end.size(), ' '), end, "\n");
  Bar ziek("ziek", scale);
  ziek.Fill(first, course.hersteld.has_value() ? *course.hersteld - 1 : last, "█");
  if (!course.hersteld.has_value()) ziek.Mark(last, "▶");  // still ill
  absl::StrAppend(&text, ziek.Text());
  absl::StrAppend(&text, DrawTerm("melden", first, course.ontvangen, course.melden_uiterlijk, scale, last));
  absl::StrAppend(&text, DrawTerm("beoordelen", course.ontvangen.value_or(first), course.besloten,
                                  course.beoordelen_uiterlijk, scale, last));
  if (einde.has_value()) {
    Bar dienstverband("dienstverband", scale);
    dienstverband.Fill(first, *einde, "─").Mark(einde, "┤");
    absl::StrAppend(&text, dienstverband.Text());
  }
  if (!course.signalen.empty()) {
    Bar signaal("signaal", scale);
    for (const CivilDay day : course.signalen) signaal.Mark(day, "▲");
    absl::StrAppend(&text, signaal.Text());
  }
  absl::StrAppend(&text, std::string(kLabelWidth, ' '), "● gedaan  | uiterste dag  ▲ signaal\n\n");
  return text;
}

// The text in lines of at most `width` columns, broken at spaces.
std::vector<std::string> Folded(const std::string& text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (const absl::string_view word : absl::StrSplit(text, ' ')) {
    const bool is_first = lines.back().empty();
    if (!is_first && WidthOf(lines.back()) + 1 + WidthOf(word) > width) {
      lines.emplace_back(word);
    } else {
      absl::StrAppend(&lines.back(), is_first ? "" : " ", word);
    }
  }
  return lines;
}

std::string WhenText(const v1::Gebeurtenis& gebeurtenis) {
  constexpr std::array<const char*, 7> kDays = {"ma", "di", "wo", "do", "vr", "za", "zo"};
  const absl::Time time = client::TimeOf(gebeurtenis.tijdstip());
  const auto weekday = static_cast<std::size_t>(absl::GetWeekday(CivilDayOf(gebeurtenis)));
  return absl::StrCat(kDays[weekday], absl::FormatTime(" %E4Y-%m-%d %H:%M", time, client::Amsterdam()));
}

// A symbol for who did it: the registers, the employer and UWV, the exchange.
std::string SymbolOf(const v1::Gebeurtenis& gebeurtenis) {
  const int number = static_cast<int>(gebeurtenis.inhoud_case());
  if (number < static_cast<int>(v1::GEBEURTENISSOORT_ZIEKMELDING_ACCEPTED)) return "○";
  if (gebeurtenis.has_signaal_sent()) return "▲";
  return number < static_cast<int>(v1::GEBEURTENISSOORT_DOORLEVERING_SENT) ? "●" : "▷";
}

std::string DrawEvent(const v1::Gebeurtenis& gebeurtenis, const v1::Datum& beoordelen_uiterlijk,
                      std::size_t width) {
  const std::size_t text_width = width - kWhenWidth - 2;
  const std::string margin(kWhenWidth, ' ');
  std::string text;
  std::string before = WhenText(gebeurtenis);
  before.append(kWhenWidth - WidthOf(before), ' ');
  absl::StrAppend(&before, SymbolOf(gebeurtenis), " ");
  for (const std::string& line : Folded(Printable(TitleOf(gebeurtenis)), text_width)) {
    absl::StrAppend(&text, before, line, "\n");
    before = absl::StrCat(margin, "│ ");
  }
  for (const std::string& remark : RemarksOn(gebeurtenis, beoordelen_uiterlijk)) {
    for (const std::string& line : Folded(Printable(remark), text_width - 2)) {
      absl::StrAppend(&text, margin, "│   ", line, "\n");
    }
  }
  return text;
}

}  // namespace

std::string DrawTimeline(const std::vector<v1::Gebeurtenis>& events, int width) {
  if (events.empty()) return "Er is niets gebeurd.\n";
  const std::size_t columns = std::max(static_cast<std::size_t>(std::max(width, 0)), kMinWidth);
  Course course;
  for (const v1::Gebeurtenis& gebeurtenis : events) Add(gebeurtenis, &course);
  std::string text;
  if (course.ao.has_value()) {
    absl::StrAppend(&text, "Ziektegeval ", Printable(course.kenmerk), " bij ", course.loonheffingennummer,
                    "\n\n", DrawBars(course, CivilDayOf(events.back()), columns));
  }
  v1::Datum beoordelen_uiterlijk;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const v1::Gebeurtenis& gebeurtenis = events[i];
    const auto idle = i == 0 ? 0 : CivilDayOf(gebeurtenis) - CivilDayOf(events[i - 1]);
    if (idle > 1) absl::StrAppend(&text, std::string(kWhenWidth, ' '), "┊ ", idle, " dagen\n");
    absl::StrAppend(&text, DrawEvent(gebeurtenis, beoordelen_uiterlijk, columns));
    if (gebeurtenis.has_ziekmelding_accepted()) {
      beoordelen_uiterlijk = gebeurtenis.ziekmelding_accepted().beoordeling_uiterste_dag();
    }
    if (gebeurtenis.has_ziek_en_herstelmelding_accepted()) {
      beoordelen_uiterlijk = gebeurtenis.ziek_en_herstelmelding_accepted().beoordeling_uiterste_dag();
    }
    if (gebeurtenis.has_beoordeling_extended()) {
      beoordelen_uiterlijk = gebeurtenis.beoordeling_extended().uiterste_dag();
    }
  }
  return text;
}

}  // namespace ketenproef
