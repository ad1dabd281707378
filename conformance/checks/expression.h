// The grammar of days in cases (suite.proto), worked out by the suite's own calendar:
//
//   day  = function | term { ("+" | "-") number [ "j" | "m" ] }
//   term = JJJJ-MM-DD | name
//   function = ("werkdag" | "termijn") "(" day ")" | "later" "(" day "," day ")", then steps as above
#ifndef CONFORMANCE_CHECKS_EXPRESSION_H_
#define CONFORMANCE_CHECKS_EXPRESSION_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "conformance/calendar/dag.h"

namespace ketenproef::conformance {

struct CountedDay {
  Dag dag;
  // What stands before the equals sign: `AO 2025-01-06 + 42`.
  std::string counting;
  // Whether there was anything to count.
  bool is_counted = false;
};

struct ExpressionContext {
  // The value of a name, itself an expression; an error where there is no such name.
  std::function<absl::StatusOr<std::string>(absl::string_view)> name;
  // Whether `termijn` shifts (profile wet).
  bool shifts = false;
};

// INVALID_ARGUMENT says what is wrong in the expression.
absl::StatusOr<CountedDay> EvaluateDay(absl::string_view expression, const ExpressionContext& context);

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_EXPRESSION_H_
