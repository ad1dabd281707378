#include "conformance/report/console_case.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "conformance/report/console_timeline.h"
#include "conformance/report/plain_text.h"
#include "conformance/report/summary.h"
#include "conformance/report/tijdstip_text.h"

namespace ketenproef::conformance {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kLabelWidth = 10;

// `label     text`, with the lines of the text below each other. Nothing of an empty text.
void AppendField(absl::string_view label, absl::string_view text, std::size_t width, std::string* out) {
  if (text.empty()) return;
  std::string before = absl::StrFormat("%*s%-*s", kIndent, "", kLabelWidth, label);
  for (const std::string& line : Folded(Plain(text), width - kIndent - kLabelWidth)) {
    absl::StrAppend(out, before, line, "\n");
    before = std::string(kIndent + kLabelWidth, ' ');
  }
}

std::string When(const v1::Finding& finding) {
  std::string when;
  if (finding.step() > 0) when = absl::StrCat("step ", finding.step());
  if (finding.has_tijdstip()) {
    absl::StrAppend(&when, when.empty() ? "" : ", ", TijdstipText(TimeOf(finding.tijdstip())), " (virtual)");
  }
  return when;
}

void AppendFinding(const v1::Finding& finding, std::size_t width, std::string* out) {
  AppendField(finding.regel().empty() ? "rule" : Plain(finding.regel()), finding.titel(), width, out);
  AppendField("source", finding.bron(), width, out);
  AppendField("at", When(finding), width, out);
  AppendField("sent", finding.sent(), width, out);
  AppendField("expected", finding.expected(), width, out);
  AppendField("because", finding.because(), width, out);
  AppendField("got", finding.got(), width, out);
}

}  // namespace

std::string VerdictWord(const v1::CaseResult& result) {
  switch (ColumnOf(result)) {
    case Column::kPass:
      return "PASS";
    case Column::kFail:
      return "FAIL";
    case Column::kKnown:
      return "KNOWN";
    case Column::kInconclusive:
      return "INCONCLUSIVE";
    case Column::kSkipped:
      return "SKIPPED";
  }
  return "";
}

std::string CaseName(const v1::CaseResult& result) {
  return absl::StrCat(Plain(result.id()), " [", Plain(result.profiel()), "]");
}

std::string CaseDetails(const v1::CaseResult& result, std::size_t width) {
  std::string out;
  for (const std::string& line : Folded(Plain(result.titel()), width - kIndent)) {
    absl::StrAppend(&out, std::string(kIndent, ' '), line, "\n");
  }
  if (result.level() == v1::LEVEL_SHOULD) AppendField("level", "SHOULD", width, &out);
  // Findings say it, and more.
  if (result.findings().empty()) AppendField("reason", result.reason(), width, &out);
  for (const v1::Finding& finding : result.findings()) {
    out += "\n";
    AppendFinding(finding, width, &out);
  }
  if (!result.timeline().empty()) absl::StrAppend(&out, "\n", DrawTimeline(result.timeline(), width));
  return out;
}

}  // namespace ketenproef::conformance
