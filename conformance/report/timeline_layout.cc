#include "conformance/report/timeline_layout.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/report/plain_text.h"
#include "conformance/report/tijdstip_text.h"

namespace ketenproef::conformance {
namespace {

using Moments = std::vector<NumberedMoment>;

// All of this file is in pixels, but for what it hands out.
constexpr double kCharacterWidth = 7.5;  // of the widest usual font at 11 pixels
constexpr double kLabelSpace = 4;        // between two labels
constexpr double kGapWidth = 48;
// All gaps together leave room for the days.
constexpr double kMaxGapsPart = 0.4;

struct Box {
  double left;
  double right;

  bool Touches(const Box& other) const {
    return left < other.right + kLabelSpace && other.left < right + kLabelSpace;
  }
};

struct PlacedText {
  Label label;
  Box box;
};

// The width of the drawing.
class Sheet {
 public:
  explicit Sheet(double width) : width_(width) {}

  double width() const { return width_; }
  double Percent(double pixels) const { return pixels / width_ * 100; }
  double Pixels(double percent) const { return percent / 100 * width_; }

  // A text with its middle at x, or against the edge where it would stick out.
  PlacedText Place(std::string text, double x) const {
    const double width = static_cast<double>(WidthOf(text)) * kCharacterWidth;
    if (x - width / 2 < 0) return {{std::move(text), 0, Anchor::kStart}, {0, width}};
    if (x + width / 2 > width_) return {{std::move(text), 100, Anchor::kEnd}, {width_ - width, width_}};
    return {{std::move(text), Percent(x), Anchor::kMiddle}, {x - width / 2, x + width / 2}};
  }

 private:
  double width_;
};

// A column while it is being laid out.
struct Day {
  Dag dag;
  std::vector<absl::Time> instants;  // different ones, in order
  double left = 0;
  double width = 0;

  double Middle() const { return left + width / 2; }
};

struct Gap {
  double middle;
  double width;
  int days;
};

class Axis {
 public:
  Axis(const Moments& moments, double width) {
    std::map<Dag, std::set<absl::Time>> instants;
    for (const NumberedMoment& each : moments) {
      const absl::Time time = TimeOf(each.moment->tijdstip());
      instants[DagVan(time)].insert(time);
    }
    for (const auto& [dag, times] : instants) days_.push_back({dag, {times.begin(), times.end()}});
    Spread(width);
  }

  double PlaceOf(absl::Time time) const { return places_.at(time); }
  const std::vector<Day>& days() const { return days_; }
  const std::vector<Gap>& gaps() const { return gaps_; }

 private:
  int DaysBefore(std::size_t i) const {
    return i == 0 ? 0 : static_cast<int>((days_[i].dag - days_[i - 1].dag).count());
  }

  void Spread(double width) {
    int gaps = 0;
    std::size_t units = 0;  // a margin on either side and a step between instants
    for (std::size_t i = 0; i < days_.size(); ++i) {
      gaps += DaysBefore(i) > 1 ? 1 : 0;
      units += days_[i].instants.size() + 1;
    }
    const double gap_width = gaps == 0 ? 0 : std::min(kGapWidth, kMaxGapsPart * width / gaps);
    const double unit = (width - gap_width * gaps) / static_cast<double>(units);
    double x = 0;
    for (std::size_t i = 0; i < days_.size(); ++i) {
      if (const int days = DaysBefore(i); days > 1) {
        gaps_.push_back({x + gap_width / 2, gap_width, days});
        x += gap_width;
      }
      Day& day = days_[i];
      day.left = x;
      day.width = unit * static_cast<double>(day.instants.size() + 1);
      for (const absl::Time instant : day.instants) places_[instant] = x += unit;
      x += unit;
    }
  }

