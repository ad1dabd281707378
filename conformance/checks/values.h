// The values of a case: names, days as expressions, instants; the language is described in suite.proto. A day
// comes with its counting, as a report shows it: `AO 2025-01-06 + 42 = 2025-02-17`.
//
// Errors are INVALID_ARGUMENT and quote the expression. Const use is safe from any thread.
//
//   Values values(Profiel::kWet);
//   values.Set("AO", "2024-03-28");
//   values.Day("termijn(AO + 42)", vandaag)->because;
//       // AO 2024-03-28 + 42 = 2024-05-09, schuift op naar 2024-05-13 (KAL-03)
#ifndef CONFORMANCE_CHECKS_VALUES_H_
#define CONFORMANCE_CHECKS_VALUES_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "conformance/calendar/dag.h"

namespace ketenproef::conformance {

// A day as a case gives it.
struct DayValue {
  // Nullopt: no day of the chain, such as 2025-02-30 (then `jaar`, `maand`, `dag_van_maand` say what to
  // send).
  std::optional<Dag> dag;
  int jaar = 0;
  int maand = 0;
  int dag_van_maand = 0;
  // How it was counted; empty where nothing was.
  std::string because;

  // JJJJ-MM-DD, also where there is no such day.
  std::string Text() const;
};

class Values {
 public:
  // `wet` or `handleiding`: whether `termijn` shifts.
  explicit Values(std::string profiel);

  const std::string& profiel() const { return profiel_; }
  // Replaces a name that is there.
  void Set(const std::string& name, const std::string& value);

  // The value of a name, or the text as it stands.
  std::string Text(const std::string& text) const;
  // Text must not be empty.
  absl::StatusOr<DayValue> Day(absl::string_view text, std::optional<Dag> vandaag) const;
  absl::StatusOr<absl::Time> Instant(absl::string_view text, std::optional<Dag> vandaag) const;
  // A text format with `${...}` replaced: a name by its value, a day by the fields of a Datum.
  absl::StatusOr<std::string> Fill(absl::string_view text_format, std::optional<Dag> vandaag) const;

  // With every BSN of the case replaced by its name, for what people read.
  std::string Masked(std::string text) const;
  // Whether a BSN of the case stands in this text.
  bool HoldsBsn(absl::string_view text) const;

 private:
  const std::string* Find(absl::string_view name) const;

  std::string profiel_;
  std::vector<std::pair<std::string, std::string>> names_;
};

}  // namespace ketenproef::conformance

#endif  // CONFORMANCE_CHECKS_VALUES_H_
