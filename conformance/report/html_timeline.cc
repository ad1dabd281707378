#include "conformance/report/html_timeline.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/report/html_text.h"
#include "conformance/report/shown_moments.h"
#include "conformance/report/tijdstip_text.h"
#include "conformance/report/timeline_layout.h"

namespace ketenproef::conformance {
namespace {

using kainjow::mustache::data;
using Moments = std::vector<NumberedMoment>;

// Down, in pixels: a lane has a row for its name, one for its numbers and one for its marks; below the lanes
// are rows for the days between, the days and the years.
constexpr int kLaneHeight = 46;
constexpr int kNameY = 13;
constexpr int kNumberY = 25;
constexpr int kMarkY = 36;
constexpr int kRowHeight = 14;
constexpr int kTextRows = 3;

// Widths from which on the page shows the one and the other drawing; see report.css.
constexpr double kNarrow = 250;
constexpr double kWide = 520;

struct KindText {
  const char* shape;
  const char* name;
};

KindText TextOf(v1::MomentKind kind) {
  switch (kind) {
    case v1::MOMENT_KIND_SENT:
      return {"verzonden", "Verzonden"};
    case v1::MOMENT_KIND_DUE:
      return {"verwacht", "Verwacht"};
    default:
      return {"gekomen", "Gekomen"};
  }
}

std::string PercentText(double percent) {
  return absl::StrFormat("%.2f%%", percent);
}

const char* AnchorText(Anchor anchor) {
  switch (anchor) {
    case Anchor::kStart:
      return "start";
    case Anchor::kMiddle:
      return "middle";
    case Anchor::kEnd:
      return "end";
  }
  return "";
}

data LabelData(const Label& label, int y) {
  data item;
  item["x"] = PercentText(label.x);
  item["y"] = absl::StrCat(y);
  item["anker"] = AnchorText(label.anchor);
  item["tekst"] = label.text;
  return item;
}

data LaneData(const Lane& lane, int top) {
  const KindText kind = TextOf(lane.kind);
  data marks(data::type::list);
  for (const Mark& mark : lane.marks) {
    data item;
    item["vorm"] = mark.is_wrong ? "fout" : kind.shape;
    item["x"] = PercentText(mark.x);
    item["y"] = absl::StrCat(top + kMarkY);
    marks << item;
  }
  data numbers(data::type::list);
  for (const NumberLabel& number : lane.numbers) {
    data item = LabelData(number.label, top + kNumberY);
    item["fout"] = data(number.is_wrong);
    numbers << item;
  }
  data item;
  item["naam"] = kind.name;
  item["naam_y"] = absl::StrCat(top + kNameY);
  item["lijn_y"] = absl::StrCat(top + kMarkY);
  item["merken"] = std::move(marks);
  item["nummers"] = std::move(numbers);
  return item;
}

// Dashed through all lanes: whether something came before or after what was due is seen at a glance.
data DeadlineData(const TimelineLayout& layout) {
  data deadlines(data::type::list);
  for (const Lane& lane : layout.lanes) {
    if (lane.kind != v1::MOMENT_KIND_DUE) continue;
    for (const Mark& mark : lane.marks) {
      data item;
      item["x"] = PercentText(mark.x);
      deadlines << item;
    }
  }
  return deadlines;
}

data AxisData(const TimelineLayout& layout, int top) {
  data labels(data::type::list);
  int y = top;
  const auto add_row = [&](const std::vector<Label>& row, const char* kind) {
    y += kRowHeight;
    for (const Label& label : row) {
      data item = LabelData(label, y);
      item["soort"] = kind;
      labels << item;
    }
  };
  add_row(layout.gap_labels, "opschrift");
  add_row(layout.day_labels, "dagnaam");
  add_row(layout.year_labels, "opschrift");
  return labels;
}

data MomentData(const v1::Moment& moment, int number, Dag first) {
  const KindText kind = TextOf(moment.kind());
  const absl::Time time = TimeOf(moment.tijdstip());
  const auto days = (DagVan(time) - first).count();
  data item;
  item["nummer"] = absl::StrCat(number);
  item["vorm"] = moment.is_wrong() ? "fout" : kind.shape;
  item["naam"] = kind.name;
  item["dag"] = DagText(DagVan(time));
  item["kloktijd"] = KloktijdText(time);
  item["na"] = data(days != 0);
  item["dagen"] = absl::StrCat(days);
  item["fout"] = data(moment.is_wrong());
  item["tekst"] = PiecesData(moment.text());
  return item;
}

data MomentsData(const Moments& shown) {
  const Dag first = DagVan(TimeOf(shown.front().moment->tijdstip()));
  data moments(data::type::list);
  int before = 0;
  for (const auto& [moment, number] : shown) {
    data item = MomentData(*moment, number, first);
    const int left_out = number - before - 1;
    item["weggelaten"] = left_out == 0 ? data(false) : data("aantal", absl::StrCat(left_out));
    moments << item;
    before = number;
  }
  return moments;
}

std::string Description(const Moments& shown, int size) {
  std::string wrong;
  for (const auto& [moment, number] : shown) {
    if (moment->is_wrong()) absl::StrAppend(&wrong, wrong.empty() ? "" : ", ", number);
  }
  return absl::StrCat("Tijdlijn van ", size, " momenten, van ",
                      TijdstipText(TimeOf(shown.front().moment->tijdstip())), " tot ",
                      TijdstipText(TimeOf(shown.back().moment->tijdstip())),
                      wrong.empty() ? "" : absl::StrCat("; fout: ", wrong), ". De lijst hierna noemt ze.");
}

std::vector<std::string> LabelsOf(const TimelineLayout& layout) {
  std::vector<std::string> texts;
  for (const auto& row : {layout.day_labels, layout.year_labels, layout.gap_labels}) {
    for (const Label& label : row) texts.push_back(label.text);
  }
  for (const Lane& lane : layout.lanes) {
    for (const NumberLabel& number : lane.numbers) texts.push_back(number.label.text);
  }
  return texts;
}

// `size`: for report.css to choose by.
data DrawingData(const TimelineLayout& layout, const char* size) {
  const int lanes_height = static_cast<int>(layout.lanes.size()) * kLaneHeight;
  data days(data::type::list);
  for (const DayColumn& day : layout.days) {
    data item;
    item["x"] = PercentText(day.x);
    item["breedte"] = PercentText(day.width);
    days << item;
  }
  data lanes(data::type::list);
  for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
    lanes << LaneData(layout.lanes[i], static_cast<int>(i) * kLaneHeight);
  }
  data item;
  item["maat"] = size;
  item["hoogte"] = absl::StrCat(lanes_height + kTextRows * kRowHeight + kRowHeight / 2);
  item["lanen_hoogte"] = absl::StrCat(lanes_height);
  item["dagen"] = std::move(days);
  item["lanen"] = std::move(lanes);
  item["grenzen"] = DeadlineData(layout);
  item["opschriften"] = AxisData(layout, lanes_height);
  return item;
}

}  // namespace

data TimelineData(const google::protobuf::RepeatedPtrField<v1::Moment>& timeline, const std::string& anchor) {
  const Moments shown = ShownMoments(timeline);
  data drawings(data::type::list);
  const TimelineLayout narrow = LayOut(shown, kNarrow);
  const TimelineLayout wide = LayOut(shown, kWide);
  // Most timelines have room for all their labels on a phone, and need no second drawing.
  if (LabelsOf(narrow) == LabelsOf(wide)) {
    drawings << DrawingData(narrow, "");
  } else {
    drawings << DrawingData(narrow, "smal") << DrawingData(wide, "breed");
  }
  data item;
  item["omschrijving"] = Description(shown, timeline.size());
  item["lijst_anker"] = anchor;
  item["tekeningen"] = std::move(drawings);
  item["momenten"] = MomentsData(shown);
  return item;
}

}  // namespace ketenproef::conformance
