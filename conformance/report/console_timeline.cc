#include "conformance/report/console_timeline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/time.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/report/plain_text.h"
#include "conformance/report/shown_moments.h"
#include "conformance/report/tijdstip_text.h"

namespace ketenproef::conformance {
namespace {

using Moments = std::vector<NumberedMoment>;

constexpr std::size_t kBarIndent = 4;
constexpr std::size_t kRowLabelWidth = 8;  // of a row of the bar
constexpr std::size_t kOffsetWidth = 6;    // of `+42`

struct Row {
  v1::MomentKind kind;
  const char* label;
};
constexpr std::array<Row, 3> kRows = {
    {{v1::MOMENT_KIND_SENT, "sent"}, {v1::MOMENT_KIND_DUE, "due"}, {v1::MOMENT_KIND_CAME, "came"}}};

const char* LabelOf(v1::MomentKind kind) {
  const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.kind == kind; });
  return row == kRows.end() ? "" : row->label;
}

Dag DagOf(const v1::Moment& moment) {
  return DagVan(TimeOf(moment.tijdstip()));
}

std::string DrawBar(const Moments& shown, std::size_t width) {
  const absl::Time first = TimeOf(shown.front().moment->tijdstip());
  const absl::Time last = TimeOf(shown.back().moment->tijdstip());
  const std::size_t columns = width - kBarIndent - kRowLabelWidth;
  const std::string begin = DagText(DagVan(first));
  const std::string end = DagText(DagVan(last));
  std::string text = absl::StrCat(std::string(kBarIndent + kRowLabelWidth, ' '), begin,
                                  std::string(columns - begin.size() - end.size(), ' '), end, "\n");
  for (const Row& row : kRows) {
    std::vector<std::string> cells(columns, "·");
    for (const auto& [moment, number] : shown) {
      if (moment->kind() != row.kind) continue;
      const double part = absl::FDivDuration(TimeOf(moment->tijdstip()) - first, last - first);
      const auto column =
          static_cast<std::size_t>(std::clamp(part, 0.0, 1.0) * static_cast<double>(columns - 1));
      // What is wrong is not covered by what comes after it in the same column.
      if (cells[column] != "✗") cells[column] = moment->is_wrong() ? "✗" : "●";
    }
    absl::StrAppendFormat(&text, "%*s%-*s", kBarIndent, "", kRowLabelWidth, row.label);
    for (const std::string& cell : cells) text += cell;
    text += "\n";
  }
  return text + "\n";
}

std::string DrawMoment(const v1::Moment& moment, Dag first, std::size_t when_width, std::size_t width) {
  const std::string offset = absl::StrCat("+", (DagOf(moment) - first).count());
  const std::string when = TijdstipText(TimeOf(moment.tijdstip()));
  std::string before = absl::StrFormat("  %s %*s  %-*s  %-4s  ", moment.is_wrong() ? "✗" : " ", kOffsetWidth,
                                       offset, when_width, when, LabelOf(moment.kind()));
  const std::size_t margin = WidthOf(before);
  std::string drawn;
  for (const std::string& line : Folded(Plain(moment.text()), width - std::min(margin, width))) {
    absl::StrAppend(&drawn, before, line, "\n");
    before = std::string(margin, ' ');
  }
  return drawn;
}

}  // namespace

std::string DrawTimeline(const google::protobuf::RepeatedPtrField<v1::Moment>& timeline, std::size_t width) {
  if (timeline.empty()) return "";
  const Moments shown = ShownMoments(timeline);
  const Dag first = DagOf(*shown.front().moment);
  std::string text;
  if (DagOf(*shown.back().moment) > first) text = DrawBar(shown, width);
  std::size_t when_width = 0;
  for (const NumberedMoment& each : shown) {
    when_width = std::max(when_width, TijdstipText(TimeOf(each.moment->tijdstip())).size());
  }
  int before = 0;
  for (const auto& [moment, number] : shown) {
    if (const int left_out = number - before - 1; left_out > 0) {
      absl::StrAppendFormat(&text, "%*s(%d more)\n", kBarIndent + kOffsetWidth + 2, "", left_out);
    }
    absl::StrAppend(&text, DrawMoment(*moment, first, when_width, width));
    before = number;
  }
  return text;
}

}  // namespace ketenproef::conformance