  std::vector<Day> days_;
  std::vector<Gap> gaps_;
  std::map<absl::Time, double> places_;
};

std::string DayOfMonth(Dag dag) {
  constexpr std::array<const char*, 12> kMonths = {"jan", "feb", "mrt", "apr", "mei", "jun",
                                                   "jul", "aug", "sep", "okt", "nov", "dec"};
  const std::chrono::year_month_day date(dag);
  return absl::StrCat(static_cast<unsigned>(date.day()), " ",
                      kMonths[static_cast<unsigned>(date.month()) - 1]);
}

// Labels as many as there is room for; the first and the last day come before those between them.
void LabelDays(const std::vector<Day>& days, const Sheet& sheet, TimelineLayout* layout) {
  std::vector<std::optional<PlacedText>> placed(days.size());
  const auto place = [&](std::size_t i) {
    const PlacedText text = sheet.Place(DayOfMonth(days[i].dag), days[i].Middle());
    for (const auto& other : placed) {
      if (other.has_value() && other->box.Touches(text.box)) return;
    }
    placed[i] = text;
  };
  if (days.empty()) return;
  place(days.size() - 1);
  for (std::size_t i = 0; i + 1 < days.size(); ++i) place(i);
  int year = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (!placed[i].has_value()) continue;
    const Label& label = placed[i]->label;
    layout->day_labels.push_back(label);
    if (JaarOf(days[i].dag) != year) {
      year = JaarOf(days[i].dag);
      layout->year_labels.push_back({absl::StrCat(year), label.x, label.anchor});
    }
  }
}

void LabelGaps(const std::vector<Gap>& gaps, const Sheet& sheet, TimelineLayout* layout) {
  for (const Gap& gap : gaps) {
    const PlacedText text = sheet.Place(absl::StrCat("+", gap.days, " d"), gap.middle);
    if (text.box.right - text.box.left <= gap.width) layout->gap_labels.push_back(text.label);
  }
}

// Marks of one lane that share a number label.
struct Cluster {
  std::vector<int> numbers;
  double first;
  double last;
  bool is_wrong;

  PlacedText Text(const Sheet& sheet) const {
    const int from = numbers.front();
    const int to = numbers.back();
    const bool is_run = to - from + 1 == static_cast<int>(numbers.size());
    std::string text = absl::StrCat(from);
    if (numbers.size() == 2) {
      absl::StrAppend(&text, is_run ? "–" : ", ", to);
    } else if (numbers.size() > 2) {
      absl::StrAppend(&text, is_run ? "–" : "…", to);
    }
    return sheet.Place(std::move(text), (first + last) / 2);
  }
};

void NumberMarks(const std::vector<Mark>& marks, const Sheet& sheet, Lane* lane) {
  std::vector<Cluster> clusters;
  for (const Mark& mark : marks) {
    const double x = sheet.Pixels(mark.x);
    clusters.push_back({{mark.number}, x, x, mark.is_wrong});
    // A label that grows can reach the one before it.
    while (clusters.size() > 1) {
      const Cluster& last = clusters.back();
      Cluster& before = clusters[clusters.size() - 2];
      if (!before.Text(sheet).box.Touches(last.Text(sheet).box)) break;
      before.numbers.insert(before.numbers.end(), last.numbers.begin(), last.numbers.end());
      before.last = last.last;
      before.is_wrong = before.is_wrong || last.is_wrong;
      clusters.pop_back();
    }
  }
  for (const Cluster& cluster : clusters) {
    lane->numbers.push_back({cluster.Text(sheet).label, cluster.is_wrong});
  }
}

Lane LayOutLane(const Moments& moments, v1::MomentKind kind, const Axis& axis, const Sheet& sheet) {
  Lane lane{kind, {}, {}};
  for (const auto& [moment, number] : moments) {
    if (moment->kind() != kind) continue;
    const double x = axis.PlaceOf(TimeOf(moment->tijdstip()));
    lane.marks.push_back({sheet.Percent(x), number, moment->is_wrong()});
  }
  std::stable_sort(lane.marks.begin(), lane.marks.end(),
                   [](const Mark& a, const Mark& b) { return a.x < b.x; });
  NumberMarks(lane.marks, sheet, &lane);
  std::stable_partition(lane.marks.begin(), lane.marks.end(),
                        [](const Mark& mark) { return !mark.is_wrong; });
  return lane;
}

}  // namespace

TimelineLayout LayOut(const Moments& moments, double width) {
  const Sheet sheet(width);
  const Axis axis(moments, width);
  TimelineLayout layout;
  for (const Day& day : axis.days()) {
    layout.days.push_back({sheet.Percent(day.left), sheet.Percent(day.width)});
  }
  LabelDays(axis.days(), sheet, &layout);
  LabelGaps(axis.gaps(), sheet, &layout);
  for (const v1::MomentKind kind : {v1::MOMENT_KIND_SENT, v1::MOMENT_KIND_DUE, v1::MOMENT_KIND_CAME}) {
    Lane lane = LayOutLane(moments, kind, axis, sheet);
    // That nothing came where something was due is to be seen.
    const bool is_missed = kind == v1::MOMENT_KIND_CAME && !layout.lanes.empty() &&
                           layout.lanes.back().kind == v1::MOMENT_KIND_DUE;
    if (!lane.marks.empty() || is_missed) layout.lanes.push_back(std::move(lane));
  }
  return layout;
}

}  // namespace ketenproef::conformance
