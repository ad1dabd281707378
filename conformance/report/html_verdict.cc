#include "conformance/report/html_verdict.h"

#include "absl/strings/str_cat.h"

namespace ketenproef::conformance {
namespace {

std::string Cases(int count) {
  return count == 1 ? "1 geval" : absl::StrCat(count, " gevallen");
}

std::string Judged(const VerdictCounts& counts) {
  return Cases(counts.pass + counts.fail + counts.known);
}

std::string PassedText(const VerdictCounts& counts) {
  return counts.pass == 1 ? "Het enige getoetste geval is geslaagd."
                          : absl::StrCat("Alle ", counts.pass, " getoetste gevallen zijn geslaagd.");
}

std::string FailedText(const v1::RunResult& run, const VerdictCounts& counts) {
  std::string text;
  if (counts.fail > 0) {
    text = absl::StrCat("Van ", Judged(counts), (counts.fail == 1 ? " is er " : " zijn er "), counts.fail,
                        " gefaald.");
  }
  if (!run.known_failure_problems().empty()) {
    absl::StrAppend(&text, text.empty() ? "" : " ", "De lijst van bekende fouten klopt niet.");
  }
  return text;
}

}  // namespace

VerdictText TextOfVerdict(const v1::RunResult& run, const Summary& summary) {
  const VerdictCounts& counts = summary.counts;
  const char* code = run.exit_code() == 0 ? "alles goed" : run.exit_code() == 1 ? "gefaald" : "onbeslist";
  switch (summary.outcome) {
    case Outcome::kPassed:
      return {"Geslaagd", PassedText(counts), code, Column::kPass};
    case Outcome::kPassedWithRemarks:
      return {"Geslaagd, met opmerkingen",
              absl::StrCat("Niets laat de proef mislukken, maar van ", Cases(counts.Total() - counts.skipped),
                           counts.pass == 1 ? " is er " : " zijn er ", counts.pass, " geslaagd."),
              code, Column::kInconclusive};
    case Outcome::kNothingTested:
      return {"Niets getoetst", "Geen enkel geval is getoetst. Deze proef zegt niets over het systeem.", code,
              Column::kInconclusive};
    case Outcome::kFailed:
      return {"Niet geslaagd", FailedText(run, counts), code, Column::kFail};
    case Outcome::kInconclusive:
      return {"Onbeslist",
              absl::StrCat(Cases(counts.inconclusive),
                           " niet te beoordelen. Of het systeem zich aan de regels houdt, "
                           "is niet gebleken."),
              code, Column::kInconclusive};
    case Outcome::kBroken:
      return {"Afgebroken", "De proef zelf is misgegaan. Dit rapport zegt niets over het systeem.",
              "geen oordeel", Column::kFail};
  }
  return {};
}

std::string RoleText(v1::SystemKind kind) {
  switch (kind) {
    case v1::SYSTEM_KIND_GEMEENTE:
      return "gemeente die bediend wordt";
    case v1::SYSTEM_KIND_GEMEENTE_OPHALER:
      return "gemeente die ophaalt";
    case v1::SYSTEM_KIND_INLICHTINGENBUREAU:
      return "Inlichtingenbureau";
    case v1::SYSTEM_KIND_UWV:
      return "UWV";
    default:
      return "onbekende rol";
  }
}

}  // namespace ketenproef::conformance
