#include "conformance/runner/dry_run.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "conformance/calendar/tijdstip.h"
#include "conformance/runner/record.h"

namespace ketenproef::conformance {
namespace {

// What the step does; records with their days worked out, the rest as it stands in the suite.
std::string ActionText(const Values& values, Dag vandaag, const v1::Step& step) {
  if (step.has_opdracht()) {
    const v1::Opdracht& opdracht = step.opdracht();
    std::string text = RecordText(values, vandaag, opdracht);
    if (opdracht.has_refused()) return absl::StrCat(text, " -> refused ", opdracht.refused().regel());
    absl::StrAppend(&text, " -> accepted");
    for (const v1::Oordeel& oordeel : opdracht.accepted().oordelen()) {
      const auto day = values.Day(oordeel.uiterste_dag(), vandaag);
      absl::StrAppend(&text, ", ", oordeel.soort(), " due ",
                      !day.ok()              ? oordeel.uiterste_dag()
                      : day->because.empty() ? day->Text()
                                             : day->because);
    }
    return text;
  }
  v1::Step action = step;
  action.clear_at();
  action.clear_note();
  action.clear_regel();
  return action.ShortDebugString();
}

absl::Status AppendCase(const PlannedCase& planned, std::string* text) {
  absl::StrAppend(text, planned.id, " (", planned.profiel, ") ", absl::StrJoin(planned.item->regels(), ","),
                  ": ", planned.item->titel(), "\n");
  std::optional<absl::Time> now;
  for (const v1::Step& step : planned.item->steps()) {
    if (!step.at().empty()) {
      const auto instant = planned.values.Instant(step.at(), std::nullopt);
      if (!instant.ok()) {
        return absl::InvalidArgumentError(absl::StrCat(planned.id, ": ", instant.status().message()));
      }
      now = *instant;
    }
    const Dag vandaag = now.has_value() ? DagVan(*now) : Dag();
    absl::StrAppend(text, "  ", now.has_value() ? FormatTijdstip(*now) : "at the start", "  ",
                    planned.values.Masked(ActionText(planned.values, vandaag, step)), "\n");
  }
  return absl::OkStatus();
}

}  // namespace

std::string ListText(const std::vector<PlannedCase>& cases) {
  std::string text;
  for (const PlannedCase& planned : cases) {
    absl::StrAppend(&text, planned.id, "\t", planned.profiel, "\t",
                    absl::StrJoin(planned.item->regels(), ","), "\t", planned.item->titel(), "\n");
  }
  return text;
}

absl::StatusOr<std::string> DryRunText(const std::vector<PlannedCase>& cases) {
  std::string text;
  for (const PlannedCase& planned : cases) {
    if (absl::Status status = AppendCase(planned, &text); !status.ok()) return status;
  }
  return text;
}

}  // namespace ketenproef::conformance
