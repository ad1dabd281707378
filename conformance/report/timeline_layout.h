// Where everything stands in the drawn timeline of a case: a lane each for what was sent, due and came, over
// columns of days.
//
// The axis is no ruler. A suite asks what happens a tick before midnight and at midnight, six weeks after the
// first message: on a ruler those are one dot. So each day on which something happens has a column as wide as
// the number of its moments asks, and the days between two columns shrink to a gap that says how many they
// are.
//
// Across, places are percentages, so that the drawing is as wide as its page and its letters stay as large;
// labels are set so that from a width on none touches another. Down, the page decides. Moments have numbers,
// by which a list beside the drawing explains them; neighbours that leave no room for a number each share a
// label such as `2–5`.
//
// Pure function: safe from any thread.

#ifndef CONFORMANCE_REPORT_TIMELINE_LAYOUT_H_
#define CONFORMANCE_REPORT_TIMELINE_LAYOUT_H_

#include <string>
#include <vector>

#include "conformance/report/shown_moments.h"
#include "ketenproef/conformance/v1/result.pb.h"

namespace ketenproef::conformance {

enum class Anchor { kStart, kMiddle, kEnd };

// A piece of text of at most one line.
struct Label {
  std::string text;
  double x;  // percent
  Anchor anchor;
};

// A day on which something happens.
struct DayColumn {
  double x;      // percent, its left edge
  double width;  // percent
};

struct Mark {
  double x;    // percent
  int number;  // in the list, from 1
  bool is_wrong;
};

struct NumberLabel {
  Label label;
  bool is_wrong;  // what it numbers holds a wrong moment
};

struct Lane {
  v1::MomentKind kind;
  std::vector<Mark> marks;  // wrong ones last, so that they are drawn over others
  std::vector<NumberLabel> numbers;
};

struct TimelineLayout {
  std::vector<DayColumn> days;
  std::vector<Label> day_labels;  // `17 feb`
  std::vector<Label> year_labels;
  std::vector<Label> gap_labels;  // `+42 d`
  std::vector<Lane> lanes;  // sent, due, came: those that hold something, and came where something was due
};

// `moments` in order of time; those without a kind are not drawn. `width`: pixels across that the drawing has
// at the least, with letters of 11 pixels.
TimelineLayout LayOut(const std::vector<NumberedMoment>& moments, double width);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_REPORT_TIMELINE_LAYOUT_H_
