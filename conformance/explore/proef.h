// One playbook to try a system with, and how long it is played.

#ifndef CONFORMANCE_EXPLORE_PROEF_H_
#define CONFORMANCE_EXPLORE_PROEF_H_

#include "conformance/calendar/dag.h"
#include "conformance/model/draaiboek.h"

namespace ketenproef::conformance {

struct Proef {
  Draaiboek draaiboek;  // at least one line; instants never go back
  Dag until;            // play ends at the end of this day, not before the last line
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_EXPLORE_PROEF_H_
